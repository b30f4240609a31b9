package backbeat.engine.ltc;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Timecode;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.DoubleRange;

/** However timecode was worn: what is told of it is right. */
class WornTimecodeTest {
    @Property(tries = 40)
    void labelsAreRightOrNotTold(
            @ForAll Wear wear, @ForAll @DoubleRange(min = 0, max = 1) double amount, @ForAll long seed) {
        check(wear, amount, seed);
    }

    @Property(tries = 1500)
    @Tag("slow")
    void labelsAreRightOrNotToldInManyCases(
            @ForAll Wear wear, @ForAll @DoubleRange(min = 0, max = 1) double amount, @ForAll long seed) {
        check(wear, amount, seed);
    }

    private static void check(Wear wear, double amount, long seed) {
        Random random = new Random(seed);
        Rate rate = LtcSound.RATES.get(random.nextInt(5));
        int sampleRate = random.nextBoolean() ? 16_000 : 48_000;
        double speed =
                (random.nextInt(3) == 0 ? 0.5 + 1.4 * random.nextDouble() : 1) * (random.nextInt(5) == 0 ? -1 : 1);
        Timecode start = new Timecode(random.nextInt(2_073_600), rate, rate.canDropFrame());
        int userBits = random.nextInt(3) == 0 ? random.nextInt() : 0;
        float[] sound = new LtcWriter(start, userBits, sampleRate, Wear.LEVEL, speed).samples(0, 4 * sampleRate);
        wear.wear(sound, sampleRate, amount, random);
        List<LtcRun> runs = LtcSound.read(sound, sampleRate);
        for (LtcRun run : runs) {
            double after = speed * rate.toDouble() * run.firstSeconds();
            // Rates cannot always be told apart within a second; labels can.
            String label = start.plusFrames(Math.round(after)).toString();
            assertThat(run.first()).hasToString(label);
            assertThat(Math.abs(after - Math.rint(after))).isLessThan(0.2);
            assertThat(run.backwards()).isEqualTo(speed < 0);
        }
        if (amount < 0.05 && wear != Wear.HUM_AND_CLIPPING) {
            assertThat(runs).hasSize(1);
        }
    }
}
