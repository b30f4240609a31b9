package backbeat.app.wiring;

import backbeat.app.web.BcryptPasswords;
import backbeat.engine.Backbeat;
import backbeat.engine.derive.Work;
import backbeat.engine.media.ClipWriter;
import backbeat.engine.media.Media;
import backbeat.engine.media.MediaLimits;
import backbeat.engine.time.Rate;
import backbeat.studio.Studio;
import backbeat.studio.edit.Step;
import backbeat.studio.jobs.Job;
import backbeat.studio.people.Account;
import backbeat.studio.production.Kind;
import backbeat.studio.production.Production;
import backbeat.studio.store.Home;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** A studio on PostgreSQL that does no work itself, a folder of footage, and workers in processes of their own. */
final class SharedHouse implements AutoCloseable {
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final int SECONDS = 8;

    final Path folder;
    final Studio studio;
    final Production production;
    final Account owner;
    private final EmbeddedPostgres database;
    private final String address;

    private SharedHouse(Path folder) throws IOException {
        this.folder = folder;
        database = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        address = database.getJdbcUrl("postgres", "postgres");
        studio = Studio.open(
                new Home(folder.resolve("home"), address),
                new BcryptPasswords(),
                work -> Backbeat.open(work, 1L << 30, null),
                Clock.systemUTC(),
                0);
        owner = studio.accounts()
                .becomeOwner(studio.startCode().text(), "o@example.org", "Olga Owner", "long enough 1", "test");
        production = studio.productions().make("A day", "The Band", Kind.MUSIC_VIDEO, owner);
    }

    static SharedHouse open(Path folder) throws IOException {
        return new SharedHouse(folder);
    }

    /** Clips too large to be played as they are: one that is filmed, and the same with other boxes of nothing at the end. */
    void film(int clips) throws Exception {
        Media media = Media.open(folder.resolve("tools"), null, MediaLimits.standard());
        var form = new ClipWriter.Form(WIDTH, HEIGHT, Rate.FPS_25, 20, "01:00:00:00");
        Path cards = Files.createDirectories(folder.resolve("cards"));
        Path first = cards.resolve("C0.MP4");
        byte[] picture = new byte[4 * WIDTH * HEIGHT];
        Random noise = new Random(1);
        try (ClipWriter writer = ClipWriter.begin(media, form, null, first, Work.quiet())) {
            for (int frame = 0; frame < SECONDS * 25; frame++) {
                for (int i = 0; i < 4000; i++) {
                    picture[noise.nextInt(picture.length)] = (byte) noise.nextInt();
                }
                writer.frame(picture);
            }
            writer.finish();
        }
        for (int clip = 1; clip < clips; clip++) {
            Path copy = Files.copy(first, cards.resolve("C" + clip + ".MP4"));
            ByteBuffer nothing = ByteBuffer.allocate(8 + 4 * clip).putInt(8 + 4 * clip);
            nothing.put("free".getBytes(StandardCharsets.US_ASCII));
            Files.write(copy, nothing.array(), StandardOpenOption.APPEND);
        }
        studio.productions().useFootage(production, cards.toString());
    }

    /** A song with its footage, as in a sample production. */
    void bring(Path song, Path footage) throws IOException {
        try (InputStream content = Files.newInputStream(song)) {
            studio.productions().bringSong(production, String.valueOf(song.getFileName()), Files.size(song), content);
        }
        studio.productions().useFootage(production, footage.toString());
    }

    /** Everything before the film, by the workers that are there. */
    void cut(int seconds) {
        Production whole = studio.productions().byId(production.id()).orElseThrow();
        studio.edits().songBrought(whole, owner);
        studio.edits().footageNamed(whole, owner);
        await("the cut", seconds, () -> isDone(Step.CUT) && isDone(Step.PROXIES));
    }

    /** Whether the newest job of a step is done. */
    boolean isDone(Step step) {
        return studio.jobs().in(List.of(production.id()), 50).stream()
                .filter(job -> job.step().equals(step.key()))
                .findFirst()
                .filter(job -> job.state() == Job.State.DONE)
                .isPresent();
    }

    OtherProcess worker(int number) throws IOException {
        return worker(number, 1);
    }

    OtherProcess worker(int number, int processors) throws IOException {
        Path said = folder.resolve("worker" + number + ".log");
        Files.deleteIfExists(said);
        return OtherProcess.start(
                processors,
                Map.of("BACKBEAT_DATABASE", address),
                said,
                "worker",
                "--home",
                folder.resolve("home").toString());
    }

    boolean isUp(int worker) {
        try {
            return Files.readString(folder.resolve("worker" + worker + ".log")).contains("Works on the jobs");
        } catch (IOException notYet) {
            return false;
        }
    }

    int proxies() {
        return studio.results(production.id()).proxies().size();
    }

    /** The processes that do pieces now, by their names in the scheduler's table. */
    List<String> busy() {
        return studio.store()
                .sql()
                .fetch("select picked_by from scheduled_units where picked"
                        + " union all select picked_by from scheduled_awaited_units where picked")
                .getValues(0, String.class);
    }

    Job newest(String step) {
        return studio.jobs().in(List.of(production.id()), 50).stream()
                .filter(job -> job.step().equals(step))
                .findFirst()
                .orElseThrow();
    }

    static void await(String what, int seconds, BooleanSupplier condition) {
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError(what + ": not after " + seconds + " s");
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        studio.close();
        try {
            database.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
