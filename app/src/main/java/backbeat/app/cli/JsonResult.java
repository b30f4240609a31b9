package backbeat.app.cli;

import backbeat.engine.derive.JsonFile;
import backbeat.engine.derive.WholeFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options {@code --out} and {@code --json}, shared by the commands whose whole result is one JSON document. */
final class JsonResult {
    @Option(names = "--out", paramLabel = "FILE", description = "Where to write the result. Default: standard output.")
    private @Nullable Path out;

    @Option(names = "--json", description = "For programs: the result on standard output; the default without --out.")
    private boolean json;

    /** Before any work: whether the result may and can be written where it was asked for. */
    void prepare() {
        if (out != null) {
            Originals.keepFromFile(NamedFile.named(out, "the result"));
            Writable.file(out);
        }
    }

    /** The file that is written; null for standard output alone. */
    @Nullable
    Path file() {
        return out;
    }

    /** Whether nothing else may be printed there. */
    boolean isOnStandardOutput() {
        return json || out == null;
    }

    void tell(Object result, Terminal terminal) {
        if (out != null) {
            WholeFile.write(out, unfinished -> JsonFile.write(unfinished, result));
        }
        if (isOnStandardOutput()) {
            terminal.out().println(JsonFile.text(result));
        } else {
            terminal.out().println("written   " + out);
        }
    }
}
