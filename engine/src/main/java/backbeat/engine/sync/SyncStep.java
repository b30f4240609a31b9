package backbeat.engine.sync;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One decision of the search, with the figures it stands on. Clip times count from the start of the stretch that was heard; an exponent is minus log10 of the chance
 * that noise does as well.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
public sealed interface SyncStep {
    /** Which blocks were held against the song, and at which speed. */
    enum Stage {
        SAMPLED_BLOCKS,
        ALL_BLOCKS,
        CLOSE_SPEED,
        USUAL_SPEED,
        REST_OF_CLIP,
        FOUND_SPEED
    }

    /** How a block of a second speaks for a line: log-likelihood, 0 when it does not hear the song there. */
    record Vote(double clipSeconds, double score) {}

    /** Where the song is in the middle of what was heard, and how well that fits. */
    record Place(double songSeconds, double score) {}

    /**
     * The best line that some blocks make.
     *
     * @param agreeing how many of the blocks hear the song on it
     * @param heardFrom clip time of the stretch that speaks for it
     * @param extentScore what that stretch adds up to
     * @param standsOut whether it is more than chance
     * @param clear whether so many blocks in a row agree that it hardly is another speed
     * @param places the best ones, best first: the line's own and those after it
     * @param votes of the blocks for the line
     */
    @JsonTypeName("line")
    record HeardLine(
            Stage stage,
            String speed,
            int blocks,
            int agreeing,
            double exponent,
            double exponentLimit,
            double heardFrom,
            double heardTo,
            double extentScore,
            double extentLimit,
            boolean standsOut,
            boolean clear,
            List<Place> places,
            List<Vote> votes)
            implements SyncStep {}

    /** Whether the line at speed 1 is straight: a close speed has no higher score there. */
    @JsonTypeName("straightness")
    record Straightness(String speed, double score, double scoreAtOne, boolean fitsBetter) implements SyncStep {}

    /** A stretch of the clip was looked at with every speed. */
    @JsonTypeName("every-speed")
    record EverySpeed(double from, double to, int guesses) implements SyncStep {}

    enum Fate {
        NOT_MEASURED,
        ELSEWHERE,
        NOT_CONFIRMED,
        CONFIRMED
    }

    /**
     * A speed that the onsets suggest.
     *
     * @param songSeconds at the middle of the stretch
     * @param measuredSpeed what the phases made of it; null when they made nothing, or the pitch was kept
     */
    @JsonTypeName("guess")
    record Guess(
            String mode,
            double speed,
            double songSeconds,
            double sigmas,
            double exponent,
            @Nullable Double measuredSpeed,
            Fate fate)
            implements SyncStep {}

    /** What short windows at the song's own pitch say of a stretched playback: votes for each, and the exponents of them and of all. */
    @JsonTypeName("windows")
    record Windows(
            double votes,
            double relatedVotes,
            double ofWindows,
            double ofWindowsLimit,
            double exponent,
            double exponentLimit,
            boolean confirmed)
            implements SyncStep {}

    /** What became of another place that fits as well. */
    enum Standing {
        EQUAL,
        BEATEN,
        IN_DOUBT,
        ONLY_A_LOOP,
        STRONGER
    }

    /**
     * Another place against the found one.
     *
     * @param songStart where the playback would begin
     * @param scoreShare its score against the found place's
     * @param residualDecibels how much of the song's sound at the found place the other one does not explain (median over the playback)
     * @param differingWindows of {@code windows}: where the two can be told apart at all
     * @param sigmas by which the clip speaks for the found place, of what only one of them has; 0 when equal
     */
    record Rival(
            double songStart,
            double scoreShare,
            double residualDecibels,
            int differingWindows,
            int windows,
            double sigmas,
            Standing standing) {}

    /** @param songStart of the place that the others were held against */
    @JsonTypeName("rivals")
    record Rivals(int round, double songStart, List<Rival> rivals) implements SyncStep {}

    /**
     * A playback with its fine place, found or refused.
     *
     * @param blocksFrom clip time of the stretch that the blocks hear; the fine windows may hear more or less
     * @param agreeing share of its blocks
     * @param equalPlaces song times of places that nothing tells from this one
     * @param refusal code of the reason when it does not count
     */
    @JsonTypeName("playback")
    record Placed(
            String mode,
            String speed,
            double clipStart,
            double clipEnd,
            double songStart,
            double songEnd,
            double driftPpm,
            double driftUncertaintyPpm,
            double uncertaintySeconds,
            double peakSigmas,
            double firstPeakRatio,
            int polarity,
            double blocksFrom,
            double blocksTo,
            double agreeing,
            double confidence,
            List<Double> equalPlaces,
            boolean doubtful,
            @Nullable String refusal,
            List<Vote> votes)
            implements SyncStep {}

    /** What the coherent sum says of a song that no line of blocks shows. */
    enum FaintFate {
        NOT_ALONE,
        TOO_FAINT,
        HERE_AND_THERE,
        REPEATED,
        FOUND
    }

    /**
     * The fine sound of the whole clip, added up along the best lines of its blocks.
     *
     * @param places where the song begins in the clip on each line; the score is the sum's height in sigmas; highest first
     * @param leadLimit so many times the second highest must the highest be
     * @param peakSigmas of the highest one, when it was looked at closely
     */
    @JsonTypeName("faint")
    record Faint(List<Place> places, double leadLimit, double peakSigmas, double peakLimit, FaintFate fate)
            implements SyncStep {}

    /**
     * What a very short clip must show besides: the fine peak, and that the sound speaks against every other place.
     *
     * @param leastDifference null when no other place fits
     */
    @JsonTypeName("proof")
    record Proof(
            double peakSigmas,
            double peakLimit,
            @Nullable Double leastDifference,
            double differenceLimit,
            boolean proven)
            implements SyncStep {}
}
