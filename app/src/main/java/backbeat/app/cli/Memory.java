package backbeat.app.cli;

import backbeat.engine.problem.Problem;
import java.util.Locale;

/** What is told when the memory given to Java was not enough, wherever below it struck. */
final class Memory {
    private static final int DEEPEST = 20;

    private Memory() {}

    static boolean ranOut(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof OutOfMemoryError) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    static Problem problem() {
        double gigabytes = Runtime.getRuntime().maxMemory() / (double) (1L << 30);
        return new Problem(
                "cli/out-of-memory",
                String.format(Locale.ROOT, "The memory was not enough: Backbeat may take %.1f GB.", gigabytes),
                "",
                "",
                "Give it more, such as BACKBEAT_MEMORY=2g, and run the same command again: it goes on where it stopped.");
    }
}
