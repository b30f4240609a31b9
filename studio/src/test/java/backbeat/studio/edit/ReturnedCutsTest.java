package backbeat.studio.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backbeat.engine.cut.Choice;
import backbeat.engine.cut.CutWishes;
import backbeat.engine.interchange.Format;
import backbeat.engine.interchange.Interchange;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.MediaReference;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import backbeat.studio.OpenHome;
import backbeat.studio.TestClock;
import backbeat.studio.production.Production;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReturnedCutsTest {
    @TempDir
    private Path folder;

    @Test
    void aCutThatComesBackIsToldAsChangesAndTakenOverAsAVersion() throws IOException {
        try (OpenHome home = new OpenHome(folder.resolve("home"), new TestClock())) {
            Production production = home.production();
            Cuts cuts = cuts(home);
            ReturnedCuts returned = new ReturnedCuts(cuts, id -> results());
            int first = handedOver(cuts, production, timeline(4, 4));
            Path file = folder.resolve("back.xml");
            new Interchange().write(timeline(3, 5), Format.PREMIERE_XML, file);

            returned.bring(production, "back.xml", Files.newInputStream(file), home.owner);

            ReturnedView view = returned.waiting(production.id()).orElseThrow();
            assertThat(view.of()).isEqualTo(first);
            assertThat(view.changes()).isNotEmpty();
            returned.take(production, home.owner);
            assertThat(returned.waiting(production.id())).isEmpty();
            assertThat(cuts.open(production.id())).get().satisfies(version -> {
                assertThat(version.parent()).isEqualTo(first);
                assertThat(version.words()).contains("back.xml");
            });
            List<Choice> shots = results().cut().orElseThrow().shots();
            assertThat(shots).extracting(Choice::songStart).containsExactly(0.0, 3.0);
            assertThat(shots).extracting(Choice::clip).containsExactly("a.mov", "b.mov");
            assertThat(shots).extracting(Choice::camera).containsExactly("A", "B");
        }
    }

    @Test
    void whatIsNoTimelineIsRefusedAndLeavesNothing() {
        try (OpenHome home = new OpenHome(folder.resolve("home"), new TestClock())) {
            Production production = home.production();
            Cuts cuts = cuts(home);
            ReturnedCuts returned = new ReturnedCuts(cuts, id -> results());
            handedOver(cuts, production, timeline(4, 4));
            for (String content : new String[] {
                "",
                "hello",
                "<html></html>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><xmeml>&b;</xmeml>"
            }) {
                assertThatThrownBy(() -> returned.bring(
                                production,
                                "../../x.xml",
                                new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
                                home.owner))
                        .isInstanceOf(ProblemException.class);
                assertThat(returned.waiting(production.id())).isEmpty();
                assertThat(results().file("returned/timeline")).doesNotExist();
            }
        }
    }

    private Cuts cuts(OpenHome home) {
        return new Cuts(home.store, new TestClock(), id -> results());
    }

    private Results results() {
        return new Results(folder.resolve("made"), new ReadFiles());
    }

    private int handedOver(Cuts cuts, Production production, Timeline timeline) {
        results().write("footage.json", new FootageView(List.of(), List.of(clip(0, "A"), clip(1, "B")), List.of()));
        int number = cuts.begin(production.id(), null, "first", null, CutWishes.NONE, CutWishes.NONE);
        new Interchange().write(timeline, Format.OTIO, results().version(number).file(VersionFile.NAME));
        results()
                .version(number)
                .write("cut.json", new CutView(List.of(), List.of(), List.of(), "25", number, List.of()));
        cuts.ready(production.id(), number);
        return number;
    }

    private static FootageView.ClipView clip(int index, String camera) {
        String name = "ab".charAt(index) + ".mov";
        return new FootageView.ClipView(index, name, name, camera, "", 20, true, 1920, 1080, "25", 500, 0, "f00d");
    }

    private Timeline timeline(long firstSeconds, long secondSeconds) {
        Item one = item("a.mov", 0, firstSeconds);
        Item two = item("b.mov", firstSeconds, secondSeconds);
        return new Timeline(
                "Cut",
                Rate.FPS_25,
                new Timecode(0, Rate.FPS_25, false),
                1920,
                1080,
                List.of(new Track(Track.Kind.VIDEO, "Picture", List.of(one, two))),
                List.of());
    }

    private Item item(String name, long from, long seconds) {
        MediaReference media = new MediaReference(
                folder.resolve("cards").resolve(name),
                Rational.ZERO,
                Rational.of(20),
                Rate.FPS_25,
                null,
                1920,
                1080,
                48_000,
                2,
                List.of());
        return new Item.ClipItem(name, media, Rational.of(from + 1), Rational.of(seconds), Rational.ONE, Map.of());
    }
}
