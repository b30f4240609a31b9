package backbeat.app.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The style sheets of pages that hold everything in themselves. Colours and sizes are those of the studio: one file for both. */
final class Styles {
    private static final String THEME = "/backbeat/app/theme/";
    private static final String ROOT = ":root";

    private Styles() {}

    /** Sizes, type and the colours of the dark theme. */
    static String tokens() {
        return resource(THEME + "tokens.css");
    }

    /** @param where selector of what is light */
    static String lightTokens(String where) {
        return resource(THEME + "tokens-light.css").replaceFirst(ROOT, where);
    }

    /** A file beside this class, or from the root of the class path where the name begins with a slash. */
    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Styles.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
