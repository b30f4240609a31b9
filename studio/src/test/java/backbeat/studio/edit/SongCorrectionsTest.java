package backbeat.studio.edit;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.song.Correction;
import backbeat.studio.OpenHome;
import backbeat.studio.TestClock;
import backbeat.studio.production.Production;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SongCorrectionsTest {
    @TempDir
    private Path folder;

    private static final Correction ONE = new Correction.Downbeat(1.25, Correction.HAND);
    private static final Correction FASTER = new Correction.Level(174, Correction.HAND);
    private static final Correction NAME = new Correction.Named(30, "chorus", null, Correction.HAND);

    @Test
    void whatIsOneWordIsTakenBackAsOne() {
        try (OpenHome home = new OpenHome(folder, new TestClock())) {
            SongCorrections corrections = new SongCorrections(home.store, new TestClock());
            String id = home.production().id();
            corrections.say(id, ONE, "one", home.owner);
            corrections.say(id, List.of(FASTER, NAME), "both", home.owner);
            assertThat(corrections.of(id).all()).containsExactly(ONE, FASTER, NAME);
            assertThat(corrections.history(id))
                    .extracting(SongCorrections.Said::words)
                    .containsExactly("one", "both");
            assertThat(corrections.undo(id)).contains("both");
            assertThat(corrections.of(id).all()).containsExactly(ONE);
            assertThat(corrections.redo(id)).contains("both");
            assertThat(corrections.of(id).all()).containsExactly(ONE, FASTER, NAME);
        }
    }

    @Test
    void whatIsSaidIsTakenBackAndSaidAgainInItsOrder() {
        try (OpenHome home = new OpenHome(folder, new TestClock())) {
            SongCorrections corrections = new SongCorrections(home.store, new TestClock());
            Production production = home.production();
            String id = production.id();
            corrections.say(id, ONE, "one", home.owner);
            corrections.say(id, FASTER, "faster", home.owner);
            assertThat(corrections.of(id).all()).containsExactly(ONE, FASTER);
            assertThat(corrections.undo(id)).contains("faster");
            assertThat(corrections.undo(id)).contains("one");
            assertThat(corrections.undo(id)).isEmpty();
            assertThat(corrections.of(id).all()).isEmpty();
            assertThat(corrections.redo(id)).contains("one");
            assertThat(corrections.of(id).all()).containsExactly(ONE);
            corrections.say(id, NAME, "name", home.owner);
            assertThat(corrections.redo(id)).isEmpty();
            assertThat(corrections.of(id).all()).containsExactly(ONE, NAME);
            assertThat(corrections.history(id))
                    .extracting(SongCorrections.Said::words)
                    .containsExactly("one", "name");
        }
    }

    @Test
    void productionsDoNotHearEachOther() {
        try (OpenHome home = new OpenHome(folder, new TestClock())) {
            SongCorrections corrections = new SongCorrections(home.store, new TestClock());
            corrections.say(home.production().id(), ONE, "one", home.owner);
            assertThat(corrections.of(home.production().id()).all()).isEmpty();
        }
    }
}
