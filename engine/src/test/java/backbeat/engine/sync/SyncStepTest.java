package backbeat.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backbeat.engine.derive.JsonFile;
import backbeat.engine.sync.PlaybackSearch.Result;
import backbeat.engine.sync.SyncStep.EverySpeed;
import backbeat.engine.sync.SyncStep.Fate;
import backbeat.engine.sync.SyncStep.Guess;
import backbeat.engine.sync.SyncStep.HeardLine;
import backbeat.engine.sync.SyncStep.Placed;
import backbeat.engine.sync.SyncStep.Proof;
import backbeat.engine.sync.SyncStep.Rival;
import backbeat.engine.sync.SyncStep.Rivals;
import backbeat.engine.sync.SyncStep.Stage;
import backbeat.engine.sync.SyncStep.Standing;
import backbeat.engine.sync.SyncStep.Windows;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the search tells of its decisions, on the sounds of {@link PlaybackSearchTest}. */
class SyncStepTest {
    private static final int RATE = Sound.WIDE_RATE;

    @BeforeAll
    static void compose() {
        PlaybackSearchTest.compose();
    }

    private record Explained(Result result, List<SyncStep> steps) {
        <T extends SyncStep> List<T> all(Class<T> kind) {
            return steps.stream().filter(kind::isInstance).map(kind::cast).toList();
        }

        <T extends SyncStep> T only(Class<T> kind) {
            assertThat(all(kind)).hasSize(1);
            return all(kind).getFirst();
        }

        List<Rival> rivals() {
            return all(Rivals.class).getLast().rivals();
        }
    }

    private static Explained explain(SongSide song, Sound clip) {
        Notes notes = new Notes();
        notes.listen(0, clip.seconds(), new double[] {1}, 0, false);
        Result result = new PlaybackSearch(song, () -> {}, notes).search(clip);
        return new Explained(result, notes.stretches().getFirst().steps());
    }

    private static Explained explain(Sound clip) {
        return explain(PlaybackSearchTest.song, clip);
    }

    @Test
    void aPlacedClipTellsBlocksLineAndPlace() {
        Explained told = explain(PlaybackSearchTest.clip(10, 0, 9, 1, 0.02));
        HeardLine first = told.all(HeardLine.class).getFirst();
        assertThat(first.stage()).isEqualTo(Stage.SAMPLED_BLOCKS);
        assertThat(first.standsOut()).isTrue();
        assertThat(first.exponent()).isGreaterThan(first.exponentLimit());
        assertThat(first.votes()).hasSize(16).allMatch(vote -> vote.score() > 0);
        assertThat(first.agreeing()).isEqualTo(16);
        double middle = (first.heardFrom() + first.heardTo()) / 2;
        assertThat(first.places().getFirst().songSeconds()).isCloseTo(9 + middle, within(0.01));

        Placed placed = told.only(Placed.class);
        assertThat(placed.refusal()).isNull();
        assertThat(placed.songStart()).isCloseTo(9, within(0.001));
        assertThat(placed.confidence())
                .isEqualTo(told.result().playbacks().getFirst().confidence());
    }

    @Test
    void toBeAskedWhyChangesNothing() {
        Sound clip = PlaybackSearchTest.clip(10, 0, 9, 1, 0.05);
        Result unasked = new PlaybackSearch(PlaybackSearchTest.song, () -> {}).search(clip);
        assertThat(explain(clip).result()).isEqualTo(unasked);
    }

    @Test
    void copiedPlacesAreToldAsEqual() {
        float[] twice = Arrays.copyOf(PlaybackSearchTest.music, 40 * RATE);
        System.arraycopy(PlaybackSearchTest.music, 0, twice, 20 * RATE, 20 * RATE);
        Explained told = explain(new SongSide(Sound.of(twice), RATE), PlaybackSearchTest.clip(8, 0, 9, 1, 0.02));
        assertThat(told.rivals()).singleElement().satisfies(rival -> {
            assertThat(rival.standing()).isEqualTo(Standing.EQUAL);
            assertThat(rival.differingWindows()).isLessThan(2);
        });
        assertThat(told.only(Placed.class).equalPlaces()).hasSize(1);
    }

