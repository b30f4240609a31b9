package backbeat.app.cli;

import backbeat.app.demo.DemoProduction;
import backbeat.app.report.Report;
import backbeat.app.wiring.Serving;
import backbeat.engine.Backbeat;
import backbeat.engine.cut.CutWishes;
import backbeat.engine.derive.Work;
import backbeat.engine.problem.DeriveProblems;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.song.Corrections;
import backbeat.engine.take.SlateLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code backbeat demo}: a generated production, and the whole main job on it. */
@Command(
        name = "demo",
        description = "Makes a sample production (a song, three cameras, scratch sound), cuts it and opens the report.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "With --serve the production is put into the studio, which then is opened in the browser; it needs no network.",
            "",
            "Examples:",
            "  backbeat demo",
            "  backbeat demo --out /tmp/demo --seed 7",
            "  backbeat demo --serve"
        })
final class DemoCommand implements Runnable {
    /** What only a whole production has: a production that was interrupted is made again. */
    private static final String LAST_FILE = "truth.json";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "backbeat-demo",
            description = "Folder for the production and its cut. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("backbeat-demo");

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            converter = WholeNumber.class,
            description = "Another number gives another song and other takes. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--serve",
            description = "Put the production into the studio and serve it, instead of cutting it here.")
    private boolean serve;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "With --serve: folder of the studio. Default: backbeat/studio in your data folder.")
    private @Nullable Path home;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "With --serve: port; 0 for any that is free. Default: " + ServeCommand.USUAL_PORT + ".")
    private int port = ServeCommand.USUAL_PORT;

    @Option(names = "--no-open", description = "Do not open the report.")
    private boolean stayClosed;

    @Mixin
    private WorkFolder work = new WorkFolder();

    private final Terminal terminal;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        if (serve) {
            serve();
            return;
        }
        Path folder = out.toAbsolutePath().normalize();
        Path production = folder.resolve("production-" + seed);
        Originals.keepFromFolder(folder, production.resolve("song.wav"));
        Writable.folder(folder);
        Backbeat backbeat = work.open();
        CutJob.Outcome outcome = Job.run(terminal, running -> makeAndCut(backbeat, production, folder, running));
        CutWords.print(outcome, out, terminal.out());
        if (!stayClosed) {
            Screen.ofThisUser().show(folder.resolve(Report.NAME));
        }
    }

    private void serve() {
        Path production = Serving.sampleFolder(home, seed);
        Writable.folder(production);
        Job.run(terminal, running -> {
            makeOnce(work.open(), production, running);
            return production;
        });
        Serving.untilWithSample(home, port, production, terminal.out());
    }

    private CutJob.Outcome makeAndCut(Backbeat backbeat, Path production, Path folder, Work running) {
        makeOnce(backbeat, production, running.part(0, 0.6));
        return new CutJob(
                        backbeat,
                        folder,
                        Corrections.none(),
                        (map, footage, findings) -> CutWishes.NONE,
                        LookingDepth.auto)
                .run(
                        production.resolve("song.wav"),
                        production.resolve("cards"),
                        List.of(),
                        SlateLog.none(),
                        running.part(0.6, 1));
    }

    private void makeOnce(Backbeat backbeat, Path production, Work running) {
        if (Files.exists(production.resolve(LAST_FILE))) {
            return;
        }
        try {
            DemoProduction.make(production, seed, backbeat.media(), running);
        } catch (IOException e) {
            throw new ProblemException(
                    DeriveProblems.cannotWrite(production.toString(), String.valueOf(e.getMessage())), e);
        }
    }
}
