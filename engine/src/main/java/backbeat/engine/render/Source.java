package backbeat.engine.render;

import backbeat.engine.derive.Fingerprint;
import backbeat.engine.media.MediaFacts;

/**
 * A media file that shots are taken from.
 *
 * @param fingerprint of the original
 * @param original facts of the file that the timeline names: its frames are counted there
 * @param facts of the file to decode: the original, or a copy of it that can be sought
 * @param framesLost frames of the original that the copy lacks at its start
 */
record Source(Fingerprint fingerprint, MediaFacts original, MediaFacts facts, long framesLost) {
    /** Where a frame of the original is in the file to decode. */
    long inFile(long frame) {
        return Math.max(0, frame - framesLost);
    }
}
