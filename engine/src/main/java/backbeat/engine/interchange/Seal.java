package backbeat.engine.interchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A word in every file of ours that tells whether somebody changed the file since: part of the SHA-256 of its text, in which the word itself stands as zeros. A name or
 * a remark would survive in what another program saves over our file, and what a person made there would then be replaced as if it were ours.
 */
final class Seal {
    private static final String BEGIN = "backbeat-";
    private static final int DIGITS = 16;

    /** As a writer puts it, before the text is whole. */
    static final String OPEN = BEGIN + "0".repeat(DIGITS);

    static final Pattern WORD = Pattern.compile(BEGIN + "[0-9a-f]{" + DIGITS + "}");

    /** It stands near the beginning of a file or at its end. */
    private static final int NEAR = 1 << 20;

    private static final int LONGEST = 256 << 20;

    private Seal() {}

    /** Puts the word where the text leaves it open; a text without it stays as it is. */
    static void close(Path file) throws IOException {
        byte[] text = Files.readAllBytes(file);
        int at = place(text);
        if (at >= 0) {
            try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
                out.write(ByteBuffer.wrap(digits(text).getBytes(StandardCharsets.US_ASCII)), at);
            }
        }
    }

    static boolean isWhole(Path file) {
        Path text = Files.isDirectory(file) ? file.resolve(Interchange.CONTENT) : file;
        try (InputStream in = Files.newInputStream(text)) {
            byte[] content = in.readNBytes(LONGEST);
            boolean zipped = content.length > 1 && content[0] == 'P' && content[1] == 'K';
            return zipped ? isWholeWithin(file) : isWhole(content);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** A bundle with media in it is more than we wrote. */
    private static boolean isWholeWithin(Path bundle) throws IOException {
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            ZipEntry content = zip.getEntry(Interchange.CONTENT);
            if (content == null || zip.size() != 2) {
                return false;
            }
            try (InputStream in = zip.getInputStream(content)) {
                return isWhole(in.readNBytes(LONGEST));
            }
        }
    }

    private static boolean isWhole(byte[] text) {
        int at = place(text);
        if (at < 0) {
            return false;
        }
        String told = new String(text, at, DIGITS, StandardCharsets.US_ASCII);
        java.util.Arrays.fill(text, at, at + DIGITS, (byte) '0');
        return told.equals(digits(text));
    }

    /** Of the first digit; below 0 where there is none. */
    private static int place(byte[] text) {
        int first = place(text, 0, Math.min(text.length, NEAR));
        return first >= 0 ? first : place(text, Math.max(0, text.length - NEAR), text.length);
    }

    private static int place(byte[] text, int from, int to) {
        Matcher word = WORD.matcher(new String(text, from, to - from, StandardCharsets.ISO_8859_1));
        return word.find() ? from + word.start() + BEGIN.length() : -1;
    }

    private static String digits(byte[] text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return HexFormat.of().formatHex(digest, 0, DIGITS / 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
