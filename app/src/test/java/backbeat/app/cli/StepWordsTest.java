package backbeat.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.sync.SyncStep;
import backbeat.engine.sync.SyncStep.Fate;
import backbeat.engine.sync.SyncStep.Place;
import backbeat.engine.sync.SyncStep.Stage;
import backbeat.engine.sync.SyncStep.Standing;
import backbeat.engine.sync.SyncStep.Vote;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StepWordsTest {
    private static String words(SyncStep step) {
        return String.join("\n", new StepWords(100, 300).of(step));
    }

    private static SyncStep line(double exponent, boolean standsOut) {
        return new SyncStep.HeardLine(
                Stage.SAMPLED_BLOCKS,
                "1",
                3,
                2,
                exponent,
                5,
                10,
                12,
                30,
                12,
                standsOut,
                false,
                List.of(new Place(50, 200), new Place(99.9, 40)),
                List.of(new Vote(0, 30), new Vote(1, 0), new Vote(2, 3)));
    }

    @Test
    void aLineIsToldOnTheClipsOwnClockWithItsChart() {
        assertThat(words(line(7.5, true)))
                .contains("2 of 3 blocks", "the song at 0:50.00 at clip 5:11.00", "1 in 10^7.5 (limit 10^5)")
                .contains("clip  |#.+|", "1: 0:50.00 score 200", "=> the song is there");
        assertThat(words(line(-3, false))).contains("by chance as well", "=> nothing");
    }

    @Test
    void placesStandWhereTheyAreInTheSong() {
        String chart = VoteChart.places(List.of(new Place(50, 2), new Place(0, 1), new Place(120, 1)), 100);
        assertThat(chart).hasSize(56).startsWith("2").endsWith("3");
        assertThat(chart.charAt(28)).isEqualTo('1');
    }

    @Test
    void aLongClipIsDrawnWithSeveralBlocksInAColumn() {
        List<Vote> votes = IntStream.range(0, 560)
                .mapToObj(i -> new Vote(i, i == 300 ? 30 : 0))
                .toList();
        assertThat(VoteChart.votes(votes)).hasSize(56).containsOnlyOnce("#");
    }

    @Test
    void rivalsAreToldByWhatBecameOfThem() {
        assertThat(words(new SyncStep.Rivals(
                        1,
                        10,
                        List.of(
                                rival(Standing.EQUAL, 0),
                                rival(Standing.BEATEN, 30),
                                rival(Standing.ONLY_A_LOOP, 0.3)))))
                .contains(
                        "against the song at 0:10.00", "=> equal", "against it by 30 sigmas => beaten", "only a loop");
        assertThat(words(new SyncStep.Rivals(2, 10, List.of(rival(Standing.STRONGER, -5)))))
                .contains("for it by 5.0 sigmas => better");
        assertThat(words(new SyncStep.Rivals(1, 10, List.of()))).endsWith(": none");
    }

    private static SyncStep.Rival rival(Standing standing, double sigmas) {
        return new SyncStep.Rival(40, 0.9, -12, 6, 10, sigmas, standing);
    }

    @Test
    void otherSpeedsAreToldWithWhatBecameOfThem() {
        assertThat(words(new SyncStep.Guess("varispeed", 1.251, 20, 15, 8, 1.25, Fate.CONFIRMED)))
                .contains("125.10 %", "measured 125.00 %", "=> confirmed");
        assertThat(words(new SyncStep.Guess("varispeed", 0.7, 20, 5, 1, null, Fate.NOT_MEASURED)))
                .contains("dropped");
        assertThat(words(new SyncStep.Windows(9.2, 7, 11, 1.5, 19, 5, true)))
                .contains("9.2 votes", "(limit 10^1.5)", "=> confirmed: a stretched playback");
    }

    @Test
    void aFaintSongIsToldWithWhatElseAddsUp() {
        SyncStep found = new SyncStep.Faint(
                List.of(new Place(30, 11), new Place(50, 4)), 1.8, 12.5, 8, SyncStep.FaintFate.FOUND);
        assertThat(words(found)).contains("0:30.00: 12.5 sigmas (at least 8)", "next best place 4.0", "=> the song is");
        SyncStep lost = new SyncStep.Faint(List.of(new Place(30, 4)), 1.8, 4, 8, SyncStep.FaintFate.TOO_FAINT);
        assertThat(words(lost)).contains("=> nothing: chance");
    }

    @Test
    void aShortClipsProofIsTold() {
        assertThat(words(new SyncStep.Proof(24, 20, null, 2.5, true))).contains("no other place fits", "=> proven");
        assertThat(words(new SyncStep.Proof(12, 20, 1.0, 2.5, false))).contains("12.0 sigmas (at least 20)", "refused");
    }
}
