/**
 * How far each camera's sound is from its picture: cameras, radio links and recorders delay one of the two, and clips are placed by their sound.
 *
 * <p>{@link backbeat.engine.lipsync.LipSync} looks for what is seen <em>and</em> heard: a flash or a strobe with its click or beep. Sharp sounds in a clip's first
 * two minutes are the candidates; only around those a second of picture is decoded, small and grey, and searched for a jump of brightness that falls back at once. A
 * camera's delay is told when three or more such pairs agree within a frame, few others speak against it, and somebody could notice it (ITU-R BT.1359). Where a
 * strobe flashes so often that its flashes fit any delay, nothing is told.
 *
 * <p>It is told and no more: no clip is moved by it. Not here: clappers (motion that stops), lips.
 */
@NullMarked
package backbeat.engine.lipsync;

import org.jspecify.annotations.NullMarked;
