package backbeat.app.report;

import backbeat.engine.song.BeatClock;
import backbeat.engine.song.SongMap;
import backbeat.engine.song.SongMap.Section;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says song times as musicians do, bar and beat first; by the clock where the song has no steady beat. */
final class SongClock {
    private final BeatClock beats;
    private final boolean countsBars;
    private final List<Section> sections;
    private final double duration;

    /** @param frameSeconds length of a frame of the cut; 0 where there is none */
    SongClock(SongMap map, double frameSeconds) {
        beats = new BeatClock(map, frameSeconds);
        countsBars = !map.beats().isEmpty() && !map.bars().isEmpty();
        sections = map.sections();
        duration = Math.max(map.duration(), 0.001);
    }

    boolean countsBars() {
        return countsBars;
    }

    /** How far before a beat a time may lie and still stand on it, in seconds. */
    double beside() {
        return beats.beside();
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
        return beats.at(seconds).map(beat -> beat.bar() + "." + beat.beat()).orElseGet(() -> clock(seconds));
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
        return beats.length(from, to);
    }

    @Nullable
    Section sectionAt(double seconds) {
        return sections.stream()
                .filter(s -> s.start() <= seconds + beats.beside() && seconds + beats.beside() < s.end())
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
}
