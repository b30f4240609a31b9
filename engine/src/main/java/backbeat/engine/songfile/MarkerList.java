package backbeat.engine.songfile;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Timecode;
import backbeat.engine.timeline.Marker;
import backbeat.engine.timeline.Timeline;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** A timeline's markers as lists that editing programs import. */
public final class MarkerList {
    private static final int MOST = 9999;

    private MarkerList() {}

    /**
     * As DaVinci Resolve exports and imports them: an edit list of events of one frame, each with a comment that holds colour, name and length in frames. Resolve keeps
     * one marker on a frame; of several the first is written.
     */
    public static String resolve(Timeline timeline) {
        Rate rate = timeline.rate();
        StringBuilder out = new StringBuilder();
        out.append("TITLE: ").append(oneLine(timeline.name())).append("\r\n");
        out.append("FCM: ")
                .append(timeline.start().dropFrame() ? "DROP FRAME" : "NON-DROP FRAME")
                .append("\r\n\r\n");
        Set<Long> taken = new HashSet<>();
        int number = 0;
        for (Marker marker : timeline.markers()) {
            long frame = rate.nearestFrame(marker.at());
            if (number < MOST && taken.add(frame)) {
                number++;
                Timecode from = timeline.start().plusFrames(frame);
                Timecode to = from.plusFrames(1);
                out.append(String.format(
                        Locale.ROOT, "%03d  001      V     C        %s %s %s %s  \r\n", number, from, to, from, to));
                out.append(String.format(
                        Locale.ROOT,
                        " |C:%s |M:%s |D:%d\r\n\r\n",
                        colour(marker.colour()),
                        oneLine(marker.name()),
                        Math.max(1, rate.nearestFrame(marker.duration()))));
            }
        }
        return out.toString();
    }

    /** As Avid Media Composer exports and imports them: a line each of who, timecode, track, colour, words and length in frames, between tabs. */
    public static String avid(Timeline timeline) {
        StringBuilder out = new StringBuilder();
        for (Marker marker : timeline.markers()) {
            long frame = timeline.rate().nearestFrame(marker.at());
            out.append(String.join(
                            "\t",
                            oneLine(marker.name()),
                            timeline.start().plusFrames(frame).toString(),
                            "V1",
                            avidColour(marker.colour()),
                            oneLine(marker.comment()),
                            String.valueOf(Math.max(1, timeline.rate().nearestFrame(marker.duration())))))
                    .append("\r\n");
        }
        return out.toString();
    }

    private static String avidColour(Marker.Colour colour) {
        return switch (colour) {
            case ORANGE, YELLOW -> "yellow";
            case PURPLE, PINK -> "magenta";
            default -> colour.name().toLowerCase(Locale.ROOT);
        };
    }

    private static String colour(Marker.Colour colour) {
        return "ResolveColor"
                + switch (colour) {
                    case RED -> "Red";
                    case ORANGE -> "Sand";
                    case YELLOW -> "Yellow";
                    case GREEN -> "Green";
                    case CYAN -> "Cyan";
                    case BLUE -> "Blue";
                    case PURPLE -> "Purple";
                    case PINK -> "Pink";
                    case WHITE -> "Cream";
                };
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}|]+", " ");
    }
}
