package backbeat.app.demo;

import static backbeat.app.demo.Bus.SAMPLE_RATE;

import java.util.random.RandomGenerator;

/** Somebody who sings or talks without words: a buzzing source through the three lowest resonances of a mouth. */
final class Voice {
    /** Hertz of the resonances of a, e, o, u, as phonetics books print them for a woman's voice. */
    private static final double[][] VOWELS = {{850, 1220, 2810}, {610, 2330, 2990}, {590, 920, 2710}, {370, 950, 2670}};

    private static final double[] GAINS = {1, 0.6, 0.28};

    private final RandomGenerator chance;
    private final Oscillator cords = new Oscillator(0);
    private final StateFilter[] mouth = new StateFilter[3];
    private final double[] shape = {850, 1220, 2810};
    private double pitch;

    Voice(RandomGenerator chance) {
        this.chance = chance;
        for (int i = 0; i < mouth.length; i++) {
            mouth[i] = new StateFilter(SAMPLE_RATE, shape[i], 6 + i);
        }
    }

    /** One sung note; slides in from the note before. */
    void sing(Bus bus, Bus echo, int at, double seconds, double notePitch, double velocity) {
        double[] vowel = VOWELS[chance.nextInt(VOWELS.length)];
        double release = 0.09;
        int samples = (int) ((seconds + release) * SAMPLE_RATE);
        pitch = pitch == 0 ? notePitch - 2 : pitch;
        for (int i = 0; i < samples; i++) {
            double t = (double) i / SAMPLE_RATE;
            double level = Math.min(1, t / 0.045) * Math.clamp((seconds + release - t) / release, 0, 1);
            double vibrato = 0.28 * Math.clamp((t - 0.18) * 4, 0, 1) * Math.sin(2 * Math.PI * 5.6 * t);
            pitch += (notePitch - pitch) * 0.0012;
            double out = velocity * level * sound(Keys.step(pitch + vibrato), vowel, i);
            bus.add(at + i, 0.42 * out, 0);
            echo.add(at + i, 0.10 * out, 0.2);
        }
    }

    private double sound(double step, double[] vowel, int i) {
        if (i % 32 == 0) {
            for (int f = 0; f < mouth.length; f++) {
                shape[f] += (vowel[f] - shape[f]) * 0.02;
                mouth[f].tune(shape[f], 6 + f);
            }
        }
        double source = cords.saw(step) + 0.06 * chance.nextGaussian();
        double sum = 0.05 * source;
        for (int f = 0; f < mouth.length; f++) {
            sum += GAINS[f] * mouth[f].band(source);
        }
        return sum;
    }

    /** Murmured talk: syllables of falling pitch with rests between. */
    void talk(float[] target, int from, int to, double gain, double speakerPitch) {
        int at = from;
        while (at < to) {
            int length = (int) (SAMPLE_RATE * (0.09 + 0.14 * chance.nextDouble()));
            double syllable = speakerPitch + 3 * chance.nextGaussian();
            double[] vowel = VOWELS[chance.nextInt(VOWELS.length)];
            double strength = gain * (0.5 + chance.nextDouble());
            double step = 0;
            for (int i = 0; i < length && at + i < to; i++) {
                if (i % 32 == 0) {
                    step = Keys.step(syllable - 2.0 * i / length);
                }
                double swell = Math.sin(Math.PI * i / length);
                target[at + i] += (float) (strength * swell * sound(step, vowel, i));
            }
            at += length + (int) (SAMPLE_RATE * (chance.nextInt(6) == 0 ? 0.5 : 0.03) * chance.nextDouble());
        }
    }
}
