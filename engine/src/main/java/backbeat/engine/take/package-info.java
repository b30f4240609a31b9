/**
 * Which clips ran together, what each camera's clock is worth, and what follows from both for clips that their own sound cannot place.
 *
 * <p>{@link backbeat.engine.take.Takes} takes what {@code sync} heard of each clip alone and adds to it: groups, the clocks of the cameras, places of silent clips
 * and the choice between places that sound alike. What sound placed is never moved.
 *
 * <p>That two cameras heard the same bars proves nothing: takes are made to one playback. Evidence is what a playback cannot carry: clocks that agree over several
 * takes (an offset is found by a vote of all pairs, and told only when chance would hardly agree so well), the air of the room outside of the song, and a person's slate log. Not here:
 * reading timecode from sound, pictures.
 */
@NullMarked
package backbeat.engine.take;

import org.jspecify.annotations.NullMarked;
