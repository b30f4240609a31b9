/**
 * Exact time. A rate is a fraction, a moment is a fraction of seconds, a frame is a whole number: nothing here is a floating-point number, so nothing drifts.
 *
 * <p>{@link Rational} is the number everything is made of; {@link Rate} counts frames or samples; {@link Moment} and {@link Span} lie on one clock; {@link
 * Timecode} is the label of a frame; {@link Meter} and {@link BarBeat} name places in a song. Conversions say how they round: {@code floorFrame}, {@code
 * nearestFrame}.
 *
 * <p>This package does not know where a bar lies on the song (that is {@code song}) nor where a clip lies (that is {@code sync}).
 */
@NullMarked
package backbeat.engine.time;

import org.jspecify.annotations.NullMarked;
