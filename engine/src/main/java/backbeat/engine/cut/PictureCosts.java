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
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * What the look of a take costs: a poor picture by the second; movement that does not go with the energy of the song, by the second; and a cut that falls into a flash
 * or a blur. How much a picture moves is ranked among all that were looked at: what is much depends on the shoot.
 */
final class PictureCosts {
    /** A cut this near to a flash is in it, in seconds: two frames or so. */
    private static final double IN_FLASH = 0.08;
    /** As long as a shot of a story may be, in seconds. */
    private static final double PART = 2;

    private static final Set<Passage.Kind> NO_PLACE_TO_CUT =
            EnumSet.of(Passage.Kind.FLASH, Passage.Kind.BLURRED, Passage.Kind.BLACK, Passage.Kind.OVEREXPOSED);

    private final ShotCosts costs;
    private final Map<String, Looks> looks = new HashMap<>();
    private final double[] motions;
    private final Map<String, Double> bestParts = new HashMap<>();
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
        this.motions = motions(all);
    }

    /** How much happens in every moment of the shoot in which anything does, in order. */
    static double[] motions(FootageLooks all) {
        return all.clips().stream()
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
        if (costs.takes().get(take).story()) {
            return costs.style().prices().quality() * costs.seconds(step, step + 1) * poorAtBest(take);
        }
        Looks look = lookOf(take);
        double poor = look == null ? usual : 1 - look.quality(from(take, step), to(take, step));
        return costs.style().prices().quality() * costs.seconds(step, step + 1) * poor;
    }

    /** Which part of a story clip is seen is chosen when its shots are: until then it is as good as its best seconds. */
    private double poorAtBest(int take) {
        return bestParts.computeIfAbsent(costs.takes().get(take).clip().path(), path -> {
            Looks look = looks.get(path);
            double length = costs.takes().get(take).clip().facts().duration().toDouble();
            return look == null
                    ? usual
                    : 1
                            - DoubleStream.iterate(0, at -> at == 0 || at + PART <= length, at -> at + PART / 2)
                                    .map(at -> look.quality(at, at + PART))
                                    .max()
                                    .orElse(0);
        });
    }

    private double movement(int take, int step) {
        Looks look = lookOf(take);
        if (look == null || motions.length == 0 || costs.takes().get(take).story()) {
            return 0;
        }
        List<CutPoint> points = costs.points();
        double loudness = costs.pace()
                .loudness(points.get(step).seconds(), points.get(step + 1).seconds());
        double away = Math.abs(rank(look.motion(from(take, step), to(take, step)), motions) - loudness);
        return costs.style().prices().movement() * costs.seconds(step, step + 1) * away;
    }

    /** Part of all moments that were looked at in which less happens. */
    static double rank(double motion, double[] motions) {
        int found = Arrays.binarySearch(motions, motion);
        return (double) (found < 0 ? -found - 1 : found) / motions.length;
    }

    private double inFlash(int take, int point) {
        Looks look = lookOf(take);
        if (look == null || costs.takes().get(take).story()) {
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

    /** How large people stand in a shot, and beside the one before it; empty where nobody knows. */
    Optional<String> sizeWords(@Nullable Shot before, Shot shot, Take take) {
        ShotSize size = shotSize(take, shot.from(), shot.to());
        Take last = before == null ? null : before.take();
        ShotSize old = before == null || last == null ? ShotSize.UNKNOWN : shotSize(last, before.from(), before.to());
        String beside = old == ShotSize.UNKNOWN || old == size ? "" : ", after " + old.words();
        return size == ShotSize.UNKNOWN ? Optional.empty() : Optional.of("shot size: " + size.words() + beside);
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
