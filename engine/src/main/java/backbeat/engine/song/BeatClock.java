package backbeat.engine.song;

import backbeat.engine.song.SongMap.Bar;
import backbeat.engine.song.SongMap.Beat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Says song times and lengths as musicians do, so that every place of the program says the same of the same cut.
 *
 * <p>A picture can only change where a frame begins: a cut on a beat lies up to one frame before it. So a time stands on a beat that is no further away than a frame,
 * and a length is counted in beats where both of its ends stand on one.
 */
public final class BeatClock {
    /** Without a picture there are still roundings, and hands. */
    private static final double NEAREST = 0.025;
    /** Times of a map are rounded. */
    private static final double ROUNDING = 0.0005;
    /** From so many bars on nobody counts beats. */
    private static final int LONG_IN_BARS = 4;

    private final List<Beat> beats;
    private final List<Bar> bars;
    private final double beside;
    private final double end;

    /** @param frameSeconds length of a frame of the pictures that are told of; 0 where there are none */
    public BeatClock(SongMap map, double frameSeconds) {
        beats = map.beats();
        bars = map.bars();
        end = endOf(beats, bars);
        beside = Math.max(NEAREST, frameSeconds + ROUNDING);
    }

    /** How far before a beat a time may lie and still stand on it, in seconds. */
    public double beside() {
        return beside;
    }

    /** The beat that sounds at a time; none before the first. */
    public Optional<Beat> at(double seconds) {
        int index = indexAt(seconds);
        return index < 0 ? Optional.empty() : Optional.of(beats.get(index));
    }

    /** In bars where it is whole bars or long, in beats where it is short; in seconds where an end is on no beat. */
    public String length(double from, double to) {
        int first = indexAt(from);
        if (first < 0 || bars.isEmpty()) {
            return seconds(to - from);
        }
        int inBar = beatsOfBarOf(first);
        boolean counted = standsOn(first, from) && standsOn(lastIndex(to), to);
        int count = lastIndex(to) - first;
        if (counted && count > 0 && count % inBar == 0) {
            return counted(count / inBar, "bar");
        }
        if (count >= LONG_IN_BARS * inBar) {
            return "about " + counted(Math.round((float) count / inBar), "bar");
        }
        return counted && count > 0 ? counted(count, "beat") : seconds(to - from);
    }

    /** {@code 5.4 s}. */
    public static String seconds(double seconds) {
        String text = String.format(Locale.ROOT, "%.2f", seconds);
        return text.replaceAll("\\.?0+$", "") + " s";
    }

    private boolean standsOn(int index, double seconds) {
        return index >= 0 && Math.abs(timeOf(index) - seconds) <= beside;
    }

    /** As for a start, but the end of the last bar, where no beat sounds any more, counts as well. */
    private int lastIndex(double seconds) {
        return seconds + beside >= timeOf(beats.size()) ? beats.size() : indexAt(seconds);
    }

    private double timeOf(int index) {
        return index < beats.size() ? beats.get(index).time() : end;
    }

    /** The end of the last bar is where its next beat would be; not where the song stops within it. */
    private static double endOf(List<Beat> beats, List<Bar> bars) {
        if (beats.size() < 2 || bars.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        double last = beats.getLast().time();
        double beat = last - beats.get(beats.size() - 2).time();
        double end = bars.getLast().end();
        return Math.abs(end - last - beat) < beat / 4 ? end : Double.POSITIVE_INFINITY;
    }

    private int beatsOfBarOf(int beat) {
        int bar = beats.get(beat).bar();
        return bars.stream()
                .filter(b -> b.index() == bar)
                .mapToInt(Bar::beats)
                .filter(n -> n > 0)
                .findFirst()
                .orElse(4);
    }

    private int indexAt(double seconds) {
        int low = -1;
        int high = beats.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (beats.get(middle).time() <= seconds + beside) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
