/**
 * Numbers about sound: plain arrays of float in, plain arrays out. Knows nothing of files, songs or clips.
 *
 * <p>{@link Fft} is the kernel that everything rests on.
 */
@NullMarked
package backbeat.engine.signal;

import org.jspecify.annotations.NullMarked;
