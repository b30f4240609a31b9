package backbeat.studio.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backbeat.engine.derive.CancelledException;
import backbeat.engine.derive.Work;
import backbeat.studio.OpenHome;
import backbeat.studio.jobs.Job;
import backbeat.studio.jobs.Jobs;
import backbeat.studio.jobs.Steps;
import backbeat.studio.production.Production;
import backbeat.studio.production.Productions;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A song or footage that is replaced while steps work on the one before. */
class ReplacedTest {
    @TempDir
    private Path folder;

    @Test
    void aStepWritesNothingOfWhatIsNotThereAnyMore() {
        Results results = new Results(folder, new ReadFiles());
        AtomicBoolean holds = new AtomicBoolean(true);
        Results ofStep = results.whileTrue(holds::get);
        ofStep.write("sync.json", List.of(1));
        holds.set(false);
        assertThatThrownBy(() -> ofStep.write("sync.json", List.of(2))).isInstanceOf(CancelledException.class);
        assertThatThrownBy(() -> ofStep.version(3).write("cut.json", List.of(2)))
                .isInstanceOf(CancelledException.class);
        assertThat(results.file("sync.json")).content().contains("1");
        assertThat(results.version(3).file("cut.json")).doesNotExist();
    }

    @Test
    void whatIsReplacedInTheMiddleOfAWriteLeavesNothing() {
        Results results = new Results(folder, new ReadFiles());
        AtomicBoolean holds = new AtomicBoolean(true);
        assertThatThrownBy(() -> results.whileTrue(holds::get).write("peaks.bin", file -> {
                    Files.writeString(file, "outline of the old song");
                    holds.set(false);
                }))
                .isInstanceOf(CancelledException.class);
        assertThat(results.file("peaks.bin")).doesNotExist();
    }

    @Test
    void anotherSongOrAnotherFolderIsSomethingElseAndMoreClipsAreNot() throws Exception {
        try (OpenHome home = new OpenHome(folder.resolve("home"), new backbeat.studio.TestClock())) {
            Production production = home.production();
            Productions.MadeOf nothing = home.productions.madeOf(production.id());
            bringSong(home, production);
            Productions.MadeOf song = home.productions.madeOf(production.id());
            assertThat(song).isNotEqualTo(nothing);
            bringClip(home, production, "a.mov");
            Productions.MadeOf footage = home.productions.madeOf(production.id());
            assertThat(footage).isNotEqualTo(song);
            bringClip(home, production, "b.mov");
            assertThat(home.productions.madeOf(production.id())).isEqualTo(footage);
        }
    }

    private static void bringSong(OpenHome home, Production production) {
        byte[] bytes = "sound".getBytes(StandardCharsets.UTF_8);
        home.productions.bringSong(production, "song.wav", bytes.length, new ByteArrayInputStream(bytes));
    }

    private void bringClip(OpenHome home, Production production, String name) throws Exception {
        Path clip = Files.writeString(
                Files.createDirectories(folder.resolve("home/in")).resolve(name), name);
        home.productions.bringClip(home.productions.byId(production.id()).orElseThrow(), name, clip);
    }

    @Test
    void anotherSongStopsTheWorkOnTheOneBeforeAndLeavesTheProxiesAlone() throws Exception {
        Set<String> stopped = ConcurrentHashMap.newKeySet();
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch ended = new CountDownLatch(1);
        Steps endless = new Steps() {
            @Override
            public void run(String productionId, String step, Work work) {
                begun.countDown();
                while (!work.isCancelled() && ended.getCount() > 0) {
                    Thread.onSpinWait();
                }
                work.stopIfCancelled();
            }

            @Override
            public List<String> next(String productionId, String step) {
                return List.of();
            }

            @Override
            public void stopped(String productionId, String step) {
                stopped.add(step);
            }
        };
        try (OpenHome home = new OpenHome(folder.resolve("home"), Clock.systemUTC());
                Jobs jobs = Jobs.open(home.store, endless, Clock.systemUTC(), 2, new Work.Limits(1))) {
            Production production = home.production();
            SongCorrections corrections = new SongCorrections(home.store, Clock.systemUTC());
            Cuts cuts = new Cuts(home.store, Clock.systemUTC(), id -> new Results(folder, new ReadFiles()));
            Edits edits = new Edits(
                    jobs,
                    corrections,
                    new ClipWords(home.store, Clock.systemUTC()),
                    cuts,
                    id -> new Results(folder, new ReadFiles()),
                    Clock.systemUTC());
            Job proxies = edits.ask(production, Step.PROXIES, home.owner);
            Job sync = edits.ask(production, Step.SYNC, home.owner);
            begun.await();
            Job cut = edits.ask(production, Step.CUT, home.owner);
            edits.songBrought(production, home.owner);
            long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (!stopped.equals(Set.of("sync", "cut"))) {
                assertThat(System.nanoTime()).as("stopped so far: " + stopped).isLessThan(until);
                Thread.sleep(20);
            }
            assertThat(jobs.byId(sync.id()).orElseThrow().state()).isEqualTo(Job.State.STOPPED);
            assertThat(jobs.byId(cut.id()).orElseThrow().state()).isEqualTo(Job.State.STOPPED);
            assertThat(jobs.byId(proxies.id()).orElseThrow().state()).isEqualTo(Job.State.RUNNING);
            assertThat(jobs.unfinished(production.id())).extracting(Job::step).containsExactly("proxies", "analyse");
            ended.countDown();
        }
    }
}
