package backbeat.engine.take;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlateLogTest {
    private static SlateLog.Entry only(String... lines) {
        return SlateLog.of(String.join("\n", lines), "slate.csv").entries().getFirst();
    }

    @Test
    void separatorsWithinQuotesArePartOfTheText() {
        SlateLog.Entry entry = only("clip,notes,take", "A001.mov,\"pan, then \"\"tilt\"\"; good\",3");
        assertThat(entry.clip()).isEqualTo("A001.mov");
        assertThat(entry.take()).isEqualTo("/3");
    }

    @Test
    void theHeaderTellsWhatPartsTheCells() {
        assertThat(only("clip\tnotes\ttake", "A001.mov\tone; two, three\t4").take())
                .isEqualTo("/4");
        assertThat(only("clip;slate;take", "A001.mov;12,b;4").take()).isEqualTo("12,b/4");
    }

    @Test
    void placesOnTheSongAreReadAsPeopleWriteThem() {
        assertThat(only("clip;song", "A001.mov;72,5").songSeconds()).isEqualTo(72.5);
        assertThat(only("clip,song", "A001.mov,1:12.5").songSeconds()).isEqualTo(72.5);
        assertThat(only("clip,song", "A001.mov,after the bridge").songSeconds()).isNegative();
    }
}
