package backbeat.engine.timeline;

import backbeat.engine.time.Rational;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands on a track. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "item")
public sealed interface Item {
    /** Seconds on the timeline. */
    Rational duration();

    String name();

    static Rational lengthOf(List<Item> items) {
        Rational length = Rational.ZERO;
        for (Item item : items) {
            length = length.plus(item.duration());
        }
        return length;
    }

    /** What takes a stretch of some source: both kinds are trimmed, slipped and split alike. */
    sealed interface Piece extends Item {
        /** Clip time in seconds shown at the item's start. */
        Rational sourceStart();

        /** Source seconds for one second of the timeline: below zero runs backwards, zero stands still. */
        Rational speed();

        boolean enabled();

        List<Effect> effects();

        List<Marker> markers();

        Map<String, String> metadata();

        /** Clip time in seconds at the item's end. */
        default Rational sourceEnd() {
            return sourceStart().plus(duration().times(speed()));
        }

        /** The same, taking another stretch of the source. */
        Piece taking(Rational sourceStart, Rational duration);

        Piece atSpeed(Rational sourceStart, Rational speed);

        Piece withEnabled(boolean now);

        Piece withEffects(List<Effect> effects);

        Piece withMarkers(List<Marker> markers);
    }

    /**
     * A piece of media.
     *
     * @param sourceStart clip time in seconds (0 is the file's first presented sample or frame) shown at the item's start
     * @param duration seconds on the timeline
     * @param speed source seconds for one second of the timeline
     * @param enabled whether it is seen or heard at all
     * @param markers in seconds from the item's start; those outside of it are kept and not shown
     * @param metadata free, such as the reason of the choice; kept by formats that can
     */
    record ClipItem(
            String name,
            SourceMedia media,
            Rational sourceStart,
            Rational duration,
            Rational speed,
            boolean enabled,
            List<Effect> effects,
            List<Marker> markers,
            Map<String, String> metadata)
            implements Piece {
        public ClipItem {
            effects = List.copyOf(effects);
            markers = List.copyOf(markers);
        }

        /** Plain: seen, without effects. */
        public ClipItem(
                String name,
                SourceMedia media,
                Rational sourceStart,
                Rational duration,
                Rational speed,
                Map<String, String> metadata) {
            this(name, media, sourceStart, duration, speed, true, List.of(), List.of(), metadata);
        }

        /** The file here; null for other media. */
        public @Nullable MediaReference file() {
            return media instanceof MediaReference here ? here : null;
        }

        /** Where in the media the item begins, counted from the media's first picture: what other programs call its in-point. */
        public Rational sourceIn() {
            return sourceStart.minus(media.start());
        }

        public ClipItem withMedia(SourceMedia other, Rational from) {
            return new ClipItem(name, other, from, duration, speed, enabled, effects, markers, metadata);
        }

        public ClipItem withMetadata(Map<String, String> other) {
            return new ClipItem(name, media, sourceStart, duration, speed, enabled, effects, markers, other);
        }

        @Override
        public ClipItem taking(Rational from, Rational length) {
            return new ClipItem(name, media, from, length, speed, enabled, effects, markers, metadata);
        }

        @Override
        public ClipItem atSpeed(Rational from, Rational now) {
            return new ClipItem(name, media, from, duration, now, enabled, effects, markers, metadata);
        }

        @Override
        public ClipItem withEnabled(boolean now) {
            return new ClipItem(name, media, sourceStart, duration, speed, now, effects, markers, metadata);
        }

        @Override
        public ClipItem withEffects(List<Effect> others) {
            return new ClipItem(name, media, sourceStart, duration, speed, enabled, others, markers, metadata);
        }

        @Override
        public ClipItem withMarkers(List<Marker> others) {
            return new ClipItem(name, media, sourceStart, duration, speed, enabled, effects, others, metadata);
        }
    }

    /** A timeline within the timeline: a compound clip, a nested sequence, a synchronised clip. Its clip time counts from its content's first frame. */
    record Nested(
            String name,
            Timeline content,
            Rational sourceStart,
            Rational duration,
            Rational speed,
            boolean enabled,
            List<Effect> effects,
            List<Marker> markers,
            Map<String, String> metadata)
            implements Piece {
        public Nested {
            effects = List.copyOf(effects);
            markers = List.copyOf(markers);
        }

        public Nested withContent(Timeline other) {
            return new Nested(name, other, sourceStart, duration, speed, enabled, effects, markers, metadata);
        }

        @Override
        public Nested taking(Rational from, Rational length) {
            return new Nested(name, content, from, length, speed, enabled, effects, markers, metadata);
        }

        @Override
        public Nested atSpeed(Rational from, Rational now) {
            return new Nested(name, content, from, duration, now, enabled, effects, markers, metadata);
        }

        @Override
        public Nested withEnabled(boolean now) {
            return new Nested(name, content, sourceStart, duration, speed, now, effects, markers, metadata);
        }

        @Override
        public Nested withEffects(List<Effect> others) {
            return new Nested(name, content, sourceStart, duration, speed, enabled, others, markers, metadata);
        }

        @Override
        public Nested withMarkers(List<Marker> others) {
            return new Nested(name, content, sourceStart, duration, speed, enabled, effects, others, metadata);
        }
    }

    /** Nothing: black, or silence. */
    record Gap(Rational duration, String name) implements Item {}

    /**
     * Lies over the cut between the items before and after it and takes no time of its own: both run to the cut, and lend what it shows of them from beyond.
     *
     * @param before seconds that it reaches over the item before
     * @param after seconds that it reaches over the item after
     */
    record Transition(Kind kind, String name, Rational before, Rational after, Map<String, String> metadata)
            implements Item {
        public enum Kind {
            DISSOLVE,
            WIPE,
            /** Through black. */
            FADE,
            KEY,
            OTHER
        }

        @Override
        public Rational duration() {
            return Rational.ZERO;
        }

        /** From its first frame to its last. */
        public Rational length() {
            return before.plus(after);
        }
    }
}
