package backbeat.engine.sync;

import backbeat.engine.sync.SyncStep.Vote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the search knows, as steps of an explanation. */
final class Noted {
    private static final int PLACES = 8;
    /** Below what any song with any noise gives: no line at all. */
    private static final double NO_LINE = -99;

    private static final double QUIETEST_DECIBELS = -99;

    private Noted() {}

    static SyncStep line(SyncStep.Stage stage, Judged judged) {
        Line line = judged.best().line();
        double speed = judged.speed().value();
        double middle = (judged.extent().from() + judged.extent().to()) / 2;
        List<Vote> votes = votes(judged.hits(), line);
        return new SyncStep.HeardLine(
                stage,
                judged.speed().fraction(),
                votes.size(),
                (int) votes.stream().filter(vote -> vote.score() > 0).count(),
                tenths(Math.max(NO_LINE, judged.exponent())),
                Judged.PRESENT_EXPONENT,
                millis(judged.extent().from()),
                millis(judged.extent().to()),
                tenths(judged.extent().score()),
                Judged.PRESENT_EXTENT_SCORE,
                judged.standsOut(),
                judged.isClear(),
                new LineVote(judged.hits())
                        .best(PLACES).stream()
                                .map(each -> new SyncStep.Place(
                                        millis(each.line().playedAt(middle) * speed), tenths(each.score())))
                                .toList(),
                votes);
    }

    static List<Vote> votes(Hits hits, Line line) {
        return hits.blocks().stream()
                .map(block ->
                        new Vote(millis(block.start()), tenths(LineVote.scoreNear(block, LineVote.binOf(line, block)))))
                .toList();
    }

    static SyncStep faint(Playback playback) {
        List<Vote> votes = playback.sketch().blocks().stream()
                .map(dot -> new Vote(millis(dot.clipSeconds() - Blocks.SECONDS / 2), tenths(dot.score())))
                .toList();
        return placed(playback, new Extent(playback.from(), playback.to(), 0), votes, null);
    }

    static SyncStep placed(Playback playback, Extent blocks, List<Vote> votes, @Nullable String refusal) {
        FinePlace.Fine fine = playback.fine();
        double speed = playback.speed().value();
        return new SyncStep.Placed(
                playback.mode().word(),
                playback.speed().fraction(),
                millis(playback.from()),
                millis(playback.to()),
                micros(playback.songStart()),
                micros(playback.songEnd()),
                tenths((playback.line().rate() - 1) * 1e6),
                tenths(fine.driftUncertainty() * 1e6),
                micros(fine.uncertaintySeconds() * speed),
                tenths(fine.sigmas()),
                hundredths(fine.firstPeakRatio()),
                fine.polarity(),
                millis(blocks.from()),
                millis(blocks.to()),
                hundredths(playback.agreeing()),
                playback.confidence() / (1 + playback.equalPlaces().size()),
                playback.equalPlaces().stream()
                        .map(place -> micros(place * speed))
                        .toList(),
                playback.doubtful(),
                refusal,
                votes);
    }

    static SyncStep.Rival rival(
            CopiedPlaces.Rival rival, double songStart, double scoreShare, SyncStep.Standing standing) {
        return new SyncStep.Rival(
                millis(songStart),
                hundredths(scoreShare),
                decibels(rival.medianResidual()),
                (int) rival.differingWindows(),
                rival.residuals().length,
                tenths(rival.difference()),
                standing);
    }

    static SyncStep straightness(Speed speed, double score, double atOne) {
        return new SyncStep.Straightness(speed.fraction(), tenths(score), tenths(atOne), score > atOne);
    }

    static SyncStep guess(AnySpeed.Candidate guess, @Nullable Double measured, SyncStep.Fate fate) {
        return new SyncStep.Guess(
                guess.mode().word(),
                micros(guess.speed()),
                millis(guess.songSeconds()),
                tenths(guess.sigmas()),
                tenths(guess.exponent()),
                measured == null ? null : micros(measured),
                fate);
    }

    static SyncStep proof(CopiedPlaces.Verdict verdict, double peakLimit, double differenceLimit, boolean proven) {
        double least = verdict.leastDifference();
        return new SyncStep.Proof(
                tenths(verdict.fine().sigmas()),
                peakLimit,
                Double.isInfinite(least) ? null : tenths(least),
                differenceLimit,
                proven);
    }

    static double decibels(double share) {
        return tenths(share > 0 ? Math.max(QUIETEST_DECIBELS, 10 * Math.log10(share)) : QUIETEST_DECIBELS);
    }

    static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }

    static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }

    static double millis(double seconds) {
        return Math.round(seconds * 1e3) / 1e3;
    }

    static double micros(double seconds) {
        return Math.round(seconds * 1e6) / 1e6;
    }
}
