package backbeat.app.cli;

import backbeat.engine.derive.JsonFile;
import backbeat.engine.interchange.Conform;
import backbeat.engine.interchange.Difference;
import backbeat.engine.problem.Finding;
import backbeat.engine.time.Rational;
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
        return at + bar + "  " + difference.clip() + " " + what(difference);
    }

    private static String what(Difference difference) {
        String by = signed(difference.by());
        String others = difference.count() > 1 ? " and " + (difference.count() - 1) + " more" : "";
        return switch (difference.kind()) {
            case MOVED -> others.strip() + " moved by " + by;
            case REORDERED -> others.strip() + " taken elsewhere, by " + by;
            case HEAD_TRIMMED -> "begins " + by + " into what it showed";
            case TAIL_TRIMMED -> "is " + by + " longer at its end";
            case SLIPPED -> "slipped by " + by;
            case SWAPPED -> "stands in place of " + difference.was();
            case SPEED -> "runs at speed " + difference.now() + ", before at " + difference.was();
            case ENABLED -> "enabled";
            case DISABLED -> "disabled";
            case ADDED -> "added";
            case REMOVED -> "removed";
            case TRANSITION_ADDED -> "transition of " + by;
        };
    }

    private static String signed(Rational seconds) {
        return String.format(Locale.ROOT, "%+.3f s", seconds.toDouble());
    }

    /** What files hold comes from outside: no line breaks, no terminal control. */
    private static void line(PrintWriter out, String text) {
        out.println(text.replaceAll("\\p{Cntrl}+", " ").stripTrailing());
    }
}
