package backbeat.engine.looks;

/** Sums of brightness, and of its square, over any rectangle of a picture in four reads. */
final class Sums {
    private final int stride;
    private final int[] sums;
    private final long[] squares;

    Sums(Picture picture) {
        stride = picture.width() + 1;
        sums = new int[stride * (picture.height() + 1)];
        squares = new long[sums.length];
        for (int y = 0; y < picture.height(); y++) {
            int row = 0;
            long rowOfSquares = 0;
            for (int x = 0; x < picture.width(); x++) {
                int dot = Math.round(picture.at(x, y));
                row += dot;
                rowOfSquares += (long) dot * dot;
                int at = (y + 1) * stride + x + 1;
                sums[at] = sums[at - stride] + row;
                squares[at] = squares[at - stride] + rowOfSquares;
            }
        }
    }

    /** Number of the corner above and left of a dot. */
    int corner(int x, int y) {
        return y * stride + x;
    }

    /** Sum of what lies between four corners. */
    int between(int upperLeft, int upperRight, int lowerLeft, int lowerRight) {
        return sums[lowerRight] - sums[lowerLeft] - sums[upperRight] + sums[upperLeft];
    }

    int in(int left, int top, int width, int height) {
        int upper = corner(left, top);
        int lower = corner(left, top + height);
        return between(upper, upper + width, lower, lower + width);
    }

    long ofSquaresIn(int left, int top, int width, int height) {
        int upper = corner(left, top);
        int lower = corner(left, top + height);
        return squares[lower + width] - squares[lower] - squares[upper + width] + squares[upper];
    }
}
