package backbeat.engine.song;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SectionBordersTest {
    private static final int RATE = SongSpectra.SAMPLE_RATE;
    private static final double BEAT = 0.5;

    @Test
    void sectionsBeginWhereTheMusicChangesAndEqualMusicHasEqualLetters() {
        SongMap map = MeasureSongs.map(song("AABABB", 8));
        List<Double> starts =
                map.sections().stream().map(SongMap.Section::start).toList();
        // Two As in a row may be one section; a change from one to the other is a border.
        for (double border : new double[] {32, 48, 64}) {
            assertThat(starts)
                    .anySatisfy(start -> assertThat(Math.abs(start - border)).isLessThan(0.1));
        }
        assertThat(at(map, 10).label()).isEqualTo(at(map, 50).label());
        assertThat(at(map, 36).label()).isEqualTo(at(map, 70).label());
        assertThat(at(map, 10).label()).isNotEqualTo(at(map, 36).label());
        assertThat(at(map, 70).role()).isEqualTo("chorus");
    }

    @Test
    void softMusicAroundALoudSongIsItsFrameAndNotItsChorus() {
        SongMap map = MeasureSongs.map(song("ABA", 8));
        assertThat(map.sections().getFirst().role()).isEqualTo("intro");
        assertThat(map.sections().getLast().role()).isEqualTo("outro");
        assertThat(map.hooks()).isEmpty();
    }

    @Test
    void bordersThatWereSaidAreKeptAndOthersMayBeForbidden() {
        double[] odds = new double[32];
        Arrays.fill(odds, -6);
        odds[8] = 4;
        odds[16] = 4;
        odds[24] = 4;
        assertThat(SectionBorders.of(odds, Set.of(), Set.of())).containsExactly(0, 8, 16, 24);
        assertThat(SectionBorders.of(odds, Set.of(13), Set.of(16))).containsExactly(0, 8, 13, 24);
        assertThat(SectionBorders.of(odds, Set.of(4, 10, 17), Set.of()))
                .as("a word changes the border that it is about and no other")
                .containsExactly(0, 4, 8, 10, 17, 24);
        assertThat(SectionBorders.of(new double[1], Set.of(), Set.of())).containsExactly(0);
    }

    @Test
    void oneBarAndSilenceHaveCurvesToo() {
        HeardSong heard = MeasureSongs.heard(new float[6 * RATE]);
        List<SongMap.Bar> one = List.of(new SongMap.Bar(1, 0, 2, "4/4", 4, 1, null));
        BarFeatures features = BarFeatures.of(heard.spectra(), one, heard.energy());
        assertThat(BorderCurves.of(features).rows).hasDimensions(1, BorderCurves.CURVES);
        for (double odds : SectionBorders.odds(BorderCurves.of(features))) {
            assertThat(odds).isFinite();
        }
    }

    private static SongMap.Section at(SongMap map, double time) {
        return map.sections().stream()
                .filter(section -> time >= section.start() && time < section.end())
                .findFirst()
                .orElseThrow();
    }

    /** A is soft with kick and snare on one progression, B loud with hats on another. */
    private static float[] song(String form, int bars) {
        float[] song = new float[(int) (form.length() * bars * 4 * BEAT * RATE)];
        Random random = new Random(6);
        double[][] roots = {{220, 174.6, 261.6, 196}, {146.8, 196, 130.8, 174.6}};
        List<Integer> kinds = new ArrayList<>();
        form.chars().forEach(c -> kinds.add(c - 'A'));
        for (int beat = 0; beat < form.length() * bars * 4; beat++) {
            int kind = kinds.get(beat / (4 * bars));
            double start = beat * BEAT;
            double level = kind == 0 ? 0.2 : 0.5;
            if (beat % 2 == 0) {
                tone(song, start, 0.15, 55, 0.9 * level);
            } else {
                noise(song, start, 0.1, 0.5 * level, random);
            }
            for (int hat = 0; hat < (kind == 0 ? 1 : 4); hat++) {
                noise(song, start + hat * BEAT / 4, 0.03, 0.2 * level, random);
            }
            if (beat % 4 == 0) {
                double root = roots[kind][beat / 4 % 4];
                for (double ratio : new double[] {1, kind == 0 ? 1.19 : 1.26, 1.5, kind == 0 ? 2 : 4}) {
                    tone(song, start, 4 * BEAT, root * ratio, 0.15 * level);
                }
            }
        }
        return song;
    }

    private static void tone(float[] song, double start, double seconds, double hz, double level) {
        int from = (int) Math.round(start * RATE);
        for (int i = 0; i < seconds * RATE && from + i < song.length; i++) {
            song[from + i] +=
                    (float) (level * Math.exp(-3.0 * i / (seconds * RATE)) * Math.sin(2 * Math.PI * hz * i / RATE));
        }
    }

    private static void noise(float[] song, double start, double seconds, double level, Random random) {
        int from = (int) Math.round(start * RATE);
        for (int i = 0; i < seconds * RATE && from + i < song.length; i++) {
            song[from + i] += (float) (level * Math.exp(-4.0 * i / (seconds * RATE)) * random.nextGaussian());
        }
    }
}
