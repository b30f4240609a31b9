package backbeat.engine.looks;

import org.jspecify.annotations.Nullable;

/**
 * What was seen of one frame.
 *
 * @param seconds clip time at which it is shown first
 * @param sharpness {@link Sharpness#UNKNOWN} where there is too little to see, not a number where it was not asked
 * @param motion from the frame before
 * @param cut whether nothing of the frame before is left
 * @param faces null where they were not asked
 */
record Frame(
        double seconds,
        float sharpness,
        Exposure exposure,
        CameraMotion motion,
        boolean cut,
        @Nullable Sighting faces) {
    static final float NOT_ASKED = Float.NaN;
}
