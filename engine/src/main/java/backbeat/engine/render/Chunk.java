package backbeat.engine.render;

import backbeat.engine.media.Scene;

/** A piece of the film that is encoded by itself. It does not know where it stands in the film, so that moving it costs nothing. */
record Chunk(Scene scene) {
    long frames() {
        return scene.frames();
    }
}
