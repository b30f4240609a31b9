package backbeat.engine.derive;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Something the machine computes, as one file, from inputs known by content. The same key must always give the same bytes.
 *
 * @param <T> what callers get from the kept file
 */
public interface Derivation<T> {
    Key key();

    /** Writes the result to {@code target}, a file that does not exist yet. Runs at most once for each key, whoever asks. */
    void derive(Path target, Work work) throws IOException;

    /** Reads the kept file. A file that cannot be read (an {@link IOException}) is derived again. */
    T read(Path kept) throws IOException;
}
