package backbeat.engine.ltc;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Timecode;
import java.util.Comparator;
import java.util.List;

/** A run that may go on: which rates its labels still allow, and the line through its frames. */
final class OpenRun {
    private static final List<Integer> NOMINAL = List.of(24, 25, 30);
    /** A frame that lies so far from where its count says belongs to another run; in frames. */
    private static final double TOLERANCE_FRAMES = 0.2;

    /** Half of what a pair of rates, such as 24 and 23.976, differs by. */
    private static final double NTSC_TOLERANCE = 0.0005;

    private final RunFinder.Sighting first;
    private final CountLine line;
    private final double expectedPerSecond;
    private final double leastUncertainty;
    private RunFinder.Sighting last;
    private List<Integer> nominals;
    private long count;
    private long read;

    OpenRun(RunFinder.Sighting first, double leastUncertainty) {
        this.leastUncertainty = leastUncertainty;
        this.first = first;
        this.last = first;
        this.nominals = NOMINAL.stream().filter(first.frame()::fits).toList();
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
        List<Integer> fitting = nominals.stream()
                .filter(nominal -> next.frame().fits(nominal) && step(next, nominal) == direction() * steps)
                .toList();
        if (fitting.isEmpty()) {
            return false;
        }
        nominals = fitting;
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
        return new LtcRun(
                first.frame().timecode(rate),
                last.frame().timecode(rate),
                read,
                first.seconds() - line.offset() / perSecond,
                perSecond,
                mean,
                mean / line.spanSeconds(),
                scatter,
                last.frame().userBits());
    }

    /** Of the rates that the labels allow the one whose speed is nearest; an NTSC one only when it explains the speed. */
    private Rate rate(double perSecond) {
        int nominal = nominals.stream()
                .min(Comparator.comparingDouble(n -> Math.abs(Math.log(perSecond / n))))
                .orElseThrow();
        Rate ntsc = Rate.of(nominal * 1000L, 1001);
        boolean explains = nominal != 25 && Math.abs(perSecond / ntsc.toDouble() - 1) < NTSC_TOLERANCE;
        return explains || first.frame().dropFrame() ? ntsc : Rate.of(nominal);
    }
}
