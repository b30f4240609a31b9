/**
 * Linear timecode (SMPTE 12M): labels of frames, sent as sound.
 *
 * <p>{@link backbeat.engine.ltc.LtcReader} is fed the samples of one channel and tells {@link backbeat.engine.ltc.LtcRun runs}: stretches in which the labels count
 * on by one, forwards or backwards, each with a line from the sound's time to the count. {@link backbeat.engine.ltc.LtcWriter} makes such sound. {@link
 * backbeat.engine.ltc.LtcFrame} is what one frame carries, bit by bit.
 *
 * <p>The method: the sound is brought to 32-64 kHz, smoothed by a box of half a bit (the matched filter of a biphase pulse), a clock follows its zero crossings, and
 * the sign in the middle of each half bit is the decision. Three such lanes, an octave of bit rates each, cover half to double speed. Not here: what a timecode
 * means for a song; that is {@code sync}.
 */
@NullMarked
package backbeat.engine.ltc;

import org.jspecify.annotations.NullMarked;
