package backbeat.engine.media;

import backbeat.engine.problem.Problem;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.time.Rate;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Encodes pictures that this program draws, one after another, into a clip such as a camera writes: H.264 with the given sound.
 *
 * <p>Frames go through a pipe, so that a clip of any length needs no room on the disk but its own. The same frames give the same bytes.
 */
public final class ClipWriter implements AutoCloseable {
    private static final long SECONDS_TO_FINISH = 120;

    /**
     * @param quality H.264's constant rate factor: 18 is fine, 28 is small
     * @param timecode label of the first frame
     */
    public record Form(int width, int height, Rate rate, int quality, String timecode) {}

    private final Process process;
    private final OutputStream frames;
    private final Path target;

    private ClipWriter(Process process, Path target) {
        this.process = process;
        this.target = target;
        frames = process.getOutputStream();
    }

    /**
     * Begins a clip.
     *
     * @param sound a WAV file that begins with the first frame; null for a silent clip
     * @param target a file whose name ends in {@code .MP4} (the sound becomes AAC) or {@code .MOV} (it stays PCM)
     */
    public static ClipWriter begin(Media media, Form form, @Nullable Path sound, Path target) throws IOException {
        Process process = new ProcessBuilder(words(media.programs().ffmpeg(), form, sound, target))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new ClipWriter(process, target);
    }

    private static List<String> words(Path ffmpeg, Form form, @Nullable Path sound, Path target) {
        List<String> words = new ArrayList<>(List.of(ffmpeg.toString(), "-hide_banner", "-v", "error", "-y"));
        words.addAll(List.of("-f", "rawvideo", "-pixel_format", "bgr0"));
        words.addAll(List.of("-video_size", form.width() + "x" + form.height()));
        words.addAll(List.of("-framerate", form.rate().perSecond().toString(), "-i", "pipe:0"));
        boolean mov = target.toString().endsWith(".MOV");
        if (sound != null) {
            words.addAll(List.of("-i", "file:" + sound.toAbsolutePath(), "-map", "0:v", "-map", "1:a"));
            words.addAll(mov ? List.of("-c:a", "pcm_s16le") : List.of("-c:a", "aac", "-b:a", "112k"));
        }
        words.addAll(List.of("-vf", "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p"));
        words.addAll(List.of("-c:v", "libx264", "-preset", "veryfast", "-crf", Integer.toString(form.quality())));
        words.addAll(List.of("-threads", "1", "-g", "25", "-colorspace", "bt709", "-color_primaries", "bt709"));
        words.addAll(List.of("-color_trc", "bt709", "-color_range", "tv", "-timecode", form.timecode()));
        words.addAll(List.of("-fflags", "+bitexact", "-flags", "+bitexact", "-map_metadata", "-1"));
        words.addAll(List.of("-f", mov ? "mov" : "mp4", "file:" + target.toAbsolutePath()));
        return words;
    }

    /** @param pixels blue, green, red and an unused byte for each pixel, rows from the top */
    public void frame(byte[] pixels) {
        try {
            frames.write(pixels);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Ends the clip; it is whole after this. */
    public void finish() throws IOException {
        frames.close();
        try {
            if (!process.waitFor(SECONDS_TO_FINISH, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw failed(null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(e);
        }
    }

    private ProblemException failed(@Nullable Exception cause) {
        Problem problem = new Problem(
                "media/clip-not-written",
                "FFmpeg could not write this clip.",
                target.toString(),
                "",
                "Look whether the disk is full and the folder can be written, then try again.");
        return cause == null ? new ProblemException(problem) : new ProblemException(problem, cause);
    }

    /** Stops the process if the clip was not finished. */
    @Override
    public void close() {
        process.destroy();
    }
}
