/**
 * What a camera's pictures are worth: sharpness, brightness, shake, camera moves, what stands still, flashes, how much happens in them,
 * faces and by them the shot size,
 * and where the sound stands at its limit, over the whole length of a clip.
 *
 * <p>{@link backbeat.engine.looks.Looking} is the door. Each clip is looked at once, in small grey pictures, and what was measured is kept; what it means ({@link
 * backbeat.engine.looks.Looks}: passages with words, a quality from 0 to 1) is told anew each time, because focus is judged against the clip's own best.
 *
 * <p>Methods: focus by the width of edges, the steepest step of a block against its contrast (after Marziliano and others, 2002), which neither dark nor plain pictures fool; camera
 * motion by matching from coarse to fine and then by gradients in blocks (Lucas and Kanade, 1981), the median of which a moving singer does not sway; shake is what
 * remains of it above one swing a second; faces by a cascade of boosted trees (Viola and Jones, 2001; {@code Faces}).
 *
 * <p>Not here: faces from the side, and who it is; whether a picture is beautiful; and how motion meets the beat, which is known when a clip stands on the song.
 */
@NullMarked
package backbeat.engine.looks;

import org.jspecify.annotations.NullMarked;
