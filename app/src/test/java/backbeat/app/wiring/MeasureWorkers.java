package backbeat.app.wiring;

import backbeat.studio.edit.Step;
import backbeat.studio.jobs.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** How much quicker proxies of a folder are with one, two and three workers of one processor each. Workers are up before the clock starts. */
final class MeasureWorkers {
    private MeasureWorkers() {}

    public static void main(String[] args) throws Exception {
        int clips = args.length > 0 ? Integer.parseInt(args[0]) : 18;
        Path folder = Files.createTempDirectory("measure-workers");
        try (SharedHouse house = SharedHouse.open(folder)) {
            house.film(clips);
            for (int workers = 1; workers <= 3; workers++) {
                System.out.printf(
                        java.util.Locale.ROOT,
                        "%d workers: %.1f s for %d clips%n",
                        workers,
                        once(house, workers),
                        clips);
            }
        }
        delete(folder);
    }

    private static double once(SharedHouse house, int workers) throws InterruptedException {
        List<OtherProcess> all = new ArrayList<>();
        try {
            for (int i = 0; i < workers; i++) {
                all.add(house.worker(i));
            }
            // Each has looked at the folder and opened FFmpeg once.
            house.studio.edits().ask(house.production, Step.INGEST, house.owner);
            SharedHouse.await("ingest", 120, () -> house.newest("ingest").state() == Job.State.DONE);
            SharedHouse.await("proxies", 600, () -> house.newest("proxies").state() == Job.State.DONE);
            Thread.sleep(8000);
            delete(house.folder.resolve("home/work/vault/kept"));
            delete(house.studio.productions().folder(house.production.id()).resolve("proxies"));
            long begun = System.nanoTime();
            house.studio.edits().ask(house.production, Step.PROXIES, house.owner);
            SharedHouse.await("proxies", 600, () -> house.newest("proxies").state() == Job.State.DONE);
            return (System.nanoTime() - begun) / 1e9;
        } finally {
            all.forEach(OtherProcess::close);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
