/** A timeline made picture and sound, chunk by chunk. */
@NullMarked
package backbeat.engine.render;

import org.jspecify.annotations.NullMarked;
