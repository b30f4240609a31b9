/**
 * The song map in files of other programs: labels and lists as text, a MIDI file with the tempo map, markers, a click track; and the tempo map of a MIDI file as
 * something that was said of a song.
 *
 * <p>{@link SongFiles} writes, {@link SongMarkers} says sections and bars as an editor's markers, {@link TempoMapFile} reads. The MIDI files are standard MIDI files
 * (RP-001), type 1 out, types 0 and 1 in; marker lists are those that DaVinci Resolve imports. Editing programs' project files are written by {@code interchange}
 * from the timeline that {@link SongFiles#timeline} makes.
 */
@NullMarked
package backbeat.engine.songfile;

import org.jspecify.annotations.NullMarked;
