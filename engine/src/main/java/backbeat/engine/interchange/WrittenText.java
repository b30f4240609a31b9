package backbeat.engine.interchange;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;

/** The text of a file, made while it is written: a long timeline is never in memory as a whole text. */
@FunctionalInterface
interface WrittenText {
    void writeTo(Writer out) throws IOException;

    static WrittenText of(String text) {
        return out -> out.write(text);
    }

    /** Whole, for what is short. */
    default String text() {
        StringWriter out = new StringWriter();
        try {
            writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
