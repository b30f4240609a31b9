package backbeat.app.cli;

import backbeat.engine.cut.Choice;
import backbeat.engine.cut.CutWishes;
import backbeat.engine.cut.CutWishes.Ban;
import backbeat.engine.cut.CutWishes.Held;
import backbeat.engine.cut.Style;
import backbeat.engine.footage.Clip;
import backbeat.engine.footage.Footage;
import backbeat.engine.problem.Problem;
import backbeat.engine.song.SongMap;
import backbeat.engine.song.SongPlace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which somebody says what a cut should be. They are added to what was said of the cut before. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class Wished {
    /** A cut comes up to a frame before the beat that it is called by. */
    private static final double NEAR = 0.05;

    @Option(
            names = "--style",
            paramLabel = "NAME|FILE",
            description =
                    "How the cut should feel: a name that \"backbeat styles\" lists, or a JSON file of your own. Kept for the next run.")
    private @Nullable String style;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "Another cut that is about as good; 0 for the first one again. Kept for the next run.")
    private @Nullable Long seed;

    @Option(
            names = "--repeats",
            paramLabel = "HOW",
            description =
                    "What a section shows that is heard again: alike (the same angles, cuts at the same places), different, free, or style for what the style says. Kept for the next run.")
    private @Nullable Repeating repeats;

    /** As on the command line. */
    enum Repeating {
        alike(Style.Repeats.ALIKE),
        different(Style.Repeats.DIFFERENT),
        free(Style.Repeats.FREE),
        style(null);

        private final Style.@Nullable Repeats wish;

        Repeating(Style.@Nullable Repeats wish) {
            this.wish = wish;
        }
    }

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description =
                    "A shot list (CSV) on the bars of the song: a strong wish where there is footage of it; \"none\" takes it back. Kept for the next run.")
    private @Nullable Path plan;

    @Option(
            names = "--lock",
            paramLabel = "PLACE",
            description =
                    "The shot that the last cut shows here stays as it is: 34 (bar), 34.2 (bar and beat), 1:02.5, or \"all\". May be given several times.")
    private List<String> locks = List.of();

    @Option(names = "--unlock", paramLabel = "PLACE", description = "Frees the shot that is locked here, or \"all\".")
    private List<String> unlocks = List.of();

    @Option(
            names = "--pick",
            paramLabel = "CLIP@FROM-TO",
            description = "This clip is seen from one place to another: C0007.MP4@12-15 for bars 12 to 15.")
    private List<String> picks = List.of();

    @Option(names = "--ban", paramLabel = "CLIP[@FROM-TO]", description = "This clip is not seen there, or anywhere.")
    private List<String> bans = List.of();

    @Option(names = "--circle", paramLabel = "CLIP", description = "A take that was liked on the set: seen more.")
    private List<String> circles = List.of();

    @Option(
            names = "--story",
            paramLabel = "CLIP",
            description =
                    "A clip that does not play the song and may be shown anywhere; those in a folder called story, b-roll, cutaways or inserts are anyway.")
    private List<String> stories = List.of();

    @Option(
            names = "--unwish",
            paramLabel = "CLIP",
            description = "Takes back what was picked, banned, circled or told of this clip.")
    private List<String> unwished = List.of();

    @Option(names = "--forget-wishes", description = "Forgets what was wished of the cut before.")
    private boolean forget;

    /** Refuses a style or a shot list that is none before any work is done. */
    void check(CutWishes before) {
        CutWishes base = forget ? CutWishes.NONE : before;
        LastCut.style(style == null ? base : base.withStyle(LastCut.lasting(style)));
        LastCut.plan(plan == null ? base : base.withPlan(LastCut.lastingPlan(plan)));
    }

    /**
     * What was wished before and now.
     *
     * @param last shots of the last cut, which locks speak of
     */
    CutWishes with(CutWishes before, SongMap map, Footage footage, List<Choice> last) {
        return added(forget ? CutWishes.NONE : before, map, footage, last);
    }

    private CutWishes added(CutWishes before, SongMap map, Footage footage, List<Choice> last) {
        CutWishes wishes = before;
        wishes = style == null ? wishes : wishes.withStyle(LastCut.lasting(style));
        wishes = seed == null ? wishes : wishes.withSeed(seed);
        wishes = plan == null ? wishes : wishes.withPlan(LastCut.lastingPlan(plan));
        wishes = repeats == null ? wishes : wishes.withRepeats(repeats.wish);
        for (String place : unlocks) {
            wishes = place.equals("all")
                    ? unlocked(wishes)
                    : wishes.unlocking(SongPlace.parse(place).start(map) + NEAR);
        }
        for (String clip : unwished) {
            wishes = wishes.without(path(clip, footage));
        }
        for (String place : locks) {
            for (Held shot : shots(place, map, last)) {
                wishes = wishes.locking(shot);
            }
        }
        for (String pick : picks) {
            Stretch stretch = Stretch.parse(pick, map);
            if (stretch.from == null || stretch.to == null) {
                throw bad("--pick needs to know from where to where: " + pick + "@12-15.");
            }
            wishes = wishes.picking(new Held(path(stretch.clip, footage), stretch.from, stretch.to));
        }
        for (String ban : bans) {
            Stretch stretch = Stretch.parse(ban, map);
            wishes = wishes.banning(new Ban(path(stretch.clip, footage), stretch.from, stretch.to));
        }
        for (String clip : circles) {
            wishes = wishes.circling(path(clip, footage));
        }
        for (String clip : stories) {
            wishes = wishes.telling(path(clip, footage));
        }
        return wishes;
    }

    private static CutWishes unlocked(CutWishes wishes) {
        CutWishes free = wishes;
        for (Held lock : wishes.locks()) {
            free = free.unlocking(lock.from());
        }
        return free;
    }

    private static List<Held> shots(String place, SongMap map, List<Choice> last) {
        List<Held> shots = whole(last);
        if (place.equals("all")) {
            return shots;
        }
        double at = SongPlace.parse(place).start(map);
        return shots.stream()
                .filter(shot -> shot.from() <= at + NEAR && at + NEAR < shot.to())
                .findFirst()
                .map(List::of)
                .orElseThrow(() -> bad("There is no shot at " + place
                        + " that could be locked: --lock speaks of the last cut in --out."));
    }

    private static List<Held> whole(List<Choice> last) {
        List<Held> shots = new ArrayList<>();
        for (Choice choice : last) {
            String clip = choice.clip();
            if (choice.goesOn() && !shots.isEmpty()) {
                Held before = shots.removeLast();
                shots.add(new Held(before.clip(), before.from(), choice.songEnd(), before.clipStart()));
            } else if (clip != null) {
                shots.add(new Held(clip, choice.songStart(), choice.songEnd(), choice.clipStart()));
            }
        }
        return shots;
    }

    /** A clip by its path, or by as much of the end of it as tells it from the others. */
    private static String path(String named, Footage footage) {
        List<String> fitting = footage.clips().stream()
                .map(Clip::path)
                .filter(path -> path.equals(named) || path.endsWith("/" + named))
                .toList();
        if (fitting.contains(named)) {
            return named;
        }
        if (fitting.size() != 1) {
            throw bad(
                    fitting.isEmpty()
                            ? "There is no clip \"" + named + "\" in the footage."
                            : "Several clips are called \"" + named + "\": " + String.join(", ", fitting) + ".");
        }
        return fitting.getFirst();
    }

    private record Stretch(
            String clip, @Nullable Double from, @Nullable Double to) {
        static Stretch parse(String written, SongMap map) {
            int at = written.lastIndexOf('@');
            String[] places = at < 0 ? new String[0] : written.substring(at + 1).split("-", -1);
            if (places.length != 2) {
                return new Stretch(written, null, null);
            }
            SongPlace from = SongPlace.parse(places[0]);
            SongPlace to = SongPlace.parse(places[1]);
            return new Stretch(written.substring(0, at), from.start(map), to.end(map));
        }
    }

    private static RuntimeException bad(String what) {
        return new Problem("cli/bad-argument", what, "", "", "See: backbeat cut --help").asException();
    }
}
