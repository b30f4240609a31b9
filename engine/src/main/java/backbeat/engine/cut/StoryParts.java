package backbeat.engine.cut;

import backbeat.engine.looks.FootageLooks;
import backbeat.engine.looks.Looks;
import backbeat.engine.looks.Passage;
import backbeat.engine.looks.Sighting;
import backbeat.engine.song.SongMap;
import backbeat.engine.sync.SyncResult.Match;
import backbeat.engine.time.Rational;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a story clip is seen in a shot. A clip that does not play the song fits with any of its parts, so once its shots are chosen the best part is taken for
 * each, the longest shot first: sharp, well lit and steady, faces rather than none, as much going on as the song wants there, its liveliest moment on a beat, no cut of
 * its own within, and nothing that another shot shows already. What a person holds keeps the part that was held.
 */
final class StoryParts {
    private static final double SHOWN_ALREADY = 2;
    private static final double OWN_CUT = 0.6;
    private static final double CUT_IN_FLASH = 0.4;
    private static final double AGAINST_ENERGY = 0.3;
    private static final double FACES = 0.15;
    private static final double LIVELY_ON_BEAT = 0.1;
    private static final double ON_BEAT = 0.08;
    private static final double BESIDE = 0.08;
    private static final double STEP = 0.2;
    /** Before the wanted moment and after the last frame: what rounding to whole frames may take. */
    private static final int SPARE_FRAMES = 2;

    /** A stretch of a clip, in clip seconds. */
    private record Part(double from, double to) {
        double overlap(Part other) {
            return Math.max(0, Math.min(to, other.to) - Math.max(from, other.from));
        }
    }

    private final ShotCosts costs;
    private final FootageLooks looks;
    private final SongMap map;
    private final List<Pin> held;
    private final double[] motions;

    StoryParts(ShotCosts costs, FootageLooks looks, SongMap map, List<Pin> held) {
        this.costs = costs;
        this.looks = looks;
        this.map = map;
        this.held = held;
        this.motions = PictureCosts.motions(looks);
    }

    List<Shot> in(List<Shot> shots) {
        List<Shot> placed = new ArrayList<>(shots);
        Map<String, List<Part>> shown = new HashMap<>();
        for (int i = 0; i < shots.size(); i++) {
            Shot shot = shots.get(i);
            Double kept = keptStart(shot);
            Take take = shot.take();
            if (take != null && take.story() && kept != null) {
                placed.set(i, shown(placed(take, shot, kept), shot, shown));
            }
        }
        IntStream.range(0, shots.size())
                .boxed()
                .filter(i -> isStory(shots.get(i)) && keptStart(shots.get(i)) == null)
                .sorted(Comparator.comparingDouble((Integer i) -> -seconds(shots.get(i))))
                .forEach(i -> placed.set(i, best(shots.get(i), shown)));
        return List.copyOf(placed);
    }

    private static boolean isStory(Shot shot) {
        return shot.take() != null && shot.take().story();
    }

