package backbeat.engine.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backbeat.engine.colour.ColourDecision;
import backbeat.engine.colour.ColourDecision.Rgb;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Effect;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a foreign timeline becomes when its numbers are none that anybody meant. */
class AdoptedTest {
    private static final Rational SECOND = Rational.ONE;

    private static ForeignClip clip(String name, Rational in, Rational out, Rational mediaIn) {
        return new ForeignClip.Draft(name, in, out)
                .media(mediaIn, null)
                .speed(Rational.ONE)
                .clip();
    }

    private static ForeignTimeline timeline(ForeignTrack.Kind kind, List<ForeignClip> clips) {
        ForeignTrack track = new ForeignTrack(kind, 1, null, "T", clips, List.of());
        return new ForeignTimeline(
                "Cut", Rate.FPS_25, false, Rational.ZERO, Rational.of(10), List.of(track), List.of());
    }

    private static List<String> codes(Adopted adopted) {
        return adopted.findings().stream()
                .map(finding -> finding.problem().code())
                .toList();
    }

    @Test
    void aClipWithAnImpossibleNumberIsLeftOutAndTheOthersStay() {
        Rational never = Rational.of(Long.MAX_VALUE, 2);
        Adopted adopted = Adopted.of(
                timeline(
                        ForeignTrack.Kind.VIDEO,
                        List.of(
                                clip("good", Rational.ZERO, SECOND, Rational.ZERO),
                                clip("late", Rational.of(3), Rational.of(Long.MAX_VALUE), Rational.ZERO),
                                clip("deep", Rational.of(1), Rational.of(2), never),
                                clip("last", Rational.of(2), Rational.of(3), Rational.ZERO))),
                null);
        assertThat(adopted.timeline().tracks().getFirst().items())
                .filteredOn(Item.ClipItem.class::isInstance)
                .extracting(Item::name)
                .containsExactly("good", "last");
        assertThat(codes(adopted)).containsOnly("interchange/number");
    }

    @Test
    void soundThatBeginsAtADecimalOfAnyLengthStaysWithinANanosecond() {
        Rational odd = Rational.of(1_000_000_000_000_000_003L, 1_000_000_000_000_000_000L);
        Adopted adopted =
                Adopted.of(timeline(ForeignTrack.Kind.AUDIO, List.of(clip("song", odd, Rational.of(5), odd))), null);
        Item.ClipItem song =
                (Item.ClipItem) adopted.timeline().tracks().getFirst().items().getLast();
        assertThat(song.sourceStart().denominator()).isLessThan(1L << 31);
        assertThat(song.sourceStart().toDouble()).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void tenThousandClipsOverEachOtherAreNotTenThousandTracks() {
        List<ForeignClip> heap = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            heap.add(clip("c" + i, Rational.ZERO, Rational.of(10), Rational.ZERO));
        }
        Adopted adopted = Adopted.of(timeline(ForeignTrack.Kind.VIDEO, heap), null);
        List<Track> tracks = adopted.timeline().tracks();
        assertThat(tracks).hasSize(100);
        assertThat(codes(adopted)).contains("interchange/overlap", "interchange/crowded", "interchange/more");
        assertThat(adopted.findings()).hasSizeLessThan(150);
    }

    @Test
    void aPowerOfAlmostNothingIsStillAboveZero() {
        ColourDecision faint = new ColourDecision("", new Rgb(1, 1, 1), new Rgb(0, 0, 0), new Rgb(1e-300, 1, 1e-9), 1);
        ForeignClip clip = new ForeignClip.Draft("c", Rational.ZERO, SECOND)
                .speed(Rational.ONE)
                .colour(faint)
                .clip();
        Timeline timeline = Adopted.of(timeline(ForeignTrack.Kind.VIDEO, List.of(clip)), null)
                .timeline();
        Item.Piece piece = (Item.Piece) timeline.tracks().getFirst().items().getFirst();
        Effect.Grade grade = (Effect.Grade) piece.effects().getFirst();
        assertThat(List.of(grade.power().red(), grade.power().blue())).allMatch(power -> power.signum() > 0);
    }

    @Test
    void aTimelineThatBeginsBeyondAllTimeIsRefused() {
        ForeignTimeline never = new ForeignTimeline(
                "Cut", Rate.FPS_25, false, Rational.of(Long.MAX_VALUE), Rational.ZERO, List.of(), List.of());
        assertThatThrownBy(() -> Adopted.of(never, null)).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo("interchange/numbers");
            assertThat(refused.problem().remedy()).isNotBlank();
        });
    }
}
