/** Clips on cards: what was found below a folder, with one outcome for every file. */
@NullMarked
package backbeat.engine.footage;

import org.jspecify.annotations.NullMarked;
