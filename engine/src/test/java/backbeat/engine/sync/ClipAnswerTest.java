package backbeat.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import backbeat.engine.sync.SyncResult.ClipSync;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A clip's answer out of those of its stretches. */
class ClipAnswerTest {
    private final ClipAnswer answer = new ClipAnswer(200);

    private static Playback playback(double from, double to, double songStart) {
        FinePlace.Fine fine = new FinePlace.Fine(new Line(songStart - from, 1), 1e-5, 1e-6, 1, 50, 1);
        return new Playback(
                PlaybackMode.VARISPEED, Speed.ONE, fine, from, to, 100, 20, 1, List.of(), false, Sketch.NONE);
    }

    private static PlaybackSearch.Result heard(Playback... playbacks) {
        return new PlaybackSearch.Result(List.of(playbacks), null, List.of());
    }

    @Test
    void aPlaybackThatRunsOnIntoTheNextStretchIsOne() {
        answer.add(0, 0, heard(playback(200, 300, 20)));
        answer.add(280, 0, heard(playback(0, 60, 100)));
        assertThat(answer.clip("a.mov", 400).matches()).singleElement().satisfies(match -> {
            assertThat(match.clipStart()).isEqualTo(200);
            assertThat(match.clipEnd()).isEqualTo(340);
        });
    }

    @Test
    void twoPlaybacksInTheOverlapOfTwoStretchesAreTwo() {
        answer.add(0, 0, heard(playback(200, 293, 20), playback(294, 300, 0)));
        answer.add(280, 0, heard(playback(0, 13, 100), playback(14, 60, 0)));
        assertThat(answer.clip("a.mov", 400).matches())
                .extracting(match -> Math.round(match.clipStart()), match -> Math.round(match.clipEnd()))
                .containsExactly(tuple(200L, 293L), tuple(294L, 340L));
    }

    @Test
    void theReasonThatSaysMostIsTold() {
        answer.add(0, 0, PlaybackSearch.Result.refused(Reasons.OTHER_PERFORMANCE));
        answer.add(280, 0, PlaybackSearch.Result.refused(Reasons.NO_SONG));
        ClipSync clip = answer.clip("a.mov", 600);
        assertThat(clip.reason()).isEqualTo(Reasons.of(Reasons.OTHER_PERFORMANCE));
    }
}
