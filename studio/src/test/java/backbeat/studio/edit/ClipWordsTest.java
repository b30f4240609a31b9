package backbeat.studio.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backbeat.engine.sync.SyncResult;
import backbeat.engine.sync.SyncResult.Alternative;
import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.sync.SyncResult.Match;
import backbeat.studio.OpenHome;
import backbeat.studio.TestClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipWordsTest {
    private static final ClipSaid.Place THERE = new ClipSaid.Place(30, 5, 1);

    @TempDir
    private Path folder;

    @Test
    void theLastWordOnAMatterHoldsUntilItIsTakenBack() {
        try (OpenHome home = new OpenHome(folder, new TestClock())) {
            ClipWords words = new ClipWords(home.store, new TestClock());
            String id = home.production().id();
            words.place(id, "a.mov", THERE, "placed", home.owner);
            words.circle(id, "a.mov", true, home.owner);
            words.rate(id, "a.mov", 9, home.owner);
            words.notHere(id, "b.mov", home.owner);
            assertThat(words.of(id))
                    .containsOnly(
                            Map.entry("a.mov", new ClipSaid(THERE, false, true, 5)),
                            Map.entry("b.mov", new ClipSaid(null, true, false, 0)));
            assertThat(words.circled(id)).containsExactly("a.mov");
            assertThat(words.undo(id))
                    .get()
                    .extracting(ClipWords.TakenBack::moves)
                    .isEqualTo(true);
            assertThat(words.undo(id))
                    .get()
                    .extracting(ClipWords.TakenBack::moves)
                    .isEqualTo(false);
            assertThat(words.of(id)).containsOnlyKeys("a.mov");
            words.leaveToMachine(id, "a.mov", home.owner);
            assertThat(words.of(id)).containsEntry("a.mov", new ClipSaid(null, false, true, 0));
            words.forgetPlaces(id);
            assertThat(words.circled(id)).containsExactly("a.mov");
        }
    }

    @Test
    void whatWasTakenBackIsSaidAgainUntilSomethingElseIsSaid() {
        try (OpenHome home = new OpenHome(folder, new TestClock())) {
            ClipWords words = new ClipWords(home.store, new TestClock());
            String id = home.production().id();
            words.circle(id, "a.mov", true, home.owner);
            words.rate(id, "a.mov", 4, home.owner);
            words.undo(id);
            words.undo(id);
            assertThat(words.last(id)).isNull();
            assertThat(words.next(id)).isEqualTo("a.mov: circled");
            words.redo(id);
            words.redo(id);
            assertThat(words.redo(id)).isEmpty();
            assertThat(words.of(id)).containsEntry("a.mov", new ClipSaid(null, false, true, 4));
            words.undo(id);
            words.notHere(id, "b.mov", home.owner);
            assertThat(words.next(id)).isNull();
            words.undo(id);
            words.forgetPlaces(id);
            assertThat(words.redo(id)).as("said of another song").isEmpty();
            assertThat(words.last(id)).isEqualTo("a.mov: circled");
        }
    }

    @Test
    void aChosenPlaceOfTheMachineKeepsItsExactness() {
        Match doubtful = match(0, 20, 10.0004, 0.6, List.of(new Alternative(40, 0.3)));
        SyncResult placed = HandPlaced.of(
                result(new ClipSync("a.mov", 20.0, "ambiguous", null, List.of(doubtful), "sound")),
                Map.of("a.mov", ClipSaid.NOTHING.at(new ClipSaid.Place(15.01, 5, 1), false)));

        ClipSync clip = placed.clips().getFirst();
        assertThat(clip.isMatched()).isTrue();
        assertThat(clip.source()).isEqualTo("hand");
        assertThat(clip.matches()).singleElement().satisfies(match -> {
            assertThat(match.songStart()).isEqualTo(10.0004);
            assertThat(match.driftPpm()).isEqualTo(30);
            assertThat(match.sure()).isTrue();
            assertThat(match.alternatives()).containsExactly(new Alternative(40, 0.3));
        });
    }

    @Test
    void aClipThatHeardNothingStandsWhereItIsPutAndNotOutsideOfTheSong() {
        SyncResult placed = HandPlaced.of(
                result(new ClipSync("a.mov", 50.0, "unmatched", null, List.of(), null)),
                Map.of("a.mov", ClipSaid.NOTHING.at(new ClipSaid.Place(2, 10, 1), false)));

        Match match = placed.clips().getFirst().matches().getFirst();
        assertThat(match.clipStart()).isEqualTo(8, within(1e-9));
        assertThat(match.songStart()).isZero();
        assertThat(match.clipEnd()).isEqualTo(50);
        assertThat(match.songTimeOf(10)).isEqualTo(2, within(1e-9));
    }

    @Test
    void anotherPlaybackInTheSameClipStays() {
        Match first = match(0, 20, 10, 0.999, List.of());
        Match second = match(30, 45, 60, 0.999, List.of());
        SyncResult placed = HandPlaced.of(
                result(new ClipSync("a.mov", 50.0, "matched", null, List.of(first, second), "sound")),
                Map.of("a.mov", ClipSaid.NOTHING.at(new ClipSaid.Place(11, 1, 1), false)));
        assertThat(placed.clips().getFirst().matches()).hasSize(2);
    }

    @Test
    void whatIsNotFromThisSongHasNoPlace() {
        SyncResult placed = HandPlaced.of(
                result(new ClipSync(
                        "a.mov", 20.0, "matched", null, List.of(match(0, 20, 10, 0.999, List.of())), "sound")),
                Map.of("a.mov", ClipSaid.NOTHING.at(null, true)));
        assertThat(placed.clips().getFirst().matches()).isEmpty();
        assertThat(placed.clips().getFirst().verdict()).isEqualTo("unmatched");
    }

    private static SyncResult result(ClipSync clip) {
        return new SyncResult(
                SyncResult.CONTRACT,
                new SyncResult.SongFile("song.wav", 100, 48_000),
                List.of(clip),
                List.of(),
                List.of(),
                List.of());
    }

    private static Match match(
            double clipStart, double clipEnd, double songStart, double confidence, List<Alternative> others) {
        return new Match(
                clipStart,
                clipEnd,
                songStart,
                songStart + clipEnd - clipStart,
                1,
                "1",
                "varispeed",
                30,
                1,
                0.0001,
                confidence,
                others,
                Map.of());
    }
}
