package backbeat.engine.media;

import backbeat.engine.derive.CancelledException;
import backbeat.engine.derive.Work;
import backbeat.engine.problem.DeriveProblems;
import backbeat.engine.problem.MediaProblems;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.time.Rate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Encodes pictures that this program draws, one after another, into a clip such as a camera writes: H.264 with the given sound.
 *
 * <p>Frames go through a pipe, so that a clip of any length needs no room on the disk but its own. The same frames give the same bytes. A clip that is not
 * finished, because it failed or the work was cancelled, is deleted.
 */
public final class ClipWriter implements AutoCloseable {
    /** Drawn pictures are flat and their movement is simple: what x264 searches for beyond this costs a third more time and saves nothing. */
    private static final String SHORT_SEARCH = "subme=1:ref=1:rc-lookahead=5:bframes=2";

    /**
     * @param quality H.264's constant rate factor: 18 is fine, 28 is small
     * @param timecode label of the first frame
     */
    public record Form(int width, int height, Rate rate, int quality, String timecode) {}

    private final FfmpegProcess process;
    private final Path target;
    private boolean whole;

    private ClipWriter(FfmpegProcess process, Path target) {
        this.process = process;
        this.target = target;
    }

    /**
     * Begins a clip.
     *
     * @param sound a WAV file that begins with the first frame; null for a silent clip
     * @param target a file whose name ends in {@code .MP4} (the sound becomes AAC) or {@code .MOV} (it stays PCM)
     */
    public static ClipWriter begin(Media media, Form form, @Nullable Path sound, Path target, Work work) {
        List<String> words = command(media, form, sound, target).words();
        return new ClipWriter(FfmpegProcess.startFed(words, media.limits(), FfmpegProcess.LONG_WORK, work), target);
    }

    private static FfmpegCommand command(Media media, Form form, @Nullable Path sound, Path target) {
        FfmpegCommand command = FfmpegCommand.ffmpeg(media.programs(), media.limits())
                .with("-y", "-filter_threads", "1", "-f", "rawvideo", "-pixel_format", "bgr0")
                .with("-video_size", form.width() + "x" + form.height(), "-framerate", form.rate())
                .with("-protocol_whitelist", "pipe", "-i", "pipe:0");
        boolean mov = target.toString().endsWith(".MOV");
        if (sound != null) {
            command.input(sound).with("-map", "0:v", "-map", "1:a");
            command.with("-c:a", mov ? "pcm_s16le" : "aac", "-b:a", "96k");
        }
        return command.with("-vf", "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p")
                .with("-c:v", "libx264", "-preset", "veryfast", "-crf", form.quality(), "-x264-params", SHORT_SEARCH)
                .with("-threads", "1", "-g", "25", "-colorspace", "bt709", "-color_primaries", "bt709")
                .with("-color_trc", "bt709", "-color_range", "tv", "-timecode", form.timecode())
                .with("-fflags", "+bitexact", "-flags", "+bitexact", "-map_metadata", "-1")
                .with("-f", mov ? "mov" : "mp4", "file:" + target.toAbsolutePath());
    }

    /**
     * @param pixels blue, green, red and an unused byte for each pixel, rows from the top
     * @throws ProblemException when the clip cannot be written
     * @throws CancelledException when the work was cancelled
     */
    public void frame(byte[] pixels) {
        try {
            process.input().write(pixels);
        } catch (IOException ended) {
            throw failure(process.await());
        }
    }

    /** Ends the clip; it is whole after this. */
    public void finish() {
        try {
            process.input().close();
        } catch (IOException ended) {
            throw failure(process.await());
        }
        process.wholeOutput();
        FfmpegProcess.Ending ending = process.await();
        if (!ending.isGood()) {
            throw failure(ending);
        }
        whole = true;
    }

    private ProblemException failure(FfmpegProcess.Ending ending) {
        String cause = ending.lastErrorLine();
        return (cause.contains("No space left")
                        ? DeriveProblems.cannotWrite(target.toString(), cause)
                        : MediaProblems.ffmpegFailed(target.toString(), cause))
                .asException();
    }

    /** Stops the process and deletes what it wrote if the clip was not finished. */
    @Override
    public void close() throws IOException {
        process.close();
        if (!whole) {
            Files.deleteIfExists(target);
        }
    }
}
