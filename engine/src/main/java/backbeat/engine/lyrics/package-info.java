/**
 * Lyrics with their times: what is sung when, line by line and, where it is known, syllable by syllable.
 *
 * <p>{@link LyricsFile} reads LRC, enhanced LRC and UltraStar and writes LRC, enhanced LRC, SubRip, WebVTT and TTML (IMSC 1.1 text profile); {@link Lyrics} is what
 * it reads. {@link VocalOnsets} puts lines onto the singing where that can be heard clearly. Files come from anywhere: what cannot be understood is a finding with
 * its line, never a fault. Times are exact fractions of a second until they are written.
 *
 * <p>Knows nothing of bars, cuts or titles on a picture.
 */
@NullMarked
package backbeat.engine.lyrics;

import org.jspecify.annotations.NullMarked;
