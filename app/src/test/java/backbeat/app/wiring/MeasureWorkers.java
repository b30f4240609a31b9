package backbeat.app.wiring;

import backbeat.engine.Backbeat;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Footage;
import backbeat.engine.looks.Depth;
import backbeat.studio.edit.Step;
import backbeat.studio.jobs.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How long the steps of a shoot take with one, two and three workers of one processor each, with one worker that has the machine, and with none: the engine by
 * itself; and the CPU that all of them used for it with their FFmpeg processes, which tells what sharing costs also where others use the machine. Called by {@code
 * bench/workers.sh}. Only what the step makes is forgotten before it.
 */
final class MeasureWorkers {
    private static final int TRIES_SECONDS = 1200;
    private static final String HEARD = "clip-sync|first-look|heard-sound|air|seen-and-heard";

    /** What is measured, and what the vault forgets before it. */
    private enum Measured {
        LISTEN(Step.SYNC, HEARD),
        LOOK(Step.CUT, "looks"),
        PROXIES(Step.PROXIES, "proxy"),
        RENDER(Step.RENDER, "chunk");

        private final Step step;
        private final String kinds;

        Measured(Step step, String kinds) {
            this.step = step;
            this.kinds = kinds;
        }
    }

    private final SharedHouse house;
    private final List<Measured> steps;

    private MeasureWorkers(SharedHouse house, List<Measured> steps) {
        this.house = house;
        this.steps = steps;
    }

    public static void main(String[] args) throws Exception {
        Path shoot = Path.of(args[0]).toAbsolutePath();
        int copies = args.length > 1 ? Integer.parseInt(args[1]) : 1;
        Path folder = Files.createTempDirectory("measure-workers");
        try (SharedHouse house = SharedHouse.open(folder)) {
            Path footage = folder.resolve("cards");
            copy(shoot.resolve("footage"), footage, copies);
            Path song = Files.copy(shoot.resolve("song.wav"), folder.resolve("song.wav"));
            house.bring(song, footage);
            List<Measured> steps = args.length < 3
                    ? List.of(Measured.values())
                    : Stream.of(args).skip(2).map(Measured::valueOf).toList();
            MeasureWorkers measure = new MeasureWorkers(house, steps);
            int cores = Runtime.getRuntime().availableProcessors();
            System.out.println("seconds by the clock / of CPU, of " + steps);
            measure.with("1 worker, whole machine", 1, cores, true);
            measure.alone(song, footage);
            measure.with("1 worker, 1 processor", 1, 1, false);
            measure.with("2 workers, 1 processor", 2, 1, false);
            measure.with("3 workers, 1 processor", 3, 1, false);
        } finally {
            delete(folder, file -> true);
        }
    }

    private void with(String what, int workers, int processors, boolean first)
            throws IOException, InterruptedException {
        List<OtherProcess> all = new ArrayList<>();
        try {
            for (int i = 0; i < workers; i++) {
                all.add(house.worker(i, processors));
            }
            if (first) {
                house.cut(TRIES_SECONDS);
            }
            awaitRest();
            for (int i = 0; i < workers; i++) {
                int worker = i;
                SharedHouse.await("worker " + i, 120, () -> house.isUp(worker));
            }
            StringBuilder told = new StringBuilder();
            for (Measured each : steps) {
                double cpu = cpu(all);
                told.append(figures(seconds(each), () -> cpu(all) - cpu));
            }
            System.out.println(what + told);
        } finally {
            all.forEach(OtherProcess::close);
        }
    }

    /** As the command line would, in this process. */
    private void alone(Path song, Path folder) {
        Backbeat engine = Backbeat.open(house.folder.resolve("home/work"), 1L << 40, null);
        Backbeat.Song heard = engine.song(song, Work.quiet());
        Footage footage = engine.ingest(folder, Work.quiet());
        StringBuilder told = new StringBuilder();
        told.append(alone(Measured.LISTEN, () -> engine.sync(heard, footage, Work.quiet())));
        told.append(alone(Measured.LOOK, () -> engine.looks(footage, Depth.KEY_FRAMES, Work.quiet())));
        System.out.println("no worker, the engine " + told);
    }

    private String alone(Measured what, Runnable work) {
        forget(what.kinds);
        double cpu = cpu(ProcessHandle.current().pid());
        long begun = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - begun) / 1e9;
        return figures(seconds, () -> cpu(ProcessHandle.current().pid()) - cpu);
    }

    private static String figures(double seconds, DoubleSupplier cpu) {
        return String.format(Locale.ROOT, "  %6.1f /%6.1f", seconds, cpu.getAsDouble());
    }

    private void awaitRest() throws InterruptedException {
        SharedHouse.await(
                "rest",
                TRIES_SECONDS,
                () -> house.studio.jobs().unfinished(house.production.id()).isEmpty());
        Thread.sleep(1500);
    }

    /** By the job's own times. */
    private double seconds(Measured what) throws InterruptedException {
        awaitRest();
        forget(what.kinds);
        if (what == Measured.PROXIES) {
            delete(house.studio.productions().folder(house.production.id()).resolve("proxies"), file -> true);
        }
        String id = house.studio
                .edits()
                .ask(house.production, what.step, house.owner)
                .id();
        SharedHouse.await(what.name(), TRIES_SECONDS, () -> job(id).state().isOver());
        Job job = job(id);
        if (job.state() != Job.State.DONE) {
            throw new IllegalStateException(String.valueOf(job));
        }
        return job.took(Instant.now(Clock.systemUTC())).toMillis() / 1e3;
    }

    private static double cpu(List<OtherProcess> processes) {
        return processes.stream().mapToDouble(process -> cpu(process.pid())).sum();
    }

    /** Of a process and of those that it had begun and that are over, by Linux's own account. */
    private static double cpu(long pid) {
        try {
            String all = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            String[] fields = all.substring(all.lastIndexOf(')') + 2).split(" ", -1);
            double ticks = 0;
            for (int i = 11; i <= 14; i++) {
                ticks += Double.parseDouble(fields[i]);
            }
            return ticks / 100;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Job job(String id) {
        return house.studio.jobs().byId(id).orElseThrow();
    }

    private void forget(String kinds) {
        delete(
                house.folder.resolve("home/work/vault/kept"),
                file -> String.valueOf(file.getFileName()).matches("(" + kinds + ")-[0-9a-f]{64}"));
    }

    /** Each copy has a box of nothing at its end, by which it is another clip. */
    private static void copy(Path from, Path to, int copies) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                boolean isFilm = String.valueOf(file).toLowerCase(Locale.ROOT).matches(".*\\.(mp4|mov)");
                for (int i = 0; i < (isFilm ? copies : 1); i++) {
                    Path target = to.resolve("card" + i).resolve(from.relativize(file));
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                    if (i > 0) {
                        ByteBuffer nothing = ByteBuffer.allocate(8 + 4 * i).putInt(8 + 4 * i);
                        nothing.put("free".getBytes(StandardCharsets.US_ASCII));
                        Files.write(target, nothing.array(), StandardOpenOption.APPEND);
                    }
                }
            }
        }
    }

    private static void delete(Path folder, Predicate<Path> which) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.sorted(Comparator.reverseOrder()).filter(which).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
