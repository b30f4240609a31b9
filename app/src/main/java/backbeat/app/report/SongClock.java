package backbeat.app.report;

import backbeat.engine.song.SongMap;
import backbeat.engine.song.SongMap.Bar;
import backbeat.engine.song.SongMap.Beat;
import backbeat.engine.song.SongMap.Section;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says song times as musicians do, bar and beat first; by the clock where the song has no steady beat. */
final class SongClock {
    /** Cuts lie on frames, so up to half a frame beside their beat. */
    private static final double BESIDE_THE_BEAT = 0.025;

    private final List<Beat> beats;
    private final List<Bar> bars;
    private final List<Section> sections;
    private final double duration;

    SongClock(SongMap map) {
        beats = map.beats();
        bars = map.bars();
        sections = map.sections();
        duration = Math.max(map.duration(), 0.001);
    }

    boolean countsBars() {
        return !beats.isEmpty() && !bars.isEmpty();
    }

    double duration() {
        return duration;
    }

    /** Where a song time lies on the strip, in percent of its width. */
    String percent(double seconds) {
        return decimal(Math.clamp(seconds / duration, 0, 1) * 100, 4);
    }

    String width(double from, double to) {
        double start = Math.clamp(from, 0, duration);
        return decimal(Math.max(0, Math.min(to, duration) - start) / duration * 100, 4);
    }

    /** {@code 34.2}, or the clock before the first beat and in songs without one. */
    String position(double seconds) {
        int beat = beatAt(seconds);
        return beat < 0
                ? clock(seconds)
                : beats.get(beat).bar() + "." + beats.get(beat).beat();
    }

    /** {@code 1:11.72}. */
    static String clock(double seconds) {
        long hundredths = Math.round(Math.abs(seconds) * 100);
        String sign = seconds < 0 && hundredths > 0 ? "−" : "";
        return String.format(
                Locale.ROOT, "%s%d:%02d.%02d", sign, hundredths / 6000, hundredths / 100 % 60, hundredths % 100);
    }

    /** {@code 34.1 – 36.1}. */
    String span(double from, double to) {
        return position(from) + " – " + position(to);
    }

    /** In bars where it is whole bars or long, in beats where it is short, else in seconds. */
    String length(double from, double to) {
        int count = beatsBetween(from, to);
        if (count < 1) {
            return decimal(to - from, 2) + " s";
        }
        int inBar = beatsOfBarAt(from);
        if (count < inBar && beatAt(from) < 0) {
            return decimal(to - from, 2) + " s";
        }
        if (count % inBar == 0) {
            return counted(count / inBar, "bar");
        }
        return count < 4 * inBar
                ? counted(count, "beat")
                : "about " + counted(Math.round((float) count / inBar), "bar");
    }

    @Nullable
    Section sectionAt(double seconds) {
        return sections.stream()
                .filter(s -> s.start() <= seconds + BESIDE_THE_BEAT && seconds + BESIDE_THE_BEAT < s.end())
                .findFirst()
                .orElse(null);
    }

    static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** A figure with a point, without needless zeros at its end. */
    static String decimal(double value, int places) {
        String text = String.format(Locale.ROOT, "%." + places + "f", value);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    private int beatsBetween(double from, double to) {
        return beatAt(to) - beatAt(from);
    }

    private int beatsOfBarAt(double seconds) {
        int beat = Math.max(0, beatAt(seconds));
        int bar = beats.get(beat).bar();
        return bars.stream()
                .filter(b -> b.index() == bar)
                .mapToInt(Bar::beats)
                .filter(n -> n > 0)
                .findFirst()
                .orElse(4);
    }

    /** Index of the beat that sounds at a time; -1 before the first. */
    private int beatAt(double seconds) {
        int low = -1;
        int high = beats.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (beats.get(middle).time() <= seconds + BESIDE_THE_BEAT) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
