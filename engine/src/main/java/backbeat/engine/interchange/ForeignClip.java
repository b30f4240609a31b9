package backbeat.engine.interchange;

import backbeat.engine.colour.ColourDecision;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A clip of another program's timeline. Null is what the file does not tell.
 *
 * @param file as written, mostly a URL
 * @param reel the tape or card
 * @param recordIn first frame on the timeline's own clock, in seconds
 * @param sourceIn on the clock of the source, with its timecode
 * @param mediaIn the same, from the first frame of the file
 * @param speed source seconds for one second of the timeline
 * @param variableSpeed whether the speed changes within the clip
 * @param content what lies inside: of a nested clip one timeline, of a multicam one for each angle under its name; empty where it is not told
 * @param markers that the file tells as the clip's own; others stand on the timeline
 * @param colour the correction that travels with it
 * @param foreign what was not understood, see {@link ForeignTimeline}
 */
public record ForeignClip(
        String name,
        Kind kind,
        @Nullable String file,
        @Nullable String reel,
        boolean enabled,
        Rational recordIn,
        Rational recordOut,
        @Nullable Rational sourceIn,
        @Nullable Rational sourceOut,
        @Nullable Rational mediaIn,
        @Nullable Rational mediaOut,
        @Nullable Rate sourceRate,
        @Nullable Rational speed,
        boolean variableSpeed,
        List<Angle> angles,
        List<ForeignTimeline> content,
        List<ForeignMarker> markers,
        @Nullable ColourDecision colour,
        Map<String, String> foreign) {
    public enum Kind {
        CLIP,
        TITLE,
        GENERATOR,
        COMPOUND,
        MULTICAM,
        SYNC,
        NESTED,
        CAPTION,
        BLACK,
        EFFECT,
        /** Where a lower track is seen through: with a name, a clip that is muted. */
        SCOPE_REFERENCE
    }

    /** @param use {@code all}, {@code video}, {@code audio} or {@code none} */
    public record Angle(String name, String use) {}

    /** Another part of the same. */
    ForeignClip within(
            Rational in,
            Rational out,
            @Nullable Rational fromSource,
            @Nullable Rational toSource,
            @Nullable Rational fromMedia,
            @Nullable Rational toMedia) {
        return new ForeignClip(
                name,
                kind,
                file,
                reel,
                enabled,
                in,
                out,
                fromSource,
                toSource,
                fromMedia,
                toMedia,
                sourceRate,
                speed,
                variableSpeed,
                angles,
                content,
                markers,
                colour,
                foreign);
    }

    /** A clip while it is read. */
    static final class Draft {
        private final String name;
        private final Rational recordIn;
        private final Rational recordOut;
        private Kind kind = Kind.CLIP;
        private @Nullable String file;
        private @Nullable String reel;
        private boolean enabled = true;
        private @Nullable Rational sourceIn;
        private @Nullable Rational sourceOut;
        private @Nullable Rational mediaIn;
        private @Nullable Rational mediaOut;
        private @Nullable Rate sourceRate;
        private @Nullable Rational speed;
        private boolean variableSpeed;
        private List<Angle> angles = List.of();
        private List<ForeignTimeline> content = List.of();
        private List<ForeignMarker> markers = List.of();
        private @Nullable ColourDecision colour;
        private Map<String, String> foreign = Map.of();

        Draft(String name, Rational recordIn, Rational recordOut) {
            this.name = name;
            this.recordIn = recordIn;
            this.recordOut = recordOut;
        }

        Draft kind(Kind told) {
            kind = told;
            return this;
        }

        Draft file(@Nullable String told) {
            file = told;
            return this;
        }

        Draft reel(@Nullable String told) {
            reel = told;
            return this;
        }

        Draft enabled(boolean told) {
            enabled = told;
            return this;
        }

        Draft source(@Nullable Rational from, @Nullable Rational to) {
            sourceIn = from;
            sourceOut = to;
            return this;
        }

        Draft media(@Nullable Rational from, @Nullable Rational to) {
            mediaIn = from;
            mediaOut = to;
            return this;
        }

        Draft sourceRate(@Nullable Rate told) {
            sourceRate = told;
            return this;
        }

        Draft speed(@Nullable Rational told) {
            speed = told;
            return this;
        }

        Draft variableSpeed() {
            speed = null;
            variableSpeed = true;
            return this;
        }

        Draft angles(List<Angle> told) {
            angles = told;
            return this;
        }

        Draft content(List<ForeignTimeline> told) {
            content = told;
            return this;
        }

        Draft markers(List<ForeignMarker> told) {
            markers = told;
            return this;
        }

        Draft colour(@Nullable ColourDecision told) {
            colour = told;
            return this;
        }

        Draft foreign(Map<String, String> kept) {
            foreign = kept;
            return this;
        }

        ForeignClip clip() {
            return new ForeignClip(
                    name,
                    kind,
                    file,
                    reel,
                    enabled,
                    recordIn,
                    recordOut,
                    sourceIn,
                    sourceOut,
                    mediaIn,
                    mediaOut,
                    sourceRate,
                    speed,
                    variableSpeed,
                    angles,
                    content,
                    markers,
                    colour,
                    foreign);
        }
    }
}