    @Test
    void anotherSongIsHeardAtEverySpeedAndNowhereFound() {
        Explained told = explain(Sound.of(PlaybackSearchTest.music(99, 8)));
        assertThat(told.result().refusal()).isEqualTo(Reasons.NO_SONG);
        assertThat(told.all(HeardLine.class)).isNotEmpty().noneMatch(HeardLine::standsOut);
        assertThat(told.only(EverySpeed.class).to()).isCloseTo(8, within(0.6));
        assertThat(told.all(Guess.class)).noneMatch(guess -> guess.fate() == Fate.CONFIRMED);
        assertThat(told.all(Placed.class)).isEmpty();
    }

    @Test
    void aSharedLoopIsNamedAsTheReason() {
        float[] loop = PlaybackSearchTest.music(7, 2);
        Explained told = explain(
                new SongSide(Sound.of(over(loop, PlaybackSearchTest.music(11, 20), 0.5f)), 48000),
                Sound.of(over(loop, PlaybackSearchTest.music(99, 10), 0.5f)));
        assertThat(told.result().refusal()).isEqualTo(Reasons.LOOP_ONLY);
        assertThat(told.rivals()).anyMatch(rival -> rival.standing() == Standing.ONLY_A_LOOP);
        assertThat(told.all(Placed.class)).anyMatch(placed -> Reasons.LOOP_ONLY.equals(placed.refusal()));
    }

    static float[] over(float[] loop, float[] melody, float level) {
        float[] sound = new float[melody.length];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = loop[i % loop.length] + level * melody[i];
        }
        return sound;
    }

    @Test
    void whereNoBlockHearsTheSongTheWholeClipIsAddedUp() {
        Explained told = explain(Sound.of(PlaybackSearchTest.music(98, 14)));
        SyncStep.Faint faint = told.only(SyncStep.Faint.class);
        assertThat(faint.fate()).isNotEqualTo(SyncStep.FaintFate.FOUND);
        assertThat(faint.places()).isNotEmpty().isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
    }

    @Test
    void aVeryShortClipTellsItsProof() {
        Proof proof = explain(PlaybackSearchTest.clip(2.2, 0, 7.3, 1, 0.01)).only(Proof.class);
        assertThat(proof.proven()).isTrue();
        assertThat(proof.peakSigmas()).isGreaterThan(proof.peakLimit());

        Explained other = explain(Sound.of(Arrays.copyOf(PlaybackSearchTest.music(99, 8), (int) (2.2 * RATE))));
        assertThat(other.result().refusal()).isEqualTo(Reasons.TOO_SHORT);
        assertThat(other.all(HeardLine.class)).hasSizeGreaterThan(1);
    }

    @Test
    void aStretchTellsItsGuessAndWindows() {
        Explained told = explain(PlaybackSearchTest.stretched(11, 3, 1.2));
        Guess guess = told.all(Guess.class).getLast();
        assertThat(guess.mode()).isEqualTo("pitchKept");
        assertThat(guess.speed()).isCloseTo(1.2, within(0.01));
        assertThat(guess.fate()).isEqualTo(Fate.CONFIRMED);
        assertThat(told.all(Windows.class).getLast().confirmed()).isTrue();
        assertThat(told.only(Placed.class).speed()).isEqualTo("6/5");
    }

    @Test
    void stepsLeaveAsPlainJson() {
        Random random = new Random(3);
        float[] noise = new float[5 * RATE];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextGaussian() * 0.1f;
        }
        SyncExplanation why = new SyncExplanation(
                SyncExplanation.CONTRACT,
                new SyncResult.SongFile("song.wav", 20, 48000),
                new SyncResult.ClipSync("a.mov", 5.0, "unmatched", Reasons.of(Reasons.NO_SONG), List.of(), null),
                List.of(new SyncExplanation.Stretch(
                        0, 5, List.of(), 0, false, explain(Sound.of(noise)).steps())));
        assertThat(JsonFile.text(why))
                .contains("\"contract\" : \"sync-explanation/1\"", "\"step\" : \"line\"", "\"step\" : \"every-speed\"")
                .doesNotContain("NaN", "Infinity");
    }
}
