package backbeat.app.cli;

import backbeat.engine.cut.Style;
import backbeat.engine.cut.Styles;
import backbeat.engine.problem.CutProblems;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code backbeat styles}: how cuts may feel. */
@Command(
        name = "styles",
        description = "Lists the styles of a cut, or prints one as a file to be changed.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  backbeat styles",
            "  backbeat styles calm > my-style.json",
            "  backbeat cut --song song.wav --footage cards --out out --style my-style.json"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the field
final class StylesCommand implements Runnable {
    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The style to print.")
    private @Nullable String name;

    private final Terminal terminal;

    StylesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        if (name == null) {
            Styles.names().stream().map(Styles::named).forEach(this::line);
        } else if (Styles.names().contains(name)) {
            terminal.out().print(Styles.text(name));
            terminal.out().flush();
        } else {
            throw CutProblems.noSuchStyle(name, String.join(", ", Styles.names()))
                    .asException();
        }
    }

    private void line(Style style) {
        terminal.out().println(String.format(Locale.ROOT, "%-13s %s", style.name(), style.description()));
    }
}
