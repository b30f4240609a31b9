package backbeat.engine.media;

import backbeat.engine.derive.CancelledException;
import backbeat.engine.derive.Work;
import backbeat.engine.problem.MediaProblems;
import backbeat.engine.problem.ProblemException;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One running call of FFmpeg or ffprobe: without standard input unless it is fed, under limits of memory and time, its complaints read aside so that it never blocks on them.
 *
 * <p>The process is stopped (SIGTERM, two seconds later SIGKILL) when the work is cancelled, when its time is up, when it says nothing for too long while somebody
 * waits for its output, when it is closed, and when this program ends. Memory is limited by {@code prlimit} where the system has it.
 */
final class FfmpegProcess implements AutoCloseable {
    /** Long enough for a film, short enough that a hung machine is noticed. */
    static final Duration LONG_WORK = Duration.ofHours(12);

    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");
    private static final Path NICE = Path.of("/usr/bin/nice");
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final long LOOK_AFTER_MS = 50;
    private static final int INTERRUPTED = 130;
    private static final int KILLED = 137;
    private static final int TERMINATED = 143;
    /** Also what FFmpeg makes of the error "not permitted". */
    private static final int FFMPEG_INTERRUPTED = 255;

    private static final int MAX_ERROR_BYTES = 64 * 1024;
    private static final int MAX_TEXT_BYTES = 32 << 20;
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    private enum Stop {
        CANCELLED,
        TOO_LONG
    }

    /**
     * How a process ended.
     *
     * @param errors what it complained about, cut off after a limit
     */
    record Ending(int exit, String errors) {
        boolean isGood() {
            return exit == 0;
        }

        /**
         * Whether Ctrl-C or a closing session ended it: a terminal tells the whole group of processes. FFmpeg then closes its output neatly, as if all had been
         * read, and says so by its exit status alone.
         */
        private boolean wasInterrupted() {
            return exit == INTERRUPTED
                    || exit == TERMINATED
                    || (exit == FFMPEG_INTERRUPTED && !errors.contains("not permitted"));
        }

        /** A full disk is the cause of whatever is complained about after it. */
        String lastErrorLine() {
            if (errors.contains("No space left on device")) {
                return "No space left on device";
            }
            List<String> lines = errors.lines().filter(line -> !line.isBlank()).toList();
            String last =
                    lines.isEmpty() ? "exit status " + exit : lines.getLast().strip();
            return last.length() <= 300 ? last : last.substring(0, 300);
        }
    }

    private final Process process;
    private final Work work;
    private final Thread caller = Thread.currentThread();
    private final String what;
    private final long deadline;
    private final long stallNanos;
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final Thread errorReader;
    private final InputStream output;
    private volatile long waitingSince = Long.MAX_VALUE;
    private volatile @Nullable Stop stop;

    private FfmpegProcess(Process process, String what, Duration stall, Duration limit, Work work) {
        this.process = process;
        this.work = work;
        this.what = what;
        this.deadline = System.nanoTime() + limit.toNanos();
        this.stallNanos = stall.toNanos();
        this.output = new Watched(process.getInputStream());
        RUNNING.add(process);
        errorReader = Thread.ofVirtual().start(this::readErrors);
        Thread.ofVirtual().start(this::watch);
    }

    /** @throws ProblemException when the program cannot be started */
    static FfmpegProcess start(List<String> words, MediaLimits limits, Duration limit, Work work) {
        return unfed(startFed(words, null, limits, limit, work));
    }

    private static FfmpegProcess unfed(FfmpegProcess process) {
        try {
            process.input().close();
        } catch (IOException alreadyEnded) {
            return process;
        }
        return process;
    }

    /** Starts one that reads what is written to its {@link #input()}. */
    static FfmpegProcess startFed(List<String> words, MediaLimits limits, Duration limit, Work work) {
        return startFed(words, null, limits, limit, work);
    }

    private static FfmpegProcess startFed(
            List<String> words, @Nullable Path folder, MediaLimits limits, Duration limit, Work work) {
        work.stopIfCancelled();
        ProcessBuilder builder = new ProcessBuilder(limited(words, limits));
        if (folder != null) {
            builder.directory(folder.toFile());
        }
        builder.environment().remove("FFREPORT");
        builder.environment().put("AV_LOG_FORCE_NOCOLOR", "1");
        // Each arena of the C library reserves 64 MB of address space, which is what prlimit counts.
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        try {
            return new FfmpegProcess(builder.start(), words.getLast(), limits.stallTime(), limit, work);
        } catch (IOException e) {
            throw new ProblemException(
                    MediaProblems.ffmpegDoesNotRun(words.getFirst(), String.valueOf(e.getMessage())), e);
        }
    }

