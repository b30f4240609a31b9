package backbeat.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What is kept when the program itself was wrong: a file for whoever mends it, one line for the person. */
final class FaultReport {
    private FaultReport() {}

    /** Writes the report and gives the line to print. */
    static String write(Throwable fault, List<String> words) {
        String regret = "backbeat: This is a fault of Backbeat, not of yours; your originals are untouched. ";
        try {
            Path report = Files.createTempFile("backbeat-fault-", ".txt");
            Files.writeString(report, text(fault, words));
            return regret + "Please send this file to whoever looks after it: " + report + " [cli/fault]";
        } catch (IOException cannotWrite) {
            return regret + "No report could be written (" + cannotWrite.getMessage() + "). It was: " + fault
                    + " [cli/fault]";
        }
    }

    private static String text(Throwable fault, List<String> words) {
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace));
        return String.join(
                System.lineSeparator(),
                "Backbeat " + Main.Version.text() + ", " + Instant.now(),
                "Java " + System.getProperty("java.vm.version") + ", " + System.getProperty("os.name") + " "
                        + System.getProperty("os.version") + " " + System.getProperty("os.arch"),
                "Command: " + String.join(" ", words),
                "",
                trace.toString());
    }
}
