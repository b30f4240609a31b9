package backbeat.engine.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backbeat.engine.derive.Vault;
import backbeat.engine.derive.Work;
import backbeat.engine.media.Encoder;
import backbeat.engine.media.FrameReader;
import backbeat.engine.media.Media;
import backbeat.engine.media.MediaLimits;
import backbeat.engine.media.PictureForm;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import backbeat.engine.timeline.Effect;
import backbeat.engine.timeline.Effect.Crop;
import backbeat.engine.timeline.Effect.Framing;
import backbeat.engine.timeline.Effect.Retime;
import backbeat.engine.timeline.GeneratedMedia;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Item.ClipItem;
import backbeat.engine.timeline.Item.Gap;
import backbeat.engine.timeline.Item.Nested;
import backbeat.engine.timeline.Item.Transition;
import backbeat.engine.timeline.MediaReference;
import backbeat.engine.timeline.Multicam;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is done to shots: transitions, speed, framing, colour, layers, nesting. */
class RenderEffectsTest {
    private static final Rate RATE = Rate.FPS_25;
    private static final Media MEDIA = Media.open(Path.of("target", "tools"), null, MediaLimits.standard());
    private static final int WIDTH = CodedFilm.WIDTH;
    private static final int HEIGHT = CodedFilm.HEIGHT;

    @TempDir
    Path folder;

    private CodedFilm coded;

    @BeforeEach
    void prepare() {
        coded = new CodedFilm(MEDIA, folder);
    }

    @Test
    void aDissolveGoesFromTheOneToTheOtherInEqualSteps() throws IOException {
        Path dark = flat("dark", 50, 40);
        Path light = flat("light", 200, 40);
        Item transition = new Transition(Transition.Kind.DISSOLVE, "", frames(4), frames(6), Map.of());

        List<Double> levels =
                levels(List.of(shot(dark, 0, 12), transition, shot(light, 10, 13)), 25, WIDTH / 2, HEIGHT / 2);

        for (int k = 0; k < 25; k++) {
            double share = Math.clamp((k - 8) / 10.0, 0, 1);
            assertThat(levels.get(k)).as("frame " + k).isCloseTo(grey(50 + 150 * share), within(2.5));
        }
    }

    @Test
    void whatComesFromNothingComesFromBlackAndAFadeEndsInIt() throws IOException {
        Path light = flat("light", 200, 60);
        Item in = new Transition(Transition.Kind.DISSOLVE, "", Rational.ZERO, frames(8), Map.of());
        ClipItem shot = shot(light, 0, 25).withEffects(List.of(new Effect.Fade(Rational.ZERO, frames(5))));

        List<Double> levels = levels(List.of(in, shot), 25, WIDTH / 2, HEIGHT / 2);

        for (int k = 0; k < 25; k++) {
            double light01 = Math.min(Math.min(1, k / 8.0), Math.min(1, (25 - k) / 5.0));
            assertThat(levels.get(k)).as("frame " + k).isCloseTo(grey(16 + 184 * light01), within(5.0));
        }
    }

    @Test
    void aWipeUncoversTheNextFromOneSide() throws IOException {
        Path dark = flat("dark", 50, 40);
        Path light = flat("light", 200, 40);
        Item wipe = new Transition(Transition.Kind.WIPE, "", frames(5), frames(5), Map.of());
        List<Item> items = List.of(shot(dark, 0, 12), wipe, shot(light, 10, 13));

        assertThat(levels(items, 25, 10, HEIGHT / 2).get(12)).isCloseTo(grey(200), within(4.0));
        assertThat(levels(items, 25, WIDTH - 10, HEIGHT / 2).get(12)).isCloseTo(grey(50), within(4.0));
    }

