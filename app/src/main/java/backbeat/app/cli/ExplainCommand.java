package backbeat.app.cli;

import backbeat.engine.Backbeat;
import backbeat.engine.derive.JsonFile;
import backbeat.engine.derive.Work;
import backbeat.engine.sync.SyncExplanation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backbeat sync explain CLIP}: why a clip stands where it stands, or nowhere. */
@Command(
        name = "explain",
        description = {
            "Tells why a clip stands where it stands on the song, or nowhere: what was heard, tried, weighed and decided.",
            "Only the clip's own sound is asked; timecode, other cameras and the slate log may decide otherwise in sync."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  backbeat sync explain A001.mov --song song.wav",
            "  backbeat sync explain CARD1/A001.mov --song song.wav --footage cards/ --json"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ExplainCommand implements Runnable {
    private static final String NAME = "explain";

    @Parameters(paramLabel = "CLIP", description = "The clip: a file, or its path below --footage.")
    private Path clip;

    @Option(names = "--song", required = true, paramLabel = "FILE", description = "The song: WAV, FLAC, MP3, M4A ...")
    private Path song;

    @Option(names = "--footage", paramLabel = "DIR", description = "Folder that the clip's path begins in; only read.")
    private @Nullable Path footage;

    @Option(names = "--json", description = "For programs: contract sync-explanation/1.")
    private boolean json;

    @Mixin
    private WorkFolder work;

    private final Terminal terminal;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Picocli asks for what sync itself needs even when this command is called instead of it. */
    static void standAlone(CommandLine whole, List<String> words) {
        int at = words.indexOf("sync");
        if (at < 0 || at + 1 == words.size() || !words.get(at + 1).equals(NAME)) {
            return;
        }
        CommandSpec sync =
                Objects.requireNonNull(whole.getSubcommands().get("sync")).getCommandSpec();
        for (OptionSpec option : List.copyOf(sync.options())) {
            if (option.required()) {
                sync.remove(option);
                sync.add(OptionSpec.builder(option).required(false).build());
            }
        }
    }

    @Override
    public void run() {
        Path songFile = NamedFile.file(song, "the song");
        Path clipFile = clipFile();
        Backbeat backbeat = work.open();
        SyncExplanation why = Job.run(terminal, running -> explain(backbeat, songFile, clipFile, running));
        if (json) {
            terminal.out().println(JsonFile.text(why));
        } else {
            new ExplainWords(why, terminal.out()).print();
        }
    }

    private Path clipFile() {
        NamedFile.named(clip, "the clip");
        if (footage == null) {
            return NamedFile.file(clip, "the clip");
        }
        Path below = NamedFile.folder(footage, "the footage").resolve(clip);
        return NamedFile.file(Files.exists(below) || !Files.exists(clip) ? below : clip, "the clip");
    }

    private SyncExplanation explain(Backbeat backbeat, Path songFile, Path clipFile, Work running) {
        Backbeat.Song known = backbeat.song(songFile, running.part(0, 0.05));
        return backbeat.explain(known, clipFile, clip.toString().replace('\\', '/'), running.part(0.05, 1));
    }
}
