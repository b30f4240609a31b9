package backbeat.app.demo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes sound as WAV, whole at once. */
final class WaveFile {
    private static final int HEADER_BYTES = 44;

    private WaveFile() {}

    /** 24 bits in two channels: the song as a mastering house delivers it. */
    static void writeSong(Path file, Bus sound) throws IOException {
        byte[] file24 = new byte[HEADER_BYTES + 6 * sound.samples()];
        ByteBuffer bytes = begin(file24, 2, 3);
        for (int i = 0; i < sound.samples(); i++) {
            put24(bytes, sound.left[i]);
            put24(bytes, sound.right[i]);
        }
        Files.write(file, file24);
    }

    /** 16 bits, one array for each channel: what a camera keeps. */
    static void writeCamera(Path file, float[][] channels) throws IOException {
        byte[] file16 = new byte[HEADER_BYTES + 2 * channels.length * channels[0].length];
        ByteBuffer bytes = begin(file16, channels.length, 2);
        for (int i = 0; i < channels[0].length; i++) {
            for (float[] channel : channels) {
                bytes.putShort((short) Math.round(Math.clamp(channel[i], -1f, 1f) * 32767));
            }
        }
        Files.write(file, file16);
    }

    private static void put24(ByteBuffer bytes, float value) {
        int whole = Math.round(Math.clamp(value, -1f, 1f) * 8388607);
        bytes.put((byte) whole).put((byte) (whole >> 8)).put((byte) (whole >> 16));
    }

    private static ByteBuffer begin(byte[] whole, int channels, int bytesPerSample) {
        int frame = channels * bytesPerSample;
        int size = whole.length - HEADER_BYTES;
        ByteBuffer bytes = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(ascii("RIFF")).putInt(HEADER_BYTES - 8 + size).put(ascii("WAVE"));
        bytes.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) channels);
        bytes.putInt(Bus.SAMPLE_RATE).putInt(Bus.SAMPLE_RATE * frame);
        bytes.putShort((short) frame).putShort((short) (8 * bytesPerSample));
        return bytes.put(ascii("data")).putInt(size);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