    @ParameterizedTest
    @CsvSource({"-1, 30, 29", "-2, 50, 48", "0, 7, 7"})
    void clipsRunBackwardsAndStandStill(String speed, int from, int second) throws IOException {
        Path clip = coded.film("clip", RATE, 60, 100);
        Item item = new ClipItem("", media(clip), frames(from), frames(20), Rational.parse(speed), Map.of());

        List<Integer> codes = coded.codes(render(List.of(item), 20));

        assertThat(codes)
                .isEqualTo(IntStream.range(0, 20)
                        .map(k -> 100 + from + k * (second - from))
                        .boxed()
                        .toList());
    }

    @Test
    void aSpeedThatChangesShowsWhatItsPointsSay() throws IOException {
        Path clip = coded.film("clip", RATE, 60, 0);
        Retime retime = new Retime(Retime.Way.NEAREST, List.of(point(0, 5), point(10, 25), point(20, 30)));
        Item item = shot(clip, 0, 20).withEffects(List.of(retime));

        List<Integer> codes = coded.codes(render(List.of(item), 20));

        assertThat(codes)
                .isEqualTo(IntStream.range(0, 20)
                        .map(k -> k < 10 ? 5 + 2 * k : 25 + (k - 10) / 2)
                        .boxed()
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"BLEND", "OPTICAL_FLOW"})
    void slowMotionMayMakePicturesBetween(Retime.Way way) throws IOException {
        Path clip = steps("steps", 20, 6, 30);
        Item item = new ClipItem("", media(clip), frames(5), frames(16), Rational.of(1, 4), Map.of());
        Item slow = ((ClipItem) item).withEffects(List.of(new Retime(way, List.of())));

        List<Double> levels = levels(List.of(slow), 16, WIDTH / 2, HEIGHT / 2);

        for (int k = 0; k < 16; k++) {
            assertThat(levels.get(k)).as("frame " + k).isCloseTo(grey(20 + 6 * (5 + k / 4.0)), within(3.0));
        }
    }

    @Test
    void picturesStandSideBySide() throws IOException {
        Crop sides = new Crop(Rational.of(1, 4), Rational.of(1, 4), Rational.ZERO, Rational.ZERO);
        Item left = shot(flat("dark", 60, 20), 0, 10).withEffects(List.of(moved(-1, sides)));
        Item right = shot(flat("light", 200, 20), 0, 10).withEffects(List.of(moved(1, sides)));
        List<Track> tracks = List.of(video(List.of(left)), video(List.of(right)));

        Path film = renderTracks(tracks, 10, "film.mp4");

        assertThat(levels(film, 10, 6, 8).get(3)).isCloseTo(grey(60), within(4.0));
        assertThat(levels(film, 10, WIDTH / 2 - 6, 8).get(3)).isCloseTo(grey(60), within(4.0));
        assertThat(levels(film, 10, WIDTH / 2 + 6, 8).get(3)).isCloseTo(grey(200), within(4.0));
        assertThat(levels(film, 10, WIDTH - 6, HEIGHT - 8).get(3)).isCloseTo(grey(200), within(4.0));
    }

    @Test
    void aPictureIsScaledTurnedAndMovedAroundItsMiddle() throws IOException {
        Path clip = flat("light", 200, 20);
        Framing framing = new Framing(Rational.of(1, 2), Rational.of(1, 4), Rational.ZERO, Rational.of(90), Crop.NONE);
        Item item = shot(clip, 0, 10).withEffects(List.of(framing));

        Path film = render(List.of(item), 10);

        // 80x45, turned: 45 wide and 80 high around (120, 45)
        assertThat(levels(film, 10, 120, 45).getFirst()).isCloseTo(grey(200), within(4.0));
        assertThat(levels(film, 10, 120, 10).getFirst()).isCloseTo(grey(200), within(4.0));
        assertThat(levels(film, 10, 90, 45).getFirst()).isCloseTo(grey(16), within(4.0));
        assertThat(levels(film, 10, 150, 45).getFirst()).isCloseTo(grey(16), within(4.0));
    }

