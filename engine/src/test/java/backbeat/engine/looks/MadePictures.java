package backbeat.engine.looks;

import java.util.Random;

/** Pictures with edges, by numbers: boxes of several greys, seen from any place, sharp or soft, in any light. */
final class MadePictures {
    static final int WIDTH = 320;
    static final int HEIGHT = 180;
    private static final int BORDER = 40;

    private final float[][] scene = new float[HEIGHT + 2 * BORDER][WIDTH + 2 * BORDER];

    MadePictures(long seed) {
        Random random = new Random(seed);
        for (float[] row : scene) {
            java.util.Arrays.fill(row, 90);
        }
        for (int box = 0; box < 60; box++) {
            int left = random.nextInt(scene[0].length);
            int top = random.nextInt(scene.length);
            int width = 8 + random.nextInt(50);
            int height = 8 + random.nextInt(50);
            float grey = 40 + random.nextInt(150);
            for (int y = top; y < Math.min(scene.length, top + height); y++) {
                java.util.Arrays.fill(scene[y], left, Math.min(scene[0].length, left + width), grey);
            }
        }
    }

    /** Seen from a place that much to the right and down; each dot the mean of a square of {@code 2 * blur + 1} dots. */
    Picture seen(int x, int y, int blur, double light) {
        byte[] bytes = new byte[WIDTH * HEIGHT];
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                double grey = light * mean(row + BORDER + y, column + BORDER + x, blur);
                bytes[row * WIDTH + column] = (byte) Math.clamp(Math.round(grey), 0, 255);
            }
        }
        return Picture.of(bytes, WIDTH, HEIGHT);
    }

    private double mean(int row, int column, int blur) {
        double sum = 0;
        for (int y = row - blur; y <= row + blur; y++) {
            for (int x = column - blur; x <= column + blur; x++) {
                sum += scene[y][x];
            }
        }
        return sum / ((2 * blur + 1) * (2 * blur + 1));
    }
}
