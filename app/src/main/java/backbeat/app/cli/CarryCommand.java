package backbeat.app.cli;

import backbeat.engine.Backbeat;
import backbeat.engine.derive.Work;
import backbeat.engine.song.CarriedMap;
import backbeat.engine.song.Corrections;
import backbeat.engine.song.SongMap;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backbeat analyze carry}: a corrected map for another version of the song. */
@Command(
        name = "carry",
        description = {
            "Takes a corrected song map over to another version of the song: a new mix, a radio edit, another speed.",
            "Both recordings are laid on each other; what moved and what is gone is listed."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  backbeat analyze carry song-map.json radio-edit.wav --song song.wav --out radio-map.json"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class CarryCommand implements Runnable {
    @Parameters(index = "0", paramLabel = "OLD-MAP", description = "The map of the old version.")
    private Path map;

    @Parameters(index = "1", paramLabel = "NEW-SONG", description = "The new version.")
    private Path version;

    @Option(names = "--song", required = true, paramLabel = "OLD-SONG", description = "The old version itself.")
    private Path song;

    @Mixin
    private JsonResult result;

    @Mixin
    private WorkFolder work;

    private final Terminal terminal;

    /** What the work gives. */
    private record Outcome(CarriedMap carried, SongMap map) {}

    CarryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Path oldMap = NamedFile.file(map, "the song map");
        Path oldSong = NamedFile.file(song, "the old song");
        Path newSong = NamedFile.file(version, "the new song");
        result.prepare();
        Backbeat backbeat = work.open();
        Outcome outcome = Job.run(terminal, running -> carry(backbeat, oldMap, oldSong, newSong, running));
        result.tell(outcome.map(), terminal);
        if (!result.isOnStandardOutput()) {
            print(outcome.carried(), terminal.out());
        }
    }

    private static Outcome carry(Backbeat backbeat, Path oldMap, Path oldSong, Path newSong, Work running) {
        SongMap known = SongOrMap.open(backbeat, oldMap, Corrections.none(), running.part(0, 0.01))
                .map();
        Backbeat.Song old = backbeat.song(oldSong, running.part(0.01, 0.02));
        Backbeat.Song version = backbeat.song(newSong, running.part(0.02, 0.03));
        CarriedMap carried = backbeat.carry(known, old, version, running.part(0.03, 0.95));
        return new Outcome(carried, backbeat.analyse(version, carried.corrections(), running.part(0.95, 1)));
    }

    private static void print(CarriedMap carried, PrintWriter to) {
        to.println("in both");
        for (CarriedMap.Same same : carried.stretches()) {
            to.printf(
                    Locale.ROOT,
                    "  %s - %s   was %s - %s   %+.3f s%s%n",
                    clock(same.from()),
                    clock(same.to()),
                    clock(same.oldFrom()),
                    clock(same.oldTo()),
                    same.from() - same.oldFrom(),
                    Math.abs(same.speed() - 1) < 1e-4 ? "" : String.format(Locale.ROOT, ", speed %.4f", same.speed()));
        }
        to.println("sections");
        for (CarriedMap.Moved moved : carried.sections()) {
            Double start = moved.newStart();
            String now = start == null
                    ? "gone"
                    : "now " + clock(start)
                            + (moved.part() < 0.95
                                    ? String.format(Locale.ROOT, ", %.0f %% of it", 100 * moved.part())
                                    : "");
            to.printf(Locale.ROOT, "  %-12s %s   %s%n", moved.name(), clock(moved.oldStart()), now);
        }
    }

    private static String clock(double seconds) {
        return StepWords.clock(seconds);
    }
}
