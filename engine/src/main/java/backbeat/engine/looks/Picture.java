package backbeat.engine.looks;

/** Brightness in rows, from 0 (black) to 255 (white), that can be shrunk by half. */
final class Picture {
    private final int width;
    private final int height;
    private final float[] dots;

    Picture(int width, int height) {
        this.width = width;
        this.height = height;
        this.dots = new float[width * height];
    }

    static Picture of(byte[] bytes, int width, int height) {
        Picture picture = new Picture(width, height);
        for (int i = 0; i < picture.dots.length; i++) {
            picture.dots[i] = bytes[i] & 0xff;
        }
        return picture;
    }

    /** Each dot the mean of four. */
    Picture half() {
        Picture half = new Picture(width / 2, height / 2);
        for (int y = 0; y < half.height; y++) {
            int above = 2 * y * width;
            int below = above + width;
            for (int x = 0; x < half.width; x++) {
                int left = 2 * x;
                half.dots[y * half.width + x] =
                        (dots[above + left] + dots[above + left + 1] + dots[below + left] + dots[below + left + 1]) / 4;
            }
        }
        return half;
    }

    /** Smaller by any factor from 1 to 2. */
    Picture shrunk(double factor) {
        Picture small = new Picture((int) (width / factor), (int) (height / factor));
        for (int y = 0; y < small.height; y++) {
            double inY = (y + 0.5) * factor - 0.5;
            for (int x = 0; x < small.width; x++) {
                small.dots[y * small.width + x] = between((x + 0.5) * factor - 0.5, inY);
            }
        }
        return small;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int longSide() {
        return Math.max(width, height);
    }

    float at(int x, int y) {
        return dots[y * width + x];
    }

    /** Between the dots; the edge goes on outside. */
    float between(double x, double y) {
        double inX = Math.clamp(x, 0, width - 1.001);
        double inY = Math.clamp(y, 0, height - 1.001);
        int left = (int) inX;
        int top = (int) inY;
        double right = inX - left;
        double down = inY - top;
        int at = top * width + left;
        double upper = dots[at] + right * (dots[at + 1] - dots[at]);
        double lower = dots[at + width] + right * (dots[at + width + 1] - dots[at + width]);
        return (float) (upper + down * (lower - upper));
    }

    float mean() {
        double sum = 0;
        for (float dot : dots) {
            sum += dot;
        }
        return (float) (sum / dots.length);
    }

    /** How many dots have each brightness. */
    int[] histogram() {
        int[] counts = new int[256];
        for (float dot : dots) {
            counts[Math.clamp(Math.round(dot), 0, 255)]++;
        }
        return counts;
    }
}
