/**
 * Numbers about sound and light: plain arrays in, plain arrays out. Knows nothing of files, songs or clips.
 *
 * <p>{@link Fft} is the kernel that everything rests on. {@link Spectrogram} walks over short-time spectra, {@link FilterBank} gathers their bins in bands or pitch
 * classes, {@link Onsets} says where something begins (SuperFlux). {@link Loudness} measures a stream by BS.1770-5 with the {@link Filters} of K-weighting.
 * {@link Flashes} finds light that falls back at once.
 */
@NullMarked
package backbeat.engine.signal;

import org.jspecify.annotations.NullMarked;
