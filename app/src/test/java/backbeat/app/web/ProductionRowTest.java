package backbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.studio.production.Kind;
import backbeat.studio.production.Production;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProductionRowTest {
    private static final Production NOTHING_YET =
            new Production("p", "Sundown", "Band", Kind.MUSIC_VIDEO, Instant.EPOCH, null, null);

    private static StageView stage(String key, int percent, boolean touched) {
        return new StageView(key, key, "plan", percent, touched, "", "", false, "");
    }

    private static String stageOf(StageView... stages) {
        return new ProductionRow(NOTHING_YET, List.of(stages), "", "", "", 0, 0, 0, "", false, List.of())
                .stage()
                .key();
    }

    @Test
    void aProductionStandsInTheFirstStageThatIsNotDone() {
        assertThat(stageOf(stage("idea", 100, true), stage("plan", 40, true), stage("shoot", 0, true)))
                .isEqualTo("plan");
        assertThat(stageOf(stage("idea", 100, true), stage("plan", 0, true), stage("shoot", 60, true)))
                .isEqualTo("plan");
    }

    @Test
    void aStageThatNobodyPlannedIsPassedOverOnceALaterOneHasBegun() {
        assertThat(stageOf(stage("idea", 100, true), stage("plan", 0, false), stage("cut", 70, true)))
                .isEqualTo("cut");
        assertThat(stageOf(stage("idea", 100, true), stage("plan", 0, false), stage("cut", 0, false)))
                .isEqualTo("plan");
    }
}
