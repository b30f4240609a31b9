package backbeat.engine.media;

import backbeat.engine.derive.Work;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Small media with known truth: clicks at half seconds in the sound, the frame's number as the brightness of the picture. */
public final class MadeMedia {
    public static final Media MEDIA = Media.open(Path.of("target", "tools"), null, MediaLimits.standard());
    static final int SAMPLE_RATE = 48_000;
    static final int WIDTH = 64;
    static final int HEIGHT = 48;
    static final int BRIGHTNESS_STEP = 4;

    private MadeMedia() {}

    /** Two seconds of one channel with a click at 0.5, 1.0 and 1.5 s. */
    static Path clicks(Path folder) throws IOException {
        ByteBuffer raw = ByteBuffer.allocate(2 * SAMPLE_RATE * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int click = 1; click <= 3; click++) {
            for (int i = 0; i < 96; i++) {
                double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / 96);
                float value = (float) (0.8 * window * Math.sin(2 * Math.PI * 2000 * i / SAMPLE_RATE));
                raw.putFloat((click * SAMPLE_RATE / 2 + i) * Float.BYTES, value);
            }
        }
        return Files.write(folder.resolve("clicks.raw"), raw.array());
    }

    static List<String> clicksInput(Path folder) throws IOException {
        return List.of("-f", "f32le", "-ar", "48000", "-ac", "1", "-i", "file:" + clicks(folder));
    }

    /** Frame n is grey of brightness 20 + 4n. */
    static List<String> framesInput(Path folder, int frames, String rate) throws IOException {
        ByteBuffer raw = ByteBuffer.allocate(frames * WIDTH * HEIGHT);
        for (int frame = 0; frame < frames; frame++) {
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                raw.put((byte) (20 + BRIGHTNESS_STEP * frame));
            }
        }
        Path file = Files.write(folder.resolve("frames.raw"), raw.array());
        return List.of(
                "-f", "rawvideo", "-pix_fmt", "gray", "-s", WIDTH + "x" + HEIGHT, "-r", rate, "-i", file.toString());
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    public static Path make(Path file, List<String>... words) {
        FfmpegCommand command =
                FfmpegCommand.ffmpeg(MEDIA.programs(), MEDIA.limits()).with("-y");
        List<String> all = new ArrayList<>();
        List.of(words).forEach(all::addAll);
        command.with(all.toArray()).with("file:" + file);
        FfmpegProcess.run(command, MEDIA.limits(), Work.quiet(), seconds -> {});
        return file;
    }
}
