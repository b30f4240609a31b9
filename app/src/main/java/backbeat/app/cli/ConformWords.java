package backbeat.app.cli;

import backbeat.engine.derive.JsonFile;
import backbeat.engine.interchange.Conform;
import backbeat.engine.interchange.Difference;
import backbeat.engine.problem.Finding;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What another person changed of a cut, for people and for programs. */
final class ConformWords {
    private record Result(String contract, String written, List<Difference> differences, List<Finding> findings) {}

    private ConformWords() {}

    static void printJson(Conform conform, Path written, PrintWriter out) {
        out.println(
                JsonFile.text(new Result("conform/1", written.toString(), conform.differences(), conform.findings())));
    }

    static void print(Conform conform, PrintWriter out) {
        conform.differences().forEach(difference -> line(out, told(difference)));
        if (conform.differences().isEmpty()) {
            out.println("nothing was changed");
        }
        conform.findings()
                .forEach(finding -> line(out, "finding   " + finding.problem().oneLine()));
    }

    private static String told(Difference difference) {
        String at = String.format(Locale.ROOT, "%9.3f", difference.at().toDouble());
        String bar = difference.bar().isEmpty() ? "" : "  " + difference.bar();
        return at + bar + "  " + difference.clip() + " " + difference.words();
    }

    /** What files hold comes from outside: no line breaks, no terminal control. */
    private static void line(PrintWriter out, String text) {
        out.println(text.replaceAll("\\p{Cntrl}+", " ").stripTrailing());
    }
}
