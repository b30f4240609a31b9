package backbeat.studio.edit;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.derive.Fingerprint;
import backbeat.engine.footage.Clip;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.time.Rational;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClipGroupsTest {
    @Test
    void shortClipsShareAPieceAndALongOneHasItsOwn() {
        List<String> pieces =
                ClipGroups.of(List.of(clip("A/a b.mov", 8), clip("b", 15), clip("c", 600), clip("d", 10)));
        assertThat(pieces).hasSize(3);
        assertThat(ClipGroups.paths(pieces.getFirst())).containsExactly("A/a b.mov", "b");
        assertThat(ClipGroups.paths(pieces.get(1))).containsExactly("c");
        assertThat(ClipGroups.paths(pieces.getLast())).containsExactly("d");
    }

    @Test
    void whatIsOnePieceIsNone() {
        assertThat(ClipGroups.of(List.of(clip("a", 8), clip("b", 10)))).isEmpty();
        assertThat(ClipGroups.of(List.of())).isEmpty();
    }

    private static Clip clip(String path, long seconds) {
        Path file = Path.of(path);
        MediaFacts facts =
                new MediaFacts(file, "mov", Rational.of(seconds), Rational.ZERO, null, null, List.of(), null);
        return new Clip(path, path, "A", "", List.of(facts), file, new Fingerprint(path), facts);
    }
}
