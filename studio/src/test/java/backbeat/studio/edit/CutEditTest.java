package backbeat.studio.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import backbeat.engine.cut.Choice;
import backbeat.engine.cut.CutWishes;
import backbeat.engine.cut.CutWishes.Held;
import backbeat.engine.cut.Style;
import backbeat.engine.problem.ProblemException;
import backbeat.studio.OpenHome;
import backbeat.studio.TestClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CutEditTest {
    private static final CutEdit.On CUT = new CutEdit.On(
            List.of(shot("a.mov", 0, 4), shot("b.mov", 4, 8), shot(null, 8, 10), shot("c.mov", 10, 16)),
            CutWishes.NONE);

    @TempDir
    private Path folder;

    @Test
    void aSwapLocksWhatWasChosenAndHoldsTheRestForThisOnce() {
        CutEdit edit = CutEdit.swap(CUT, 1, "d.mov", 7.5);

        assertThat(edit.wishes().locks()).containsExactly(new Held("d.mov", 4, 8, 7.5));
        assertThat(edit.told().locks()).extracting(Held::clip).containsExactlyInAnyOrder("a.mov", "d.mov", "c.mov");
        assertThat(edit.words()).contains("d.mov instead of b.mov");
    }

    @Test
    void aSwapTakesBackWhatStoodAgainstIt() {
        CutWishes before = CutWishes.NONE
                .banning(new CutWishes.Ban("d.mov", null, null))
                .locking(new Held("b.mov", 4, 8, 1.0))
                .picking(new Held("b.mov", 5, 6));
        CutEdit edit = CutEdit.swap(new CutEdit.On(CUT.shots(), before), 1, "d.mov", null);

        assertThat(edit.wishes().bans()).isEmpty();
        assertThat(edit.wishes().picks()).isEmpty();
        assertThat(edit.wishes().locks()).extracting(Held::clip).containsExactly("d.mov");
    }

    @Test
    void leavingAClipOutFreesEveryPlaceWhereItIsSeen() {
        CutEdit edit = CutEdit.ban(CUT, 0, true);
        assertThat(edit.wishes().bans()).containsExactly(new CutWishes.Ban("a.mov", null, null));
        assertThat(edit.told().locks()).extracting(Held::clip).containsExactlyInAnyOrder("b.mov", "c.mov");
        assertThatThrownBy(() -> CutEdit.ban(CUT, 2, false)).isInstanceOf(ProblemException.class);
    }

    @Test
    void anotherCutOfAStretchHoldsWhatLiesOutsideOfIt() {
        CutEdit edit = CutEdit.againWithin(CUT, 4, 10);
        assertThat(edit.told().locks()).extracting(Held::clip).containsExactlyInAnyOrder("a.mov", "c.mov");
        assertThat(edit.wishes().locks()).isEmpty();
        assertThat(edit.told().seed()).isEqualTo(1);
    }

    @Test
    void anotherTasteBeginsWithItsBestCutAndTheSameTasteGoesOnToAnother() {
        CutEdit frantic = CutEdit.again(on(CutWishes.NONE.withSeed(4)), "frantic", null);
        assertThat(frantic.told().style()).isEqualTo("frantic");
        assertThat(frantic.told().seed()).isZero();
        CutEdit alike = CutEdit.again(on(frantic.wishes().withSeed(3)), "frantic", Style.Repeats.ALIKE);
        assertThat(alike.told().repeats()).isEqualTo(Style.Repeats.ALIKE);
        assertThat(alike.told().style()).isEqualTo("frantic");
        assertThat(alike.told().seed()).isZero();
        assertThat(alike.words()).isEqualTo("cut, repeats alike");
        CutEdit another = CutEdit.again(on(alike.wishes()), "frantic", Style.Repeats.ALIKE);
        assertThat(another.told()).isEqualTo(alike.told().withSeed(1));
        CutEdit back = CutEdit.again(on(alike.wishes()), "calm", null);
        assertThat(back.told().repeats()).isNull();
        assertThat(back.words()).isEqualTo("cut in the style calm, repeats as the style says");
    }

    @Test
    void theStandardStyleIsTheOneThatAlreadyHoldsWhereNoneWasNamed() {
        assertThat(CutEdit.again(CUT, "standard", null).told().seed()).isEqualTo(1);
    }

    private static CutEdit.On on(CutWishes wishes) {
        return new CutEdit.On(CUT.shots(), wishes);
    }

    @Test
    void aLockIsOfOneShotAndGoesAgain() {
        CutWishes locked = CutEdit.lock(CUT, 3);
        CutEdit.On now = new CutEdit.On(CUT.shots(), locked);
        assertThat(now.isLocked(3)).isTrue();
        assertThat(now.isLocked(0)).isFalse();
        assertThat(CutEdit.unlock(now, 3).locks()).isEmpty();
    }

    @Test
    void aShotThatIsDividedToStayWithTheSongIsOneForPeople() {
        Choice first = shot("a.mov", 0, 4);
        Choice rest = new Choice(
                "a.mov",
                "A",
                List.of(),
                5.0,
                4,
                6,
                "",
                List.of("the same shot goes on: a frame"),
                Map.of(),
                null,
                null);
        CutView cut = new CutView(List.of(first, rest), List.of(), List.of(), "25", 1, List.of(), List.of());
        assertThat(cut.whole()).singleElement().satisfies(shot -> {
            assertThat(shot.songEnd()).isEqualTo(6, within(1e-9));
            assertThat(shot.clipStart()).isEqualTo(1);
        });
    }

    @Test
    void versionsAreKeptAndUndoGoesBackToWhatTheyWereMadeOf() {
        try (OpenHome home = new OpenHome(folder, new TestClock())) {
            String id = home.production().id();
            ReadFiles read = new ReadFiles();
            Cuts cuts = new Cuts(home.store, new TestClock(), name -> new Results(folder.resolve("made"), read));
            int first = made(cuts, id, null, "first", 4);
            int second = made(cuts, id, first, "second", 5);
            int third = made(cuts, id, first, "third", 6);
            assertThat(cuts.open(id)).get().extracting(CutVersion::number).isEqualTo(third);
            assertThat(cuts.undo(id)).get().extracting(CutVersion::number).isEqualTo(first);
            assertThat(read.json(folder.resolve("made/cut.json"), CutView.class))
                    .get()
                    .satisfies(
                            cut -> assertThat(cut.shots().getFirst().songEnd()).isEqualTo(4));
            assertThat(cuts.redo(id)).get().extracting(CutVersion::number).isEqualTo(third);
            assertThat(cuts.open(id, second)).isTrue();
            assertThat(cuts.open(id, 99)).isFalse();
            new Results(folder.resolve("made"), read)
                    .write("cut.json", new CutView(List.of(), List.of(), List.of(), "25", first, List.of(), List.of()));
            cuts.open(id);
            assertThat(new Results(folder.resolve("made"), new ReadFiles()).cut())
                    .as("files that were left behind follow the row")
                    .get()
                    .extracting(CutView::version)
                    .isEqualTo(second);
            cuts.lock(id, second, 0, true);
            assertThat(cuts.open(id))
                    .get()
                    .satisfies(version -> assertThat(version.wishes().locks()).hasSize(1));
            cuts.close(id);
            assertThat(cuts.open(id)).isEmpty();
            assertThat(cuts.of(id)).extracting(CutVersion::words).containsExactly("third", "second", "first");
        }
    }

    @Test
    void aChangeIsMadeOnWhatIsSeenAndNotWhileAnotherOneIsBeingMade() {
        try (OpenHome home = new OpenHome(folder, new TestClock())) {
            String id = home.production().id();
            Cuts cuts =
                    new Cuts(home.store, new TestClock(), name -> new Results(folder.resolve("made"), new ReadFiles()));
            int first = made(cuts, id, null, "first", 4);
            CutEdit swap = CutEdit.swap(CUT, 1, "d.mov", 7.5);
            int second = cuts.ask(id, first, swap, home.owner.id());

            assertThatThrownBy(() -> cuts.ask(id, first, CutEdit.ban(CUT, 0, true), home.owner.id()))
                    .hasMessageContaining("being made");
            assertThatThrownBy(() -> cuts.lock(id, first, 0, true)).hasMessageContaining("being made");
            assertThat(cuts.asked(id)).extracting(CutVersion::number).containsExactly(second);

            new Results(folder.resolve("made"), new ReadFiles())
                    .version(second)
                    .write(
                            "cut.json",
                            new CutView(CUT.shots(), List.of(), List.of(), "25", second, List.of(), List.of()));
            cuts.ready(id, second);
            assertThatThrownBy(() -> cuts.ask(id, first, swap, home.owner.id())).hasMessageContaining("meanwhile");
            cuts.lock(id, second, 0, true);
            assertThat(cuts.ask(id, second, swap, home.owner.id())).isEqualTo(second + 1);
            cuts.close(id);
            assertThat(cuts.asked(id)).isEmpty();
        }
    }

    @Test
    void whatIsBeingWrittenIsNothingToPlanAndFailsWhereItsProcessEnds() {
        try (OpenHome home = new OpenHome(folder, new TestClock())) {
            String id = home.production().id();
            Cuts cuts =
                    new Cuts(home.store, new TestClock(), name -> new Results(folder.resolve("made"), new ReadFiles()));
            int open = made(cuts, id, null, "first", 4);
            cuts.begin(id, open, "as it came back", home.owner.id(), CutWishes.NONE, null);
            assertThat(cuts.asked(id)).isEmpty();
            cuts.ask(id, open, CutEdit.ban(CUT, 0, true), home.owner.id());

            assertThat(cuts.afterStart()).containsExactly(id);
            assertThat(cuts.of(id))
                    .extracting(CutVersion::state)
                    .containsExactly(CutVersion.State.ASKED, CutVersion.State.FAILED, CutVersion.State.READY);
        }
    }

    @Test
    void aCutOfTheMachineDoesNotTakeThePlaceOfOneThatPeopleMadeMeanwhile() {
        try (OpenHome home = new OpenHome(folder, new TestClock())) {
            String id = home.production().id();
            Cuts cuts =
                    new Cuts(home.store, new TestClock(), name -> new Results(folder.resolve("made"), new ReadFiles()));
            int first = made(cuts, id, null, "first", 4);
            int machine = cuts.begin(id, first, "cut anew", null, CutWishes.NONE, CutWishes.NONE);
            int taken = cuts.begin(id, first, "as it came back", home.owner.id(), CutWishes.NONE, null);
            cuts.fill(id, taken, () -> {});
            cuts.ready(id, machine);
            assertThat(cuts.byNumber(id, machine)).get().matches(CutVersion::isReady);
            assertThat(cuts.open(id)).get().extracting(CutVersion::number).isEqualTo(taken);
        }
    }

    private int made(
            Cuts cuts, String id, @org.jspecify.annotations.Nullable Integer parent, String words, double end) {
        int number = cuts.begin(id, parent, words, null, CutWishes.NONE, CutWishes.NONE);
        new Results(folder.resolve("made"), new ReadFiles())
                .version(number)
                .write(
                        "cut.json",
                        new CutView(
                                List.of(shot("a.mov", 0, end)),
                                List.of(),
                                List.of(),
                                "25",
                                number,
                                List.of(),
                                List.of()));
        cuts.ready(id, number);
        return number;
    }

    private static Choice shot(@org.jspecify.annotations.Nullable String clip, double from, double to) {
        return new Choice(
                clip,
                "A",
                List.of(),
                clip == null ? null : from + 1,
                from,
                to,
                "",
                List.of("because"),
                Map.of(),
                null,
                null);
    }
}
