package backbeat.studio.jobs;

import backbeat.engine.derive.Work;
import backbeat.studio.OpenHome;
import backbeat.studio.TestDatabase;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What handing out and noting pieces costs, when there is nothing to do in them. Called by {@code bench/pieces.sh}; {@code -Dbackbeat.test.database=postgres} for the other database. */
final class MeasurePieces {
    private MeasurePieces() {}

    public static void main(String[] args) throws Exception {
        int pieces = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int threads = args.length > 1 ? Integer.parseInt(args[1]) : 2;
        Steps steps = new Steps() {
            @Override
            public void run(String productionId, String step, Work work) {}

            @Override
            public List<String> next(String productionId, String step) {
                return List.of();
            }

            @Override
            public List<String> units(String productionId, String step, Work work) {
                return IntStream.range(0, pieces)
                        .mapToObj(i -> "card/clip " + i)
                        .toList();
            }
        };
        try (OpenHome home = new OpenHome(Files.createTempDirectory("pieces"), Clock.systemUTC());
                Jobs jobs = Jobs.open(home.store, steps, Clock.systemUTC(), 1, new Work.Limits(threads))) {
            long begun = System.nanoTime();
            long cpu = cpu();
            Job job = jobs.ask(home.production().id(), "pieces", null);
            while (jobs.byId(job.id()).orElseThrow().state() != Job.State.DONE) {
                Thread.sleep(100);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%s, %d pieces, %d threads: %.1f s, %.2f ms each; CPU of this process %.1f s%n",
                    TestDatabase.isPostgres() ? "PostgreSQL" : "SQLite",
                    pieces,
                    threads,
                    (System.nanoTime() - begun) / 1e9,
                    (System.nanoTime() - begun) / 1e6 / pieces,
                    (cpu() - cpu) / 1e9);
        }
        System.exit(0);
    }

    private static long cpu() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
                ? machine.getProcessCpuTime()
                : 0;
    }
}
