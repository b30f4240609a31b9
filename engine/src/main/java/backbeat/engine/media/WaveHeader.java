package backbeat.engine.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalDouble;

/** How much of the sound that a wave file's header announces is there. FFmpeg takes the file's size for the truth and says nothing. */
final class WaveHeader {
    private static final int MAX_CHUNKS = 100;
    private static final long UNKNOWN_SIZE = 0xffff_ffffL;

    private WaveHeader() {}

    /** Announced bytes of sound for each one that is there; nothing when the file is whole or is no RIFF wave. */
    static OptionalDouble announcedForEachFound(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (!word(channel, 0).equals("RIFF") || !word(channel, 8).equals("WAVE")) {
                return OptionalDouble.empty();
            }
            long at = 12;
            for (int chunk = 0; chunk < MAX_CHUNKS && at + 8 < channel.size(); chunk++) {
                long size = size(channel, at + 4);
                if (word(channel, at).equals("data")) {
                    double found = channel.size() - at - 8.0;
                    boolean cut = size != UNKNOWN_SIZE && size > found && found > 0;
                    return cut ? OptionalDouble.of(size / found) : OptionalDouble.empty();
                }
                at += 8 + size + size % 2;
            }
            return OptionalDouble.empty();
        }
    }

    private static String word(FileChannel channel, long at) throws IOException {
        return new String(four(channel, at).array(), StandardCharsets.ISO_8859_1);
    }

    private static long size(FileChannel channel, long at) throws IOException {
        return Integer.toUnsignedLong(four(channel, at).getInt(0));
    }

    private static ByteBuffer four(FileChannel channel, long at) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
        channel.read(bytes, at);
        return bytes;
    }
}
