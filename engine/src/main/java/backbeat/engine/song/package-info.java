/** The song map: beats, bars, sections, energy, loudness and key of one song. */
@NullMarked
package backbeat.engine.song;

import org.jspecify.annotations.NullMarked;
