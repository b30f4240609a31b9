package backbeat.studio.edit;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.derive.JsonFile;
import backbeat.engine.interchange.Interchange;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.MediaReference;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import backbeat.studio.production.Kind;
import backbeat.studio.production.Production;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovedVersionsTest {
    @TempDir
    private Path folder;

    @Test
    void filesOfVersionsNameTheClipsWhereTheyAreNow() throws IOException {
        Path here = Files.createDirectories(folder.resolve("here/footage"));
        Production production =
                new Production("0".repeat(32), "Song", "Band", Kind.MUSIC_VIDEO, Instant.EPOCH, null, here);
        Results results = Results.in(folder.resolve("here"));
        JsonFile.write(
                results.file("footage.json"),
                Map.of("cards", List.of(), "clips", List.of(clip("a.mov"), clip("card1/a.mov")), "unused", List.of()));
        Files.createDirectories(results.version(2).file(""));
        CutMaking.interchange()
                .forEach((name, format) -> new Interchange()
                        .write(
                                cut("/old/cards/card1/a.mov"),
                                format,
                                results.version(2).file(name)));

        new MovedVersions(production, results).settle();

        for (String name : CutMaking.interchange().keySet()) {
            if (!name.endsWith(".edl")) {
                assertThat(results.version(2).file(name))
                        .as(name)
                        .content()
                        .contains(here.resolve("card1/a.mov").toString())
                        .doesNotContain("/old/cards");
            }
        }
        assertThat(VersionFile.timeline(production, results.version(2))
                        .tracks()
                        .getFirst()
                        .items())
                .allSatisfy(item -> assertThat(item).isInstanceOf(Item.ClipItem.class));
    }

    @Test
    void aFolderWithNothingOfTheCutsIsNotTheirs() throws IOException {
        assertThat(foundIn("there", "a.mov")).isTrue();
        assertThat(foundIn("elsewhere", "another.mov")).isFalse();
    }

    private boolean foundIn(String name, String clip) throws IOException {
        Path here = Files.createDirectories(folder.resolve(name + "/footage"));
        Results results = Results.in(folder.resolve(name));
        JsonFile.write(
                results.file("footage.json"),
                Map.of("cards", List.of(), "clips", List.of(clip(clip)), "unused", List.of()));
        Files.createDirectories(results.version(1).file(""));
        CutMaking.interchange()
                .forEach((file, format) -> new Interchange()
                        .write(cut("/old/a.mov"), format, results.version(1).file(file)));
        MovedVersions versions = new MovedVersions(
                new Production("0".repeat(32), "Song", "Band", Kind.MUSIC_VIDEO, Instant.EPOCH, null, here), results);
        versions.settle();
        return versions.foundAny();
    }

    private static FootageView.ClipView clip(String path) {
        return new FootageView.ClipView(0, path, path, "A", "", 10, true, 320, 180, "25", 250, 0, null);
    }

    private static Timeline cut(String file) {
        MediaReference media = new MediaReference(
                Path.of(file), Rational.ZERO, Rational.of(10), Rate.FPS_25, null, 320, 180, 48000, 2, List.of());
        Item item = new Item.ClipItem("a.mov", media, Rational.ONE, Rational.of(2), Rational.ONE, Map.of());
        return new Timeline(
                "Cut",
                Rate.FPS_25,
                new Timecode(0, Rate.FPS_25, false),
                320,
                180,
                List.of(new Track(Track.Kind.VIDEO, "Picture", List.of(item))),
                List.of());
    }
}
