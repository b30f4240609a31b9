package backbeat.app.cli;

import backbeat.app.wiring.Serving;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code backbeat serve}. What it starts is only loaded when it runs: other commands do not pay for the web. */
@Command(
        name = "serve",
        description = "Opens the studio in the browser: productions, people, the song strip, footage, cut and review.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The first visitor makes the owner's account, with the start code that is printed here.",
            "It listens to this machine alone unless --address names another address; put a proxy with TLS before that",
            "and name the address that people open: BACKBEAT_URL=https://studio.example.org",
            "Letters (new passwords, invitations) are sent when a server of mail is named:",
            "BACKBEAT_MAIL=smtp://user:password@mail.example.org?from=studio@example.org",
            "People sign in elsewhere, too, when an OpenID Connect issuer is named:",
            "BACKBEAT_OIDC_ISSUER, BACKBEAT_OIDC_CLIENT, BACKBEAT_OIDC_SECRET, BACKBEAT_OIDC_NAME",
            "",
            "Examples:",
            "  backbeat serve",
            "  backbeat serve --home /data/studio --port 9000"
        })
final class ServeCommand implements Runnable {
    static final int USUAL_PORT = 8420;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Folder of the studio. Default: backbeat/studio in your data folder.")
    private @Nullable Path home;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port; 0 for any that is free. Default: " + USUAL_PORT + ".")
    private int port = USUAL_PORT;

    @Option(names = "--address", paramLabel = "A", description = "Address to listen at. Default: 127.0.0.1.")
    private String address = "127.0.0.1";

    @Option(
            names = "--jobs",
            paramLabel = "N",
            converter = WholeNumber.class,
            description = "Jobs at once; 0 leaves all of them to \"backbeat worker\". Default: 3.")
    private long jobs = 3;

    @Option(
            names = "--rehearse",
            hidden = true,
            description =
                    "Opens an empty studio, asks for its first page and ends: what the launcher learns a quick start from.")
    private boolean rehearse;

    private final Terminal terminal;

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        if (rehearse) {
            Serving.rehearse();
            return;
        }
        Serving.until(home, address, port, HowMany.of("--jobs", jobs, 0, 64), terminal.out());
    }
}
