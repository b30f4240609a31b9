package backbeat.engine.interchange;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** Files as URLs: forward slashes only, and every byte that is no plain letter, digit or {@code -._~} as {@code %xx}. */
public final class MediaUrl {
    private MediaUrl() {}

    /** {@code file:///Volumes/A%20B.mov}. */
    static String of(Path file) {
        return "file://" + encoded(file, ":");
    }

    /** {@code file://localhost/C%3A/A%20B.mov}: the form of Premiere. */
    static String ofLocalhost(Path file) {
        return "file://localhost" + encoded(file, "");
    }

    /** The path that a URL of another program names; what is no URL is taken for a path. */
    public static String path(String url) {
        String plain = url.replaceFirst("^file:(//(localhost)?)?(?=/|[A-Za-z]:)", "");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] written = plain.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < written.length; i++) {
            boolean escaped = written[i] == '%'
                    && i + 2 < written.length
                    && Character.digit(written[i + 1], 16) >= 0
                    && Character.digit(written[i + 2], 16) >= 0;
            if (escaped && !plain.equals(url)) {
                bytes.write(Character.digit(written[i + 1], 16) * 16 + Character.digit(written[i + 2], 16));
                i += 2;
            } else {
                bytes.write(written[i]);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8).replace("\0", "").replace('\\', '/');
    }

    /** Of media that nobody told a place of. */
    static String ofName(String name) {
        return of(Path.of("/" + name.replace("\0", "").replace('/', '_')));
    }

    /** Of another program: a path becomes a URL, the rest stays as it is. */
    static String asWritten(String url) {
        return url.startsWith("/") ? of(Path.of(url.replace("\0", ""))) : url;
    }

    private static String encoded(Path file, String alsoPlain) {
        String path = file.toAbsolutePath().toString().replace('\\', '/');
        StringBuilder url = new StringBuilder(path.startsWith("/") ? "" : "/");
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            boolean plain = letter || "/-._~".indexOf(c) >= 0 || alsoPlain.indexOf(c) >= 0;
            url.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return url.toString();
    }
}
