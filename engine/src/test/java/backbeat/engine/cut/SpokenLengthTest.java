package backbeat.engine.cut;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.song.BeatClock;
import backbeat.engine.time.Rate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpokenLengthTest {
    @Test
    void theReasonsSayTheLengthThatEverybodySays() {
        Shoot shoot =
                new Shoot(61.3, 113).clip("A.mov", "A", Rate.FPS_25, 61.3, 0).clip("B.mov", "B", Rate.FPS_25, 61.3, 0);
        RoughCut cut = shoot.cut();
        BeatClock clock = new BeatClock(shoot.map(), 0.04);

        assertThat(cut.choices())
                .filteredOn(choice -> choice.clip() != null)
                .hasSizeGreaterThan(5)
                .allSatisfy(choice -> assertThat(String.join("; ", choice.reasons()))
                        .contains("; this one has " + clock.length(choice.songStart(), choice.songEnd())));
    }

    @Test
    void theShotThatBeginsWithTheSongIsToldInBarsToo() {
        Shoot shoot =
                new Shoot(61.3, 113).clip("A.mov", "A", Rate.FPS_25, 61.3, 0).clip("B.mov", "B", Rate.FPS_25, 61.3, 0);
        Choice first = shoot.cut().choices().getFirst();

        assertThat(first.songStart()).isZero();
        assertThat(shoot.map().beats().getFirst().time()).isPositive();
        assertThat(String.join("; ", first.reasons())).containsPattern("; this one has (about )?[0-9]+ bars?");
    }

    @Test
    void aCutStandsOnTheBeatThatItWasMadeFor() {
        Shoot shoot =
                new Shoot(61.3, 113).clip("A.mov", "A", Rate.FPS_24, 61.3, 0).clip("B.mov", "B", Rate.FPS_24, 61.3, 0);
        BeatClock clock = new BeatClock(shoot.map(), Rate.FPS_24.frameDuration().toDouble());
        List<Choice> onBeats = shoot.cut().choices().stream()
                .filter(choice -> !choice.bar().isEmpty())
                .toList();

        assertThat(onBeats)
                .hasSizeGreaterThan(5)
                .allSatisfy(choice -> assertThat(clock.at(choice.songStart()))
                        .hasValueSatisfying(beat ->
                                assertThat(beat.bar() + "." + beat.beat()).isEqualTo(choice.bar())));
    }
}
