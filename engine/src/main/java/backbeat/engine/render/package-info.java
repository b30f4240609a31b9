/**
 * Timeline to film.
 *
 * <p>{@link backbeat.engine.render.Render} is the door: it opens the timeline's picture tracks into lanes of spans, cuts these into chunks (wherever something begins
 * or ends, and within shots every sixteen frames of their source), renders those that the vault does not hold, and joins them by copying over the song, which is
 * encoded once. A chunk is a {@link backbeat.engine.media.Scene} and knows nothing of its place in the song; its key holds the scene's words, the content of
 * sources and tables, the recipe and FFmpeg's version. So a moved cut renders the two chunks beside it, and a shot that only moves renders nothing.
 *
 * <p>Chunks that show stretches of one source near each other are made by one process, which decodes and colours once; how many are encoded at any time is bounded,
 * because that is what a render's memory is ({@code EncoderRoom}). Processes that share a vault may each plan a film ({@link
 * backbeat.engine.render.FilmPlan}) and make batches of it before one joins it. Which source frame is shown at a frame of the film is
 * computed exactly here (mixed and variable rates, speeds, running backwards); FFmpeg is only told the result. Not here: choosing shots, and what FFmpeg's command line
 * looks like.
 */
@NullMarked
package backbeat.engine.render;

import org.jspecify.annotations.NullMarked;
