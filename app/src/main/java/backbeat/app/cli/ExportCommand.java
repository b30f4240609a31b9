package backbeat.app.cli;

import backbeat.engine.Backbeat;
import backbeat.engine.derive.Work;
import backbeat.engine.problem.Problem;
import backbeat.engine.song.Corrections;
import backbeat.engine.songfile.Part;
import backbeat.engine.songfile.SongFiles;
import backbeat.engine.songfile.SongFormat;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Timecode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backbeat analyze export}: the song map in files of other programs. */
@Command(
        name = "export",
        description = {
            "Writes beats, bars and sections for other programs; the ending of --to says for which:",
            "  .txt     labels for Audacity         .mid     MIDI file: tempo, metre, markers, beats as notes",
            "  .beats   time and number of beats    .wav     click track, as long as the song",
            "  .lab     sections                    .edl     markers for DaVinci Resolve",
            "  .json    the map                     .fcpxml  Final Cut Pro, Resolve    .xml  Premiere Pro"
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  backbeat analyze export song-map.json --to tempo.mid --to click.wav",
            "  backbeat analyze export song.wav --to labels.txt --parts sections,beats",
            "  backbeat analyze export song.wav --to markers.edl --rate 23.976 --start 01:00:00:00"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ExportCommand implements Runnable {
    @Parameters(paramLabel = "SONG|MAP", description = "The song, or its map.")
    private Path song;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE",
            description = "File to write. May be given several times.")
    private List<Path> targets;

    @Option(
            names = "--parts",
            paramLabel = "PART",
            split = ",",
            description = "What is told: ${COMPLETION-CANDIDATES}. Default: what is usual in the format.")
    private Set<Part> parts = Set.of();

    @Option(
            names = "--rate",
            paramLabel = "FPS",
            defaultValue = "25",
            description = "Frames a second of the edit. Default: ${DEFAULT-VALUE}.")
    private String rate;

    @Option(
            names = "--start",
            paramLabel = "TC",
            defaultValue = "01:00:00:00",
            description = "Timecode of the song's beginning in the edit. Default: ${DEFAULT-VALUE}.")
    private String start;

    @Option(
            names = "--corrections",
            paramLabel = "FILE",
            description = "A song map or corrections file whose corrections are held to.")
    private @Nullable Path corrections;

    @Mixin
    private WorkFolder work;

    private final Terminal terminal;

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Path file = NamedFile.file(song, "the song");
        Map<Path, SongFormat> formats = formats();
        Timecode begins = begins();
        Corrections said = Said.kept(corrections, null);
        Backbeat backbeat = work.open();
        List<Path> written = Job.run(terminal, running -> write(backbeat, file, said, formats, begins, running));
        written.forEach(path -> terminal.out().println("written   " + path));
    }

    private List<Path> write(
            Backbeat backbeat,
            Path file,
            Corrections said,
            Map<Path, SongFormat> formats,
            Timecode begins,
            Work running) {
        SongOrMap known = SongOrMap.open(backbeat, file, said, running);
        SongFiles.Order order = new SongFiles.Order(known.title(), parts, begins);
        List<Path> written = new ArrayList<>();
        formats.forEach(
                (target, format) -> written.addAll(backbeat.export(known.map(), known.song(), format, order, target)));
        return written;
    }

    private Map<Path, SongFormat> formats() {
        Map<Path, SongFormat> formats = new LinkedHashMap<>();
        for (Path target : targets) {
            NamedFile.named(target, "the file to write");
            SongFormat format = SongFormat.ofFile(target.toString())
                    .orElseThrow(() -> new Problem(
                                    "cli/unknown-format",
                                    "The ending does not say for which program this file is.",
                                    target.toString(),
                                    "",
                                    "Use one of " + SongFormat.extensions() + ".")
                            .asException());
            Originals.keepFromFile(target);
            Writable.file(target);
            formats.put(target, format);
        }
        return formats;
    }

    private Timecode begins() {
        try {
            return Timecode.parse(start, Rate.parse(rate));
        } catch (IllegalArgumentException | ArithmeticException slip) {
            throw new Problem(
                            "cli/bad-argument",
                            "This could not be understood: " + slip.getMessage() + ".",
                            "",
                            "",
                            "See: backbeat analyze export --help")
                    .asException();
        }
    }
}
