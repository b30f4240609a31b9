package backbeat.engine.playback;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A stereo WAV file of 24 bits with a broadcast extension (EBU Tech 3285), which tells players and editing programs the time of day of its first sample. */
final class BroadcastWave implements AutoCloseable {
    private static final int CHANNELS = 2;
    private static final int BYTES_PER_SAMPLE = 3;
    private static final int EXTENSION_BYTES = 602;
    private static final int DESCRIPTION_BYTES = 256;
    private static final int ORIGINATOR_BYTES = 32;
    private static final int BEFORE_TIME_REFERENCE = 338;
    private static final int HEADER_BYTES = 12 + 8 + EXTENSION_BYTES + 8 + 16 + 8;
    private static final float FULL_SCALE = 8_388_607f;

    private final OutputStream out;

    private BroadcastWave(OutputStream out) {
        this.out = out;
    }

    /** @param sinceMidnight samples from midnight to the file's first */
    static BroadcastWave create(Path file, String description, long sinceMidnight, int sampleRate, long samples)
            throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        out.write(header(description, sinceMidnight, sampleRate, samples));
        return new BroadcastWave(out);
    }

    private static byte[] header(String description, long sinceMidnight, int sampleRate, long samples) {
        int frame = CHANNELS * BYTES_PER_SAMPLE;
        int data = Math.toIntExact(samples * frame);
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(ascii("RIFF")).putInt(HEADER_BYTES - 8 + data).put(ascii("WAVE"));
        bytes.put(ascii("bext")).putInt(EXTENSION_BYTES);
        int extension = bytes.position();
        bytes.put(extension, text(description, DESCRIPTION_BYTES));
        bytes.put(extension + DESCRIPTION_BYTES, text("Backbeat", ORIGINATOR_BYTES));
        bytes.putLong(extension + BEFORE_TIME_REFERENCE, sinceMidnight);
        bytes.putShort(extension + BEFORE_TIME_REFERENCE + Long.BYTES, (short) 1);
        bytes.position(extension + EXTENSION_BYTES);
        bytes.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) CHANNELS);
        bytes.putInt(sampleRate).putInt(sampleRate * frame);
        bytes.putShort((short) frame).putShort((short) (8 * BYTES_PER_SAMPLE));
        bytes.put(ascii("data")).putInt(data);
        return bytes.array();
    }

    private static byte[] text(String words, int most) {
        byte[] all = ascii(words);
        byte[] fitting = new byte[Math.min(most, all.length)];
        System.arraycopy(all, 0, fitting, 0, fitting.length);
        return fitting;
    }

    private static byte[] ascii(String words) {
        return words.getBytes(StandardCharsets.US_ASCII);
    }

    void write(float[] left, float[] right) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(left.length * CHANNELS * BYTES_PER_SAMPLE);
        for (int i = 0; i < left.length; i++) {
            put(bytes, left[i]);
            put(bytes, right[i]);
        }
        out.write(bytes.array());
    }

    private static void put(ByteBuffer bytes, float sample) {
        int whole = Math.round(Math.clamp(sample, -1f, 1f) * FULL_SCALE);
        bytes.put((byte) whole).put((byte) (whole >> 8)).put((byte) (whole >> 16));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
