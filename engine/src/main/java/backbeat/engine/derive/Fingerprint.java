package backbeat.engine.derive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Knows a file by its size, its time stamp and blocks sampled from it: cheap for a card of hundreds of gigabytes, and different as soon as somebody changes the
 * file. Not a checksum: for that the whole file must be read.
 */
public record Fingerprint(String value) {
    private static final int BLOCK_BYTES = 64 * 1024;
    private static final int BLOCKS = 8;

    /** Reads at most half a megabyte of the file. */
    public static Fingerprint of(Path file) throws IOException {
        MessageDigest sha = Key.sha256();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            sha.update(ByteBuffer.allocate(16)
                    .putLong(size)
                    .putLong(Files.getLastModifiedTime(file).toMillis())
                    .flip());
            ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES);
            for (int i = 0; i < BLOCKS; i++) {
                long position = Math.max(0, size - BLOCK_BYTES) * i / (BLOCKS - 1);
                channel.read(block.clear(), position);
                sha.update(block.flip());
            }
        }
        return new Fingerprint(HexFormat.of().formatHex(sha.digest()));
    }

    @Override
    public String toString() {
        return value;
    }
}
