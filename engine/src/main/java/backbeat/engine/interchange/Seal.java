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

    private Seal() {}

    /** A text that can be read more than once; it may be long and is never held as a whole. */
    private record Text(Opening opening, long length) {
        interface Opening {
            InputStream open() throws IOException;
        }

        static Text of(Path file) throws IOException {
            return new Text(() -> Files.newInputStream(file), Files.size(file));
        }

        /** Of the first digit; below 0 where there is none. */
        long place() throws IOException {
            long inBeginning = place(0);
            return inBeginning >= 0 || length <= NEAR ? inBeginning : place(length - NEAR);
        }

        private long place(long from) throws IOException {
            try (InputStream in = opening.open()) {
                in.skipNBytes(from);
                Matcher word = WORD.matcher(new String(in.readNBytes(NEAR), StandardCharsets.ISO_8859_1));
                return word.find() ? from + word.start() + BEGIN.length() : -1;
            }
        }

        String told(long place) throws IOException {
            try (InputStream in = opening.open()) {
                in.skipNBytes(place);
                return new String(in.readNBytes(DIGITS), StandardCharsets.US_ASCII);
            }
        }

        /** With zeros at the place. */
        String digits(long place) throws IOException {
            MessageDigest digest = sha256();
            try (InputStream in = opening.open()) {
                byte[] before = new byte[1 << 16];
                for (long left = place; left > 0; ) {
                    int read = in.readNBytes(before, 0, (int) Math.min(left, before.length));
                    digest.update(before, 0, read);
                    left = read == 0 ? 0 : left - read;
                }
                in.skipNBytes(DIGITS);
                digest.update("0".repeat(DIGITS).getBytes(StandardCharsets.US_ASCII));
                for (int read = in.read(before); read >= 0; read = in.read(before)) {
                    digest.update(before, 0, read);
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, DIGITS / 2);
        }

        boolean isWhole() throws IOException {
            long place = place();
            return place >= 0 && told(place).equals(digits(place));
        }
    }

    /** Puts the word where the text leaves it open; a text without it stays as it is. */
    static void close(Path file) throws IOException {
        Text text = Text.of(file);
        long place = text.place();
        if (place >= 0) {
            byte[] digits = text.digits(place).getBytes(StandardCharsets.US_ASCII);
            try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
                out.write(ByteBuffer.wrap(digits), place);
            }
        }
    }

    static boolean isWhole(Path file) {
        Path text = Files.isDirectory(file) ? file.resolve(Interchange.CONTENT) : file;
        try (InputStream in = Files.newInputStream(text)) {
            boolean zipped = new String(in.readNBytes(2), StandardCharsets.ISO_8859_1).equals("PK");
            return zipped ? isWholeWithin(text) : Text.of(text).isWhole();
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** A bundle with media in it is more than we wrote. */
    private static boolean isWholeWithin(Path bundle) throws IOException {
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            ZipEntry content = zip.getEntry(Interchange.CONTENT);
            return content != null
                    && zip.size() == 2
                    && new Text(() -> zip.getInputStream(content), content.getSize()).isWhole();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
