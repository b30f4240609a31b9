package backbeat.engine.looks;

import java.util.Arrays;

/**
 * How sharp a picture is, from the width of its edges: in each small block the steepest steps from dot to dot are set against the block's whole contrast. An edge in
 * focus takes its whole step at once (1), one that is smeared over ten dots a tenth of it. Being a ratio it stays as it is when the light goes down, and blocks
 * without contrast, walls and night, are not asked at all. The median of the blocks
 * counts: lettering that is burnt in stays sharp in any picture.
 */
final class Sharpness {
    static final float UNKNOWN = -1;

    private static final int BLOCKS_ACROSS = 20;
    private static final float LEAST_CONTRAST = 16;
    private static final int STEEPEST = 6;
    /** Lettering over black makes fewer. */
    private static final double LEAST_BLOCKS = 0.12;

    private static final double COUNTING = 0.5;

    private Sharpness() {}

    /** From 0 to 1; {@link #UNKNOWN} where there is too little to see. */
    static float of(Picture picture) {
        int block = Math.max(8, picture.longSide() / BLOCKS_ACROSS);
        float[] values = new float[(picture.width() / block) * (picture.height() / block)];
        int count = 0;
        for (int y = 0; y + block < picture.height(); y += block) {
            for (int x = 0; x + block < picture.width(); x += block) {
                float value = ofBlock(picture, x, y, block);
                if (value != UNKNOWN) {
                    values[count++] = value;
                }
            }
        }
        if (count <= LEAST_BLOCKS * values.length) {
            return UNKNOWN;
        }
        Arrays.sort(values, 0, count);
        return values[(int) (COUNTING * (count - 1))];
    }

    private static float ofBlock(Picture picture, int left, int top, int size) {
        float least = 255;
        float most = 0;
        float[] steepest = new float[STEEPEST];
        for (int y = top; y < top + size; y++) {
            for (int x = left; x < left + size; x++) {
                float dot = picture.at(x, y);
                least = Math.min(least, dot);
                most = Math.max(most, dot);
                float across = Math.abs(picture.at(x + 1, y) - dot);
                float down = Math.abs(picture.at(x, y + 1) - dot);
                keep(Math.max(across, down), steepest);
            }
        }
        float contrast = most - least;
        return contrast < LEAST_CONTRAST ? UNKNOWN : Math.min(1, mean(steepest) / contrast);
    }

    /** The smallest stands first. */
    private static void keep(float step, float[] steepest) {
        if (step <= steepest[0]) {
            return;
        }
        int place = 0;
        while (place + 1 < steepest.length && steepest[place + 1] < step) {
            steepest[place] = steepest[place + 1];
            place++;
        }
        steepest[place] = step;
    }

    private static float mean(float[] values) {
        float sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
