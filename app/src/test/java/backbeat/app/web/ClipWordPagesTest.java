package backbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.derive.JsonFile;
import backbeat.studio.edit.ClipSaid;
import backbeat.studio.production.Production;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people say of clips while footage comes. */
class ClipWordPagesTest {
    @Test
    void wordsStayWithTheirClipWhenOthersCameSinceThePageWasLoaded() throws IOException {
        try (OpenStudio open = OpenStudio.open()) {
            Visitor owner = open.owner();
            Production production = open.production("Growing");
            footage(open, production, "b.mov", "c.mov");
            String page = owner.get("/p/" + production.id() + "/footage?clip=0").body();
            assertThat(page).contains("name=\"clip\" value=\"b.mov\"");
            footage(open, production, "a.mov", "b.mov", "c.mov");
            String clips = "/p/" + production.id() + "/clips/0";
            assertThat(owner.post(clips + "/circle", "clip", "b.mov", "circled", "true")
                            .place())
                    .endsWith("?clip=1");
            owner.post(clips + "/stars", "clip", "b.mov", "stars", "4");
            owner.post(clips + "/place", "clip", "b.mov", "song", "10", "clipTime", "1");
            assertThat(open.studio.clipWords().of(production.id()))
                    .containsOnlyKeys("b.mov")
                    .extractingByKey("b.mov")
                    .extracting(ClipSaid::circled, ClipSaid::stars)
                    .containsExactly(true, 4);
            footage(open, production, "a.mov", "c.mov");
            assertThat(owner.post(clips + "/not-here", "clip", "b.mov").status())
                    .isEqualTo(404);
        }
    }

    private static void footage(OpenStudio open, Production production, String... names) throws IOException {
        Path folder = Files.createDirectories(open.studio.productions().folder(production.id()));
        List<Object> clips = new ArrayList<>();
        for (String name : names) {
            clips.add(Map.ofEntries(
                    Map.entry("index", clips.size()),
                    Map.entry("path", name),
                    Map.entry("name", name),
                    Map.entry("camera", "A"),
                    Map.entry("card", ""),
                    Map.entry("seconds", 20.0),
                    Map.entry("sound", true),
                    Map.entry("width", 1920),
                    Map.entry("height", 1080),
                    Map.entry("rate", "25"),
                    Map.entry("frames", 500),
                    Map.entry("pictureStart", 0.0)));
        }
        JsonFile.write(folder.resolve("footage.json"), Map.of("cards", List.of(), "clips", clips, "unused", List.of()));
    }
}
