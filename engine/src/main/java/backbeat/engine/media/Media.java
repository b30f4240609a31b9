package backbeat.engine.media;

import backbeat.engine.problem.ProblemException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The door to media files. Every call runs FFmpeg as a process of its own under {@link MediaLimits}; nothing is kept between calls, so it may be used from any
 * number of threads.
 */
public final class Media {
    private final FfmpegPrograms programs;
    private final MediaLimits limits;

    private Media(FfmpegPrograms programs, MediaLimits limits) {
        this.programs = programs;
        this.limits = limits;
    }

    /**
     * Finds FFmpeg and proves that it runs.
     *
     * @param toolsFolder where the FFmpeg that comes with the program is unpacked, once
     * @param otherFfmpeg a program to use instead, with {@code ffprobe} beside it; null for the one that comes along
     * @throws ProblemException when there is none that runs here
     */
    public static Media open(Path toolsFolder, @Nullable Path otherFfmpeg, MediaLimits limits) {
        return new Media(FfmpegPrograms.find(toolsFolder, otherFfmpeg, limits), limits);
    }

    /** Of FFmpeg, such as {@code 8.0.1}. Part of the key of everything that is decoded or encoded. */
    public String version() {
        return programs.version();
    }

    /**
     * What a file holds. Reads its headers, its packets and one picture.
     *
     * @throws ProblemException {@code media/...} when it is refused
     */
    public MediaFacts probe(Path file) {
        return new Probe(programs, limits).facts(file);
    }

    /**
     * Opens one channel of the sound; sample 0 lies at clip time 0.
     *
     * @param channel counted from 0; -1 for the mean of all channels of the chosen stream
     * @throws ProblemException {@code media/no-stream} when there is no sound
     */
    public SoundReader sound(MediaFacts facts, int sampleRate, int channel) {
        return SoundReader.open(programs, limits, facts, sampleRate, channel);
    }

    /** Opens all channels of the sound, sample after sample; sample 0 lies at clip time 0. */
    public SoundReader interleaved(MediaFacts facts, int sampleRate) {
        return SoundReader.openInterleaved(programs, limits, facts, sampleRate);
    }

    FfmpegPrograms programs() {
        return programs;
    }

    MediaLimits limits() {
        return limits;
    }
}
