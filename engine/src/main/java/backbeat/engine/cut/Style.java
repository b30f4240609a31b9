package backbeat.engine.cut;

import backbeat.engine.problem.CutProblems;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * How a cut should feel, as data that a person can read and change: how long shots want to be, where cuts like to fall, and what everything an editor dislikes costs
 * beside everything else. All prices are on one scale, on which a cut on a beat that is neither the first nor the middle of its bar costs about one.
 *
 * @param framesEarly by how many frames of the timeline cuts come before the beat they belong to
 * @param pictures how many may be seen side by side where the song is loud; 1 for one at a time
 */
public record Style(
        String name,
        String description,
        Lengths lengths,
        CutsOn cutsOn,
        int framesEarly,
        Prices prices,
        Repeats repeats,
        int pictures) {

    /**
     * How long shots want to be.
     *
     * @param calmBars in bars where the song is calmest
     * @param loudBars in bars where it is loudest
     * @param shortestSeconds below which no shot wants to be, however fast the bars are
     * @param longestSeconds above which none wants to be
     * @param limitSeconds no shot is longer
     */
    public record Lengths(
            double calmBars, double loudBars, double shortestSeconds, double longestSeconds, double limitSeconds) {}

    /**
     * What a cut costs by its place.
     *
     * @param section on the first beat of a section
     * @param downbeat on the first beat of a bar
     * @param midBar on the beat in the middle of a bar
     * @param beat on another beat
     * @param rise where the sound rises in a song without a steady beat
     * @param edge off the beat, where a clip begins or ends
     */
    public record CutsOn(double section, double downbeat, double midBar, double beat, double rise, double edge) {}

    /**
     * What else costs.
     *
     * @param length times the square of how many times (natural logarithm) a shot is longer or shorter than it wants to be
     * @param acrossSection for each section that begins within a shot
     * @param backToCameraBefore for A-B-A
     * @param slowMotion for a clip that was filmed fast or slow where the song is loud
     * @param quality for a second of a picture that is as blurred, shaky or badly exposed as can be
     * @param movement for a second of a still picture in the loudest passage, or of a busy one in the calmest
     * @param size for a second of a close picture in the calmest passage or a section's first bar, or of a wide one in the loudest; a fitting size gains
     * @param sameSize for a cut after which people stand as large as before
     * @param cutInFlash for a cut inside a flash or a blur
     * @param repeat for a second in which a repeated section does not do what {@link Repeats} asks for
     * @param repeatCut for a cut of a repeated section that does not do what {@link Repeats} asks for
     * @param circled gained for a second of a take that a person circled
     * @param story for a second of a story clip in the loudest passage; in the calmest it is gained
     * @param plan for a second in which something else is seen than the shot list wants, where there is footage of it
     * @param share for each shot by which a clip is shown more often than the others that could stand there
     */
    public record Prices(
            double length,
            double acrossSection,
            double backToCameraBefore,
            double slowMotion,
            double quality,
            double movement,
            double size,
            double sameSize,
            double cutInFlash,
            double repeat,
            double repeatCut,
            double circled,
            double story,
            double plan,
            double share) {
        Prices heedingRepeats() {
            return new Prices(
                    length,
                    acrossSection,
                    backToCameraBefore,
                    slowMotion,
                    quality,
                    movement,
                    size,
                    sameSize,
                    cutInFlash,
                    Math.max(repeat, ASKED_REPEAT),
                    Math.max(repeatCut, ASKED_REPEAT_CUT),
                    circled,
                    story,
                    plan,
                    share);
        }
    }

    /** What a section does that is heard again. */
    public enum Repeats {
        @JsonProperty("free")
        FREE,
        /** Shows the cameras that were seen the first time, and cuts at the same places. */
        @JsonProperty("alike")
        ALIKE,
        /** Shows others, and cuts elsewhere. */
        @JsonProperty("different")
        DIFFERENT
    }

    /** The least that a repeat costs which is not as somebody asked, in a style that does not care. */
    private static final double ASKED_REPEAT = 0.6;

    private static final double ASKED_REPEAT_CUT = 1.5;
    private static final double DEAREST = 1000;
    /** In seconds or bars: longer than any song. */
    private static final double LONGEST = 100_000;

    public Style {
        List<String> wrong = new ArrayList<>();
        refuseUnless(allSensible(lengths, LONGEST), "lengths must be numbers from 0 to 100000", wrong);
        refuseUnless(allSensible(cutsOn, DEAREST), "cutsOn must be numbers from 0 to 1000", wrong);
        refuseUnless(allSensible(prices, DEAREST), "prices must be numbers from 0 to 1000", wrong);
        refuseUnless(repeats != null, "repeats must be free, alike or different", wrong);
        refuse(name, wrong);
        refuseUnless(lengths.calmBars > 0 && lengths.loudBars > 0, "lengths in bars must be above 0", wrong);
        refuseUnless(
                lengths.shortestSeconds > 0 && lengths.shortestSeconds <= lengths.longestSeconds,
                "lengths.shortestSeconds must be above 0 and not above longestSeconds",
                wrong);
        refuseUnless(
                lengths.limitSeconds >= lengths.longestSeconds,
                "lengths.limitSeconds must not be below longestSeconds",
                wrong);
        refuseUnless(framesEarly >= 0 && framesEarly <= 12, "framesEarly must be 0 to 12", wrong);
        refuseUnless(pictures >= 1 && pictures <= 4, "pictures must be 1 to 4", wrong);
        refuse(name, wrong);
    }

    /** The same where what is heard again does what somebody asked for. */
    Style repeating(Repeats asked) {
        return new Style(name, description, lengths, cutsOn, framesEarly, prices.heedingRepeats(), asked, pictures);
    }

    private static void refuse(String name, List<String> wrong) {
        if (!wrong.isEmpty()) {
            throw CutProblems.styleCannotBe(name, String.join("; ", wrong)).asException();
        }
    }

    /** Whether a part of a style is there and made of nothing but numbers that can be reckoned with. */
    private static boolean allSensible(@Nullable Record part, double most) {
        return part != null
                && switch (part) {
                    case Lengths l ->
                        DoubleStream.of(l.calmBars, l.loudBars, l.shortestSeconds, l.longestSeconds, l.limitSeconds)
                                .allMatch(value -> value >= 0 && value <= most);
                    case CutsOn c ->
                        DoubleStream.of(c.section, c.downbeat, c.midBar, c.beat, c.rise, c.edge)
                                .allMatch(value -> value >= 0 && value <= most);
                    case Prices p ->
                        DoubleStream.of(
                                        p.length,
                                        p.acrossSection,
                                        p.backToCameraBefore,
                                        p.slowMotion,
                                        p.quality,
                                        p.movement,
                                        p.size,
                                        p.sameSize,
                                        p.cutInFlash,
                                        p.repeat,
                                        p.repeatCut,
                                        p.circled,
                                        p.story,
                                        p.plan,
                                        p.share)
                                .allMatch(value -> value >= 0 && value <= most);
                    default -> false;
                };
    }

    private static void refuseUnless(boolean holds, String otherwise, List<String> wrong) {
        if (!holds) {
            wrong.add(otherwise);
        }
    }
}
