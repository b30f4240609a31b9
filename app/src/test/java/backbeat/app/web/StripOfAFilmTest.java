package backbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.derive.JsonFile;
import backbeat.studio.edit.FilmView;
import backbeat.studio.production.Production;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StripOfAFilmTest {
    @Test
    void aFilmIsSeenOnTheStripOfItsOwnCutAndTheReviewSaysThatAnotherIsOpen() throws Exception {
        try (OpenStudio open = OpenStudio.open()) {
            Visitor owner = open.owner();
            Production production = open.production("Moved on");
            open.hears(production, 8);
            Path folder = open.studio.productions().folder(production.id());
            cut(folder.resolve("cuts/1/cut.json"), 1, "filmed");
            cut(folder.resolve("cut.json"), 2, "newer");
            Files.write(folder.resolve("rough-cut.mp4"), new byte[100]);
            JsonFile.write(folder.resolve("film.json"), new FilmView("one", "25", 8, 1));

            String home = "/p/" + production.id();
            assertThat(owner.get(home + "/strip.json?cut=1", "Accept", "application/json")
                            .body())
                    .contains("filmed")
                    .doesNotContain("newer");
            assertThat(owner.get(home + "/strip.json", "Accept", "application/json")
                            .body())
                    .contains("newer")
                    .doesNotContain("filmed");
            assertThat(owner.get(home + "/review").body())
                    .contains(home + "/strip.json?cut=1")
                    .contains("The cut has changed since this film was made");
        }
    }

    private static void cut(Path file, int version, String clip) throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                {"shots": [{"camera": "A", "clip": "%s.mov", "songStart": 0, "songEnd": 8, "bar": "1.1", "reasons": [], "prices": {}}],
                 "rate": "25", "version": %d}
                """.formatted(clip, version));
    }
}
