package backbeat.engine.sync;

import java.util.List;

/**
 * The best line of some blocks, with what tells it from chance: how likely noise makes such a line, how much of it is heard where, and the next best place.
 *
 * @param second score of the next best place
 * @param exponent minus log10 of the chance that noise makes such a line
 */
record Judged(Hits hits, LineVote.Candidate best, double second, double exponent, Extent extent) {
    static final double PRESENT_EXTENT_SCORE = 12;
    static final double PRESENT_EXPONENT = 5;
    private static final double SHORT_EXPONENT = 3;
    private static final double SHORT_SCORE = 100;
    private static final double SHORT_LEAD = 1.8;
    private static final double CLEAR_SHARE = 0.75;
    private static final double CLEAR_DRIFT = 0.8 * LineVote.MAX_DRIFT;
    private static final int CLEAR_BLOCKS = 8;

    static Judged of(Hits hits) {
        LineVote vote = new LineVote(hits);
        List<LineVote.Candidate> best = vote.best(2);
        if (best.isEmpty()) {
            LineVote.Candidate none = new LineVote.Candidate(new Line(0, 1), 0, 0);
            return new Judged(hits, none, 0, Double.NEGATIVE_INFINITY, new Extent(0, 0, 0));
        }
        LineVote.Candidate line = best.getFirst();
        double exponent = NoiseModel.of(hits, vote.drifts().length).falseAlarmExponent(line.significance());
        double second = best.size() < 2 ? 0 : best.get(1).score();
        return new Judged(hits, line, second, exponent, Extent.ofBlocks(hits, line.line()));
    }

    boolean standsOut() {
        return extent.score() >= PRESENT_EXTENT_SCORE && (exponent >= PRESENT_EXPONENT || isAloneInShortClip());
    }

    /** Few blocks make no long line; but loud agreement at one place and at no other is no chance either. */
    private boolean isAloneInShortClip() {
        return exponent >= SHORT_EXPONENT && best.score() >= SHORT_SCORE && best.score() >= SHORT_LEAD * second;
    }

    /** A line that most of many blocks in a row agree on, without all the drift it is allowed: hardly another speed. */
    boolean isClear() {
        Hits inside = hits.inside(extent.from(), extent.to());
        return inside.blocks().size() >= CLEAR_BLOCKS
                && LineVote.agreeing(inside, best.line()) >= CLEAR_SHARE
                && Math.abs(best.line().rate() - 1) < CLEAR_DRIFT;
    }

    Speed speed() {
        return hits.speed().speed();
    }

    /** Score of the same blocks along another line. */
    double scoreOf(Line line) {
        return LineVote.scoreOf(hits, line, Float.MAX_VALUE);
    }
}
