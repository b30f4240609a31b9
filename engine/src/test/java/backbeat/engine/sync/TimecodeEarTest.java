package backbeat.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backbeat.engine.ltc.LtcWriter;
import backbeat.engine.sync.SyncResult.Ltc;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Timecode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Timecode that comes and goes during a clip. */
class TimecodeEarTest {
    private static final int RATE = Sound.WIDE_RATE;

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.7, 5.9, 13.2, 18.95, 21.4})
    void timecodeThatStartsLateIsReadFromItsFirstFramesOn(double from) {
        float[] sound = noise(40);
        add(sound, "01:00:00:00", from, 9);
        TimecodeEar ear = heard(sound);
        assertThat(ear.finish()).singleElement().satisfies(run -> {
            assertThat(run.clipStart()).isBetween(from, from + 0.2);
            assertThat(run.clipEnd()).isCloseTo(from + 9, within(0.1));
            assertThat(frameAt(run, from)).isCloseTo(0, within(0.01));
        });
        assertThat(ear.heardSince(from + 5)).isTrue();
        assertThat(ear.heardSince(from + 10)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {3, 11})
    void twoPlaybacksAreTwoRuns(double gap) {
        float[] sound = noise(40);
        add(sound, "01:00:00:00", 2, 8);
        add(sound, "01:00:00:00", 10 + gap, 8);
        List<Ltc> runs = heard(sound).finish();
        assertThat(runs).hasSize(2);
        assertThat(frameAt(runs.get(1), 10 + gap)).isCloseTo(0, within(0.01));
    }

    private static TimecodeEar heard(float[] sound) {
        TimecodeEar ear = new TimecodeEar(null, 0);
        for (int i = 0; i < sound.length; i += RATE) {
            ear.hear(sound, i, Math.min(RATE, sound.length - i));
        }
        return ear;
    }

    /** Frames after 01:00:00:00 on the run's line. */
    private static double frameAt(Ltc run, double clipTime) {
        return TimecodeLine.of(run).framesAfter(Timecode.parse("01:00:00:00", Rate.FPS_25), clipTime);
    }

    private static float[] noise(int seconds) {
        Random random = new Random(3);
        float[] sound = new float[seconds * RATE];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = (float) (0.003 * random.nextGaussian());
        }
        return sound;
    }

    private static void add(float[] sound, String label, double from, int seconds) {
        LtcWriter writer = new LtcWriter(Timecode.parse(label, Rate.FPS_25), 0, RATE, 0.1);
        float[] timecode = writer.samples(0, seconds * RATE);
        int start = (int) Math.round(from * RATE);
        for (int i = 0; i < timecode.length; i++) {
            sound[start + i] += timecode[i];
        }
    }
}
