package backbeat.engine.looks;

import java.util.Arrays;

/**
 * How the whole picture moved from one frame to the next, and what moved besides.
 *
 * <p>The shift is found on a small copy by trying all of them, then on larger copies beside the place found, then between the dots by the gradients of blocks (Lucas
 * and Kanade 1981). The median of the blocks is the camera: a singer covers few of them. What differs after the shift is undone is the motion in the picture.
 *
 * @param across shift to the right of what is seen, in lengths of the picture's long side
 * @param down the same downwards
 * @param zoom growth, 0.01 for one in a hundred
 * @param within mean difference after the shift, against the picture's contrast: what moves in the picture
 * @param still whether nothing changed anywhere, not even noise
 */
record CameraMotion(float across, float down, float zoom, float within, boolean still) {
    static final CameraMotion NONE = new CameraMotion(0, 0, 0, 0, false);

    private static final int SEARCH = 4;
    private static final int BLOCK = 16;
    /** Grey levels in a block that nobody sees and encoders do not keep. */
    private static final double UNSEEN = 0.3;
    /** Squared gradient of a dot, at the mean of a block, from which on a shift can be told. */
    private static final double LEAST_GRADIENT = 4;

    private static final double CLEARLY = 0.85;
    private static final int LEAST_BLOCKS = 4;
    private static final double NOISE_OF_CONTRAST = 8;

    /** Both as large as each other, the first copy the largest: each next half of the one before. */
    static CameraMotion between(Pyramid before, Pyramid after) {
        int x = 0;
        int y = 0;
        int reach = SEARCH;
        for (int level = before.levels() - 1; level >= 0; level--) {
            int[] best = bestShift(before.level(level), after.level(level), 2 * x, 2 * y, reach);
            x = best[0];
            y = best[1];
            reach = 1;
        }
        Picture from = before.level(0);
        Picture to = after.level(0);
        double[] fine = isShift(from, to, x, y) ? fineShift(from, to, x, y) : new double[3];
        double longSide = from.longSide();
        return new CameraMotion(
                (float) (fine[0] / longSide),
                (float) (fine[1] / longSide),
                (float) fine[2],
                (float) (difference(from, to, fine[0], fine[1]) / (before.contrast() + NOISE_OF_CONTRAST)),
                isStill(from, to));
    }

    /** After a cut, and in the dark, the best of all shifts is hardly better than none. */
    private static boolean isShift(Picture before, Picture after, int x, int y) {
        double light = after.mean() - before.mean();
        return (x == 0 && y == 0) || apart(before, after, x, y, light) < CLEARLY * apart(before, after, 0, 0, light);
    }

    private static int[] bestShift(Picture before, Picture after, int aroundX, int aroundY, int reach) {
        double light = after.mean() - before.mean();
        double least = Double.MAX_VALUE;
        int[] best = {aroundX, aroundY};
        for (int y = aroundY - reach; y <= aroundY + reach; y++) {
            for (int x = aroundX - reach; x <= aroundX + reach; x++) {
                double apart = apart(before, after, x, y, light);
                // Where nothing tells, as on a wall, the camera is taken to stand.
                double preferred = apart * (1 + 0.001 * (Math.abs(x) + Math.abs(y)));
                if (preferred < least) {
                    least = preferred;
                    best = new int[] {x, y};
                }
            }
        }
        return best;
    }

