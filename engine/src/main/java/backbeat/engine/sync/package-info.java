/**
 * Where each clip sits on the song, or why that cannot be said.
 *
 * <p>{@link backbeat.engine.sync.Sync} hears every clip of a footage and answers in the words of {@link backbeat.engine.sync.SyncResult}, contract {@code
 * sync/1}: a place to microseconds with speed, drift and confidence, several places that sound alike, or a refusal with its reason. It never guesses: whether the
 * song is there at all is told by a noise model made of the same data.
 *
 * <p>The chain: blocks of a second, whitened, against the whole song; a vote of the blocks for straight lines; the noise model; the fine place by coherent sums of
 * phase correlations (Knapp and Carter 1976); the extent; copied places. What that leaves is looked at with any speed from 45 to 260 %, pitch moved or kept: onset
 * bands guess, phases measure, blocks or short windows judge. Clips are read in stretches, so that memory does not grow with their length. {@link
 * backbeat.engine.sync.Album} does the same for several songs. {@link backbeat.engine.sync.SyncExplanation} tells each decision of one clip with its figures.
 *
 * <p>Linear timecode on the sound is read along the way; after all clips were heard it places those that heard no song ({@link
 * backbeat.engine.sync.SongAt} tells what it means, or it is learned). Not here: cameras as groups (package {@code take}).
 */
@NullMarked
package backbeat.engine.sync;

import org.jspecify.annotations.NullMarked;
