package backbeat.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.sync.SyncResult.Match;
import backbeat.engine.sync.SyncResult.SongFile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two songs claim what one clip of a minute holds. */
class ClaimsTest {
    private static final String CLIP = "A001.mov";

    private final Claims claims = new Claims(List.of("one.wav", "two.wav"));

    private static Match match(double from, double to, double score) {
        return new Match(
                from,
                to,
                10,
                10 + to - from,
                1,
                "1",
                "varispeed",
                0,
                1,
                1e-5,
                0.999,
                List.of(),
                Map.of("score", score));
    }

    private static SyncResult result(Match... matches) {
        ClipSync clip = new ClipSync(
                CLIP, 60.0, matches.length == 0 ? "unmatched" : "matched", null, Arrays.asList(matches), "sound");
        return new SyncResult(
                SyncResult.CONTRACT,
                new SongFile("song.wav", 200, 48000),
                List.of(clip),
                List.of(),
                List.of(),
                List.of());
    }

    @Test
    void theSongThatSpeaksLouderForAStretchHasIt() {
        claims.add(0, result(match(0, 30, 100), match(40, 60, 90)));
        claims.add(1, result(match(5, 25, 900)));
        assertThat(claims.settled(0, CLIP, 60).matches()).containsExactly(match(40, 60, 90));
        assertThat(claims.settled(1, CLIP, 60).matches()).hasSize(1);
    }

    @Test
    void ofAStretchThatTwoSongsShareAtTheirEdgesEachKeepsItsOwn() {
        claims.add(0, result(match(0, 30, 100)));
        claims.add(1, result(match(28.5, 60, 900)));
        assertThat(claims.settled(0, CLIP, 60).matches()).singleElement().satisfies(left -> {
            assertThat(left.clipStart()).isZero();
            assertThat(left.clipEnd()).isEqualTo(28.5);
            assertThat(left.songEnd()).isEqualTo(38.5);
        });
        assertThat(claims.settled(1, CLIP, 60).matches()).containsExactly(match(28.5, 60, 900));
    }

    @Test
    void aProposalThatIsLeftAloneIsToldAsOne() {
        Match proposal = match(40, 60, 90).withEvidence(Map.of("score", 90.0), 0.9);
        claims.add(0, result(match(0, 30, 100), proposal));
        claims.add(1, result(match(0, 30, 900)));
        ClipSync left = claims.settled(0, CLIP, 60);
        assertThat(left.matches()).containsExactly(proposal);
        assertThat(left.reason()).isEqualTo(Reasons.of(Reasons.WEAK));
    }

    @Test
    void aClipThatHoldsAnotherSongIsToldSoByName() {
        claims.add(0, result(match(0, 58, 500)));
        assertThat(claims.isExplained(CLIP)).isTrue();
        ClipSync other = claims.settled(1, CLIP, 60);
        assertThat(other.verdict()).isEqualTo("unmatched");
        assertThat(other.reason()).isEqualTo(Reasons.otherSong("one.wav"));
    }

    @Test
    void aClipOfWhichHalfAMinuteIsUnexplainedIsAskedOfTheOtherSongsToo() {
        claims.add(0, result(match(0, 30, 500)));
        assertThat(claims.isExplained(CLIP)).isFalse();
        assertThat(claims.isHeardAt(1, CLIP)).isFalse();
    }
}
