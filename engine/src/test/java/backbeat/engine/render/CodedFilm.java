package backbeat.engine.render;

import backbeat.engine.derive.Work;
import backbeat.engine.media.Encoder;
import backbeat.engine.media.FrameReader;
import backbeat.engine.media.Media;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.media.PictureForm;
import backbeat.engine.media.VideoFacts;
import backbeat.engine.time.Rate;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Small films whose frames carry their number as sixteen black or white columns, and songs to lay under them. */
record CodedFilm(Media media, Path folder) {
    static final int WIDTH = 160;
    static final int HEIGHT = 90;
    private static final int COLUMN = WIDTH / 16;

    /** What black reads as: the marker column, always white in a coded frame, is dark. */
    static final int BLACK = -1;

    static final int ON_ITS_HEAD = -2;

    private static final int MARKER = 1 << 15;
    private static final int MATRIX_AFTER_TYPE = 44;

    Path film(String name, Rate rate, int frames, int firstNumber) throws IOException {
        return film(name, rate, frames, firstNumber, 0);
    }

    /** @param clockwise degrees by which players turn the stored picture to show it upright, as a phone's file says it */
    Path film(String name, Rate rate, int frames, int firstNumber, int clockwise) throws IOException {
        boolean onItsSide = clockwise % 180 != 0;
        int width = onItsSide ? HEIGHT : WIDTH;
        int height = onItsSide ? WIDTH : HEIGHT;
        byte[] raw = new byte[width * height * frames];
        for (int i = 0; i < raw.length; i++) {
            int x = i % width;
            int y = i / width % height;
            int code = (firstNumber + i / (width * height)) | MARKER;
            boolean white = switch (clockwise) {
                case 0 -> isWhite(code, x, y);
                case 90 -> isWhite(code, WIDTH - 1 - y, x);
                case 180 -> isWhite(code, WIDTH - 1 - x, HEIGHT - 1 - y);
                case 270 -> isWhite(code, y, HEIGHT - 1 - x);
                default -> throw new IllegalArgumentException(clockwise + " degrees");
            };
            raw[i] = (byte) (white ? 235 : 16);
        }
        Path rawFile = Files.write(folder.resolve(name + ".raw"), raw);
        Path film = folder.resolve(name + ".mp4");
        new Encoder(media).rawFrames(rawFile, "gray", new PictureForm(rate, width, height), frames, film, Work.quiet());
        Files.delete(rawFile);
        return clockwise == 0 ? film : turned(film, clockwise);
    }

    /** Only the upper part carries the code, so that a picture on its head is told from an upright one. */
    private static boolean isWhite(int code, int x, int y) {
        return y < HEIGHT * 3 / 4 && ((code >> (x / COLUMN)) & 1) == 1;
    }

    /** Writes the display matrix into the track's header, where cameras write it (ISO 14496-12, 8.3.2). */
    private static Path turned(Path film, int clockwise) throws IOException {
        byte[] bytes = Files.readAllBytes(film);
        ByteBuffer header = ByteBuffer.wrap(bytes);
        int matrix = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("tkhd") + MATRIX_AFTER_TYPE;
        int cosine = Math.toIntExact(Math.round(Math.cos(Math.toRadians(clockwise)))) << 16;
        int sine = Math.toIntExact(Math.round(Math.sin(Math.toRadians(clockwise)))) << 16;
        header.putInt(matrix, cosine).putInt(matrix + 4, sine);
        header.putInt(matrix + 12, -sine).putInt(matrix + 16, cosine);
        return Files.write(film, bytes);
    }

    List<Integer> codes(Path film) {
        MediaFacts facts = media.probe(film);
        VideoFacts video = Objects.requireNonNull(facts.video());
        List<Integer> codes = new ArrayList<>();
        byte[] frame = new byte[WIDTH * HEIGHT];
        try (FrameReader reader = media.greyFrames(facts, WIDTH, HEIGHT, 0, video.frames())) {
            while (reader.read(frame)) {
                codes.add(code(frame));
            }
        }
        return codes;
    }

    private static int code(byte[] frame) {
        int code = 0;
        for (int column = 0; column < 16; column++) {
            int middle = WIDTH * (HEIGHT / 2) + column * COLUMN + COLUMN / 2;
            code |= (frame[middle] & 0xff) > 128 ? 1 << column : 0;
        }
        boolean black = (code & MARKER) == 0;
        boolean onItsHead = (frame[WIDTH * (HEIGHT - 2) + 15 * COLUMN + COLUMN / 2] & 0xff) > 128;
        return black ? BLACK : onItsHead ? ON_ITS_HEAD : code & ~MARKER;
    }

    /** Mono, 48 kHz, a soft saw. */
    Path song(int samples) throws IOException {
        ByteBuffer wav = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(48_000).putInt(96_000);
        wav.putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples);
        for (int i = 0; i < samples; i++) {
            wav.putShort((short) (i % 200 * 40));
        }
        return Files.write(folder.resolve("song.wav"), wav.array());
    }
}
