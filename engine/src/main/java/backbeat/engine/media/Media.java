package backbeat.engine.media;

import backbeat.engine.derive.WholeFile;
import backbeat.engine.derive.Work;
import backbeat.engine.problem.MediaProblems;
import backbeat.engine.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    /** What the FFmpeg in use can read, write and convert. */
    public Abilities abilities() {
        return Abilities.of(programs, limits);
    }

    /**
     * What a file holds. Reads its headers, its packets and one picture.
     *
     * @throws ProblemException {@code media/...} when it is refused
     */
    public MediaFacts probe(Path file) {
        return new Probe(programs, limits).facts(file, Probe.USUAL_SOUND);
    }

    /**
     * The same with another of its sounds chosen.
     *
     * @param sound counted from 0 among the file's sound streams
     */
    public MediaFacts probe(Path file, int sound) {
        return new Probe(programs, limits).facts(file, sound);
    }

    /**
     * Opens one channel of the sound; sample 0 lies at clip time 0.
     *
     * @param channel counted from 0; -1 for a mix of all channels of the chosen stream that no pair of them cancels in
     * @throws ProblemException {@code media/no-stream} when there is no sound
     */
    public SoundReader sound(MediaFacts facts, int sampleRate, int channel) {
        return SoundReader.open(programs, limits, facts, sampleRate, channel);
    }

    /** Opens all channels of the sound, sample after sample; sample 0 lies at clip time 0. */
    public SoundReader interleaved(MediaFacts facts, int sampleRate) {
        return SoundReader.openInterleaved(programs, limits, facts, sampleRate);
    }

    /**
     * Opens the first channel of any of the file's sounds, on the clock of these facts.
     *
     * @param sound counted from 0 among the file's sound streams
     */
    public SoundReader otherSound(MediaFacts facts, int sampleRate, int sound) {
        return SoundReader.openOther(programs, limits, facts, sampleRate, sound);
    }

    /** Opens pictures in colour, three bytes a dot, from a frame on; the reader ends after {@code count} of them or with the clip. */
    public FrameReader frames(MediaFacts facts, int width, int height, long firstFrame, long count) {
        return FrameReader.open(programs, limits, facts, FrameReader.Dots.RGB, width, height, firstFrame, count);
    }

    /** Opens pictures in grey, one byte a dot. */
    public FrameReader greyFrames(MediaFacts facts, int width, int height, long firstFrame, long count) {
        return FrameReader.open(programs, limits, facts, FrameReader.Dots.GREY, width, height, firstFrame, count);
    }

    /**
     * Opens a clip's pictures from its first to its last, grey, upright, each with its time.
     *
     * @param longSide of the pictures at most, in dots with square shape
     */
    public SmallFrames smallFrames(MediaFacts facts, int longSide, SmallFrames.Which which, Work work) {
        return SmallFrames.open(programs, limits, facts, longSide, which, work);
    }

    /** Writes one frame as JPEG, upright, with square pixels, at most so wide. */
    public void thumbnail(MediaFacts facts, long frame, int widthMax, Path jpg) {
        VideoFacts video = facts.video();
        if (video == null) {
            throw MediaProblems.noPicture(facts.file().toString()).asException();
        }
        List<Integer> size = FrameReader.shownSize(video, widthMax);
        String small = "scale=" + size.get(0) + ":" + size.get(1) + ":flags=area";
        String picture = String.join(",", ToneMap.after(small, video), "scale=out_range=pc,setsar=1,format=yuvj420p");
        WholeFile.write(jpg, unfinished -> {
            FfmpegCommand command = FrameReader.from(
                            FfmpegCommand.ffmpeg(programs, limits), limits, facts, frame, picture)
                    .with("-frames:v", 1, "-c:v", "mjpeg", "-q:v", 3, "-f", "mjpeg", "-y")
                    .with("file:" + unfinished.toAbsolutePath());
            FfmpegProcess.run(command, limits, Work.quiet(), seconds -> {});
            if (!Files.exists(unfinished) || Files.size(unfinished) == 0) {
                throw MediaProblems.pictureUndecodable(facts.file().toString(), "")
                        .asException();
            }
        });
    }

    /** The outline of the mix of all channels, for drawing. Reads the whole sound. */
    public Peaks peaks(MediaFacts facts, int columnsPerSecond) {
        AudioFacts audio = facts.audio();
        if (audio == null) {
            throw MediaProblems.noSound(facts.file().toString()).asException();
        }
        try (SoundReader sound = sound(facts, audio.sampleRate(), -1)) {
            return Peaks.of(sound, columnsPerSecond);
        }
    }

    FfmpegPrograms programs() {
        return programs;
    }

    MediaLimits limits() {
        return limits;
    }
}
