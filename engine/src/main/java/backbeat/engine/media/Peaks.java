package backbeat.engine.media;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The outline of a sound for drawing: the lowest and the highest sample of each column, as signed bytes (127 is full scale). Columns lie exactly on the sample
 * clock: column c begins at sample {@code ceil(c · sampleRate / columnsPerSecond)}, so a long wave does not drift against its pictures.
 */
public final class Peaks {
    private static final int MAGIC = 0x4242504b;

    private final int columnsPerSecond;
    private final byte[] lows;
    private final byte[] highs;

    private Peaks(int columnsPerSecond, byte[] lows, byte[] highs) {
        this.columnsPerSecond = columnsPerSecond;
        this.lows = lows;
        this.highs = highs;
    }

    /** Reads a sound of one channel to its end. */
    static Peaks of(SoundReader sound, int columnsPerSecond) {
        byte[] lows = new byte[1024];
        byte[] highs = new byte[1024];
        float[] block = new float[1 << 14];
        long sample = 0;
        int columns = 0;
        for (int count = sound.read(block); count >= 0; count = sound.read(block)) {
            for (int i = 0; i < count; i++, sample++) {
                int column = Math.toIntExact(sample * columnsPerSecond / sound.sampleRate());
                if (column >= lows.length) {
                    lows = Arrays.copyOf(lows, 2 * column);
                    highs = Arrays.copyOf(highs, 2 * column);
                }
                byte value = (byte) Math.clamp(Math.round(block[i] * 127), -127, 127);
                boolean first = column == columns;
                lows[column] = first ? value : (byte) Math.min(lows[column], value);
                highs[column] = first ? value : (byte) Math.max(highs[column], value);
                columns = column + 1;
            }
        }
        return new Peaks(columnsPerSecond, Arrays.copyOf(lows, columns), Arrays.copyOf(highs, columns));
    }

    public int columnsPerSecond() {
        return columnsPerSecond;
    }

    public int columns() {
        return lows.length;
    }

    /** From -127 to 127. */
    public int low(int column) {
        return lows[column];
    }

    /** From -127 to 127. */
    public int high(int column) {
        return highs[column];
    }

    public void write(Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(MAGIC);
            out.writeInt(columnsPerSecond);
            out.writeInt(columns());
            out.write(lows);
            out.write(highs);
        }
    }

    /** @throws IOException also when the file holds something else */
    public static Peaks read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != MAGIC) {
                throw new IOException("not a file of peaks: " + file);
            }
            int columnsPerSecond = in.readInt();
            int columns = in.readInt();
            if (columns < 0 || Files.size(file) != 12 + 2L * columns) {
                throw new IOException("a cut file of peaks: " + file);
            }
            return new Peaks(columnsPerSecond, in.readNBytes(columns), in.readNBytes(columns));
        }
    }
}
