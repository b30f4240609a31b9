package backbeat.engine.ltc;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Timecode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A run that may go on: which rates its labels still allow, and the line through its frames. */
final class OpenRun {
    private static final List<Integer> NOMINAL = List.of(24, 25, 30);
    /** A frame that lies so far from where its count says belongs to another run; in frames. */
    private static final double TOLERANCE_FRAMES = 0.2;

    /** Half of what a pair of rates, such as 24 and 23.976, differs by. */
    private static final double NTSC_TOLERANCE = 0.0005;

    /** Labels that speak against a rate before it is given up: one may be misread, and at the turn of a second such a one can fit another rate. */
    private static final int DISBELIEVED = 2;

    private final RunFinder.Sighting first;
    private final CountLine line;
    private final double expectedPerSecond;
    private final double leastUncertainty;
    private RunFinder.Sighting last;
    private final Map<Integer, Integer> against = new LinkedHashMap<>();
    private long count;
    private long read;

    OpenRun(RunFinder.Sighting first, double leastUncertainty) {
        this.leastUncertainty = leastUncertainty;
        this.first = first;
        this.last = first;
        NOMINAL.stream().filter(first.frame()::fits).forEach(nominal -> against.put(nominal, 0));
        this.expectedPerSecond = direction() / first.frameSeconds();
        this.line = new CountLine(first.seconds());
        note(first);
    }

    private int direction() {
        return first.backwards() ? -1 : 1;
    }

    /** Takes a frame if it counts on. @return whether it did */
    boolean take(RunFinder.Sighting next, double longestGapFrames) {
        double elapsed = (next.seconds() - last.seconds()) / (0.5 * (next.frameSeconds() + last.frameSeconds()));
        long steps = Math.round(elapsed);
        boolean inTime = next.backwards() == first.backwards()
                && next.frame().dropFrame() == first.frame().dropFrame()
                && steps >= 1
                && steps <= longestGapFrames
                && Math.abs(elapsed - steps) < TOLERANCE_FRAMES;
        if (!inTime) {
            return false;
        }
        Set<Integer> fitting = against.keySet().stream()
                .filter(nominal -> next.frame().fits(nominal) && step(next, nominal) == direction() * steps)
                .collect(Collectors.toSet());
        if (fitting.isEmpty()) {
            return false;
        }
        against.replaceAll((nominal, labels) -> fitting.contains(nominal) ? labels : labels + 1);
        against.values().removeIf(labels -> labels == DISBELIEVED);
        count += direction() * steps;
        last = next;
        note(next);
        return true;
    }

    /** Labels from the last frame to this one, the short way round midnight. */
    private long step(RunFinder.Sighting next, int nominal) {
        long day = Timecode.framesADay(nominal, next.frame().dropFrame());
        long forwards = Math.floorMod(next.frame().count(nominal) - last.frame().count(nominal), day);
        return forwards > day / 2 ? forwards - day : forwards;
    }

    private void note(RunFinder.Sighting seen) {
        read++;
        line.add(seen.seconds(), (double) count, expectedPerSecond);
    }

    LtcRun told() {
        double perSecond = expectedPerSecond + line.slope();
        Rate rate = rate(Math.abs(perSecond));
        double scatter = line.scatter() / Math.abs(perSecond);
        double mean = Math.max(scatter / Math.sqrt(line.count()), leastUncertainty);
        Timecode from = first.frame().timecode(rate);
        return new LtcRun(
                from,
                from.plusFrames(count),
                read,
                first.seconds() - line.offset() / perSecond,
                perSecond,
                mean,
                mean / line.spanSeconds(),
                scatter,
                last.frame().userBits());
    }

    /**
     * The rate that explains the speed, though one label may speak against it; else of the rates that the labels speak least against the one whose speed is nearest.
     * An NTSC one only when it explains the speed.
     */
    private Rate rate(double perSecond) {
        int nominal = against.keySet().stream()
                .min(Comparator.comparing((Integer n) -> !explains(n, perSecond))
                        .thenComparing(against::get)
                        .thenComparingDouble(n -> Math.abs(Math.log(perSecond / n))))
                .orElseThrow();
        Rate ntsc = ntsc(nominal);
        boolean explains = nominal != 25 && isAtSpeed(ntsc, perSecond);
        return explains || first.frame().dropFrame() ? ntsc : Rate.of(nominal);
    }

    private static boolean explains(int nominal, double perSecond) {
        return isAtSpeed(Rate.of(nominal), perSecond) || (nominal != 25 && isAtSpeed(ntsc(nominal), perSecond));
    }

    private static Rate ntsc(int nominal) {
        return Rate.of(nominal * 1000L, 1001);
    }

    private static boolean isAtSpeed(Rate rate, double perSecond) {
        return Math.abs(perSecond / rate.toDouble() - 1) < NTSC_TOLERANCE;
    }
}
