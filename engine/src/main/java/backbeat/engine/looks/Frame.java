package backbeat.engine.looks;

/**
 * What was seen of one frame.
 *
 * @param seconds clip time at which it is shown first
 * @param sharpness {@link Sharpness#UNKNOWN} where there is too little to see, not a number where it was not asked
 * @param motion from the frame before
 * @param cut whether nothing of the frame before is left
 */
record Frame(double seconds, float sharpness, Exposure exposure, CameraMotion motion, boolean cut) {
    static final float NOT_ASKED = Float.NaN;
}
