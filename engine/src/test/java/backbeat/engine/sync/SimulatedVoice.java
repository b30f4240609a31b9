package backbeat.engine.sync;

import java.util.Random;

/** A voice for tests: pulses and breath through three resonances that change from syllable to syllable. */
final class SimulatedVoice {
    private static final int RATE = Sound.WIDE_RATE;
    private static final double BANDWIDTH_HERTZ = 90;
    private static final double BREATH = 0.05;
    private static final double VIBRATO_HERTZ = 5.5;
    private static final double VIBRATO = 0.01;

    private SimulatedVoice() {}

    static void addSyllable(float[] target, int at, int samples, double hertz, double level, Random random) {
        double[] formants = {
            300 + 500 * random.nextDouble(), 900 + 1200 * random.nextDouble(), 2300 + 700 * random.nextDouble()
        };
        for (double formant : formants) {
            double radius = Math.exp(-Math.PI * BANDWIDTH_HERTZ / RATE);
            double a1 = 2 * radius * Math.cos(2 * Math.PI * formant / RATE);
            double a2 = -radius * radius;
            double phase = 0;
            double last = 0;
            double lastButOne = 0;
            for (int i = 0; i < samples; i++) {
                phase += hertz / RATE * (1 + VIBRATO * Math.sin(2 * Math.PI * VIBRATO_HERTZ * i / RATE));
                double breath = BREATH * random.nextGaussian();
                double pulse = phase >= 1 ? 1 + breath : breath;
                phase -= phase >= 1 ? 1 : 0;
                double now = pulse + a1 * last + a2 * lastButOne;
                lastButOne = last;
                last = now;
                target[at + i] += (float) (level * now * Math.sin(Math.PI * i / samples));
            }
        }
    }
}
