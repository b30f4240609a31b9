package backbeat.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.song.SongExplanation;
import backbeat.engine.song.SongExplanation.Curve;
import backbeat.engine.song.SongExplanation.Peak;
import backbeat.engine.song.SongExplanation.Plane;
import backbeat.engine.song.SongExplanation.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SongPageTest {
    @TempDir
    Path folder;

    private String page(String name, List<Reading> readings) throws IOException {
        SongExplanation why = new SongExplanation(
                SongExplanation.CONTRACT,
                new Curve(0.05, List.of(0.0, 1.0, 0.5)),
                new Curve(0.05, List.of(0.0, 0.2, 0.9)),
                new Plane(1, 40, 240, List.of(List.of(0.1, 0.9, 0.2), List.of(0.1, 0.8, 0.2))),
                List.of(new Peak(120, 0.8)),
                readings,
                List.of("The next reading is behind."),
                SampleProduction.map());
        Path file = folder.resolve("why.html");
        SongPage.write(file, name, why);
        assertThat(SongPage.isOne(file)).isTrue();
        return Files.readString(file);
    }

    @Test
    void showsTheLanesAndTheReadingsWithoutScriptAndWithoutAnythingFromOutside() throws IOException {
        String page = page("song.wav", List.of(new Reading("chosen", 120, 3.2, 0.8, 0.1, 4, 0.5)));
        assertThat(page).contains("Onset strength", "Tempogram", "120 bpm", "chosen", "The next reading is behind.");
        assertThat(page).doesNotContain("<script", "http://", "https://", "NaN");
        assertThat(page).contains("prefers-color-scheme: light");
    }

    @Test
    void namesFromOutsideAreTextAndNoMarkup() throws IOException {
        assertThat(page("<b onload=x>.wav", List.of()))
                .doesNotContain("<b onload")
                .contains("There was none.");
    }
}
