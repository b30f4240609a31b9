package backbeat.app.cli;

import backbeat.engine.Backbeat;
import backbeat.engine.derive.JsonFile;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Footage;
import backbeat.engine.looks.Depth;
import backbeat.engine.looks.FootageLooks;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backbeat looks}: where clips are blurred, black, over-exposed, shaky. */
@Command(
        name = "looks",
        description =
                "Looks at clips: where they are out of focus, black, over-exposed, shaky, frozen; flashes; motion.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Each clip is looked at once; asking again costs nothing.",
            "",
            "Examples:",
            "  backbeat looks cards/",
            "  backbeat looks cards/ --quick",
            "  backbeat looks cards/ --json"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class LooksCommand implements Runnable {
    @Parameters(paramLabel = "DIR", description = "Folder with cards or clips; only read.")
    private Path footage;

    @Option(
            names = "--quick",
            description =
                    "By key frames alone, at a quarter of the cost: focus and brightness, but neither shake nor motion.")
    private boolean quick;

    @Option(names = "--json", description = "For programs: contract looks/1.")
    private boolean json;

    @Mixin
    private WorkFolder work;

    private final Terminal terminal;

    LooksCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Path folder = NamedFile.folder(footage, "the footage");
        Backbeat backbeat = work.open();
        FootageLooks looks = Job.run(terminal, running -> looks(backbeat, folder, running));
        if (json) {
            terminal.out().println(JsonFile.text(looks));
        } else {
            LooksWords.print(looks, terminal.out());
        }
    }

    private FootageLooks looks(Backbeat backbeat, Path folder, Work running) {
        Footage found = backbeat.ingest(folder, running.part(0, 0.2));
        if (found.clips().isEmpty()) {
            throw UnusedFiles.nothingElse(found).asException();
        }
        return backbeat.looks(found, quick ? Depth.KEY_FRAMES : Depth.EVERY_FRAME, running.part(0.2, 1));
    }
}
