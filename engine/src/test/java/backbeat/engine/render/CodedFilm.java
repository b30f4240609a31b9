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

    private static final int MARKER = 1 << 15;

    Path film(String name, Rate rate, int frames, int firstNumber) throws IOException {
        byte[] raw = new byte[WIDTH * HEIGHT * frames];
        for (int i = 0; i < raw.length; i++) {
            int code = (firstNumber + i / (WIDTH * HEIGHT)) | MARKER;
            int column = i % WIDTH / COLUMN;
            raw[i] = (byte) ((code >> column & 1) == 1 ? 235 : 16);
        }
        Path rawFile = Files.write(folder.resolve(name + ".raw"), raw);
        Path film = folder.resolve(name + ".mp4");
        new Encoder(media).rawFrames(rawFile, "gray", new PictureForm(rate, WIDTH, HEIGHT), frames, film, Work.quiet());
        Files.delete(rawFile);
        return film;
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
        return (code & MARKER) == 0 ? BLACK : code & ~MARKER;
    }

    /** Mono, 48 kHz, a soft saw. */
    Path song(int samples) throws IOException {
        ByteBuffer wav = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).putInt(36 + 2 * samples);
        wav.put("WAVEfmt ".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(48_000).putInt(96_000);
        wav.putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).putInt(2 * samples);
        for (int i = 0; i < samples; i++) {
            wav.putShort((short) (i % 200 * 40));
        }
        return Files.write(folder.resolve("song.wav"), wav.array());
    }
}
