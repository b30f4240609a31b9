package backbeat.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import backbeat.engine.sync.SyncResult.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class OverlapsTest {
    private static Match match(double from, double to) {
        double speed = 1.25;
        return new Match(
                from,
                to,
                10 + speed * from,
                10 + speed * to,
                speed,
                "5/4",
                "varispeed",
                0,
                1,
                1e-5,
                0.999,
                List.of(),
                Map.of());
    }

    @Test
    void whatTwoStretchesBothHeardIsKeptOnceAndLongest() {
        assertThat(Overlaps.resolved(List.of(match(200, 293), match(280, 293), match(294, 340))))
                .extracting(Match::clipStart, Match::clipEnd)
                .containsExactly(tuple(200.0, 293.0), tuple(294.0, 340.0));
    }

    @Property(tries = 200)
    void matchesNeverOverlapAndStayOnTheirLines(
            @ForAll @Size(min = 2, max = 12) List<@DoubleRange(min = 0, max = 100) Double> edges) {
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i + 1 < edges.size(); i += 2) {
            double from = Math.min(edges.get(i), edges.get(i + 1));
            matches.add(match(from, Math.max(edges.get(i), edges.get(i + 1)) + 0.1));
        }
        List<Match> resolved = Overlaps.resolved(matches);
        assertThat(resolved).isNotEmpty();
        for (int i = 0; i < resolved.size(); i++) {
            Match match = resolved.get(i);
            assertThat(match.clipEnd()).isGreaterThan(match.clipStart());
            assertThat(match.songStart()).isCloseTo(10 + 1.25 * match.clipStart(), within(1e-9));
            if (i > 0) {
                assertThat(match.clipStart())
                        .isGreaterThanOrEqualTo(resolved.get(i - 1).clipEnd());
            }
        }
    }
}
