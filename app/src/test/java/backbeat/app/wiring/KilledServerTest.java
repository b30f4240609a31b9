package backbeat.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.app.demo.DemoProduction;
import backbeat.app.web.BcryptPasswords;
import backbeat.engine.Backbeat;
import backbeat.engine.derive.Work;
import backbeat.engine.media.Media;
import backbeat.engine.media.MediaLimits;
import backbeat.studio.Studio;
import backbeat.studio.edit.ClipSaid;
import backbeat.studio.edit.ClipWords;
import backbeat.studio.edit.Results;
import backbeat.studio.edit.Step;
import backbeat.studio.jobs.Jobs;
import backbeat.studio.people.Account;
import backbeat.studio.production.Kind;
import backbeat.studio.production.Production;
import backbeat.studio.store.Home;
import backbeat.studio.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed at random moments between a song with its footage and the film. */
@Tag("slow")
class KilledServerTest {
    private static final int KILLS = 5;

    @TempDir
    private Path folder;

    private final Random chance = new Random(20261122);

    @Test
    void nothingAcknowledgedIsLostAndNothingHalfMadeIsShown() throws Exception {
        Production production = begun();
        Path own = home().production(production.id());
        for (int kill = 0; kill < KILLS; kill++) {
            OtherProcess server = serve();
            int starts = kill + 1;
            SharedHouse.await("the server is there", 90, () -> starts() == starts);
            Thread.sleep(1000 + chance.nextInt(9000));
            askForTheFilmOfACut(production, own);
            Thread.sleep(chance.nextInt(3000));
            server.kill();
            requireWhole(own);
        }
        try (OtherProcess last = serve()) {
            assertThat(last.pid()).isPositive();
            SharedHouse.await("the cut", 240, () -> Files.exists(own.resolve("cut.json")));
            askForTheFilmOfACut(production, own);
            SharedHouse.await("all of it", 240, () -> unfinished() == 0 && Files.exists(own.resolve("film.json")));
        }
        requireWhole(own);
        Results results = Results.in(own);
        assertThat(results.film()).isPresent();
        assertThat(results.proxies()).hasSize((int) results.footage().orElseThrow().clips().stream()
                .filter(clip -> clip.proxy() != null)
                .count());
        try (Store store = Store.visit(home())) {
            assertThat(new ClipWords(store, Clock.systemUTC()).of(production.id()))
                    .hasSize(1)
                    .allSatisfy((clip, said) ->
                            assertThat(said).extracting(ClipSaid::circled).isEqualTo(true));
        }
    }

    private Home home() {
        return new Home(folder.resolve("home"));
    }

    /** Everything a person does before the machine begins. */
    private Production begun() throws IOException {
        Path shoot = folder.resolve("shoot");
        DemoProduction.make(shoot, 1, Media.open(folder.resolve("tools"), null, MediaLimits.standard()), Work.quiet());
        try (Studio studio = Studio.open(
                home(), new BcryptPasswords(), work -> Backbeat.open(work, 1L << 30, null), Clock.systemUTC(), 0)) {
            Account owner = studio.accounts()
                    .becomeOwner(studio.startCode().text(), "o@example.org", "Olga", "long enough 1", "test");
            Production made = studio.productions().make("Killed", "Band", Kind.MUSIC_VIDEO, owner);
            Path song = shoot.resolve("song.wav");
            try (InputStream content = Files.newInputStream(song)) {
                studio.productions().bringSong(made, "song.wav", Files.size(song), content);
            }
            studio.productions().useFootage(made, shoot.resolve("cards").toString());
            Production whole = studio.productions().byId(made.id()).orElseThrow();
            studio.edits().songBrought(whole, owner);
            studio.edits().footageNamed(whole, owner);
            studio.clipWords().circle(whole.id(), "a clip of somebody", true, owner);
            return whole;
        }
    }

    private long starts() {
        try (Stream<String> lines = Files.lines(folder.resolve("server.log"))) {
            return lines.filter(line -> line.startsWith("The studio is open")).count();
        } catch (IOException notYet) {
            return 0;
        }
    }

    private OtherProcess serve() {
        return OtherProcess.start(
                2,
                Map.of(),
                folder.resolve("server.log"),
                "serve",
                "--home",
                home().folder().toString(),
                "--port",
                "0");
    }

    private void askForTheFilmOfACut(Production production, Path own) {
        if (Files.exists(own.resolve("cut.json")) && !Files.exists(own.resolve("film.json"))) {
            try (Store store = Store.visit(home())) {
                Jobs.leave(store, Clock.systemUTC(), production.id(), Step.RENDER.key());
            }
        }
    }

    private int unfinished() {
        try (Store store = Store.visit(home())) {
            return store.sql()
                    .fetchSingle("select count(*) from job where state in ('WAITING', 'RUNNING')")
                    .get(0, Integer.class);
        }
    }

    /** What is there under its name can be read, and a film that is shown is one. */
    private void requireWhole(Path own) throws IOException {
        assertThat(Results.in(own).unreadable()).isEmpty();
        Media media = Media.open(folder.resolve("tools"), null, MediaLimits.standard());
        for (Path film : films(own)) {
            assertThat(media.probe(film).duration().toDouble())
                    .as(film.toString())
                    .isPositive();
        }
    }

    private static List<Path> films(Path own) throws IOException {
        if (!Files.isDirectory(own)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(own)) {
            return files.filter(file -> file.toString().endsWith(".mp4")
                            && !String.valueOf(file.getFileName()).startsWith("."))
                    .toList();
        }
    }
}
