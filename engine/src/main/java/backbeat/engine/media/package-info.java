/**
 * Media files as facts, samples and pictures, by FFmpeg in processes of its own. The only package that knows FFmpeg's command line.
 *
 * <p>{@link Media} is the door: it finds FFmpeg, and gives {@link MediaFacts} of a file, its sound ({@link SoundReader}), its pictures ({@link FrameReader}), its
 * outline for drawing ({@link Peaks}) and thumbnails. Time 0 of everything it gives is clip time 0, the earliest presented frame or sample; sample n and frame
 * n are those of {@link VideoFacts} and {@link AudioFacts}, exactly.
 *
 * <p>Media is hostile. Only regular files are opened, only by the {@code file} protocol and only as containers that hold their media themselves; memory, time,
 * pixels and complaints are limited ({@link MediaLimits}); what FFmpeg prints is parsed and never trusted. Headers announce, packets prove: counts, rates and
 * lengths come from the packets, and what disagrees is a finding. A refusal is a problem {@code media/...} with a remedy.
 *
 * <p>{@link SceneEncoder} makes pieces of film of {@link Scene}s, which say down to the frame what is shown, how it is placed, mixed and coloured, and nothing of
 * filters; {@link FilmRecipe} says how they are encoded. {@link Encoder} joins them (by an index of our own, {@code FilmIndex}) and writes sound, {@link ClipWriter} writes drawn clips; {@link Proxies} makes
 * clips quick to play; {@link Probes} keeps facts in a vault. What to cut is decided elsewhere.
 */
@NullMarked
package backbeat.engine.media;

import org.jspecify.annotations.NullMarked;
