package backbeat.app.web;

import backbeat.engine.song.SongMap;
import java.util.Locale;

/** A song's figures as the song page writes them. */
public final class SongWords {
    private SongWords() {}

    public static String bpm(SongMap map) {
        return String.format(Locale.ROOT, "%.2f", map.tempo().getFirst().bpm());
    }

    public static boolean isSteady(SongMap map) {
        return map.tempo().size() == 1 && map.tempo().getFirst().constant();
    }

    public static String theOne(SongMap map) {
        return map.bars().isEmpty() ? "–" : clock(map.bars().getFirst().start());
    }

    public static String clock(double seconds) {
        return String.format(Locale.ROOT, "%d:%05.2f", (int) (seconds / 60), seconds % 60);
    }

    public static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f s", seconds);
    }

    public static String loudness(SongMap map) {
        return String.format(Locale.ROOT, "%.1f", map.loudness().integrated());
    }

    public static String percent(double part) {
        return Math.round(part * 100) + " %";
    }

    public static String name(SongMap.Section section) {
        return StripData.name(section);
    }

    public static double middle(SongMap.Section section) {
        return (section.start() + section.end()) / 2;
    }

    public static String alternative(SongMap.Alternative other) {
        return String.format(
                Locale.ROOT, "%s: %.1f bpm, first one at %s", kind(other), other.bpm(), clock(other.firstDownbeat()));
    }

    private static String kind(SongMap.Alternative other) {
        return switch (other.kind()) {
            case "double" -> "twice as fast";
            case "half" -> "half as fast";
            case "offbeat" -> "beats between these";
            case "downbeat" -> "another one";
            case "metre" -> "bars of " + other.beatsPerBar();
            default -> other.kind();
        };
    }
}
