package backbeat.app.cli;

import backbeat.app.wiring.Serving;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code backbeat worker}. */
@Command(
        name = "worker",
        description = "Works on the jobs of a studio that another process or machine serves.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The studio's database must be PostgreSQL: set BACKBEAT_DATABASE for the server and for each worker, to an address such as",
            "jdbc:postgresql://host/backbeat?user=U&password=P. All of them see the same home folder under the same path.",
            "",
            "Examples:",
            "  backbeat worker --home /mnt/studio",
            "  backbeat worker --home /mnt/studio --jobs 2"
        })
final class WorkerCommand implements Runnable {
    @Mixin
    private StudioHome home = new StudioHome();

    @Option(
            names = "--jobs",
            paramLabel = "N",
            converter = WholeNumber.class,
            description = "Jobs at once. Default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private long jobs = 1;

    private final Terminal terminal;

    WorkerCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Serving.work(home.folder(), HowMany.of("--jobs", jobs, 1, 64), terminal.out());
    }
}