    @Test
    void aGradeFollowsTheFormulaAndATableWorksAfterIt() throws IOException {
        Path clip = flat("middle", 110, 20);
        Effect.Grade grade = new Effect.Grade(
                Effect.Channels.all(Rational.of(6, 5)),
                Effect.Channels.all(Rational.of(1, 20)),
                Effect.Channels.all(Rational.of(7, 5)),
                Rational.of(1, 2));
        Path negative = Files.writeString(
                folder.resolve("it's: a [negative].cube"),
                "LUT_3D_SIZE 2\n1 1 1\n0 1 1\n1 0 1\n0 0 1\n1 1 0\n0 1 0\n1 0 0\n0 0 0\n");
        Item item = shot(clip, 0, 10).withEffects(List.of(grade, new Effect.LookTable(negative)));

        double level = levels(List.of(item), 10, WIDTH / 2, HEIGHT / 2).get(4);

        double before = grey(110) / 255;
        double graded = Math.pow(Math.clamp(before * 1.2 + 0.05, 0, 1), 1.4);
        assertThat(level).isCloseTo(255 * (1 - graded), within(2.5));
    }

    @Test
    void aTableKeepsTheOrderOfItsColours() throws IOException {
        Path reddening = Files.writeString(
                folder.resolve("red.cube"), "LUT_3D_SIZE 2\n0 0 0\n1 0 0\n0 0 0\n1 0 0\n0 0 0\n1 0 0\n0 0 0\n1 0 0\n");
        Path redIsWhite = Files.writeString(
                folder.resolve("white.cube"),
                "LUT_3D_SIZE 2\n0 0 0\n1 1 1\n0 0 0\n0 0 0\n0 0 0\n0 0 0\n0 0 0\n0 0 0\n");
        Item item = shot(flat("half", 200, 20), 0, 10)
                .withEffects(List.of(new Effect.LookTable(reddening), new Effect.LookTable(redIsWhite)));

        double level = levels(List.of(item), 10, WIDTH / 2, HEIGHT / 2).get(4);

        assertThat(level).isCloseTo(grey(200), within(3.0));
    }

    @Test
    void aTitleStandsOverThePictureAndFades() throws IOException {
        Item clip = shot(flat("dark", 60, 20), 0, 16);
        GeneratedMedia title = new GeneratedMedia(GeneratedMedia.Kind.TITLE, "HHH'];[x\nHHH");
        Item over = new ClipItem("", title, Rational.ZERO, frames(12), Rational.ONE, Map.of())
                .withEffects(List.of(new Effect.Fade(Rational.ZERO, frames(4))));
        Path film = renderTracks(List.of(video(List.of(clip)), video(List.of(over))), 16, "film.mp4");

        assertThat(brightest(film, 3)).isGreaterThan(200);
        assertThat(brightest(film, 10)).isBetween(90, 200);
        assertThat(brightest(film, 14)).isLessThan(70);
        assertThat(levels(film, 16, 4, 4).get(5)).isCloseTo(grey(60), within(4.0));
    }

    private static int brightest(Path film, int number) {
        byte[] frame = new byte[WIDTH * HEIGHT];
        try (FrameReader reader = MEDIA.greyFrames(MEDIA.probe(film), WIDTH, HEIGHT, number, 1)) {
            assertThat(reader.read(frame)).isTrue();
        }
        return IntStream.range(0, frame.length).map(i -> frame[i] & 0xff).max().orElse(0);
    }