    private static List<String> limited(List<String> words, MediaLimits limits) {
        List<String> all = new ArrayList<>();
        if (limits.niceness() > 0 && Files.isExecutable(NICE)) {
            all.addAll(List.of(NICE.toString(), "-n", String.valueOf(limits.niceness())));
        }
        if (Files.isExecutable(PRLIMIT)) {
            all.addAll(List.of(PRLIMIT.toString(), "--as=" + limits.memoryBytes(), "--core=0", "--"));
        }
        all.addAll(words);
        return all;
    }

    /**
     * Runs a call of {@code ffmpeg} that writes files, and tells how far it is.
     *
     * @param command with {@code -progress pipe:1 -nostats} among its options
     * @param secondsDone hears the time of the output that is written, in seconds
     * @throws ProblemException when it fails
     * @throws CancelledException when the work was cancelled
     */
    static Ending run(FfmpegCommand command, MediaLimits limits, Work work, DoubleConsumer secondsDone) {
        try (FfmpegProcess process = unfed(startFed(command.words(), command.folder(), limits, LONG_WORK, work))) {
            process.readProgress(secondsDone);
            Ending ending = process.await();
            if (!ending.isGood()) {
                throw MediaProblems.ffmpegFailed(process.what, ending.lastErrorLine())
                        .asException();
            }
            return ending;
        }
    }

    private void readProgress(DoubleConsumer secondsDone) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.matches("out_time_us=\\d{1,15}")) {
                    secondsDone.accept(Long.parseLong(line.substring("out_time_us=".length())) / 1e6);
                }
            }
        } catch (IOException endedByForce) {
            process.destroy();
        }
    }

    /** What it reads, when it was started to be fed. Writing fails after the process has ended, by itself or by force; {@link #await} tells why. */
    OutputStream input() {
        return process.getOutputStream();
    }

    /** What it writes. Ends early when the process is stopped; {@link #await} tells. */
    InputStream output() {
        return output;
    }

    /** Everything it writes, as text. More than a sane program says is cut off. */
    String wholeOutput() {
        try {
            return new String(output.readNBytes(MAX_TEXT_BYTES), StandardCharsets.UTF_8);
        } catch (IOException stopped) {
            return "";
        } finally {
            drain();
        }
    }

    private void drain() {
        try {
            output.skip(Long.MAX_VALUE);
            output.close();
        } catch (IOException alreadyClosed) {
            process.destroy();
        }
    }

    /**
     * Waits for the end.
     *
     * @throws CancelledException when the work was cancelled, also when only the process was told so
     * @throws ProblemException {@code media/timeout} when it was stopped because of time; when it was killed
     */
    Ending await() {
        try {
            int exit = process.waitFor();
            errorReader.join(GRACE);
            Stop reason = stop;
            if (reason == Stop.CANCELLED) {
                throw new CancelledException();
            }
            if (reason == Stop.TOO_LONG) {
                throw MediaProblems.mediaTimeout(what).asException();
            }
            Ending ending = new Ending(exit, errors.toString(StandardCharsets.UTF_8));
            if (ending.wasInterrupted()) {
                throw new CancelledException();
            }
            if (exit == KILLED) {
                throw MediaProblems.ffmpegFailed(what, "ended from outside; was memory short?")
                        .asException();
            }
            return ending;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end();
            throw new CancelledException();
        }
    }

    /** Stops the process if it still runs. */
    @Override
    public void close() {
        end();
    }

    private void watch() {
        try {
            while (!process.waitFor(LOOK_AFTER_MS, TimeUnit.MILLISECONDS)) {
                Stop reason = reasonToStop();
                if (reason != null && stop == null) {
                    stop = reason;
                    end();
                }
            }
        } catch (InterruptedException e) {
            end();
        } finally {
            RUNNING.remove(process);
        }
    }

    private @Nullable Stop reasonToStop() {
        if (work.isCancelled() || caller.isInterrupted()) {
            return Stop.CANCELLED;
        }
        long now = System.nanoTime();
        long since = waitingSince;
        boolean hung = since != Long.MAX_VALUE && now - since > stallNanos;
        return hung || now - deadline > 0 ? Stop.TOO_LONG : null;
    }

    private void end() {
        if (!process.isAlive()) {
            return;
        }
        process.destroy();
        Thread.ofVirtual().start(() -> {
            try {
                if (!process.waitFor(GRACE)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
            }
        });
    }

    private void readErrors() {
        byte[] block = new byte[4096];
        try (InputStream in = process.getErrorStream()) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                if (errors.size() < MAX_ERROR_BYTES) {
                    errors.write(block, 0, n);
                }
            }
        } catch (IOException stopped) {
            return;
        }
    }

    /** Notes since when somebody waits for output, so that a hung process is told from a slow reader. */
    private final class Watched extends InputStream {
        private final InputStream in;

        Watched(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            waitingSince = System.nanoTime();
            try {
                return in.read(into, offset, length);
            } finally {
                waitingSince = Long.MAX_VALUE;
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
