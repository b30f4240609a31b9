package backbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.time.Rate;
import backbeat.studio.production.Production;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SmallPicturesTest {
    @Test
    void aPictureThatAnOlderProgramDidNotLeaveIsMadeWhenSomebodyLooks() throws Exception {
        try (OpenStudio open = OpenStudio.open()) {
            Visitor owner = open.owner();
            Production production = open.production("Older");
            Path clip = open.folder.resolve("a.mp4");
            FrameCode.clip(FrameCode.media(), clip, Rate.FPS_25, 0, 50, null);
            open.studio.productions().bringClip(production, "a.mp4", clip);
            Production with = open.studio.productions().byId(production.id()).orElseThrow();
            open.studio.edits().footageGrew(with, open.ownerAccount());
            for (int i = 0;
                    i < 600 && open.studio.results(production.id()).footage().isEmpty();
                    i++) {
                Thread.sleep(100);
            }
            String picture = "/p/" + production.id() + "/clips/0.jpg";
            assertThat(owner.get(picture).status()).isEqualTo(200);
            Path folder = open.studio.productions().folder(production.id()).resolve("pictures");
            forget(folder);
            assertThat(owner.get(picture).status()).as("nobody waits for it").isEqualTo(404);
            for (int i = 0; i < 300 && owner.get(picture).status() != 200; i++) {
                Thread.sleep(50);
            }
            assertThat(owner.get(picture).status()).as("made anew").isEqualTo(200);
            assertThat(folder).isNotEmptyDirectory();
            assertThat(owner.get("/p/" + production.id() + "/clips/7.jpg").status())
                    .isEqualTo(404);
        }
    }

    private static void forget(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
