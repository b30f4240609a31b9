package backbeat.engine.media;

import java.time.Duration;

/**
 * What one FFmpeg process may take. Media comes from anywhere: a file of a hundred kilobytes can ask for gigabytes or hours.
 *
 * @param probeTime wall clock for learning what a small file is; reading the packets of a large one adds to it by its size
 * @param stallTime how long a running process may say nothing before it is taken for hung
 * @param memoryBytes address space of a process that decodes
 * @param maxPixels of one picture; above it the file is refused
 * @param decodingThreads of one process
 * @param niceness how far processes stand back behind others of the machine, from 0 (not at all) to 19
 */
public record MediaLimits(
        Duration probeTime, Duration stallTime, long memoryBytes, long maxPixels, int decodingThreads, int niceness) {
    private static final int STANDS_BACK = 10;
    private static final long PIXELS_OF_8K_CAMERAS = 8192L * 4320;

    public MediaLimits {
        if (probeTime.isNegative() || memoryBytes <= 0 || maxPixels <= 0 || decodingThreads <= 0 || niceness < 0) {
            throw new IllegalArgumentException("limits must be above zero");
        }
    }

    /** Allows 8K cameras on a machine with 4 GB. */
    public static MediaLimits standard() {
        int processors = Runtime.getRuntime().availableProcessors();
        return new MediaLimits(
                Duration.ofSeconds(15),
                Duration.ofMinutes(2),
                3L << 30,
                PIXELS_OF_8K_CAMERAS,
                Math.clamp(processors, 1, 4),
                0);
    }

    /** For a machine that people wait for at the same time: whoever asks for a page comes first. */
    public MediaLimits standingBack() {
        return new MediaLimits(probeTime, stallTime, memoryBytes, maxPixels, decodingThreads, STANDS_BACK);
    }
}
