package backbeat.engine.looks;

import backbeat.engine.media.SmallFrames;

/** How closely clips are looked at. */
public enum Depth {
    /** Everything. */
    EVERY_FRAME(SmallFrames.Which.EVERY),
    /** Focus and brightness alone, at a picture or two a second: a quarter of the cost or less. Shake, motion, flashes and freezes need every frame. */
    KEY_FRAMES(SmallFrames.Which.KEY_FRAMES);

    private final SmallFrames.Which frames;

    Depth(SmallFrames.Which frames) {
        this.frames = frames;
    }

    SmallFrames.Which frames() {
        return frames;
    }
}
