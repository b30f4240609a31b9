package backbeat.engine.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backbeat.engine.derive.Work;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SceneEncoderTest {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 90;
    private static final PictureForm FORM = new PictureForm(Rate.FPS_25, WIDTH, HEIGHT);

    /** So that neighbours of nearly the same brightness stay apart. */
    private static final FilmRecipe FINE =
            new FilmRecipe("fine", "mp4", "yuv420p", List.of("-c:v", "libx264", "-crf", "1"), List.of(), 1);

    @TempDir
    Path folder;

    /** Pictures that are shown before a key frame and decoded after it are where seeking goes wrong. */
    @Test
    void everyFrameAroundTheKeyFramesOfAnOpenGroupCanBeTheFirst() throws IOException {
        Path clip = MadeMedia.make(
                folder.resolve("open.mp4"),
                MadeMedia.framesInput(folder, 50, "25"),
                List.of("-pix_fmt", "yuv420p", "-c:v", "libx264", "-crf", "5", "-x264-params"),
                List.of("open-gop=1:keyint=12:min-keyint=12:bframes=8:b-adapt=0:b-pyramid=normal:scenecut=0"));
        PictureForm small = new PictureForm(Rate.FPS_25, MadeMedia.WIDTH, MadeMedia.HEIGHT);
        List<Scene> scenes = LongStream.range(16, 40)
                .mapToObj(first -> shot(clip, first, 3))
                .map(Scene.class::cast)
                .toList();

        List<Double> shown = brightness(clip, 50);
        for (Scene scene : scenes) {
            Path piece = encode(small, FINE, scene).getFirst();
            long first = ((Scene.Shot) scene).showing().first();
            List<Double> levels = brightness(piece, 3);
            for (int k = 0; k < 3; k++) {
                assertThat(levels.get(k)).as("frame " + (first + k)).isCloseTo(shown.get((int) first + k), within(1.5));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 14})
    void aSceneHasTheSameBytesInWhateverCompanyItIsMade(int first) throws IOException {
        Path clip = moving(60);
        ColourStep.Decision darker = new ColourStep.Decision(
                Collections.nCopies(3, Rational.of(1, 2)),
                Collections.nCopies(3, Rational.ZERO),
                Collections.nCopies(3, Rational.ONE),
                Rational.ONE);
        List<Scene> scenes = List.of(
                shot(clip, first, 10),
                shot(clip, first + 10, 9),
                shot(clip, first + 17, 12),
                coloured(shot(clip, first + 2, 6), darker),
                coloured(shot(clip, first + 33, 8), darker),
                new Scene.Mix(Scene.Mix.Kind.DISSOLVE, shot(clip, first + 36, 7), shot(clip, first + 5, 7)));

        List<Path> together = encode(FORM, FilmRecipe.H264, scenes.toArray(Scene[]::new));

        for (int i = 0; i < scenes.size(); i++) {
            assertThat(encode(FORM, FilmRecipe.H264, scenes.get(i)).getFirst())
                    .as("scene " + i)
                    .hasSameBinaryContentAs(together.get(i));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h264", "h264-fine"})
    void piecesHaveTheVeryPicturesOfOneEncodingWithTheSameKeyFrames(String name) throws IOException {
        Path clip = moving(60);
        FilmRecipe recipe = FilmRecipe.named(name).orElseThrow();
        List<Path> pieces = encode(FORM, recipe, shot(clip, 4, 16), shot(clip, 20, 9), shot(clip, 29, 20));
        Path whole =
                encode(FORM, withKeyFrames(recipe, 16, 25), shot(clip, 4, 45)).getFirst();

        Path film = folder.resolve("film.mp4");
        List<Encoder.Piece> list = List.of(
                new Encoder.Piece(pieces.get(0), Rational.of(16, 25)),
                new Encoder.Piece(pieces.get(1), Rational.of(9, 25)),
                new Encoder.Piece(pieces.get(2), Rational.of(20, 25)));
        Path sound = MadeMedia.make(
                folder.resolve("song.m4a"), MadeMedia.clicksInput(folder), List.of("-c:a", "aac", "-f", "mp4"));
        Path scratch = Files.createDirectories(folder.resolve("list"));
        new Encoder(MadeMedia.MEDIA).film(list, sound, recipe, film, scratch, Work.quiet());

        VideoFacts video = Objects.requireNonNull(MadeMedia.MEDIA.probe(film).video());
        assertThat(video.frames()).isEqualTo(45);
        assertThat(video.variableRate()).isFalse();
        List<byte[]> joined = frames(film, 45);
        List<byte[]> single = frames(whole, 45);
        for (int k = 0; k < 45; k++) {
            assertThat(joined.get(k)).as("frame " + k).isEqualTo(single.get(k));
        }
    }

    private static FilmRecipe withKeyFrames(FilmRecipe recipe, int one, int other) {
        List<String> picture = new ArrayList<>(recipe.picture());
        picture.addAll(List.of("-force_key_frames", "expr:eq(n," + one + ")+eq(n," + other + ")"));
        return new FilmRecipe(
                "keyed", recipe.container(), recipe.pixelFormat(), picture, recipe.sound(), recipe.bitsPerPixel());
    }

    @ParameterizedTest
    @CsvSource({
        "h264, h264, yuv420p",
        "h264-small, h264, yuv420p",
        "h264-fine, h264, yuv420p",
        "h265, hevc, yuv420p",
        "av1, av1, yuv420p10le",
        "prores, prores, yuv422p10le",
        "prores-hq, prores, yuv422p10le",
        "dnxhr-hq, dnxhd, yuv422p"
    })
    void everyRecipeSaysItsColoursAndJoinsWithoutLossOfAFrame(String name, String codec, String pixels)
            throws IOException {
        FilmRecipe recipe = FilmRecipe.named(name).orElseThrow();
        PictureForm form = new PictureForm(Rate.FPS_25, 256, 144);
        Path clip = moving(40);
        List<Path> pieces = encode(form, recipe, shot(clip, 3, 8), shot(clip, 11, 7));
        SoundWithClicks song = new SoundWithClicks(folder);
        Path sound = folder.resolve("song." + recipe.container());
        Encoder encoder = new Encoder(MadeMedia.MEDIA);
        encoder.sound(song.facts(), new Encoder.SoundRange(48_000, 0, 48_000), recipe, sound, Work.quiet());
        Path film = folder.resolve("film." + recipe.container());
        List<Encoder.Piece> list = List.of(
                new Encoder.Piece(pieces.get(0), Rational.of(8, 25)),
                new Encoder.Piece(pieces.get(1), Rational.of(7, 25)));
        encoder.film(list, sound, recipe, film, Files.createDirectories(folder.resolve("list")), Work.quiet());

        MediaFacts facts = MadeMedia.MEDIA.probe(film);
        VideoFacts video = Objects.requireNonNull(facts.video());
        assertThat(video.codec()).isEqualTo(codec);
        assertThat(video.pixelFormat()).isEqualTo(pixels);
        assertThat(video.frames()).isEqualTo(15);
        assertThat(video.variableRate()).isFalse();
        // ProRes has no word for its range: it is always limited.
        String range = codec.equals("prores") ? "unknown" : "tv";
        assertThat(video.colour()).isEqualTo(new VideoFacts.Colour(range, "bt709", "bt709", "bt709"));
        assertThat(video.start()).isEqualTo(Rational.ZERO);
        assertThat(song.clickIn(facts)).isEqualTo(24_000);
    }

    /** Short ones are encoded without pictures that wait for later ones: each piece has its own shift between decoding and showing. */
    @ParameterizedTest
    @CsvSource({"h264, 24000/1001", "h264, 25", "h265, 60000/1001", "prores, 30000/1001"})
    void piecesOfAnyLengthKeepTheirPicturesAndComeAtExactTimes(String name, String frameRate) throws IOException {
        FilmRecipe recipe = FilmRecipe.named(name).orElseThrow();
        Rate rate = Rate.parse(frameRate);
        PictureForm form = new PictureForm(rate, WIDTH, HEIGHT);
        Path clip = moving(40);
        List<Integer> lengths = List.of(1, 9, 2, 3, 16);
        List<Encoder.Piece> list = new ArrayList<>();
        List<byte[]> wanted = new ArrayList<>();
        for (int length : lengths) {
            Path piece =
                    encode(form, recipe, shot(clip, wanted.size() + 2, length)).getFirst();
            list.add(new Encoder.Piece(piece, rate.timeOf(length)));
            wanted.addAll(frames(piece, length));
        }
        MediaFacts song =
                MadeMedia.MEDIA.probe(MadeMedia.make(folder.resolve("clicks.wav"), MadeMedia.clicksInput(folder)));
        Path sound = folder.resolve("song." + recipe.container());
        Encoder encoder = new Encoder(MadeMedia.MEDIA);
        encoder.sound(song, new Encoder.SoundRange(48_000, 0, 48_000), recipe, sound, Work.quiet());
        Path film = folder.resolve("film." + recipe.container());

        FilmFile.of(list, sound, recipe.container()).orElseThrow().write(film, Work.quiet());

        MediaFacts facts = MadeMedia.MEDIA.probe(film);
        VideoFacts video = Objects.requireNonNull(facts.video());
        assertThat(facts.findings()).isEmpty();
        assertThat(video.rate()).isEqualTo(rate);
        assertThat(video.variableRate()).isFalse();
        assertThat(video.start()).isEqualTo(Rational.ZERO);
        assertThat(SampleTable.of(film)).isEqualTo(new SampleTable(wanted.size(), true));
        assertThat(frames(film, wanted.size())).containsExactlyElementsOf(wanted);
    }

    @Test
    void filesThatAreNotOursAreNotJoinedByTheirTables() throws IOException {
        Path notOurs = Files.write(folder.resolve("not-ours.mp4"), new byte[100]);
        List<Encoder.Piece> list = List.of(new Encoder.Piece(notOurs, Rational.ONE));

        assertThat(FilmFile.of(list, notOurs, "mp4")).isEmpty();
    }

    private record SoundWithClicks(MediaFacts facts) {
        SoundWithClicks(Path folder) throws IOException {
            this(MadeMedia.MEDIA.probe(MadeMedia.make(folder.resolve("clicks.wav"), MadeMedia.clicksInput(folder))));
        }

        /** The sample at which the first click begins: that of the best agreement with the original. */
        int clickIn(MediaFacts film) {
            float[] wanted = read(facts);
            float[] heard = read(film);
            int best = 0;
            double most = 0;
            for (int shift = -1200; shift <= 1200; shift++) {
                double sum = 0;
                for (int i = 24_000; i < 24_096; i++) {
                    sum += wanted[i] * heard[i + shift];
                }
                if (sum > most) {
                    most = sum;
                    best = shift;
                }
            }
            return 24_000 + best;
        }

        private static float[] read(MediaFacts facts) {
            float[] samples = new float[40_000];
            try (SoundReader reader = MadeMedia.MEDIA.sound(facts, 48_000, 0)) {
                reader.readFully(samples);
            }
            return samples;
        }
    }

    private static Scene.Shot shot(Path clip, long first, int count) {
        List<Long> frames = LongStream.range(first, first + count).boxed().toList();
        return new Scene.Shot(
                MadeMedia.MEDIA.probe(clip), new Scene.Showing.Frames(frames), Scene.Placing.FITTED, List.of());
    }

    private static Scene.Shot coloured(Scene.Shot shot, ColourStep step) {
        return new Scene.Shot(shot.source(), shot.showing(), shot.placing(), List.of(step));
    }

    private List<Path> encode(PictureForm form, FilmRecipe recipe, Scene... scenes) throws IOException {
        Path scratch = Files.createTempDirectory(folder, "pieces");
        List<Path> targets = new ArrayList<>();
        for (int i = 0; i < scenes.length; i++) {
            targets.add(scratch.resolve("piece" + i));
        }
        new SceneEncoder(MadeMedia.MEDIA, form, recipe).encode(List.of(scenes), targets, scratch, Work.quiet());
        return targets;
    }

    /** A soft pattern that moves. */
    private Path moving(int count) throws IOException {
        Path made = folder.resolve("moving.mp4");
        if (Files.exists(made)) {
            return made;
        }
        byte[] raw = new byte[WIDTH * HEIGHT * count];
        for (int i = 0; i < raw.length; i++) {
            int x = i % WIDTH + 2 * (i / (WIDTH * HEIGHT));
            int y = i / WIDTH % HEIGHT;
            double wave = 60 * Math.sin(x / 11.0) + 40 * Math.cos(y / 7.0);
            raw[i] = (byte) Math.round(128 + wave);
        }
        Path file = Files.write(folder.resolve("moving.raw"), raw);
        new Encoder(MadeMedia.MEDIA).rawFrames(file, "gray", FORM, count, made, Work.quiet());
        return made;
    }

    private static List<byte[]> frames(Path film, int count) {
        List<byte[]> frames = new ArrayList<>();
        MediaFacts facts = MadeMedia.MEDIA.probe(film);
        try (FrameReader reader = MadeMedia.MEDIA.greyFrames(facts, WIDTH, HEIGHT, 0, count)) {
            byte[] frame = new byte[WIDTH * HEIGHT];
            while (reader.read(frame)) {
                frames.add(frame.clone());
            }
        }
        assertThat(frames).hasSize(count);
        return frames;
    }

    private static List<Double> brightness(Path film, int count) {
        List<Double> levels = new ArrayList<>();
        byte[] dots = new byte[MadeMedia.WIDTH * MadeMedia.HEIGHT];
        MediaFacts facts = MadeMedia.MEDIA.probe(film);
        try (FrameReader reader = MadeMedia.MEDIA.greyFrames(facts, MadeMedia.WIDTH, MadeMedia.HEIGHT, 0, count)) {
            while (reader.read(dots)) {
                levels.add((double) (dots[dots.length / 2] & 0xff));
            }
        }
        return levels;
    }
}
