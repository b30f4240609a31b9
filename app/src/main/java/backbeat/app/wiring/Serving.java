package backbeat.app.wiring;

import backbeat.app.web.BcryptPasswords;
import backbeat.app.web.Surroundings;
import backbeat.app.web.WebServer;
import backbeat.engine.Backbeat;
import backbeat.engine.media.MediaLimits;
import backbeat.studio.Studio;
import backbeat.studio.mail.Post;
import backbeat.studio.store.Home;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A studio that is served until the program is ended. */
public final class Serving {
    private static final int JOBS_OF_A_SAMPLE = 3;

    private Serving() {}

    /**
     * Serves a studio; comes back when the program is asked to end.
     *
     * @param home null for the usual one
     * @param jobs at once; zero leaves them to workers
     */
    public static void until(@Nullable Path home, String address, int port, int jobs, PrintWriter out) {
        until(home, address, port, jobs, out, studio -> {});
    }

    /** Where the sample production's song and cards lie in a studio's home. */
    public static Path sampleFolder(@Nullable Path home, long seed) {
        return StudioPlace.of(home, System.getenv()).folder().resolve("samples").resolve("sample-" + seed);
    }

    /**
     * Serves a studio with the sample production in it.
     *
     * @param shoot its folder
     */
    public static void untilWithSample(@Nullable Path home, int port, Path shoot, PrintWriter out) {
        until(home, "127.0.0.1", port, JOBS_OF_A_SAMPLE, out, studio -> SampleInStudio.make(studio, shoot));
    }

    private static void until(
            @Nullable Path home, String address, int port, int jobs, PrintWriter out, Consumer<Studio> first) {
        Settings settings = Settings.ofThisUser();
        Home place = StudioPlace.of(home, System.getenv());
        Clock clock = Clock.systemUTC();
        Surroundings surroundings = Outside.of(System.getenv(), address, port, clock);
        CountDownLatch closed = new CountDownLatch(1);
        try (Post letters = surroundings.post();
                Studio studio =
                        Studio.open(place, new BcryptPasswords(), work -> besidePeople(settings, work), clock, jobs);
                WebServer server = WebServer.start(studio, surroundings)) {
            first.accept(studio);
            tell(studio, surroundings, server.port(), place.folder(), out);
            waitForTheEnd(closed);
        } finally {
            closed.countDown();
        }
    }

    /**
     * Works on the jobs of a studio that another process serves; comes back when the program is asked to end.
     *
     * @param home null for the usual one
     */
    public static void work(@Nullable Path home, int jobs, PrintWriter out) {
        Settings settings = Settings.ofThisUser();
        Home place = StudioPlace.of(home, System.getenv());
        CountDownLatch closed = new CountDownLatch(1);
        try (Studio.Working working =
                Studio.work(place, work -> besidePeople(settings, work), Clock.systemUTC(), jobs)) {
            out.println("Works on the jobs of the studio in "
                    + working.store().home().folder());
            out.println("Ctrl-C ends it; another worker goes on with what it was doing.");
            out.flush();
            waitForTheEnd(closed);
        } finally {
            closed.countDown();
        }
    }

    /** Opens an empty studio in a folder that is gone afterwards, asks for the pages of the door, and ends. */
    public static void rehearse() {
        try {
            Path folder = Files.createTempDirectory("backbeat-rehearsal");
            try (Studio studio = Studio.open(
                            folder,
                            new BcryptPasswords(),
                            work -> engine(Settings.ofThisUser(), work),
                            Clock.systemUTC());
                    WebServer server = WebServer.start(studio, "127.0.0.1", 0);
                    HttpClient visitor = HttpClient.newHttpClient()) {
                for (String page : List.of("/", "/first", "/sign-in", "/static/studio.css", "/jobs")) {
                    URI address = URI.create("http://127.0.0.1:" + server.port() + page);
                    visitor.send(
                            HttpRequest.newBuilder(address)
                                    .header("Accept", "text/html")
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
                }
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Whoever looks at pages waits for nobody's film, also where a worker runs beside the server. */
    private static Backbeat besidePeople(Settings settings, Path work) {
        return Backbeat.open(
                work,
                settings.vaultBytes(),
                settings.ffmpeg(),
                MediaLimits.standard().standingBack());
    }

    private static Backbeat engine(Settings settings, Path work) {
        return Backbeat.open(work, settings.vaultBytes(), settings.ffmpeg());
    }

    private static void tell(Studio studio, Surroundings surroundings, int port, Path folder, PrintWriter out) {
        String address = surroundings.address();
        String host = address.contains(":") ? "[" + address + "]" : address;
        out.println("The studio is open: http://" + host + ":" + port + "/");
        if (surroundings.url() != null) {
            out.println("Others reach it at: " + surroundings.url());
        }
        Outside.warning(surroundings).ifPresent(out::println);
        out.println("Its home: " + folder.toAbsolutePath().normalize());
        if (surroundings.post().isOpen()) {
            out.println("Letters leave by " + surroundings.post().words());
        }
        if (studio.accounts().nobodyIsHere()) {
            out.println("Nobody is here yet. The first visitor becomes its owner with this start code:");
            out.println("    " + studio.startCode().text());
        }
        out.println("Ctrl-C ends it; work that runs goes on with the next start.");
        out.flush();
    }

    /** The program may end when all is closed, and not before. */
    private static void waitForTheEnd(CountDownLatch closed) {
        CountDownLatch asked = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            asked.countDown();
            await(closed);
        }));
        await(asked);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
