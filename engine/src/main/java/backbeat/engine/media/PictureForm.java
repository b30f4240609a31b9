package backbeat.engine.media;

import backbeat.engine.time.Rate;

/**
 * The form that every shot is brought into before shots can be joined.
 *
 * @param width even
 * @param height even
 */
public record PictureForm(Rate rate, int width, int height) {
    public PictureForm {
        if (width <= 0 || height <= 0 || width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException(
                    "a picture must have an even size above zero, not " + width + "x" + height);
        }
    }
}
