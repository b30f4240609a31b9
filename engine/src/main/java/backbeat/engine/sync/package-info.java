/** Where each clip sits on the song, or why that cannot be said. */
@NullMarked
package backbeat.engine.sync;

import org.jspecify.annotations.NullMarked;
