package backbeat.app.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes: results for people or programs to {@code out}, everything about the run to {@code err}.
 *
 * @param interactive whether a person watches {@code err}, so that a line may be written over
 * @param columns width of the terminal
 */
record Terminal(PrintWriter out, PrintWriter err, boolean interactive, int columns) {
    private static final int USUAL_COLUMNS = 80;

    static Terminal ofThisProcess() {
        return new Terminal(writer(System.out), writer(System.err), isWatched(), columnsFromEnvironment());
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    /** The launcher looks whether the second output is a terminal: Java cannot tell of one stream alone. */
    private static boolean isWatched() {
        return "yes".equals(System.getenv("BACKBEAT_TERMINAL")) && !"dumb".equals(System.getenv("TERM"));
    }

    private static int columnsFromEnvironment() {
        String columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : USUAL_COLUMNS;
    }
}
