package backbeat.engine.interchange;

import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Marker;
import backbeat.engine.timeline.Multicam;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What other programs told and the model has no field for: the names under which it is kept in metadata. */
final class Told {
    static final String COLOUR = "colour";
    static final String KIND = "kind";
    static final String ANGLES = "angles";
    static final String LANE = "lane";
    static final String REEL = "reel";
    static final String DROP_FRAME = "dropFrame";
    static final String CHANGING_SPEED = "changing speed";

    /** Seconds of the source clock at which a still ends in the words of a list; it shows nothing of it. */
    static final String STILL_UNTIL = "still until";

    /** That the file does not say where in its source a clip begins. */
    static final String NO_SOURCE = "no source place";

    /** Seconds of the timecode of what is generated, at its first picture. */
    static final String LABEL = "label";

    /** The track of the other program on which a row of clips lay that overlapped others. */
    static final String OVERLAPS = "overlaps";

    private Told() {}

    /** Programs have more colours than ours: the nearest in name. */
    static Marker.Colour colour(String told) {
        return switch (told.toUpperCase(Locale.ROOT)) {
            case "RED", "FUCHSIA", "ROSE" -> Marker.Colour.RED;
            case "ORANGE", "COCOA", "SAND" -> Marker.Colour.ORANGE;
            case "YELLOW", "LEMON" -> Marker.Colour.YELLOW;
            case "GREEN", "MINT" -> Marker.Colour.GREEN;
            case "CYAN", "SKY" -> Marker.Colour.CYAN;
            case "PURPLE", "LAVENDER", "MAGENTA" -> Marker.Colour.PURPLE;
            case "PINK" -> Marker.Colour.PINK;
            case "WHITE", "CREAM" -> Marker.Colour.WHITE;
            default -> Marker.Colour.BLUE;
        };
    }

    static @Nullable Rational seconds(Map<String, String> metadata, String key) {
        String told = metadata.get(key);
        return told == null ? null : Rational.parse(told);
    }

    static String colour(Marker marker) {
        return marker.metadata().getOrDefault(COLOUR, marker.colour().name());
    }

    /** Name of the angle that is used so; empty for none. */
    static String seen(List<ForeignClip.Angle> angles, String use) {
        return angles.stream()
                .filter(angle -> angle.use().equals(use) || angle.use().equals("all"))
                .findFirst()
                .map(ForeignClip.Angle::name)
                .orElse("");
    }

    static String lines(List<ForeignClip.Angle> angles) {
        return angles.stream().map(angle -> angle.use() + " " + angle.name()).collect(Collectors.joining("\n"));
    }

    /** A line for each: what it is used for, and its name. */
    static List<ForeignClip.Angle> angles(String told) {
        return told.lines()
                .map(line -> line.split(" ", 2))
                .filter(parts -> parts.length == 2)
                .map(parts -> new ForeignClip.Angle(parts[1], parts[0]))
                .toList();
    }

    /** Which angles of a multicam a clip uses, and for what. */
    static List<ForeignClip.Angle> uses(Item.ClipItem clip, Multicam multicam) {
        List<ForeignClip.Angle> told = angles(clip.metadata().getOrDefault(Told.ANGLES, ""));
        boolean stillSo = seen(told, "video").equals(multicam.picture())
                && seen(told, "audio").equals(multicam.sound());
        if (!told.isEmpty() && stillSo) {
            return told;
        }
        if (multicam.picture().equals(multicam.sound())) {
            return List.of(new ForeignClip.Angle(multicam.picture(), "all"));
        }
        return List.of(
                new ForeignClip.Angle(multicam.picture(), "video"), new ForeignClip.Angle(multicam.sound(), "audio"));
    }
}
