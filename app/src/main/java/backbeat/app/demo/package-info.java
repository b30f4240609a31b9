/**
 * The generated sample production: a song composed in code and synthesised, a drawn band that plays it, three cameras that film it with all that makes sync hard
 * - a room, noise, late starts, clocks that drift, slow motion - and the truth beside it.
 *
 * <p>{@link backbeat.app.demo.DemoProduction} makes it into a folder; {@link backbeat.app.demo.Truth} says where each clip lies on the song, in the clock of
 * {@code sync/1}. The same seed gives the same song, pictures and sound.
 *
 * <p>Inside: {@code Composer} writes a {@code Score}, {@code Studio} plays it with {@code Drums}, {@code Keys} and {@code Voice}; {@code Stage} draws what a
 * camera sees at a time of the song; {@code ScratchSound} is what its microphone hears. Nothing is loaded: no samples, fonts or pictures.
 */
@NullMarked
package backbeat.app.demo;

import org.jspecify.annotations.NullMarked;
