package backbeat.engine.ltc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Timecode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LtcReaderTest {
    private static final Path VECTORS = Path.of("../../shared/data/interchange/ltc");
    private static final int FRAMES_TO_FIND_THE_CLOCK = 2;

    @Property(tries = 60)
    void everyFrameIsReadAtAnyRateSpeedSampleRateAndLevel(
            @ForAll @IntRange(max = 4) int rateIndex,
            @ForAll @IntRange(max = 2_073_599) int startFrame,
            @ForAll @IntRange(min = 8_000, max = 192_000) int sampleRate,
            @ForAll @DoubleRange(min = 0.5, max = 2) double asked,
            @ForAll int userBits,
            @ForAll boolean backwards,
            @ForAll boolean inverted,
            @ForAll @DoubleRange(min = -60, max = 0) double decibels) {
        Rate rate = LtcSound.RATES.get(rateIndex);
        Timecode start = new Timecode(startFrame, rate, rate.canDropFrame());
        double most = 0.44 * sampleRate / LtcFrame.BITS / rate.toDouble();
        double speed = Math.min(asked, most) * (backwards ? -1 : 1);
        float[] sound = new LtcWriter(start, userBits, sampleRate, 0.3, speed).samples(0, (int) (1.5 * sampleRate));
        float level = (float) (Math.pow(10, decibels / 20) * (inverted ? -1 : 1));
        for (int i = 0; i < sound.length; i++) {
            sound[i] *= level;
        }
        List<LtcRun> runs = LtcSound.read(sound, sampleRate);
        assertThat(runs).hasSize(1);
        LtcRun run = runs.getFirst();
        double whole = Math.floor(1.5 * rate.toDouble() * Math.abs(speed));
        assertThat(run.framesRead()).isGreaterThanOrEqualTo((long) whole - FRAMES_TO_FIND_THE_CLOCK);
        assertThat(run.backwards()).isEqualTo(backwards);
        assertThat(run.userBits()).isEqualTo(userBits);
        assertThat(run.first().dropFrame()).isEqualTo(start.dropFrame());
        assertThat(run.framesPerSecond()).isCloseTo(speed * rate.toDouble(), within(2e-5 * rate.toDouble()));
        if (run.rate().nominal() == rate.nominal()) {
            assertThat(offBySamples(run, start, speed * rate.toDouble(), sampleRate))
                    .isLessThan(0.15 + 2e-6 * sampleRate);
        }
    }

    /** How far the line is from where the first label was written. */
    private static double offBySamples(LtcRun run, Timecode start, double framesPerSecond, int sampleRate) {
        long day = start.dropFrame() ? 2_589_408 : 86_400L * start.rate().nominal();
        double after = Math.IEEEremainder((double) (run.first().frame() - start.frame()), (double) day);
        return Math.abs(run.firstSeconds() - after / framesPerSecond) * sampleRate;
    }

    @ParameterizedTest
    @ValueSource(strings = {"24000/1001", "24", "25", "30000/1001", "30"})
    void theRateIsTold(String text) {
        Rate rate = Rate.parse(text);
        Timecode start = Timecode.of(9, 59, 59, 10, rate, rate.canDropFrame());
        List<LtcRun> runs = LtcSound.read(LtcSound.of(start, 16_000, 3, 1), 16_000);
        assertThat(runs).singleElement().satisfies(run -> {
            assertThat(run.rate()).isEqualTo(rate);
            assertThat(run.speed()).isCloseTo(1, within(1e-6));
            assertThat(run.last()).isEqualTo(run.first().plusFrames(run.framesRead() - 1));
            assertThat(run.first().frame() - start.frame()).isBetween(0L, 2L);
        });
    }

    @Test
    void noiseCostsFramesButBendsNone() {
        Timecode start = Timecode.parse("23:59:58:00", Rate.FPS_25);
        float[] clean = LtcSound.of(start, 48_000, 6, 1);
        for (int snr : new int[] {20, 6, 3, 0, -3, -6}) {
            List<LtcRun> runs = LtcSound.read(LtcSound.withNoise(clean, snr, snr), 48_000);
            for (LtcRun run : runs) {
                assertThat(offBySamples(run, start, 25, 48_000)).isLessThan(2);
            }
            long read = runs.stream().mapToLong(LtcRun::framesRead).sum();
            assertThat(read).isGreaterThanOrEqualTo(snr >= 3 ? 147 : 0);
        }
    }

    /** A strong short echo turns the same half bits over in every frame: labels that are wrong but count on. */
    @Property(tries = 40)
    void anEchoCostsFramesButBendsNone(
            @ForAll @DoubleRange(min = 0.6, max = 1) double strength,
            @ForAll @IntRange(min = 10, max = 150) int delay,
            @ForAll @IntRange(max = 2_073_599) int startFrame) {
        Timecode start = new Timecode(startFrame, Rate.FPS_25, false);
        float[] sound = LtcSound.of(start, 48_000, 3, 1);
        for (int i = sound.length - 1; i >= delay; i--) {
            sound[i] += (float) (strength * sound[i - delay]);
        }
        for (LtcRun run : LtcSound.read(sound, 48_000)) {
            assertThat(offBySamples(run, start, 25, 48_000)).isLessThan(delay + 10);
        }
    }

    /** In this echo label 24 is lost and 00 is read as 01, which would count on at 24 frames/s. */
    @Test
    void oneMisreadLabelDoesNotChangeTheRate() {
        Timecode start = Timecode.parse("08:45:22:03", Rate.FPS_25);
        float[] sound = LtcSound.of(start, 48_000, 3, 1);
        for (int i = sound.length - 1; i >= 33; i--) {
            sound[i] += (float) (0.713 * sound[i - 33]);
        }
        assertThat(LtcSound.read(sound, 48_000)).isNotEmpty().allSatisfy(run -> {
            assertThat(run.rate()).isEqualTo(Rate.FPS_25);
            assertThat(offBySamples(run, start, 25, 48_000)).isLessThan(43);
        });
    }

    @ParameterizedTest
    @CsvSource({"24, 25", "25, 24"})
    void labelsThatCountAnotherRateThanTheSpeedSaysKeepTheirRate(int labels, int perSecond) {
        Timecode start = Timecode.of(10, 0, 0, 5, Rate.of(labels), false);
        List<LtcRun> runs = LtcSound.read(LtcSound.of(start, 48_000, 4, (double) perSecond / labels), 48_000);
        assertThat(runs).singleElement().satisfies(run -> assertThat(run.rate()).isEqualTo(Rate.of(labels)));
    }

    @Test
    void aLevelThatFallsByFortyDecibelsKeepsTheRun() {
        Timecode start = Timecode.parse("01:00:00:00", Rate.FPS_24);
        float[] sound = LtcSound.of(start, 48_000, 4, 1);
        for (int i = 0; i < sound.length; i++) {
            sound[i] *= (float) Math.pow(10, -2.0 * i / sound.length);
        }
        assertThat(LtcSound.read(sound, 48_000))
                .singleElement()
                .satisfies(run -> assertThat(run.framesRead()).isGreaterThan(92));
    }

    @Test
    void aRunFollowsASpeedThatChanges() {
        double[] at = {0};
        float[] even = LtcSound.of(Timecode.parse("01:00:00:00", Rate.FPS_25), 48_000, 8, 1);
        float[] bent = new float[5 * 48_000];
        for (int i = 0; i < bent.length; i++) {
            int whole = (int) at[0];
            bent[i] = (float) (even[whole] + (at[0] - whole) * (even[whole + 1] - even[whole]));
            at[0] += 0.8 + 0.6 * i / bent.length;
        }
        assertThat(LtcSound.read(bent, 48_000))
                .singleElement()
                .satisfies(run -> assertThat(run.framesRead()).isGreaterThan(130));
    }

    @Test
    void hummingTimecodeIsRead() {
        float[] sound = LtcSound.of(Timecode.parse("01:00:00:00", Rate.FPS_25), 48_000, 3, 1);
        for (int i = 0; i < sound.length; i++) {
            sound[i] += (float) (0.6 * Math.sin(2 * Math.PI * 50 * i / 48_000) + 0.2);
        }
        assertThat(LtcSound.read(sound, 48_000))
                .singleElement()
                .satisfies(run -> assertThat(run.framesRead()).isGreaterThan(72));
    }

    @Test
    void aJumpBeginsAnotherRun() {
        float[] first = LtcSound.of(Timecode.parse("01:00:00:00", Rate.FPS_25), 16_000, 2, 1);
        float[] second = LtcSound.of(Timecode.parse("01:00:07:05", Rate.FPS_25), 16_000, 2, 1);
        float[] sound = new float[4 * 16_000];
        System.arraycopy(first, 0, sound, 0, first.length);
        System.arraycopy(second, 0, sound, first.length, second.length);
        List<LtcRun> runs = LtcSound.read(sound, 16_000);
        assertThat(runs).hasSize(2);
        assertThat(runs.get(0).last()).hasToString("01:00:01:24");
        assertThat(runs.get(1).frameAt(2)).isCloseTo(25 * 3607 + 5, within(0.001));
    }

    @Test
    void twoFramesAreNoRun() {
        float[] sound = LtcSound.of(Timecode.parse("01:00:00:00", Rate.FPS_25), 16_000, 1, 1);
        float[] pieces = new float[sound.length];
        for (int i = 0; i < sound.length; i++) {
            // Three frames, of which the first finds the clock, then silence.
            pieces[i] = i % 8000 < 3 * 640 ? sound[i] : 0;
        }
        assertThat(LtcSound.read(pieces, 16_000)).isEmpty();
    }

    @Property(tries = 25)
    void nothingElseIsTakenForTimecode(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Random random = new Random(seed);
        int rate = random.nextBoolean() ? 16_000 : 44_100;
        float[] sound = new float[4 * rate];
        int kind = random.nextInt(4);
        double[] tones = IntStream.range(0, 6)
                .mapToDouble(i -> 40 * Math.pow(2, 7 * random.nextDouble()))
                .toArray();
        double level = 0;
        for (int i = 0; i < sound.length; i++) {
            level = i % (rate / 4) == 0 ? random.nextDouble() : level;
            double tone = 0;
            for (double hertz : tones) {
                tone += Math.sin(2 * Math.PI * hertz * i / rate);
            }
            sound[i] = (float)
                    switch (kind) {
                        case 0 -> random.nextGaussian();
                        case 1 -> level * tone + 0.05 * random.nextGaussian();
                        case 2 -> Math.signum(tone);
                        default -> random.nextInt(rate / 2000) == 0 ? 1 : 0;
                    };
        }
        assertThat(LtcSound.read(sound, rate)).isEmpty();
    }

    /** 47 frames as another program read them, worn by a camcorder: pulses in place of a square wave, half a per cent slow. */
    @Test
    void aRecordingOfAnotherProgramIsReadAsItReadIt() throws IOException {
        Path recording = VECTORS.resolve("timecode.raw");
        assumeTrue(Files.exists(recording), "skipped: the shared recordings of timecode are not beside this checkout");
        byte[] bytes = Files.readAllBytes(recording);
        float[] sound = new float[bytes.length];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = ((bytes[i] & 255) - 128) / 128f;
        }
        List<String> lines = Files.readAllLines(VECTORS.resolve("timecode.txt"));
        assertThat(LtcSound.read(sound, 22_050)).singleElement().satisfies(run -> {
            assertThat(run.framesRead()).isEqualTo(lines.size());
            assertThat(lines.getFirst()).contains(run.first().toString());
            assertThat(lines.getLast()).contains(run.last().toString());
            assertThat(run.firstSeconds() * 22_050).isCloseTo(626, within(4.0));
        });
    }

    /** Where another program's encoder puts the frames of two seconds, ours does too. The second table was made at 192 kHz in spite of its name. */
    @ParameterizedTest
    @CsvSource({"expect_48k_2sec.txt, 48000", "expect_96k_2sec.txt, 192000"})
    void framesBeginWhereAnotherProgramPutsThem(String name, int sampleRate) throws IOException {
        Path table = VECTORS.resolve(name);
        assumeTrue(Files.exists(table), "skipped: the shared tables of timecode are not beside this checkout");
        float[] sound = LtcSound.of(Timecode.parse("23:59:59:00", Rate.FPS_25), sampleRate, 2, 1);
        LtcRun run = LtcSound.read(sound, sampleRate).getFirst();
        for (String line : Files.readAllLines(table)) {
            String[] columns = line.strip().split("\\s+", -1);
            double frame = run.frameAt(Double.parseDouble(columns[4]) / sampleRate);
            assertThat(columns[2]).isEqualTo(new Timecode(Math.round(frame), run.rate(), false).toString());
            assertThat(frame).isCloseTo(Math.rint(frame), within(0.001));
        }
    }
}