    private static double apart(Picture before, Picture after, int x, int y, double light) {
        int left = Math.max(0, x);
        int right = Math.min(after.width(), after.width() + x);
        int top = Math.max(0, y);
        int bottom = Math.min(after.height(), after.height() + y);
        if (right - left < after.width() / 2 || bottom - top < after.height() / 2) {
            return Double.MAX_VALUE;
        }
        double sum = 0;
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                sum += Math.abs(after.at(column, row) - before.at(column - x, row - y) - light);
            }
        }
        return sum / ((double) (right - left) * (bottom - top));
    }

    /** The shift between dots and the zoom. */
    private static double[] fineShift(Picture before, Picture after, int x, int y) {
        int across = after.width() / BLOCK;
        int down = after.height() / BLOCK;
        double[] shiftX = new double[across * down];
        double[] shiftY = new double[across * down];
        double[] placeX = new double[across * down];
        double[] placeY = new double[across * down];
        int count = 0;
        for (int row = 0; row < down; row++) {
            for (int column = 0; column < across; column++) {
                double[] shift = shiftOfBlock(before, after, column * BLOCK, row * BLOCK, x, y);
                if (shift.length > 0) {
                    shiftX[count] = shift[0];
                    shiftY[count] = shift[1];
                    placeX[count] = (column + 0.5) * BLOCK - after.width() / 2.0;
                    placeY[count] = (row + 0.5) * BLOCK - after.height() / 2.0;
                    count++;
                }
            }
        }
        if (count < LEAST_BLOCKS) {
            return new double[] {x, y, 0};
        }
        double medianX = median(shiftX, count);
        double medianY = median(shiftY, count);
        double grown = 0;
        double lever = 1;
        for (int i = 0; i < count; i++) {
            double offX = shiftX[i] - medianX;
            double offY = shiftY[i] - medianY;
            if (Math.hypot(offX, offY) < 1) {
                grown += offX * placeX[i] + offY * placeY[i];
                lever += placeX[i] * placeX[i] + placeY[i] * placeY[i];
            }
        }
        return new double[] {x + medianX, y + medianY, grown / lever};
    }

    /** Beyond the given shift; empty where a block has nothing to hold on to in both directions. */
    private static double[] shiftOfBlock(Picture before, Picture after, int left, int top, int x, int y) {
        double xx = 0;
        double xy = 0;
        double yy = 0;
        double xt = 0;
        double yt = 0;
        for (int row = Math.max(1, top); row < Math.min(top + BLOCK, after.height() - 1); row++) {
            for (int column = Math.max(1, left); column < Math.min(left + BLOCK, after.width() - 1); column++) {
                int fromX = column - x;
                int fromY = row - y;
                if (fromX < 0 || fromY < 0 || fromX >= before.width() || fromY >= before.height()) {
                    return new double[0];
                }
                double gradientX = (after.at(column + 1, row) - after.at(column - 1, row)) / 2;
                double gradientY = (after.at(column, row + 1) - after.at(column, row - 1)) / 2;
                double change = after.at(column, row) - before.at(fromX, fromY);
                xx += gradientX * gradientX;
                xy += gradientX * gradientY;
                yy += gradientY * gradientY;
                xt += gradientX * change;
                yt += gradientY * change;
            }
        }
        double determinant = xx * yy - xy * xy;
        double least = LEAST_GRADIENT * BLOCK * BLOCK;
        if (Math.min(xx, yy) < least || determinant < 0.05 * xx * yy) {
            return new double[0];
        }
        return new double[] {
            Math.clamp(-(yy * xt - xy * yt) / determinant, -1.5, 1.5),
            Math.clamp(-(xx * yt - xy * xt) / determinant, -1.5, 1.5)
        };
    }

    private static double difference(Picture before, Picture after, double x, double y) {
        double light = after.mean() - before.mean();
        int margin = 1 + (int) Math.ceil(Math.max(Math.abs(x), Math.abs(y)));
        double sum = 0;
        int dots = 0;
        for (int row = margin; row < after.height() - margin; row++) {
            for (int column = margin; column < after.width() - margin; column++) {
                sum += Math.abs(after.at(column, row) - before.between(column - x, row - y) - light);
                dots++;
            }
        }
        return dots == 0 ? 0 : sum / dots;
    }

    private static boolean isStill(Picture before, Picture after) {
        for (int top = 0; top < after.height(); top += BLOCK) {
            for (int left = 0; left < after.width(); left += BLOCK) {
                if (changeOfBlock(before, after, left, top) > UNSEEN) {
                    return false;
                }
            }
        }
        return true;
    }

    private static double changeOfBlock(Picture before, Picture after, int left, int top) {
        double sum = 0;
        int bottom = Math.min(top + BLOCK, after.height());
        int right = Math.min(left + BLOCK, after.width());
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                sum += Math.abs(after.at(column, row) - before.at(column, row));
            }
        }
        return sum / ((double) (bottom - top) * (right - left));
    }

    private static double median(double[] values, int count) {
        double[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
    }
}
