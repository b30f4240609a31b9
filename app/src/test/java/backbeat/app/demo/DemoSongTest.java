package backbeat.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoSongTest {
    @TempDir
    Path folder;

    @Test
    void aSeedAlwaysGivesTheSameSongAndAnotherSeedGivesAnother() {
        var form = DemoPlan.full(1).form();
        assertThat(Composer.song(1, form)).isEqualTo(Composer.song(1, form));
        assertThat(Composer.song(1, form).notes())
                .isNotEqualTo(Composer.song(2, form).notes());
    }

    @Test
    void notesComeInOrderAndBeginInsideTheSong() {
        Score score = Composer.song(3, DemoPlan.full(3).form());
        assertThat(score.notes())
                .isSortedAccordingTo((a, b) -> Double.compare(a.beat(), b.beat()))
                .allSatisfy(note -> assertThat(score.timeOfBeat(note.beat())).isBetween(0.0, score.seconds()));
    }

    @Test
    void theSameScoreIsPlayedAlikeToTheLastSample() {
        Score score = Composer.song(1, DemoPlan.tiny().form());
        assertThat(Studio.record(score, 1).mono())
                .containsExactly(Studio.record(score, 1).mono());
    }

    @Test
    void theSongFileHoldsEverySampleOfTwoChannelsIn24Bits() throws IOException {
        Bus song = new Bus(1000);
        song.left[0] = 0.5f;
        song.right[999] = -1;
        Path file = folder.resolve("song.wav");
        WaveFile.writeSong(file, song);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes.capacity()).isEqualTo(44 + 6 * 1000);
        assertThat(bytes.getInt(4)).isEqualTo(bytes.capacity() - 8);
        assertThat(bytes.getInt(40)).isEqualTo(6 * 1000);
        assertThat(bytes.getInt(43) >> 8).isEqualTo(Math.round(0.5f * 8388607));
        assertThat(bytes.getInt(bytes.capacity() - 4) >> 8).isEqualTo(-8388607);
    }

    @Test
    void everyKindOfTroubleIsAmongTheTakes() {
        DemoPlan plan = DemoPlan.full(5);
        assertThat(plan.takes().stream().map(Take::heard).collect(Collectors.toSet()))
                .isEqualTo(Set.of(Take.Heard.values()));
        assertThat(plan.takes()).extracting(Take::speed).contains(1, 2);
        assertThat(plan.takes()).extracting(Take::path).doesNotHaveDuplicates().doesNotContain(plan.brokenPath());
    }
}
