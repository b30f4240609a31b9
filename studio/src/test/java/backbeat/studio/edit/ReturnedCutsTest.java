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
import backbeat.engine.timeline.KnownMedia;
import backbeat.engine.timeline.MediaReference;
import backbeat.engine.timeline.Multicam;
import backbeat.engine.timeline.OfflineMedia;
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
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReturnedCutsTest {
    @TempDir
    private Path folder;

    @Test
    void aCutThatComesBackIsToldAsChangesAndTakenOverAsAVersion() throws IOException {
        try (OpenHome home = new OpenHome(folder.resolve("home"), new TestClock())) {
            Production production = production(home);
            Cuts cuts = cuts(home);
            ReturnedCuts returned = new ReturnedCuts(cuts, id -> results());
            int first = handedOver(cuts, production, timeline(4, 4));
            Path file = folder.resolve("back.xml");
            new Interchange().write(timeline(3, 5), Format.PREMIERE_XML, file);

            returned.bring(production, "", "back.xml", Files.newInputStream(file), home.owner);

            ReturnedView view = returned.waiting(production.id()).orElseThrow();
            assertThat(view.of()).isEqualTo(first);
            assertThat(view.changes()).isNotEmpty();
            returned.take(production, seen(returned, production), home.owner);
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
    void shotsThatCameBackUnchangedKeepTheirReasons() throws IOException {
        try (OpenHome home = new OpenHome(folder.resolve("home"), new TestClock())) {
            Production production = production(home);
            Cuts cuts = cuts(home);
            ReturnedCuts returned = new ReturnedCuts(cuts, id -> results());
            int first = handedOver(cuts, production, timeline(4, 4));
            FootageView footage = results().footage().orElseThrow();
            List<Choice> told = new TimelineShots(timeline(4, 4), production.footage(), footage, "")
                    .choices().stream().map(ReturnedCutsTest::withAReason).toList();
            results()
                    .version(first)
                    .write("cut.json", new CutView(told, List.of(), List.of(), "25", first, List.of(), List.of()));
            Path file = folder.resolve("back.xml");
            new Interchange().write(timeline(4, 5), Format.PREMIERE_XML, file);

            returned.bring(production, "", "back.xml", Files.newInputStream(file), home.owner);
            returned.take(production, seen(returned, production), home.owner);

            List<Choice> shots = results().cut().orElseThrow().shots();
            assertThat(shots.getFirst().reasons()).containsExactly("as the director likes it");
            assertThat(shots.getLast().reasons()).doesNotContain("as the director likes it");
        }
    }

    private static Choice withAReason(Choice shot) {
        return new Choice(
                shot.clip(),
                shot.camera(),
                shot.beside(),
                shot.clipStart(),
                shot.songStart(),
                shot.songEnd(),
                shot.bar(),
                List.of("as the director likes it"),
                shot.prices(),
                null,
                null);
    }

    @Test
    void whatIsNoTimelineIsRefusedAndLeavesNothing() throws IOException {
        try (OpenHome home = new OpenHome(folder.resolve("home"), new TestClock())) {
            Production production = production(home);
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
                                "",
                                "../../x.xml",
                                new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
                                home.owner))
                        .isInstanceOf(ProblemException.class);
                assertThat(returned.waiting(production.id())).isEmpty();
                assertThat(results().file("returned"))
                        .satisfiesAnyOf(
                                none -> assertThat(none).doesNotExist(),
                                none -> assertThat(none).isEmptyDirectory());
            }
        }
    }

    /** What is told of a file is a wish: one of another production is not shown, however deep it is hidden. */
    @Test
    void filesThatAreNotTheProductionsOwnAreNotTakenOver() throws IOException {
        try (OpenHome home = new OpenHome(folder.resolve("home"), new TestClock())) {
            Production production = production(home);
            Cuts cuts = cuts(home);
            ReturnedCuts returned = new ReturnedCuts(cuts, id -> results());
            handedOver(cuts, production, timeline(4, 4));
            Path other = home.productions.folder(home.production().id()).resolve("rough-cut.mp4");
            Item foreign = new Item.ClipItem("x", media(other), Rational.ONE, Rational.of(2), Rational.ONE, Map.of());
            Item away = new Item.ClipItem(
                    "y",
                    media(folder.resolve("cards/../home/studio.db")),
                    Rational.ONE,
                    Rational.of(2),
                    Rational.ONE,
                    Map.of());
            Item moved = new Item.ClipItem(
                    "a.mov",
                    media(Path.of("/elsewhere/a.mov")),
                    Rational.of(3),
                    Rational.of(2),
                    Rational.ONE,
                    Map.of());
            Item nested = new Item.Nested(
                    "inside",
                    of(List.of(foreign)),
                    Rational.ZERO,
                    Rational.of(2),
                    Rational.ONE,
                    true,
                    List.of(),
                    List.of(),
                    Map.of());
            Path file = folder.resolve("back.otio");
            new Interchange().write(of(List.of(foreign, nested, away, moved)), Format.OTIO, file);
            assertThat(Files.readString(file)).contains(other.toString());

            returned.bring(production, "", "back.otio", Files.newInputStream(file), home.owner);
            returned.take(production, seen(returned, production), home.owner);

            int number = cuts.open(production.id()).orElseThrow().number();
            List<Item> items = VersionFile.timeline(production, results().version(number))
                    .tracks()
                    .getFirst()
                    .items();
            assertThat(items.get(0))
                    .isInstanceOfSatisfying(
                            Item.ClipItem.class,
                            clip -> assertThat(clip.media()).isInstanceOf(OfflineMedia.class));
            assertThat(items.get(1))
                    .isInstanceOfSatisfying(
                            Item.Nested.class,
                            inside -> assertThat(
                                            inside.content().tracks().getFirst().items())
                                    .first()
                                    .isInstanceOfSatisfying(
                                            Item.ClipItem.class,
                                            clip -> assertThat(clip.media()).isInstanceOf(OfflineMedia.class)));
            assertThat(items.get(2))
                    .isInstanceOfSatisfying(
                            Item.ClipItem.class,
                            clip -> assertThat(clip.media()).isInstanceOf(OfflineMedia.class));
            assertThat(items.get(3)).isInstanceOfSatisfying(Item.ClipItem.class, clip -> {
                assertThat(Objects.requireNonNull(clip.file()).file()).isEqualTo(folder.resolve("cards/a.mov"));
                assertThat(clip.sourceStart()).isEqualTo(Rational.of(3));
            });
        }
    }

    /** As an archive brings it: the version's file itself names what it may not. */
    @Test
    void aVersionOpensNoFilesButTheProductionsOwn() throws IOException {
        try (OpenHome home = new OpenHome(folder.resolve("home"), new TestClock())) {
            Production production = production(home);
            Item foreign = new Item.ClipItem(
                    "x", media(Path.of("/etc/passwd")), Rational.ONE, Rational.of(2), Rational.ONE, Map.of());
            Multicam multicam =
                    new Multicam("both", Rate.FPS_25, List.of(new Multicam.Angle("A", List.of(foreign))), "A", "");
            Item cameras = new Item.ClipItem("m", multicam, Rational.ZERO, Rational.of(2), Rational.ONE, Map.of());
            Timeline told = KnownMedia.only(
                    of(List.of(cameras, item("a.mov", 0, 2))), file -> VersionFile.isOf(production, file));
            assertThat(told.toString()).doesNotContain("MediaReference[file=/etc");
            assertThat(((Item.ClipItem) told.tracks().getFirst().items().get(1)).file())
                    .isNotNull();
            int number = handedOver(cuts(home), production, of(List.of(foreign)));
            assertThat(VersionFile.timeline(production, results().version(number))
                            .toString())
                    .doesNotContain("MediaReference");
        }
    }

    private static String seen(ReturnedCuts returned, Production production) {
        return returned.waiting(production.id()).orElseThrow().id();
    }

    @Test
    void whoDidNotSeeTheCutThatWaitsReplacesNothing() throws IOException {
        try (OpenHome home = new OpenHome(folder.resolve("home"), new TestClock())) {
            Production production = production(home);
            Cuts cuts = cuts(home);
            ReturnedCuts returned = new ReturnedCuts(cuts, id -> results());
            handedOver(cuts, production, timeline(4, 4));
            Path file = folder.resolve("back.xml");
            new Interchange().write(timeline(3, 5), Format.PREMIERE_XML, file);
            returned.bring(production, "", "first.xml", Files.newInputStream(file), home.owner);
            String first = seen(returned, production);

            assertThatThrownBy(
                            () -> returned.bring(production, "", "other.xml", Files.newInputStream(file), home.owner))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("came back meanwhile");
            assertThatThrownBy(() -> returned.bring(
                            production, first, "bad.xml", new ByteArrayInputStream(new byte[10]), home.owner))
                    .isInstanceOf(ProblemException.class);
            assertThat(returned.waiting(production.id()).orElseThrow().file()).isEqualTo("first.xml");
            returned.bring(production, first, "second.xml", Files.newInputStream(file), home.owner);
            assertThatThrownBy(() -> returned.take(production, first, home.owner))
                    .isInstanceOf(ProblemException.class);
            assertThatThrownBy(() -> returned.drop(production, first)).isInstanceOf(ProblemException.class);
            assertThat(results().file("returned")).isDirectoryNotContaining(path -> path.endsWith(first));
            returned.take(production, seen(returned, production), home.owner);
            assertThat(returned.waiting(production.id())).isEmpty();
        }
    }

    private Production production(OpenHome home) throws IOException {
        Production made = home.production();
        Files.createDirectories(folder.resolve("cards"));
        home.productions.useFootage(made, folder.resolve("cards").toString());
        return home.productions.byId(made.id()).orElseThrow();
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
                .write("cut.json", new CutView(List.of(), List.of(), List.of(), "25", number, List.of(), List.of()));
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
        return of(List.of(one, two));
    }

    private static Timeline of(List<Item> items) {
        return new Timeline(
                "Cut",
                Rate.FPS_25,
                new Timecode(0, Rate.FPS_25, false),
                1920,
                1080,
                List.of(new Track(Track.Kind.VIDEO, "Picture", items)),
                List.of());
    }

    private Item item(String name, long from, long seconds) {
        MediaReference media = media(folder.resolve("cards").resolve(name));
        return new Item.ClipItem(name, media, Rational.of(from + 1), Rational.of(seconds), Rational.ONE, Map.of());
    }

    private static MediaReference media(Path file) {
        return new MediaReference(
                file, Rational.ZERO, Rational.of(20), Rate.FPS_25, null, 1920, 1080, 48_000, 2, List.of());
    }
}
