package backbeat.app.cli;

import backbeat.app.wiring.Seeding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code backbeat seed}: not for people who make films, but for those who measure. */
@Command(
        name = "seed",
        description = "Fills an empty studio with made-up productions, to measure it.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  backbeat seed --home /tmp/large-house"})
final class SeedCommand implements Runnable {
    @Mixin
    private StudioHome home = new StudioHome();

    @Option(
            names = "--productions",
            paramLabel = "N",
            defaultValue = "300",
            converter = WholeNumber.class,
            description = "How many. Default: ${DEFAULT-VALUE}.")
    private long productions = 300;

    @Option(
            names = "--clips",
            paramLabel = "N",
            defaultValue = "2000",
            converter = WholeNumber.class,
            description = "Clips of the newest one. Default: ${DEFAULT-VALUE}.")
    private long clips = 2000;

    private final Terminal terminal;

    SeedCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        int many = HowMany.of("--productions", productions, 1, 5000);
        int footage = HowMany.of("--clips", clips, 1, 50_000);
        terminal.out().println(Seeding.into(home.folder(), many, footage));
    }
}
