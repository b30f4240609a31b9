package backbeat.app.cli;

import backbeat.engine.Backbeat;
import backbeat.engine.cut.CutWishes;
import backbeat.engine.derive.JsonFile;
import backbeat.engine.footage.Footage;
import backbeat.engine.problem.CutProblems;
import backbeat.engine.problem.Finding;
import backbeat.engine.song.Corrections;
import backbeat.engine.song.SongMap;
import backbeat.engine.take.SlateLog;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code backbeat cut}: from a song and a folder of footage to a cut video. */
@Command(
        name = "cut",
        description =
                "Cuts a video from a song and a folder of footage: song map, sync, rough cut for your editing program, film and report.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Writes into --out: song-map.json, sync.json, cut.json, cut-wishes.json, rough-cut.otio, .fcpxml (Final Cut, Resolve), .xml (Premiere), .edl, .mp4 and report.html.",
            "",
            "Examples:",
            "  backbeat cut --song song.wav --footage cards/ --out out/",
            "  backbeat cut --song song.wav --footage cards/ --out out/ --style frantic --lock 34 --ban C0007.MP4",
            "  backbeat cut --song song.wav --footage cards/ --out out/ --plan shots.csv",
            "  backbeat cut --song song.wav --footage /media/cards --out out --work /fast/disk --json"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class CutCommand implements Runnable {
    @Mixin
    private Material material;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the results.")
    private Path out;

    @Option(
            names = "--corrections",
            paramLabel = "FILE",
            description =
                    "A song map or corrections file whose corrections are held to. Default: those of the song-map.json in --out.")
    private @Nullable Path corrections;

    @Option(
            names = "--looks",
            paramLabel = "DEPTH",
            defaultValue = "auto",
            description =
                    "How closely the clips on the song are looked at for focus, light and shake: full (every frame), quick (key frames: no shake), none, or auto: full up to half an hour of footage.")
    private LookingDepth looks;

    @Option(names = "--json", description = "For programs: what was made, as JSON on standard output.")
    private boolean json;

    @Mixin
    private Wished wished;

    @Mixin
    private WorkFolder work;

    private final Terminal terminal;

    CutCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Path songFile = material.song();
        Path folder = material.footage();
        SlateLog slate = material.slateLog();
        Path results = NamedFile.named(out, "the results").toAbsolutePath().normalize();
        Originals.keepFromFolder(results, songFile);
        Writable.folder(results);
        Corrections said = Said.kept(corrections, results.resolve("song-map.json"));
        LastCut last = new LastCut(results);
        CutWishes before = last.wishes();
        wished.check(before);
        Backbeat backbeat = work.open();
        CutJob.Outcome outcome = Job.run(
                terminal,
                running -> new CutJob(
                                backbeat,
                                results,
                                said,
                                (map, footage, findings) -> wishes(before, last, map, footage, findings),
                                looks)
                        .run(songFile, folder, material.songAt(), slate, running));
        if (json) {
            terminal.out().println(JsonFile.text(asData(outcome)));
        } else {
            CutWords.print(outcome, out, terminal.out());
        }
    }

    /** What was wished before counts for the song it was said of. */
    private CutWishes wishes(CutWishes before, LastCut last, SongMap map, Footage footage, List<Finding> findings) {
        if (before.mayBeOf(map.duration())) {
            return wished.with(before, map, footage, last.shots());
        }
        findings.add(
                Finding.warning(CutProblems.wishesOfAnotherSong(material.song().toString())));
        return wished.with(CutWishes.NONE.withStyle(before.style()), map, footage, List.of());
    }

    private Map<String, Object> asData(CutJob.Outcome outcome) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.putAll(LastCut.data(outcome.cut(), outcome.style()));
        data.put("out", out.toString());
        data.put("files", outcome.files());
        data.put("findings", outcome.allFindings());
        return data;
    }
}
