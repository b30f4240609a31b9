package backbeat.engine.timeline;

import backbeat.engine.time.Rational;
import java.util.Map;

/** What stands on a track. */
public sealed interface Item {
    /** Seconds on the timeline. */
    Rational duration();

    String name();

    /**
     * A piece of media.
     *
     * @param sourceStart clip time in seconds (0 is the file's first presented sample or frame) shown at the item's start
     * @param duration seconds on the timeline
     * @param speed source seconds for one second of the timeline
     * @param metadata free, such as the reason of the choice; kept by formats that can
     */
    record ClipItem(
            String name,
            MediaReference media,
            Rational sourceStart,
            Rational duration,
            Rational speed,
            Map<String, String> metadata)
            implements Item {
        /** Where in the media the item begins, counted from the media's first picture: what other programs call its in-point. */
        public Rational sourceIn() {
            return sourceStart.minus(media.start());
        }

        /** Clip time in seconds at the item's end. */
        public Rational sourceEnd() {
            return sourceStart.plus(duration.times(speed));
        }
    }

    /** Nothing: black, or silence. */
    record Gap(Rational duration, String name) implements Item {}
}
