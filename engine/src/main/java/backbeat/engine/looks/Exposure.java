package backbeat.engine.looks;

/**
 * How bright a picture is; all from 0 to 1.
 *
 * @param mean brightness
 * @param bright what nineteen dots of twenty are not brighter than: a label or timecode that is burnt into a black picture leaves it black
 * @param clipped share of dots that are white without any drawing
 * @param crushed share of dots that are black without any drawing
 */
record Exposure(float mean, float bright, float clipped, float crushed) {
    private static final int WHITE = 250;
    private static final int BLACK = 5;
    private static final double MOST = 0.95;

    static Exposure of(Picture picture) {
        int[] histogram = picture.histogram();
        long dots = (long) picture.width() * picture.height();
        double sum = 0;
        long below = 0;
        long clipped = 0;
        long crushed = 0;
        int bright = 0;
        for (int level = 0; level < histogram.length; level++) {
            if (below < MOST * dots) {
                bright = level;
            }
            below += histogram[level];
            sum += (double) level * histogram[level];
            clipped += level >= WHITE ? histogram[level] : 0;
            crushed += level <= BLACK ? histogram[level] : 0;
        }
        return new Exposure((float) (sum / dots / 255), bright / 255f, (float) clipped / dots, (float) crushed / dots);
    }
}
