package backbeat.engine.render;

import java.nio.file.Path;

/**
 * A film that was made.
 *
 * @param frames of its picture
 * @param chunks that it is joined of
 * @param rendered how many of them were made now; the others were kept from before
 */
public record Film(Path file, long frames, long chunks, long rendered) {}
