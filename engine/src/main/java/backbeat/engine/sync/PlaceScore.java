package backbeat.engine.sync;

/** What the height of a phase correlation says of a place: the log-likelihood of a peak against noise, less the price of looking. */
final class PlaceScore {
    private static final float PRICE = 4.5f;
    private static final float PLACE_LIMIT = 400;
    /** Three sigmas, squared: unit phases within the band have this mean square by Parseval's theorem. Peaks must not raise their own threshold. */
    static final float SQUARE_LIMIT = 9 * 2f * SongSpectra.BINS / SongSpectra.FFT / SongSpectra.FFT;

    private PlaceScore() {}

    /** @param limitedSquares sum of the squared correlation, each limited by {@link #SQUARE_LIMIT} */
    static float perVariance(float limitedSquares, int count) {
        return 0.5f / (limitedSquares / count + 1e-20f);
    }

    static float of(float square, float perVariance) {
        float score = square * perVariance - PRICE;
        return score > 0 ? Math.min(score, PLACE_LIMIT) : 0;
    }
}
