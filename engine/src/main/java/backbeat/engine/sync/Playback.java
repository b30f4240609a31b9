package backbeat.engine.sync;

import java.util.List;

/**
 * One playback of the song that was found in a stretch of sound.
 *
 * @param falseAlarmExponent minus log10 of the chance that noise makes such a line
 * @param agreeing share of the blocks inside that agree with the line
 * @param doubtful whether a loop that other places share might be all that was heard
 * @param equalPlaces played times, at the playback's start, of places that nothing in the sound tells from this one
 * @param sketch what a person needs to see of it
 */
record Playback(
        PlaybackMode mode,
        Speed speed,
        FinePlace.Fine fine,
        double from,
        double to,
        double score,
        double falseAlarmExponent,
        double agreeing,
        List<Double> equalPlaces,
        boolean doubtful,
        Sketch sketch) {
    private static final double MOST_CONFIDENCE = 0.999;
    private static final double MOST_WHEN_DOUBTFUL = 0.95;
    /** What chance lets the fine sound add up to, at most. */
    private static final double CHANCE_SIGMAS = 4;

    /** The same under the name that its speed deserves now that it is known to a few parts in a million. */
    Playback named() {
        if (speed.isUsual()) {
            return this;
        }
        Speed better = Speed.named(speed.value() * line().rate());
        double ratio = speed.value() / better.value();
        Line line = new Line(line().playedAtZero() * ratio, line().rate() * ratio);
        List<Double> equal = equalPlaces.stream().map(place -> place * ratio).toList();
        return new Playback(
                mode, better, fine.along(line), from, to, score, falseAlarmExponent, agreeing, equal, doubtful, sketch);
    }

    /**
     * How sure the place is: as sure as the weaker of two witnesses, the line that the blocks make and the peak that the fine sound adds up to. A stretch has no such
     * peak, and its windows are part of the first.
     */
    double confidence() {
        double ofLine = 1 - Math.pow(10, -falseAlarmExponent / 2);
        double ofPeak = mode == PlaybackMode.PITCH_KEPT ? 1 : 1 - Math.pow(10, (CHANCE_SIGMAS - fine.sigmas()) / 3);
        return Math.clamp(Math.min(ofLine, ofPeak), 0, doubtful ? MOST_WHEN_DOUBTFUL : MOST_CONFIDENCE);
    }

    Line line() {
        return fine.line();
    }

    double songStart() {
        return line().playedAt(from) * speed.value();
    }

    double songEnd() {
        return line().playedAt(to) * speed.value();
    }

    double seconds() {
        return to - from;
    }
}
