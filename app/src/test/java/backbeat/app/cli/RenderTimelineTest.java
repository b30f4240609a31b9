package backbeat.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backbeat.engine.media.MediaFacts;
import backbeat.engine.media.VideoFacts;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Item.ClipItem;
import backbeat.engine.timeline.MediaReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No film is black without a word. */
class RenderTimelineTest {
    private static final String FIRST =
            "001  A001  V  C  00:00:10:00 00:00:12:00 01:00:00:00 01:00:02:00\n* FROM CLIP NAME: A001.mov\n";
    private static final String SECOND =
            "002  B001  V  C  00:00:10:00 00:00:12:00 01:00:02:00 01:00:04:00\n* FROM CLIP NAME: B001.mov\n";

    @TempDir
    private Path folder;

    private Path timeline;

    @BeforeEach
    void writeList() throws IOException {
        timeline = Files.writeString(folder.resolve("cut.edl"), FIRST + SECOND);
    }

    private static MediaFacts facts(Path file) {
        VideoFacts.Colour untold = new VideoFacts.Colour("unknown", "unknown", "unknown", "unknown");
        VideoFacts video = new VideoFacts(
                0,
                "h264",
                1920,
                1080,
                0,
                Rational.ONE,
                Rate.FPS_25,
                1500,
                Rational.ZERO,
                false,
                List.of(),
                "00:00:05:00",
                "progressive",
                "yuv420p",
                untold,
                12);
        return new MediaFacts(file, "mov", Rational.of(60), Rational.ZERO, video, null, List.of(), null);
    }

    private RenderTimeline.Ready ready() {
        return RenderTimeline.read(timeline, Rate.FPS_25, folder.resolve("song.wav"), null, RenderTimelineTest::facts);
    }

    private static ClipItem clip(RenderTimeline.Ready ready, int number) {
        List<Item> items = ready.timeline().tracks().getFirst().items();
        return (ClipItem) items.get(number);
    }

    @Test
    void aListFindsItsClipsByNameAndTimecode() throws IOException {
        Path file = Files.createFile(folder.resolve("A001.MOV"));
        RenderTimeline.Ready ready = ready();
        assertThat(clip(ready, 0).media()).isInstanceOf(MediaReference.class);
        assertThat(((MediaReference) clip(ready, 0).media()).file()).isEqualTo(file);
        assertThat(clip(ready, 0).sourceStart()).isEqualTo(Rational.of(5));
    }

    @Test
    void aClipThatIsMissingIsTold() throws IOException {
        Files.createFile(folder.resolve("A001.MOV"));
        assertThat(ready().findings())
                .anyMatch(finding -> finding.problem().code().equals("cli/clip-not-found")
                        && finding.problem().what().contains("B001.mov"));
    }

    @Test
    void aFilmOfNoClipAtAllIsRefused() {
        assertThatThrownBy(this::ready).isInstanceOf(ProblemException.class).hasMessageContaining("None of the clips");
    }
}
