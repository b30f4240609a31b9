package backbeat.engine.cut;

import backbeat.engine.looks.FootageLooks;
import backbeat.engine.looks.Looks;
import backbeat.engine.looks.Passage;
import backbeat.engine.looks.ShotSize;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the look of a take costs: a poor picture by the second; movement that does not go with the energy of the song, by the second; and a cut that falls into a flash
 * or a blur. How much a picture moves is ranked among all that were looked at: what is much depends on the shoot.
 */
final class PictureCosts {
    /** A cut this near to a flash is in it, in seconds: two frames or so. */
    private static final double IN_FLASH = 0.08;

    private static final Set<Passage.Kind> NO_PLACE_TO_CUT =
            EnumSet.of(Passage.Kind.FLASH, Passage.Kind.BLURRED, Passage.Kind.BLACK, Passage.Kind.OVEREXPOSED);

    private final ShotCosts costs;
    private final Map<String, Looks> looks = new HashMap<>();
    private final double[] motions;
    /** What is taken for a clip that nobody could look at: as poor as the others are on the whole. */
    private final double usual;

    PictureCosts(ShotCosts costs, FootageLooks all) {
        this.costs = costs;
        all.clips().stream().filter(clip -> !clip.quality().isEmpty()).forEach(clip -> looks.put(clip.path(), clip));
        this.usual = all.clips().stream()
                .flatMap(clip -> clip.quality().stream())
                .mapToDouble(quality -> 1 - quality)
                .average()
                .orElse(0);
        this.motions = all.clips().stream()
                .flatMap(clip -> clip.motion().stream())
                .mapToDouble(Double::doubleValue)
                .filter(motion -> motion > 0)
                .sorted()
                .toArray();
    }

    ShotCosts added() {
        if (looks.isEmpty()) {
            return costs;
        }
        return costs.with(Term.QUALITY, this::quality)
                .with(Term.MOVEMENT, this::movement)
                .withEdges(this::inFlash);
    }

    private double quality(int take, int step) {
        Looks look = lookOf(take);
        double poor = look == null ? usual : 1 - look.quality(from(take, step), to(take, step));
        return costs.style().prices().quality() * costs.seconds(step, step + 1) * poor;
    }

    private double movement(int take, int step) {
        Looks look = lookOf(take);
        if (look == null || motions.length == 0) {
            return 0;
        }
        List<CutPoint> points = costs.points();
        double loudness = costs.pace()
                .loudness(points.get(step).seconds(), points.get(step + 1).seconds());
        double away = Math.abs(rank(look.motion(from(take, step), to(take, step))) - loudness);
        return costs.style().prices().movement() * costs.seconds(step, step + 1) * away;
    }

    /** Part of all moments that were looked at in which less happens. */
    private double rank(double motion) {
        int found = Arrays.binarySearch(motions, motion);
        return (double) (found < 0 ? -found - 1 : found) / motions.length;
    }

    private double inFlash(int take, int point) {
        Looks look = lookOf(take);
        if (look == null) {
            return 0;
        }
        double at = clipTime(take, point);
        boolean hit = look.passages(at - IN_FLASH, at + IN_FLASH).stream()
                .anyMatch(passage -> NO_PLACE_TO_CUT.contains(passage.kind()));
        return hit ? costs.style().prices().cutInFlash() : 0;
    }

    /** The fault that takes up most of a shot. */
    Optional<Passage> fault(Take take, int from, int to) {
        Looks look = looks.get(take.clip().path());
        if (look == null) {
            return Optional.empty();
        }
        double start = take.clipTimeAt(costs.points().get(from).frame());
        double end = take.clipTimeAt(costs.points().get(to).frame());
        return look.passages(start, end).stream()
                .filter(passage -> passage.kind().isFault())
                .max(Comparator.comparingDouble(
                        passage -> Math.min(passage.end(), end) - Math.max(passage.start(), start)));
    }

    /** How large people stand in a shot. */
    ShotSize shotSize(Take take, int from, int to) {
        Looks look = looks.get(take.clip().path());
        return look == null
                ? ShotSize.UNKNOWN
                : look.shotSize(
                        take.clipTimeAt(costs.points().get(from).frame()),
                        take.clipTimeAt(costs.points().get(to).frame()));
    }

    private @Nullable Looks lookOf(int take) {
        Take asked = costs.takes().get(take);
        return looks.get(asked.clip().path());
    }

    private double from(int take, int step) {
        return clipTime(take, step);
    }

    private double to(int take, int step) {
        return clipTime(take, step + 1);
    }

    private double clipTime(int take, int point) {
        return costs.takes().get(take).clipTimeAt(costs.points().get(point).frame());
    }
}