    /** Where a person holds a shot: the moment of the clip that it begins with. */
    private @Nullable Double keptStart(Shot shot) {
        return held.stream()
                .filter(pin -> pin.from() == shot.from() && pin.take().isSameAs(shot.take()))
                .map(Pin::clipStart)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The shot with a take, whose part counts as seen. */
    private Shot shown(Take take, Shot shot, Map<String, List<Part>> shown) {
        double from = take.clipTimeAt(costs.points().get(shot.from()).frame());
        shown.computeIfAbsent(take.clip().path(), path -> new ArrayList<>()).add(new Part(from, from + seconds(shot)));
        return new Shot(shot.from(), shot.to(), take);
    }

    private double seconds(Shot shot) {
        return costs.seconds(shot.from(), shot.to());
    }

    private Shot best(Shot shot, Map<String, List<Part>> shown) {
        Take take = shot.take();
        if (take == null) {
            return shot;
        }
        List<Part> before = shown.getOrDefault(take.clip().path(), List.of());
        double first = take.video().start().toDouble();
        double length = take.video().rate().timeOf(take.video().frames()).toDouble();
        double spare = SPARE_FRAMES / take.video().rate().toDouble();
        double needed = seconds(shot);
        Optional<Looks> look =
                looks.of(take.clip().path()).filter(known -> !known.quality().isEmpty());
        int steps = (int) Math.floor((length - needed - 2 * spare) / STEP);
        Part best = IntStream.rangeClosed(0, Math.max(-1, steps))
                .mapToObj(i -> new Part(first + spare + i * STEP, first + spare + i * STEP + needed))
                .max(Comparator.comparingDouble(part -> worth(part, shot, look, before)))
                .orElse(null);
        return shown(best == null ? take : placed(take, shot, best.from), shot, shown);
    }

    private double worth(Part part, Shot shot, Optional<Looks> look, List<Part> shown) {
        double again = shown.stream().mapToDouble(part::overlap).sum() / (part.to - part.from);
        return look.map(known -> looked(part, shot, known)).orElse(0.0) - SHOWN_ALREADY * Math.min(1, again);
    }

    private double looked(Part part, Shot shot, Looks look) {
        double worth = look.quality(part.from, part.to);
        worth += FACES * faces(part, look);
        double begin = costs.points().get(shot.from()).seconds();
        double loudness = costs.pace().loudness(begin, begin + part.to - part.from);
        if (motions.length > 0) {
            double rank = PictureCosts.rank(look.motion(part.from, part.to), motions);
            worth -= AGAINST_ENERGY * Math.abs(rank - loudness);
            worth += isLivelyOnBeat(part, begin, look) ? LIVELY_ON_BEAT : 0;
        }
        for (Passage passage : look.passages(part.from - BESIDE, part.to + BESIDE)) {
            boolean inside = passage.start() > part.from + BESIDE && passage.end() < part.to - BESIDE;
            worth -= passage.kind() == Passage.Kind.CUT && inside ? OWN_CUT : 0;
            worth -= passage.kind() == Passage.Kind.FLASH && !inside ? CUT_IN_FLASH : 0;
        }
        return worth;
    }

    private static double faces(Part part, Looks look) {
        List<Sighting> asked = look.faces().stream()
                .filter(sighting -> sighting.seconds() >= part.from && sighting.seconds() <= part.to)
                .toList();
        return asked.isEmpty()
                ? 0
                : (double) asked.stream()
                                .filter(sighting -> sighting.faces() > 0)
                                .count()
                        / asked.size();
    }

    /** Whether the moment in which most happens lies on a beat of the song. */
    private boolean isLivelyOnBeat(Part part, double songStart, Looks look) {
        double step = 1.0 / look.rate();
        double liveliest = part.from;
        double most = 0;
        for (double at = part.from; at < part.to; at += step) {
            double motion = look.motion(at, at + step);
            if (motion > most) {
                most = motion;
                liveliest = at;
            }
        }
        double song = songStart + liveliest + step / 2 - part.from;
        return most > 0 && map.beats().stream().anyMatch(beat -> Math.abs(beat.time() - song) < ON_BEAT);
    }

    /** The same take, laid so that the shot begins with this moment of the clip; as it was where that cannot be. */
    private Take placed(Take take, Shot shot, double clipTime) {
        int from = costs.points().get(shot.from()).frame();
        int to = costs.points().get(shot.to()).frame();
        double rate = take.video().rate().toDouble();
        double first = take.video().start().toDouble();
        double clipStart = first + Math.round((clipTime - first) * rate) / rate;
        double spare = SPARE_FRAMES / rate;
        double songStart = take.rate().timeOf(from).toDouble();
        double seconds = take.rate().timeOf(to - from).toDouble() + spare;
        Match match = new Match(
                clipStart,
                clipStart + seconds,
                songStart,
                songStart + seconds,
                1,
                "1",
                take.match().mode(),
                0,
                0,
                0,
                1,
                List.of(),
                Map.of());
        int end = Math.toIntExact(costs.points().getLast().frame());
        Take laid = Take.of(take.index(), take.clip(), take.video(), match, take.rate(), end)
                .asStory()
                .withIndex(take.index());
        boolean whole =
                laid.covers(from, to) && laid.sourceStart(from, to - from).compareTo(Rational.ZERO) >= 0;
        return whole ? laid.within(from, to) : take;
    }
}
