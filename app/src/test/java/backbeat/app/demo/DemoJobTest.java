package backbeat.app.demo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.Backbeat;
import backbeat.engine.cut.RoughCut;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Footage;
import backbeat.engine.media.FrameReader;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.media.VideoFacts;
import backbeat.engine.sync.SyncResult;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on the whole sample production, held against its truth. */
@Tag("slow")
class DemoJobTest {
    private static final long SEED = 1;
    private static final double AUDIBLE_SECONDS = 0.002;
    /** Edges are heard in windows of a quarter of a second. */
    private static final double EDGE_SECONDS = 0.3;

    private static final int EVERY_NTH_FRAME = 3;

    @TempDir
    static Path folder;

    private static Backbeat backbeat;
    private static Truth truth;
    private static Backbeat.Song song;
    private static Footage footage;
    private static SyncResult sync;

    @BeforeAll
    static void makeAndSync() throws IOException {
        backbeat = Backbeat.open(folder.resolve("work"), 1L << 30, null);
        truth = DemoProduction.make(folder, SEED, backbeat.media(), Work.quiet());
        song = backbeat.song(folder.resolve("song.wav"), Work.quiet());
        footage = backbeat.ingest(folder.resolve("cards"), Work.quiet());
        sync = backbeat.sync(song, footage, Work.quiet());
    }

    @Test
    void syncTellsOfEveryFileWhatTheTruthTells() {
        assertThat(sync.clips())
                .extracting(SyncResult.ClipSync::path)
                .containsExactlyElementsOf(
                        truth.clips().stream().map(Truth.Clip::path).toList());
        for (int i = 0; i < truth.clips().size(); i++) {
            compare(sync.clips().get(i), truth.clips().get(i));
        }
    }

    private static void compare(SyncResult.ClipSync found, Truth.Clip real) {
        assertThat(found.isMatched()).as(real.path()).isEqualTo(real.verdict().equals("matched"));
        assertThat(found.matches()).as(real.path()).hasSameSizeAs(real.matches());
        for (Truth.Match match : real.matches()) {
            SyncResult.Match place = found.matches().getFirst();
            assertThat(place.speed()).as(real.path()).isEqualTo(match.speed());
            for (double end : new double[] {match.clipStart(), match.clipEnd()}) {
                double error = place.songTimeOf(end) - match.songTimeOf(end);
                assertThat(Math.abs(error)).as("%s at %.3f s", real.path(), end).isLessThan(AUDIBLE_SECONDS);
            }
            assertThat(place.clipStart()).as(real.path()).isGreaterThan(match.clipStart() - EDGE_SECONDS);
            assertThat(place.clipEnd()).as(real.path()).isLessThan(match.clipEnd() + EDGE_SECONDS);
        }
    }

    @Test
    void theRenderedCutShowsTheBarAndBeatThatIsHeard() throws IOException {
        RoughCut cut = backbeat.cut(song, backbeat.analyse(song, Work.quiet()), footage, sync);
        Path film = backbeat.render(cut, song, folder.resolve("rough-cut.mp4"), Work.quiet());
        MediaFacts facts = backbeat.media().probe(film);
        Score score = Composer.song(SEED, DemoPlan.full(SEED).form());
        CounterReading reading = new CounterReading(score);
        VideoFacts video = requireNonNull(facts.video());
        int[] shown = new int[(int) video.frames()];
        try (FrameReader frames =
                backbeat.media().greyFrames(facts, CounterReading.WIDTH, CounterReading.HEIGHT, 0, shown.length)) {
            byte[] picture = new byte[CounterReading.WIDTH * CounterReading.HEIGHT];
            for (int frame = 0; frames.read(picture); frame++) {
                shown[frame] = frame % EVERY_NTH_FRAME == 0 ? reading.beat(picture) : -1;
            }
        }
        double frameSeconds = 1 / video.rate().perSecond().toDouble();
        for (int frame = 0; frame < shown.length; frame += EVERY_NTH_FRAME) {
            double from = score.beatAt((frame - 1) * frameSeconds);
            double to = score.beatAt((frame + 1) * frameSeconds);
            if (from >= 0 && to < 4 * score.bars()) {
                assertThat(shown[frame]).as("beat shown in frame %d", frame).isBetween((int) Math.floor(from), (int)
                        Math.floor(to));
            }
        }
    }
}
