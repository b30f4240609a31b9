package backbeat.engine.song;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backbeat.engine.derive.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VersionAlignmentTest {
    private static final int RATE = SongSpectra.SAMPLE_RATE;
    private static final double BAR = 2;
    private static final int BARS = 24;
    private static final float[] OLD = song();

    @Test
    void aNewMixWithAnotherStartIsOneStretch() {
        float[] mix = new float[OLD.length + 13_000];
        for (int i = 0; i < OLD.length; i++) {
            mix[i + 13_000] = (float) Math.tanh(2 * OLD[i]);
        }
        List<VersionAlignment.Stretch> found = align(mix);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().newTime(10)).isCloseTo(10 + 13_000.0 / RATE, within(0.004));
        assertThat(found.getFirst().speed()).isEqualTo(1);
    }

    @Test
    void anEditIsFoundPieceByPieceAndNewBarsAreLeftAlone() {
        // Bars 0-7, then 12-23, then four bars of another song.
        float[] other = new float[(int) (4 * BAR * RATE)];
        Random random = new Random(9);
        for (int i = 0; i < other.length; i++) {
            other[i] = (float) (0.1 * random.nextGaussian());
        }
        float[] edit = joined(piece(0, 8), piece(12, 24), other);
        List<VersionAlignment.Stretch> found = align(edit);
        assertThat(found).hasSize(2);
        assertThat(found.get(0).oldTime(5)).isCloseTo(5, within(0.004));
        assertThat(found.get(1).oldTime(20)).isCloseTo(20 + 4 * BAR, within(0.004));
        assertThat(found.get(0).to()).isCloseTo(8 * BAR, within(1.1));
        assertThat(found.get(1).to()).isCloseTo(20 * BAR, within(1.1));
    }

    @Test
    void anotherSpeedIsTriedAndKept() {
        float[] faster = new float[(int) (OLD.length / 1.05)];
        for (int i = 0; i < faster.length; i++) {
            faster[i] = OLD[(int) (i * 1.05)];
        }
        List<VersionAlignment.Stretch> found = VersionAlignment.of(
                MeasureSongs.heard(OLD.clone()).spectra(),
                MeasureSongs.heard(faster).spectra(),
                List.of(1.0, 1.0492),
                Work.quiet());
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().oldTime(30)).isCloseTo(31.5, within(0.02));
    }

    @Test
    void theMapFollowsTheEditAndTellsWhatIsGone() {
        SongMap map = new SongMapper(
                        MeasureSongs.heard(OLD.clone()),
                        Corrections.of(List.of(
                                new Correction.Tempo(0, 120, "hand"),
                                new Correction.Kept(0, 48, "hand"),
                                new Correction.Border(16, "hand"),
                                new Correction.Border(24, "hand"),
                                new Correction.Named(20, "bridge", "X", "hand"),
                                new Correction.Named(30, "chorus", "Y", "hand"))))
                .map(Work.quiet());
        float[] edit = joined(piece(0, 8), piece(12, 24));
        CarriedMap carried = CarriedMap.of(map, align(edit), edit.length / (double) RATE, "old.wav");
        assertThat(carried.sections()).anySatisfy(moved -> {
            assertThat(moved.name()).isEqualTo("bridge X");
            assertThat(moved.newStart()).isNull();
        });
        SongMap after = new SongMapper(MeasureSongs.heard(edit), carried.corrections()).map(Work.quiet());
        assertThat(after.bars()).hasSize(20);
        assertThat(after.bars().get(10).start()).isCloseTo(20, within(0.006));
        assertThat(after.sections())
                .extracting(SongMap.Section::role)
                .contains("chorus")
                .doesNotContain("bridge");
        assertThat(after.sections().getLast().start()).isCloseTo(16, within(0.006));
    }

    private static List<VersionAlignment.Stretch> align(float[] version) {
        return VersionAlignment.of(
                MeasureSongs.heard(OLD.clone()).spectra(),
                MeasureSongs.heard(version.clone()).spectra(),
                List.of(1.0),
                Work.quiet());
    }

    private static float[] piece(int fromBar, int toBar) {
        return Arrays.copyOfRange(OLD, (int) (fromBar * BAR * RATE), (int) (toBar * BAR * RATE));
    }

    private static float[] joined(float[]... pieces) {
        int length = Arrays.stream(pieces).mapToInt(piece -> piece.length).sum();
        float[] all = new float[length];
        int at = 0;
        for (float[] piece : pieces) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        return all;
    }

    /** Chords that do not come back in the same order, with a click on each beat. */
    private static float[] song() {
        float[] song = new float[(int) (BARS * BAR * RATE)];
        Random random = new Random(2);
        List<Double> roots = new ArrayList<>();
        for (int bar = 0; bar < BARS; bar++) {
            roots.add(110 * Math.pow(2, random.nextInt(12) / 12.0));
        }
        for (int i = 0; i < song.length; i++) {
            double time = (double) i / RATE;
            int bar = (int) (time / BAR);
            double third = bar % 3 == 0 ? 1.19 : 1.26;
            double sum = 0;
            for (double ratio : new double[] {1, third, 1.5, 2}) {
                sum += Math.sin(2 * Math.PI * roots.get(bar) * ratio * time);
            }
            double sinceBeat = time % 0.5;
            song[i] = (float) (0.08 * sum * Math.exp(-1.5 * (time % BAR))
                    + 0.3 * Math.exp(-200 * sinceBeat) * random.nextGaussian());
        }
        return song;
    }
}
