package backbeat.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backbeat.engine.derive.JsonFile;
import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.sync.SyncResult.Match;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the result carries so that a person can see how a clip was heard. */
class SketchTest {
    private static final int RATE = Sound.WIDE_RATE;

    @BeforeAll
    static void compose() {
        PlaybackSearchTest.compose();
    }

    private static ClipSync answer(SongSide song, double stretchStart, Sound... stretches) {
        ClipAnswer answer = new ClipAnswer(song.sound().seconds());
        for (int i = 0; i < stretches.length; i++) {
            answer.add(stretchStart * i, 0, new PlaybackSearch(song, () -> {}).search(stretches[i]));
        }
        return answer.clip("a.mov", 100);
    }

    private static List<?> list(Match match, String name) {
        return match.evidence().get(name) instanceof List<?> some ? some : List.of();
    }

    @Test
    void theBlocksOfAMatchLieOnItsLine() {
        Match match = answer(PlaybackSearchTest.song, 0, PlaybackSearchTest.clip(10, 0, 9, 1, 0.02))
                .matches()
                .getFirst();
        assertThat(list(match, "blocks")).hasSizeBetween(15, Sketch.MOST_BLOCKS).allSatisfy(dot -> {
            assertThat(dot).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(3);
            List<?> three = (List<?>) dot;
            assertThat((Double) three.get(1)).isCloseTo(match.songTimeOf((Double) three.get(0)), within(0.02));
            assertThat((Double) three.get(2)).isPositive();
        });
    }

    @Test
    void copiedPlacesShowAsDotsElsewhereAndAsRivals() {
        float[] twice = Arrays.copyOf(PlaybackSearchTest.music, 40 * RATE);
        System.arraycopy(PlaybackSearchTest.music, 0, twice, 20 * RATE, 20 * RATE);
        Match match = answer(new SongSide(Sound.of(twice), RATE), 0, PlaybackSearchTest.clip(8, 0, 9, 1, 0.02))
                .matches()
                .getFirst();
        assertThat(list(match, "elsewhere")).hasSizeGreaterThan(8);
        assertThat(list(match, "rivals").toString()).contains("standing=EQUAL");
    }

    @Test
    void whatWasFoundAndRefusedIsShownWithItsReasonAndNeverSure() {
        float[] loop = PlaybackSearchTest.music(7, 2);
        ClipSync clip = answer(
                new SongSide(Sound.of(SyncStepTest.over(loop, PlaybackSearchTest.music(11, 20), 0.5f)), 48000),
                0,
                Sound.of(SyncStepTest.over(loop, PlaybackSearchTest.music(99, 10), 0.5f)));
        assertThat(clip.verdict()).isEqualTo("unmatched");
        assertThat(clip.matches()).isEmpty();
        assertThat(clip.refused()).isNotEmpty().allSatisfy(refused -> {
            assertThat(refused.confidence()).isZero();
            assertThat(refused.evidence()).containsEntry("refusal", Reasons.LOOP_ONLY);
            assertThat(list(refused, "blocks")).isNotEmpty();
        });
    }

    @Test
    void aLongPlaybackIsSketchedInNoMoreDotsThanAShortOne() {
        Sound early = PlaybackSearchTest.clip(10, 0, 2, 1, 0.02);
        Sound late = PlaybackSearchTest.clip(10, 0, 7, 1, 0.02);
        ClipSync clip = answer(PlaybackSearchTest.song, 5, early, late);
        assertThat(clip.matches()).hasSize(1);
        assertThat(list(clip.matches().getFirst(), "blocks")).hasSizeBetween(20, Sketch.MOST_BLOCKS);
        assertThat(JsonFile.text(clip).length()).isLessThan(6000);
    }

    @Test
    void thinningKeepsTheOrderAndTheSpread() {
        List<Integer> all = IntStream.range(0, 1000).boxed().toList();
        assertThat(Thinned.to(4, all)).containsExactly(125, 375, 625, 875);
        assertThat(Thinned.to(4, List.of(1, 2))).containsExactly(1, 2);
    }
}
