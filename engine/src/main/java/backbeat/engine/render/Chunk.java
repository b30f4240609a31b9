package backbeat.engine.render;

import java.nio.file.Path;
import java.util.List;

/** A piece of the film that is encoded by itself. It does not know where it stands in the film, so that moving it costs nothing. */
sealed interface Chunk {
    long frames();

    /** @param sourceFrames the source's frame to show at each frame */
    record Shot(Path file, List<Long> sourceFrames) implements Chunk {
        @Override
        public long frames() {
            return sourceFrames.size();
        }
    }

    record Black(long frames) implements Chunk {}
}
