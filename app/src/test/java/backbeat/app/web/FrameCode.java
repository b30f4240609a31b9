package backbeat.app.web;

import backbeat.engine.derive.Work;
import backbeat.engine.media.ClipWriter;
import backbeat.engine.media.Media;
import backbeat.engine.media.MediaLimits;
import backbeat.engine.time.Rate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Clips whose frames tell their number: twelve squares, black or white, the highest bit first, on grey. */
final class FrameCode {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 270;
    private static final int BITS = 12;
    private static final int SQUARE = WIDTH / BITS;

    /** A function in the page that reads the number from a video; -1 where no picture is. */
    static final String READER = """
            const codeOf = video => {
                if (!video.videoWidth) return -1;
                const canvas = Object.assign(document.createElement('canvas'), { width: 240, height: 135 });
                const pen = canvas.getContext('2d', { willReadFrequently: true });
                pen.drawImage(video, 0, 0, 240, 135);
                let code = 0;
                for (let bit = 0; bit < 12; bit++) code = code * 2 + (pen.getImageData(bit * 20 + 10, 67, 1, 1).data[0] > 127 ? 1 : 0);
                return code;
            };
            """;

    private FrameCode() {}

    static Media media() {
        return Media.open(Path.of("target", "tools"), null, MediaLimits.standard());
    }

    /** Writes a clip whose first frame has the number {@code first}. */
    static Path clip(Media media, Path file, Rate rate, int first, int frames, @Nullable Path sound) throws Exception {
        Files.createDirectories(file.getParent());
        var form = new ClipWriter.Form(WIDTH, HEIGHT, rate, 20, "01:00:00:00");
        byte[] picture = new byte[4 * WIDTH * HEIGHT];
        try (ClipWriter clip = ClipWriter.begin(media, form, sound, file, Work.quiet())) {
            for (int frame = 0; frame < frames; frame++) {
                draw(picture, first + frame);
                clip.frame(picture);
            }
            clip.finish();
        }
        return file;
    }

    private static void draw(byte[] picture, int code) {
        Arrays.fill(picture, (byte) 90);
        for (int bit = 0; bit < BITS; bit++) {
            byte light = (byte) ((code >> (BITS - 1 - bit) & 1) == 1 ? 235 : 16);
            for (int y = HEIGHT / 2 - SQUARE; y < HEIGHT / 2 + SQUARE; y++) {
                int from = 4 * (y * WIDTH + bit * SQUARE);
                Arrays.fill(picture, from, from + 4 * SQUARE, light);
            }
        }
    }
}
