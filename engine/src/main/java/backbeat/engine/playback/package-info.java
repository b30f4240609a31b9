/**
 * The file that is played on a set: on the left a count-in in the song's tempo and the song, on the right linear timecode.
 *
 * <p>{@link backbeat.engine.playback.PlaybackFile} writes it from a song and its map, for a {@link backbeat.engine.playback.PlaybackOrder}. The song's first sample
 * lies exactly on the start of the order's frame. At another speed the song is resampled, pitch and all; the timecode keeps its own rate, so that recorders take it
 * for what it is, and {@code sync} is told the speed beside it ({@link backbeat.engine.sync.SongAt}).
 */
@NullMarked
package backbeat.engine.playback;

import org.jspecify.annotations.NullMarked;
