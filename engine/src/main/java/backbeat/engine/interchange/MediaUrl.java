package backbeat.engine.interchange;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** Files as URLs: forward slashes only, and every byte that is no plain letter, digit or {@code -._~} as {@code %xx}. */
final class MediaUrl {
    private MediaUrl() {}

    /** {@code file:///Volumes/A%20B.mov}. */
    static String of(Path file) {
        return "file://" + encoded(file, ":");
    }

    /** {@code file://localhost/C%3A/A%20B.mov}: the form of Premiere. */
    static String ofLocalhost(Path file) {
        return "file://localhost" + encoded(file, "");
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
