package backbeat.studio.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backbeat.engine.cut.CutWishes;
import backbeat.engine.derive.CancelledException;
import backbeat.studio.OpenHome;
import backbeat.studio.TestClock;
import backbeat.studio.edit.CutVersion.State;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskedCutsTest {
    @TempDir
    private Path folder;

    private OpenHome home;
    private String production;
    private Cuts cuts;
    private CutVersions versions;

    @BeforeEach
    void openHome() {
        home = new OpenHome(folder.resolve("home"), new TestClock());
        production = home.production().id();
        versions = new CutVersions(home.store, new TestClock());
        cuts = new Cuts(home.store, new TestClock(), id -> new Results(folder.resolve("made"), new ReadFiles()));
    }

    @AfterEach
    void closeHome() {
        home.close();
    }

    private int asked(String words) {
        return versions.add(
                production,
                new CutVersions.Asked(null, words, home.owner.id(), CutWishes.NONE, CutWishes.NONE),
                State.ASKED);
    }

    private List<State> states() {
        return cuts.of(production).reversed().stream().map(CutVersion::state).toList();
    }

    @Test
    void oneThatCannotBeMadeFailsAloneAndIsNotTriedAgain() {
        int faulty = asked("makes the planner fail");
        asked("is fine");
        assertThatThrownBy(() -> new AskedCuts(cuts, production).makeEach(version -> {
                    if (version.number() == faulty) {
                        throw new IllegalStateException("fault");
                    }
                    cuts.ready(production, version.number());
                }))
                .hasMessage("fault");
        assertThat(states()).containsExactly(State.FAILED, State.READY);
        assertThat(new AskedCuts(cuts, production).any()).isFalse();
    }

    @Test
    void whatTheEndOfTheProgramCutsShortIsStillAskedForWhatSomebodyStoppedIsNot() {
        asked("cut short");
        AskedCuts now = new AskedCuts(cuts, production);
        assertThatThrownBy(() -> now.makeEach(version -> {
                    throw new CancelledException();
                }))
                .isInstanceOf(CancelledException.class);
        assertThat(states()).containsExactly(State.ASKED);
        cuts.stopped(production);
        assertThat(states()).containsExactly(State.FAILED);
    }
}
