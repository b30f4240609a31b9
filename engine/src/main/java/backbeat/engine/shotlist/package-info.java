/**
 * The shot list: what people plan to show, on the bars of the song, before anything is filmed or cut.
 *
 * <p>{@link ShotList} holds {@link PlannedShot}s as people wrote them; {@link ShotListFile} reads and writes them as tables; {@link ShotList#on} lays them on a song
 * map, anew whenever the map changes. What cannot be understood is a finding with its line, and the rest of the row counts.
 *
 * <p>Knows no clips: whether there is footage for a row, and whether a cut follows it, is told by the cut.
 */
@NullMarked
package backbeat.engine.shotlist;

import org.jspecify.annotations.NullMarked;
