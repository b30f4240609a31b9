package backbeat.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backbeat.app.demo.DemoProduction;
import backbeat.engine.derive.Work;
import backbeat.engine.media.Media;
import backbeat.engine.media.MediaLimits;
import backbeat.studio.edit.Step;
import backbeat.studio.jobs.Job;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code backbeat worker} as real processes on one database and one folder. */
@Tag("slow")
class WorkersTest {
    private static final int CLIPS = 12;

    @TempDir
    private Path folder;

    @Test
    void ofTwoWorkersOneIsKilledAndTheOtherFinishesWithItsClip() throws Exception {
        try (SharedHouse house = SharedHouse.open(folder)) {
            house.film(CLIPS);
            OtherProcess first = house.worker(1);
            try (OtherProcess second = house.worker(2)) {
                assertThat(second.pid()).isNotEqualTo(first.pid());
                SharedHouse.await("both are there", 90, () -> house.isUp(1) && house.isUp(2));
                house.studio.edits().ask(house.production, Step.PROXIES, house.owner);
                SharedHouse.await(
                        "both work",
                        90,
                        () -> house.proxies() >= 2
                                && house.busy().stream().distinct().count() == 2);
                first.kill();
                Instant killed = Instant.now();
                int before = house.proxies();
                SharedHouse.await(
                        "the other finishes", 120, () -> house.newest("proxies").state() == Job.State.DONE);
                Duration took = Duration.between(killed, Instant.now());
                assertThat(house.proxies()).isEqualTo(CLIPS);
                assertThat(house.newest("proxies").starts()).isOne();
                // What was left, one after the other, or the silence of the dead one and its clip.
                assertThat(took).isLessThan(Duration.ofSeconds(15 + 6L * (CLIPS - before)));
            } finally {
                first.kill();
            }
        }
    }

    @Test
    void ofTwoWorkersAtAFilmOneIsKilledAndTheOtherFinishesWithItsBatch() throws Exception {
        try (SharedHouse house = SharedHouse.open(folder)) {
            Path shoot = folder.resolve("shoot");
            Media media = Media.open(folder.resolve("tools"), null, MediaLimits.standard());
            DemoProduction.make(shoot, 1, media, Work.quiet());
            house.bring(shoot.resolve("song.wav"), shoot.resolve("cards"));
            OtherProcess first = house.worker(1);
            try (OtherProcess second = house.worker(2)) {
                assertThat(second.pid()).isNotEqualTo(first.pid());
                house.cut(300);
                house.studio.edits().ask(house.production, Step.RENDER, house.owner);
                SharedHouse.await(
                        "both work",
                        90,
                        () -> house.busy().stream().distinct().count() == 2
                                && house.newest("render").fraction() > 0.1);
                first.kill();
                assertThat(house.isDone(Step.RENDER)).isFalse();
                SharedHouse.await("the film", 180, () -> house.isDone(Step.RENDER));
                assertThat(house.newest("render").starts()).isOne();
                Path film = house.studio.results(house.production.id()).film().orElseThrow();
                assertThat(media.probe(film).duration().toDouble())
                        .isEqualTo(
                                media.probe(shoot.resolve("song.wav"))
                                        .duration()
                                        .toDouble(),
                                within(0.1));
            } finally {
                first.kill();
            }
        }
    }
}
