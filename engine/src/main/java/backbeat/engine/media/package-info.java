/** FFmpeg as processes: facts, sound, frames and encoding of media files that are not trusted. The only package that knows FFmpeg's command line. */
@NullMarked
package backbeat.engine.media;

import org.jspecify.annotations.NullMarked;
