package backbeat.engine.render;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.derive.Vault;
import backbeat.engine.derive.Work;
import backbeat.engine.media.Media;
import backbeat.engine.media.MediaLimits;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Item.ClipItem;
import backbeat.engine.timeline.Item.Gap;
import backbeat.engine.timeline.MediaReference;
import backbeat.engine.timeline.OfflineMedia;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenderTest {
    private static final int SONG_SAMPLES = 96_100;

    private static final Media MEDIA = Media.open(Path.of("target", "tools"), null, MediaLimits.standard());

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "25, 25, 1",
        "24000/1001, 25, 1",
        "25, 24000/1001, 1",
        "60000/1001, 24, 1",
        "30000/1001, 60000/1001, 1",
        "50, 30, 1/2",
        "24, 30000/1001, 2",
        "30, 50, 1"
    })
    void everyFrameIsTheOneShownAtItsTime(String sourceRate, String filmRate, String speed) throws IOException {
        CodedFilm coded = new CodedFilm(MEDIA, folder);
        Rate source = Rate.parse(sourceRate);
        Rate rate = Rate.parse(filmRate);
        Path clip = coded.film("clip", source, 90, 1000);
        Rational start = source.timeOf(7);
        List<Item> items = List.of(
                shot(clip, start, rate.timeOf(29), Rational.parse(speed)),
                new Gap(rate.timeOf(2), ""),
                shot(clip, source.timeOf(0), rate.timeOf(11), Rational.ONE));

        List<Integer> codes = coded.codes(render(items, rate, coded.song(SONG_SAMPLES), "vault", "film.mp4"));

        List<Integer> wanted = new ArrayList<>();
        for (int k = 0; k < 29; k++) {
            Rational time = start.plus(rate.timeOf(k).times(Rational.parse(speed)));
            wanted.add(1000 + (int) source.floorFrame(time));
        }
        wanted.addAll(List.of(CodedFilm.BLACK, CodedFilm.BLACK));
        for (int k = 0; k < 11; k++) {
            wanted.add(1000 + (int) source.floorFrame(rate.timeOf(k)));
        }
        long frames = Rational.of(SONG_SAMPLES, 48_000).times(rate.perSecond()).ceiling();
        while (wanted.size() < frames) {
            wanted.add(CodedFilm.BLACK);
        }
        assertThat(codes).isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 180, 270})
    void aTurnedClipIsShownUpright(int clockwise) throws IOException {
        CodedFilm coded = new CodedFilm(MEDIA, folder);
        Rate rate = Rate.FPS_25;
        Path clip = coded.film("clip", rate, 40, 500, clockwise);
        List<Item> items = List.of(shot(clip, rate.timeOf(20), rate.timeOf(15), Rational.ONE));

        List<Integer> codes = coded.codes(render(items, rate, coded.song(28_800), "vault", "film.mp4"));

        assertThat(codes).isEqualTo(IntStream.range(520, 535).boxed().toList());
    }

    @Test
    void aChangedShotIsRenderedAloneAndAMovedOneNotAtAll() throws IOException {
        CodedFilm coded = new CodedFilm(MEDIA, folder);
        Rate rate = Rate.FPS_25;
        Path clip = coded.film("clip", rate, 60, 0);
        Path song = coded.song(SONG_SAMPLES);
        Item first = shot(clip, rate.timeOf(3), rate.timeOf(20), Rational.ONE);
        Item second = shot(clip, rate.timeOf(30), rate.timeOf(15), Rational.ONE);
        Item third = shot(clip, rate.timeOf(12), rate.timeOf(16), Rational.ONE);
        render(List.of(first, second, third), rate, song, "vault", "film.mp4");
        long before = chunks("vault");

        render(List.of(third, first, second), rate, song, "vault", "moved.mp4");
        assertThat(chunks("vault")).isEqualTo(before);

        Item trimmed = shot(clip, rate.timeOf(31), rate.timeOf(15), Rational.ONE);
        render(List.of(first, trimmed, third), rate, song, "vault", "changed.mp4");
        assertThat(chunks("vault")).isEqualTo(before + 1);
    }

    @Test
    void whereASourceIsMissingTheFilmIsBlackAndSaysSo() throws IOException {
        CodedFilm coded = new CodedFilm(MEDIA, folder);
        Rate rate = Rate.FPS_25;
        OfflineMedia gone = new OfflineMedia("A001", "file:///gone/A001.mov", "", rate, null, true, null);
        Item shot = new ClipItem("A001", gone, Rational.ZERO, rate.timeOf(5), Rational.ONE, Map.of());
        FilmOrder order =
                FilmOrder.of(timeline(List.of(shot, shot), rate), coded.song(19_200), folder.resolve("film.mp4"));

        Film film = new Render(MEDIA, Vault.open(folder.resolve("vault"), 1 << 30)).render(order, Work.quiet());

        assertThat(coded.codes(film.file())).hasSize(10).containsOnly(CodedFilm.BLACK);
        assertThat(film.findings())
                .extracting(finding -> finding.problem().where())
                .containsExactly("file:///gone/A001.mov");
    }

    @Test
    void theSameCutGivesTheSameBytesInAFreshVault() throws IOException {
        CodedFilm coded = new CodedFilm(MEDIA, folder);
        Path clip = coded.film("clip", Rate.FPS_24, 60, 0);
        Path song = coded.song(SONG_SAMPLES);
        List<Item> items = List.of(shot(clip, Rational.of(1, 3), Rational.of(1), Rational.ONE));

        Path one = render(items, Rate.FPS_25, song, "vault", "one.mp4");
        Path two = render(items, Rate.FPS_25, song, "fresh", "two.mp4");

        assertThat(one).hasSameBinaryContentAs(two);
    }

    @Test
    void batchesThatSeveralPlansMadeAreJoinedToTheSameFilm() throws IOException {
        CodedFilm coded = new CodedFilm(MEDIA, folder);
        Path clip = coded.film("clip", Rate.FPS_25, 90, 0);
        Path other = coded.film("other", Rate.FPS_25, 60, 0);
        Path song = coded.song(SONG_SAMPLES);
        List<Item> items = List.of(
                shot(clip, Rational.ZERO, Rational.of(3, 5), Rational.ONE),
                shot(other, Rational.of(1, 3), Rational.of(1), Rational.ONE),
                shot(clip, Rational.of(2), Rational.of(2, 5), Rational.ONE));
        Path alone = render(items, Rate.FPS_25, song, "vault", "alone.mp4");

        FilmOrder order = FilmOrder.of(timeline(items, Rate.FPS_25), song, folder.resolve("film.mp4"));
        FilmPlan one = plan(order, 1);
        FilmPlan two = plan(order, 2);
        List<String> batches = one.batches();
        assertThat(batches).hasSizeGreaterThan(1).isEqualTo(two.batches());
        for (int i = 0; i < batches.size(); i++) {
            (i % 2 == 0 ? one : two).make(batches.get(i), Work.quiet());
            assertThat(two.batches()).hasSize(batches.size() - 1 - i);
        }
        Film film = two.film(Work.quiet());

        assertThat(film.rendered()).isZero();
        assertThat(film.file()).hasSameBinaryContentAs(alone);
    }

    @Test
    void aBatchOfAnotherTimelineIsNothingToAPlan() throws IOException {
        CodedFilm coded = new CodedFilm(MEDIA, folder);
        Path clip = coded.film("clip", Rate.FPS_25, 60, 0);
        Path song = coded.song(SONG_SAMPLES);
        Item shot = shot(clip, Rational.ZERO, Rational.of(1), Rational.ONE);
        Item moved = shot(clip, Rational.of(1, 3), Rational.of(1), Rational.ONE);
        Path out = folder.resolve("film.mp4");
        FilmPlan before = plan(FilmOrder.of(timeline(List.of(shot), Rate.FPS_25), song, out), 1);
        FilmPlan now = plan(FilmOrder.of(timeline(List.of(moved), Rate.FPS_25), song, out), 1);

        before.batches().forEach(batch -> now.make(batch, Work.quiet()));

        assertThat(chunks("shared")).isEqualTo(1); // the black rest is the same
        assertThat(now.batches()).isNotEmpty();
    }

    /** As a process with so many cores does. */
    private FilmPlan plan(FilmOrder order, int cores) {
        Vault vault = Vault.open(folder.resolve("shared"), 1 << 30);
        return new Render(MEDIA, vault).plan(order, Work.of((fraction, doing) -> {}, new Work.Limits(cores)));
    }

    private Path render(List<Item> items, Rate rate, Path song, String vault, String name) {
        Vault opened = Vault.open(folder.resolve(vault), 1 << 30);
        return new Render(MEDIA, opened).render(timeline(items, rate), song, folder.resolve(name), Work.quiet());
    }

    private static Timeline timeline(List<Item> items, Rate rate) {
        return new Timeline(
                "test",
                rate,
                new Timecode(0, rate, false),
                CodedFilm.WIDTH,
                CodedFilm.HEIGHT,
                List.of(new Track(Track.Kind.VIDEO, "V1", items)),
                List.of());
    }

    private long chunks(String vault) throws IOException {
        try (Stream<Path> kept = Files.walk(folder.resolve(vault).resolve("kept"))) {
            return kept.filter(file -> String.valueOf(file.getFileName()).startsWith("chunk-"))
                    .count();
        }
    }

    private static Item shot(Path clip, Rational start, Rational duration, Rational speed) {
        MediaReference reference = new MediaReference(
                clip,
                Rational.ZERO,
                Rational.of(10),
                Rate.FPS_25,
                null,
                CodedFilm.WIDTH,
                CodedFilm.HEIGHT,
                0,
                0,
                List.of());
        return new ClipItem("clip", reference, start, duration, speed, Map.of());
    }
}