    @Test
    void nestedTimelinesAndCamerasOfAMulticamShowWhatIsInThem() throws IOException {
        Path one = coded.film("one", RATE, 60, 100);
        Path two = coded.film("two", RATE, 60, 500);
        Timeline inner = timeline(List.of(video(List.of(shot(one, 3, 10), shot(two, 20, 10)))));
        Item nested = new Nested("", inner, frames(5), frames(10), Rational.ONE, true, List.of(), List.of(), Map.of());
        Multicam cameras = new Multicam(
                "",
                RATE,
                List.of(
                        new Multicam.Angle("A", List.of(new Gap(frames(4), ""), shot(one, 0, 30))),
                        new Multicam.Angle("B", List.of(shot(two, 0, 30)))),
                "A",
                "");
        Item multicam = new ClipItem("", cameras, frames(10), frames(5), Rational.ONE, Map.of());

        List<Integer> codes = coded.codes(render(List.of(nested, multicam), 15));

        List<Integer> wanted = new ArrayList<>();
        IntStream.range(0, 5).forEach(k -> wanted.add(100 + 8 + k));
        IntStream.range(0, 5).forEach(k -> wanted.add(500 + 20 + k));
        IntStream.range(0, 5).forEach(k -> wanted.add(100 + 6 + k));
        assertThat(codes).isEqualTo(wanted);
    }

    private static Retime.Point point(long at, long source) {
        return new Retime.Point(frames(at), frames(source));
    }

    private static Framing moved(int quarters, Crop crop) {
        return new Framing(Rational.ONE, Rational.of(quarters, 4), Rational.ZERO, Rational.ZERO, crop);
    }

    private static Rational frames(long count) {
        return RATE.timeOf(count);
    }

    /** What a full-range grey reads of a luma of limited range. */
    private static double grey(double luma) {
        return (luma - 16) * 255 / 219;
    }

    private Path flat(String name, int luma, int count) throws IOException {
        return steps(name, luma, 0, count);
    }

    private Path steps(String name, int luma, int step, int count) throws IOException {
        byte[] raw = new byte[WIDTH * HEIGHT * count];
        for (int i = 0; i < count; i++) {
            Arrays.fill(raw, i * WIDTH * HEIGHT, (i + 1) * WIDTH * HEIGHT, (byte) Math.round(grey(luma + step * i)));
        }
        Path file = Files.write(folder.resolve(name + ".raw"), raw);
        Path film = folder.resolve(name + ".mp4");
        new Encoder(MEDIA).rawFrames(file, "gray", new PictureForm(RATE, WIDTH, HEIGHT), count, film, Work.quiet());
        return film;
    }

    private List<Double> levels(List<Item> items, int count, int x, int y) throws IOException {
        return levels(render(items, count), count, x, y);
    }

    /** Full-range grey around a dot of every frame. */
    private static List<Double> levels(Path film, int count, int x, int y) {
        List<Double> levels = new ArrayList<>();
        byte[] frame = new byte[WIDTH * HEIGHT];
        var facts = MEDIA.probe(film);
        assertThat(Objects.requireNonNull(facts.video()).frames()).isEqualTo(count);
        try (FrameReader reader = MEDIA.greyFrames(facts, WIDTH, HEIGHT, 0, count)) {
            while (reader.read(frame)) {
                levels.add((double) (frame[y * WIDTH + x] & 0xff));
            }
        }
        return levels;
    }

    private Path render(List<Item> items, int count) throws IOException {
        return renderTracks(List.of(video(items)), count, "film.mp4");
    }

    private Path renderTracks(List<Track> tracks, int count, String name) throws IOException {
        Path song = coded.song(48_000 * count / 25);
        Vault vault = Vault.open(folder.resolve("vault"), 1 << 30);
        return new Render(MEDIA, vault).render(timeline(tracks), song, folder.resolve(name), Work.quiet());
    }

    private static Track video(List<Item> items) {
        return new Track(Track.Kind.VIDEO, "V", items);
    }

    private static Timeline timeline(List<Track> tracks) {
        return new Timeline("test", RATE, new Timecode(0, RATE, false), WIDTH, HEIGHT, tracks, List.of());
    }

    private static MediaReference media(Path clip) {
        return new MediaReference(clip, Rational.ZERO, Rational.of(10), RATE, null, WIDTH, HEIGHT, 0, 0, List.of());
    }

    private static ClipItem shot(Path clip, long from, long length) {
        return new ClipItem("", media(clip), frames(from), frames(length), Rational.ONE, Map.of());
    }
}
