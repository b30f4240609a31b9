package backbeat.engine.song;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import backbeat.engine.derive.JsonFile;
import backbeat.engine.derive.Work;
import backbeat.engine.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrectionsTest {
    private static final String HAND = Correction.HAND;
    private static final double BPM = 118;
    private static final double BEAT = 60 / BPM;
    private static final double FIRST = 0.41;
    private static final HeardSong HEARD = MeasureSongs.heard(SongMapperTest.band());

    private static SongMap with(Correction... said) {
        return new SongMapper(HEARD, Corrections.of(List.of(said))).map(Work.quiet());
    }

    private static double bpm(SongMap map) {
        return map.tempo().getFirst().bpm();
    }

    @Test
    void doubledAndHalvedBeatsKeepTheMusic() {
        SongMap doubled = with(new Correction.Level(2 * BPM, HAND));
        assertThat(bpm(doubled)).isCloseTo(2 * BPM, within(0.5));
        SongMap halved = with(new Correction.Level(BPM / 2, HAND));
        assertThat(bpm(halved)).isCloseTo(BPM / 2, within(0.2));
        assertThat(bpm(with(new Correction.Level(BPM / 3, HAND)))).isCloseTo(BPM / 3, within(0.2));
        assertThat(halved.beats()).allSatisfy(beat -> {
            double beats = (beat.time() - FIRST) / BEAT;
            assertThat(beats).isCloseTo(Math.rint(beats), within(0.05));
        });
    }

    @Test
    void levelsCanBeChangedThereAndBack() {
        SongMap back = with(new Correction.Level(2 * BPM, HAND), new Correction.Level(BPM, HAND));
        assertThat(back.beats())
                .extracting(SongMap.Beat::time)
                .isEqualTo(with().beats().stream().map(SongMap.Beat::time).toList());
    }

    @Test
    void aShiftPutsTheBeatsBetweenThoseBefore() {
        SongMap shifted = with(new Correction.Phase(FIRST + 4.5 * BEAT, BPM, HAND));
        assertThat(bpm(shifted)).isCloseTo(BPM, within(0.5));
        assertThat(shifted.beats().get(8).time() - FIRST)
                .satisfies(time -> assertThat(Math.abs(time / BEAT - Math.floor(time / BEAT) - 0.5))
                        .isLessThan(0.1));
    }

    @Test
    void oneAnswerMovesAllBars() {
        SongMap map = with(new Correction.Downbeat(FIRST + 21 * BEAT, HAND));
        assertThat(map.bars()).hasSizeGreaterThan(12).allSatisfy(bar -> {
            double beats = (bar.start() - FIRST) / BEAT;
            assertThat(Math.rint(beats) % 4).isEqualTo(1);
            assertThat(bar.beats()).isEqualTo(4);
        });
        assertThat(map.beats().getFirst().bar()).isZero();
    }

    @Test
    void twoAnswersThatDisagreeLeaveOneShortBarBetweenThem() {
        SongMap map =
                with(new Correction.Downbeat(FIRST + 8 * BEAT, HAND), new Correction.Downbeat(FIRST + 34 * BEAT, HAND));
        assertThat(map.bars()).anySatisfy(bar -> assertThat(bar.start()).isCloseTo(FIRST + 8 * BEAT, within(0.02)));
        assertThat(map.bars()).anySatisfy(bar -> assertThat(bar.start()).isCloseTo(FIRST + 34 * BEAT, within(0.02)));
        long others = map.bars().stream()
                .limit(map.bars().size() - 1)
                .filter(bar -> Math.rint((bar.end() - bar.start()) / BEAT) != 4)
                .count();
        assertThat(others).isOne();
    }

    @Test
    void aMetreHoldsFromItsBarOnAndKeepsItsName() {
        SongMap map = with(new Correction.Metre(FIRST + 16 * BEAT, "3/4", HAND));
        assertThat(map.metre()).extracting(SongMap.Metre::metre).containsExactly("4/4", "3/4");
        assertThat(map.metre().getLast().start()).isCloseTo(FIRST + 16 * BEAT, within(0.02));
        assertThat(with(new Correction.Metre(FIRST, "6/8", HAND)).bars())
                .allSatisfy(bar -> assertThat(bar.metre()).isEqualTo("6/8"));
    }

    @Test
    void theSequencersTempoIsHeldExactly() {
        SongMap map = with(new Correction.Tempo(0.5, 120, HAND));
        assertThat(map.beats()).extracting(SongMap.Beat::time).startsWith(0.5, 1.0, 1.5, 2.0);
        assertThat(map.bars().getFirst().start()).isEqualTo(0.5);
        assertThat(bpm(map)).isEqualTo(120);
    }

    @Test
    void aTempoMapGivesEveryBarAndHolesAreFilled() {
        List<Correction.SaidBar> bars = List.of(
                new Correction.SaidBar("3/4", List.of(0.5, 1.0, 1.5)),
                new Correction.SaidBar("2/4", List.of(2.0, 2.6)),
                new Correction.SaidBar("4/4", List.of(5.6, 6.2, 6.8, 7.4)));
        SongMap map = with(new Correction.TempoMap(bars, "song.mid"));
        assertThat(map.beats())
                .extracting(SongMap.Beat::time)
                .startsWith(0.5, 1.0, 1.5, 2.0, 2.6, 3.2, 3.8, 4.4, 5.0, 5.6);
        assertThat(map.bars()).extracting(SongMap.Bar::metre).startsWith("3/4", "2/4");
        assertThat(map.bars()).anySatisfy(bar -> assertThat(bar.start()).isEqualTo(5.6));
    }

    @Test
    void eightTapsSayLevelAndPhaseOfTheWholeSong() {
        Random hand = new Random(4);
        List<Double> taps = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            taps.add(FIRST + (9 + 2 * i) * BEAT + 0.02 * hand.nextGaussian());
        }
        SongMap map = with(new Correction.Taps(taps, HAND));
        assertThat(bpm(map)).isCloseTo(BPM / 2, within(0.3));
        assertThat(map.beats())
                .allSatisfy(beat -> assertThat(Math.floorMod(Math.round((beat.time() - FIRST) / BEAT), 2))
                        .isOne());
    }

    @Test
    void aNoisyFileHasABeatWhenSomebodySaysSo() {
        float[] noise = new float[20 * SongSpectra.SAMPLE_RATE];
        Random random = new Random(3);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (0.2 * random.nextGaussian());
        }
        HeardSong heard = MeasureSongs.heard(noise);
        assertThat(new SongMapper(heard, Corrections.none()).map(Work.quiet()).steady())
                .isFalse();
        Corrections said = Corrections.none().with(new Correction.Tempo(1, 100, HAND));
        assertThat(new SongMapper(heard, said).map(Work.quiet()).steady()).isTrue();
    }

    @Test
    void sectionsBeginEndAndAreNamedAsSomebodySaid() {
        double middle = FIRST + 24 * BEAT;
        SongMap map = with(
                new Correction.Border(middle + 0.2, HAND),
                new Correction.NoBorder(FIRST + 32 * BEAT, HAND),
                new Correction.Named(middle + 1, "solo", null, HAND),
                new Correction.Named(1, null, "Q", HAND));
        assertThat(map.sections())
                .extracting(SongMap.Section::start)
                .anySatisfy(start -> assertThat(start).isCloseTo(middle, within(0.02)))
                .noneSatisfy(start -> assertThat(start).isCloseTo(FIRST + 32 * BEAT, within(0.02)));
        assertThat(map.sections())
                .anySatisfy(section -> assertThat(section.role()).isEqualTo("solo"));
        assertThat(map.sections().getFirst().label()).isEqualTo("Q");
    }

    @Test
    void correctionsTravelInTheMapAndReadBackTheSame(@TempDir Path folder) throws Exception {
        List<Correction> all = List.of(
                new Correction.Downbeat(0.5631, HAND),
                new Correction.Phase(1, 100, HAND),
                new Correction.Level(100, HAND),
                new Correction.Metre(0, "7/8", HAND),
                new Correction.Tempo(0, 100, HAND),
                new Correction.TempoMap(List.of(new Correction.SaidBar("4/4", List.of(0.0, 0.5))), "a.mid"),
                new Correction.Taps(List.of(1.0, 2.0, 3.0, 4.0), HAND),
                new Correction.Border(1, HAND),
                new Correction.NoBorder(1, HAND),
                new Correction.Named(1, "chorus", null, HAND));
        SongMap map = with(all.toArray(Correction[]::new));
        Path file = folder.resolve("map.json");
        JsonFile.write(file, map);
        assertThat(Corrections.read(file).all()).isEqualTo(all);
        assertThat(Files.readString(file).replaceAll("\\s", ""))
                .contains("{\"kind\":\"downbeat\",\"at\":0.5631,\"by\":\"hand\"}");
        assertThat(JsonFile.read(file, SongMap.class)).isEqualTo(map);
    }

    @Test
    void whatIsNoCorrectionIsToldAsAProblem(@TempDir Path folder) throws Exception {
        for (String text : List.of(
                "{\"corrections\":[{\"kind\":\"metre\",\"at\":1,\"metre\":\"4/5\",\"by\":\"hand\"}]}",
                "{\"corrections\":[{\"kind\":\"magic\"}]}",
                "{\"corrections\":[{\"kind\":\"downbeat\",\"at\":-1}]}",
                "no JSON")) {
            Path file = Files.writeString(folder.resolve("c.json"), text);
            assertThatThrownBy(() -> Corrections.read(file))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.problem().code()).isEqualTo("song/corrections-unreadable"));
        }
    }

    @Test
    void whatWasKeptOfASongGivesTheSameMap(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("heard");
        HeardFile.write(file, HEARD);
        Corrections said = Corrections.none().with(new Correction.Downbeat(2, HAND));
        assertThat(new SongMapper(HeardFile.read(file), said).map(Work.quiet()))
                .isEqualTo(new SongMapper(HEARD, said).map(Work.quiet()));
    }
}
