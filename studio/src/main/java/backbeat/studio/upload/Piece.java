package backbeat.studio.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One piece of a file, on its way to the disk. What lies in the file behind the safe place is from a process that was killed, and is cut off first. Bytes count as
 * safe once the disk has them: every so often for a piece without a checksum, at its end for one with.
 */
final class Piece {
    private static final long SAFE_EVERY = 16L << 20;

    private final Path file;
    private final Upload upload;
    private final LongConsumer safe;

    /** @param safe is told up to where the file is on the disk */
    Piece(Path file, Upload upload, LongConsumer safe) {
        this.file = file;
        this.upload = upload;
        this.safe = safe;
    }

    void take(@Nullable String sha256, InputStream content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(upload.received());
            if (sha256 == null) {
                takeWhatComes(channel, content);
            } else {
                takeWhole(channel, content, sha256.toLowerCase(Locale.ROOT));
            }
        }
    }

    private void takeWhatComes(FileChannel channel, InputStream content) throws IOException {
        long kept = upload.received();
        long reached = kept;
        byte[] block = new byte[1 << 16];
        try {
            for (int count = content.read(block); count >= 0; count = content.read(block)) {
                reached = write(channel, block, count, reached);
                if (reached - kept >= SAFE_EVERY) {
                    kept = keep(channel, reached);
                }
            }
        } finally {
            keep(channel, reached);
        }
    }

    private void takeWhole(FileChannel channel, InputStream content, String sha256) throws IOException {
        MessageDigest digest = sha256();
        long reached = upload.received();
        byte[] block = new byte[1 << 16];
        for (int count = content.read(block); count >= 0; count = content.read(block)) {
            reached = write(channel, block, count, reached);
            digest.update(block, 0, count);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
            channel.truncate(upload.received());
            throw UploadProblems.checksum().asException();
        }
        keep(channel, reached);
    }

    private long write(FileChannel channel, byte[] block, int count, long reached) throws IOException {
        if (reached + count > upload.bytes()) {
            throw UploadProblems.tooMuch().asException();
        }
        ByteBuffer bytes = ByteBuffer.wrap(block, 0, count);
        long place = reached;
        try {
            while (bytes.hasRemaining()) {
                place += channel.write(bytes, place);
            }
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("No space left")) {
                throw UploadProblems.diskFull().asException();
            }
            throw e;
        }
        return place;
    }

    private long keep(FileChannel channel, long reached) throws IOException {
        channel.force(false);
        safe.accept(reached);
        return reached;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
