package backbeat.app.cli;

import backbeat.app.wiring.Settings;
import backbeat.engine.Backbeat;
import backbeat.engine.derive.Work;
import backbeat.engine.media.ClipWriter;
import backbeat.engine.media.Media;
import backbeat.engine.time.Rate;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The main job on seconds of made material, from which the launcher learns a quick start: what is loaded here is in its cache. Not a command, for nobody else has a
 * use for it.
 */
public final class Rehearsal {
    private static final int SAMPLE_RATE = 16_000;
    private static final int SECONDS = 16;
    private static final int NOTES_A_SECOND = 4;
    private static final int WIDTH = 96;
    private static final int HEIGHT = 54;
    private static final Rate RATE = Rate.FPS_25;
    private static final Terminal NOBODY =
            new Terminal(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), false, 80);

    private final Path folder;

    private Rehearsal(Path folder) {
        this.folder = folder;
    }

    /** @param words an empty folder, which the caller clears away */
    public static void main(String[] words) throws IOException {
        new Rehearsal(Path.of(words[0])).run();
    }

    private void run() throws IOException {
        Path song = song(Files.createDirectories(folder).resolve("song.wav"));
        Path footage = Files.createDirectories(folder.resolve("footage"));
        Settings settings = Settings.ofThisUser().withHome(folder.resolve("work"));
        Backbeat backbeat = Backbeat.open(settings.home(), settings.vaultBytes(), settings.ffmpeg());
        film(backbeat.media(), song, footage.resolve("CLIP.MP4"));
        Path out = folder.resolve("out");
        does("cut", "--song", song, "--footage", footage, "--out", out);
        Path film = folder.resolve("film.mp4");
        does("render", out.resolve("rough-cut.otio"), "--song", song, "--footage", footage, "--out", film);
    }

    private void does(Object... words) {
        Stream<Object> all = Stream.concat(Stream.of(words), Stream.of("--work", folder.resolve("work")));
        Main.run(NOBODY, all.map(Object::toString).toArray(String[]::new));
    }

    /** Notes that come in this order nowhere else in it, each with a sharp begin. */
    private static Path song(Path file) throws IOException {
        ByteBuffer wave = ByteBuffer.allocate(44 + 2 * SAMPLE_RATE * SECONDS).order(ByteOrder.LITTLE_ENDIAN);
        wave.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(wave.capacity() - 8);
        wave.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wave.putShort((short) 1).putShort((short) 1).putInt(SAMPLE_RATE);
        wave.putInt(2 * SAMPLE_RATE).putShort((short) 2).putShort((short) 16);
        wave.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(wave.remaining() - 4);
        Random random = new Random(1);
        int note = SAMPLE_RATE / NOTES_A_SECOND;
        for (int from = 0; from < SAMPLE_RATE * SECONDS; from += note) {
            double turn = 2 * Math.PI * 110 * Math.pow(2, random.nextInt(36) / 12.0) / SAMPLE_RATE;
            for (int i = 0; i < note; i++) {
                double attack = i < SAMPLE_RATE / 100 ? random.nextGaussian() / 8 : 0;
                double sound = 0.6 * Math.exp(-6.0 * i / note) * Math.sin(turn * i) + attack;
                wave.putShort((short) (32_767 * Math.clamp(sound, -1, 1)));
            }
        }
        return Files.write(file, wave.array());
    }

    private static void film(Media media, Path sound, Path clip) throws IOException {
        ClipWriter.Form form = new ClipWriter.Form(WIDTH, HEIGHT, RATE, 28, "10:00:00:00");
        byte[] pixels = new byte[4 * WIDTH * HEIGHT];
        try (ClipWriter writer = ClipWriter.begin(media, form, sound, clip, Work.quiet())) {
            for (int frame = 0; frame < 25 * SECONDS; frame++) {
                for (int i = 0; i < pixels.length; i++) {
                    pixels[i] = (byte) (i / 4 % WIDTH * 2 + frame);
                }
                writer.frame(pixels);
            }
            writer.finish();
        }
    }
}
