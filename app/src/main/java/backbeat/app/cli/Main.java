package backbeat.app.cli;

import backbeat.engine.derive.CancelledException;
import backbeat.engine.derive.JsonFile;
import backbeat.engine.problem.Problem;
import backbeat.engine.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The door of the command line: {@code backbeat COMMAND ...}. */
@Command(
        name = "backbeat",
        description = "From a song and a folder of footage to a cut video, every clip in sync.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {
            CutCommand.class,
            AnalyzeCommand.class,
            LyricsCommand.class,
            SyncCommand.class,
            LooksCommand.class,
            PlaybackCommand.class,
            DemoCommand.class,
            ServeCommand.class,
            WorkerCommand.class,
            SeedCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            ProductionCommand.class,
            ProbeCommand.class,
            StylesCommand.class,
            TimelineCommand.class,
            RenderCommand.class,
            DoctorCommand.class,
            CompletionCommand.class,
            HelpCommand.class
        },
        usageHelpAutoWidth = true,
        footer = {
            "",
            "Examples:",
            "  backbeat demo",
            "  backbeat cut --song song.wav --footage cards/ --out out/",
            "  backbeat serve",
            "  backbeat probe clip.mp4 --json",
            "",
            "Each command explains itself: backbeat COMMAND --help"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the field
public final class Main implements Runnable {
    static final int FAULT_OF_OURS = 1;
    static final int NOTHING_COULD_BE_DONE = 2;
    static final int STOPPED = 130;

    @Spec
    private CommandSpec spec;

    private final Terminal terminal;

    private Main(Terminal terminal) {
        this.terminal = terminal;
    }

    public static void main(String[] words) {
        Terminal terminal = Terminal.ofThisProcess();
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> tell(terminal, fault, List.of(words)));
        System.exit(run(terminal, words));
    }

    /** Runs one command to its end and gives its exit status. */
    static int run(Terminal terminal, String... words) {
        CommandLine line = new CommandLine(new Main(terminal), new Commands(terminal))
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(
                        (misread, given) -> tell(terminal, UsageProblems.of(misread), List.of(given)))
                .setExecutionExceptionHandler(
                        (failure, command, parsed) -> tell(terminal, failure, parsed.originalArgs()));
        ExplainCommand.standAlone(line, List.of(words));
        return guarded(terminal, List.of(words), () -> line.execute(words));
    }

    /** Picocli minds exceptions only; an error, such as too little memory, would leave as a stack trace. */
    static int guarded(Terminal terminal, List<String> words, IntSupplier command) {
        try {
            return command.getAsInt();
        } catch (RuntimeException | Error failure) {
            return tell(terminal, failure, words);
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(terminal.out());
    }

    private static int tell(Terminal terminal, Throwable failure, List<String> words) {
        if (Memory.ranOut(failure)) {
            return tell(terminal, Memory.problem(), words);
        }
        return switch (failure) {
            case ProblemException known -> tell(terminal, known.problem(), words);
            case CancelledException _ -> STOPPED;
            default -> {
                terminal.err().println(FaultReport.write(failure, words));
                yield FAULT_OF_OURS;
            }
        };
    }

    private static int tell(Terminal terminal, Problem problem, List<String> words) {
        terminal.err().println("backbeat: " + problem.oneLine());
        if (words.contains("--json")) {
            terminal.out().println(JsonFile.text(new ProblemMessage("problem/1", problem)));
        }
        return NOTHING_COULD_BE_DONE;
    }

    /** What a program gets instead of the result it asked for. */
    private record ProblemMessage(String contract, Problem problem) {}

    /** The version that the build wrote into the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        static String text() {
            return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                    .orElse("of the source folder");
        }

        @Override
        public String[] getVersion() {
            return new String[] {"Backbeat " + text()};
        }
    }
}
