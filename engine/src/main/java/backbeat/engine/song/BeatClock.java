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
 * and a length is counted in beats where both of its ends stand on one. A steady beat is counted on to before its first one, so that what begins with the song is
 * told in the bars that the rest is told in.
 */
public final class BeatClock {
    /** Without a picture there are still roundings, and hands. */
    private static final double NEAREST = 0.025;
    /** Times of a map are rounded. */
    private static final double ROUNDING = 0.0005;
    /** From so many bars on nobody counts beats. */
    private static final int LONG_IN_BARS = 4;
    /** The beat is not counted back over more: a longer silence is no part of a bar. */
    private static final int MOST_BARS_BEFORE = 4;
    /** Beats at the begin differ by no more, as a share of one, where they can be counted back. */
    private static final double STEADY = 0.1;

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
        int last = lastIndex(to);
        if (bars.isEmpty() || last < 0) {
            return seconds(to - from);
        }
        int first = indexAt(from);
        if (first < 0) {
            return lengthFromBeforeTheBeat(from, to);
        }
        return length(last - first, standsOn(first, from) && standsOn(last, to), beatsOfBarOf(first), LONG_IN_BARS)
                .orElseGet(() -> seconds(to - from));
    }

    private String lengthFromBeforeTheBeat(double from, double to) {
        double beat = beatBefore();
        double missing = (beats.getFirst().time() - from) / beat;
        int inBar = beatsOfBarOf(0);
        if (beat == 0 || missing > MOST_BARS_BEFORE * inBar) {
            return seconds(to - from);
        }
        int last = lastIndex(to);
        boolean counted = Math.abs(missing - Math.round(missing)) * beat <= beside && standsOn(last, to);
        return length(last + (counted ? Math.round(missing) : missing), counted, inBar, 1)
                .orElseGet(() -> seconds(to - from));
    }

    /**
     * A number of beats in words.
     *
     * @param count whole where both ends stand on a beat
     * @param exact whether they do
     * @param aboutFrom from so many bars on the nearest number of them is told
     */
    private static Optional<String> length(double count, boolean exact, int inBar, int aboutFrom) {
        int whole = (int) count;
        if (exact && whole > 0 && whole % inBar == 0) {
            return Optional.of(counted(whole / inBar, "bar"));
        }
        if (count >= LONG_IN_BARS * inBar || (!exact && count >= aboutFrom * inBar)) {
            return Optional.of("about " + counted((int) Math.round(count / inBar), "bar"));
        }
        return exact && whole > 0 ? Optional.of(counted(whole, "beat")) : Optional.empty();
    }

    /** Length of the beats that would sound before the first one, in seconds; 0 where nothing tells it. */
    private double beatBefore() {
        if (beats.size() < 3) {
            return 0;
        }
        double first = beats.get(1).time() - beats.get(0).time();
        double second = beats.get(2).time() - beats.get(1).time();
        return Math.abs(first - second) <= STEADY * first ? first : 0;
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
        int bar = Math.max(bars.getFirst().index(), beats.get(beat).bar()); // a pick-up is none
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
