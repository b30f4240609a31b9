package backbeat.app.cli;

import backbeat.app.wiring.Settings;
import backbeat.engine.derive.JsonFile;
import backbeat.engine.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code backbeat doctor}. */
@Command(
        name = "doctor",
        description = "Tells what was found on this machine and what to mend.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit status: 0 all that is needed is there; 2 something is missing.",
            "",
            "Examples:",
            "  backbeat doctor",
            "  backbeat doctor --json"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class DoctorCommand implements Callable<Integer> {
    @Option(names = "--json", description = "For programs.")
    private boolean json;

    private final Terminal terminal;

    DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Report(String contract, boolean healthy, List<Checkup.Line> found) {}

    @Override
    public Integer call() {
        List<Checkup.Line> found = new Checkup(Settings.ofThisUser(), terminal).lines();
        List<Problem> toMend = found.stream()
                .map(Checkup.Line::toMend)
                .flatMap(java.util.Optional::stream)
                .toList();
        boolean healthy = found.stream().noneMatch(Checkup.Line::isNeeded);
        if (json) {
            terminal.out().println(JsonFile.text(new Report("doctor/1", healthy, found)));
        } else {
            found.forEach(line -> terminal.out()
                    .println(String.format(Locale.ROOT, "%-4s %-9s %s", line.mark(), line.about(), line.said())));
            toMend.forEach(problem -> terminal.out().println("     " + problem.oneLine()));
            terminal.out().println(healthy ? "Everything needed is there." : "Something needed is missing.");
        }
        return healthy ? 0 : Main.NOTHING_COULD_BE_DONE;
    }
}
