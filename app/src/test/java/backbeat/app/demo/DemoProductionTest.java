package backbeat.app.demo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.derive.Work;
import backbeat.engine.media.Media;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.media.MediaLimits;
import backbeat.engine.media.VideoFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoProductionTest {
    @TempDir
    static Path folder;

    private static Media media;
    private static Truth truth;

    @BeforeAll
    static void make() throws IOException {
        media = Media.open(folder.resolve("ffmpeg"), null, MediaLimits.standard());
        truth = DemoProduction.make(DemoPlan.tiny(), folder, 1, media, Work.quiet());
    }

    @Test
    void theTruthNamesEveryFileOnTheCardsAndNoOther() throws IOException {
        assertThat(truth.clips()).extracting(Truth.Clip::path).containsExactlyElementsOf(files());
    }

    @Test
    void aClipHasAPlaceOnTheSongOrAReasonWhyNot() {
        for (Truth.Clip clip : truth.clips()) {
            boolean matched = clip.verdict().equals("matched");
            assertThat(clip.matches()).as(clip.path()).hasSize(matched ? 1 : 0);
            assertThat(clip.reason() == null).as(clip.path()).isEqualTo(matched);
        }
    }

    @Test
    void clipsAreAsLongAsTheTruthSaysAndSilentOnesHaveNoSound() {
        for (Truth.Clip clip : truth.clips()) {
            if (clip.seconds() != null) {
                MediaFacts facts = media.probe(folder.resolve("cards").resolve(clip.path()));
                VideoFacts video = requireNonNull(facts.video());
                double pictures = video.rate().timeOf(video.frames()).toDouble();
                assertThat(pictures).as(clip.path()).isEqualTo(clip.seconds());
                assertThat(facts.audio() == null).as(clip.path()).isEqualTo("silent".equals(clip.reason()));
            }
        }
    }

    private static List<String> files() throws IOException {
        Path cards = folder.resolve("cards");
        try (Stream<Path> files = Files.walk(cards)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> cards.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
