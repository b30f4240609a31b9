package backbeat.engine.songfile;

import backbeat.engine.song.SongMap;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A click on each beat as mono WAV with 16 bits, at the song's own sample rate and as long as the song: laid beside it, a click's first sample is the sample of its
 * beat. The one is higher and louder.
 */
final class ClickTrack {
    private static final double SECONDS = 0.03;
    private static final double ONE_HZ = 1760;
    private static final double OTHER_HZ = 1175;
    private static final double ONE_LEVEL = 0.8;
    private static final double OTHER_LEVEL = 0.5;
    private static final int DEFAULT_RATE = 48_000;
    private static final int BLOCK = 1 << 15;

    private final int rate;
    private final List<SongMap.Beat> beats;
    private final short[] one;
    private final short[] other;

    private ClickTrack(SongMap map) {
        rate = map.sampleRate() > 0 ? map.sampleRate() : DEFAULT_RATE;
        beats = map.beats();
        one = click(ONE_HZ, ONE_LEVEL);
        other = click(OTHER_HZ, OTHER_LEVEL);
    }

    static void write(SongMap map, String mark, Path file) throws IOException {
        ClickTrack track = new ClickTrack(map);
        long samples = Math.round(map.duration() * track.rate);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(head(track.rate, samples, mark));
            for (long at = 0; at < samples; at += BLOCK) {
                out.write(track.block(at, (int) Math.min(BLOCK, samples - at)));
            }
        }
    }

    /** A decaying tone whose first sample is its loudest. */
    private short[] click(double hz, double level) {
        short[] click = new short[(int) (SECONDS * rate)];
        for (int i = 0; i < click.length; i++) {
            double fade = Math.exp(-6.0 * i / click.length);
            click[i] = (short) Math.round(32767 * level * fade * Math.cos(2 * Math.PI * hz * i / rate));
        }
        return click;
    }

    private byte[] block(long from, int count) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * count).order(ByteOrder.LITTLE_ENDIAN);
        for (SongMap.Beat beat : beats) {
            short[] click = beat.beat() == 1 ? one : other;
            long start = Math.round(beat.time() * rate) - from;
            for (long i = Math.max(0, -start); i < click.length && start + i < count; i++) {
                int at = (int) (2 * (start + i));
                int sum = bytes.getShort(at) + click[(int) i];
                bytes.putShort(at, (short) Math.clamp(sum, Short.MIN_VALUE, Short.MAX_VALUE));
            }
        }
        return bytes.array();
    }

    private static byte[] head(int rate, long samples, String mark) {
        byte[] software = (mark + (mark.length() % 2 == 0 ? "\0\0" : "\0")).getBytes(StandardCharsets.US_ASCII);
        int data = Math.toIntExact(2 * samples);
        int list = 4 + 8 + software.length;
        ByteBuffer head = ByteBuffer.allocate(44 + 8 + list).order(ByteOrder.LITTLE_ENDIAN);
        head.put(ascii("RIFF")).putInt(36 + 8 + list + data).put(ascii("WAVE"));
        head.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        head.putInt(rate).putInt(2 * rate).putShort((short) 2).putShort((short) 16);
        head.put(ascii("LIST")).putInt(list).put(ascii("INFO"));
        head.put(ascii("ISFT")).putInt(software.length).put(software);
        head.put(ascii("data")).putInt(data);
        return head.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
