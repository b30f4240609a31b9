package backbeat.engine.sync;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Pop music of 70 s at 120 beats a minute, for tests: a voice and decaying notes over a drum kit that all songs share. Verses lie over a loop of two bars; the second chorus is a
 * copy of the first, bit by bit, and the third one a copy with another voice over it.
 */
final class SimulatedSong {
    static final int RATE = Sound.WIDE_RATE;
    static final double CHORUS_SECONDS = 10;
    static final double FIRST_CHORUS = 18;
    static final double COPIED_CHORUS = 38;
    static final double OTHER_VOICE_CHORUS = 56;

    private static final double BEAT = 0.5;
    private static final double BAR = 4 * BEAT;
    private static final double VOICE_LEVEL = 0.02;
    private static final int SECONDS = 70;
    private static final int[] SCALE = {0, 2, 4, 5, 7, 9, 11};
    private static final float[] KICK = kick();
    private static final float[] SNARE = burst(1, 0.06, 0.07, 190);
    private static final float[] HAT = burst(2, 0.02, 0.02, 0);

    private final Random random;
    private final int root;
    private final float[] sound = new float[SECONDS * RATE];

    private SimulatedSong(long seed) {
        random = new Random(seed);
        root = random.nextInt(12);
        float[] loop = loop();
        float[] chorus = drummed(mixed(band(CHORUS_SECONDS, 1), sung(CHORUS_SECONDS)));
        put(0, band(6, 0));
        put(6, verse(12, loop));
        put(FIRST_CHORUS, chorus);
        put(28, verse(10, loop));
        put(COPIED_CHORUS, chorus);
        put(48, drummed(band(8, 0)));
        put(OTHER_VOICE_CHORUS, mixed(chorus, sung(CHORUS_SECONDS)));
        put(66, band(4, 0));
    }

    /** The same for the same seed. */
    static float[] compose(long seed) {
        return new SimulatedSong(seed).sound;
    }

    private float[] loop() {
        float[] loop = drummed(silence(2 * BAR));
        for (int eighth = 0; eighth < 16; eighth++) {
            note(loop, eighth * BEAT / 2, 0.4, degree(random.nextInt(3) * 2, 2), level());
        }
        return loop;
    }

    private float[] verse(double seconds, float[] loop) {
        float[] verse = mixed(band(seconds, 0), sung(seconds));
        for (int i = 0; i < verse.length; i++) {
            verse[i] += loop[i % loop.length];
        }
        return verse;
    }

    /** Chords of one or two beats, broken or struck, and a bass that walks. */
    private float[] band(double seconds, int density) {
        float[] band = silence(seconds);
        int chord = random.nextInt(7);
        for (double at = 0; at < seconds - 0.01; at += BEAT / 2) {
            boolean changes = random.nextInt(4) == 0;
            chord = changes ? random.nextInt(7) : chord;
            if (changes || random.nextInt(3) == 0) {
                note(band, at, 0.5, degree(chord + 2 * random.nextInt(3), 2), level());
            }
            for (int voice = 0; voice < 3 + density; voice++) {
                if (changes || random.nextInt(4) == 0) {
                    note(band, at + later(), 0.8, degree(chord + 2 * voice, 4), 0.7 * level());
                }
            }
        }
        return band;
    }

    /** A sung melody that moves by steps and leaps, with rests; singers keep the beat by and large. */
    private float[] sung(double seconds) {
        float[] sung = silence(seconds);
        int degree = random.nextInt(7);
        double at = 0.1;
        while (at < seconds - BEAT) {
            degree = Math.clamp(degree + random.nextInt(7) - 3, 0, 10);
            double length = BEAT * (1 + random.nextInt(3)) / 2;
            double begins = at + 0.04 * random.nextGaussian();
            if (random.nextInt(6) > 0) {
                int from = (int) (Math.max(0, begins) * RATE);
                int samples = (int) Math.min(0.95 * length * RATE, sung.length - from);
                SimulatedVoice.addSyllable(sung, from, samples, hertz(degree(degree, 3)), VOICE_LEVEL, random);
            }
            at += length;
        }
        return sung;
    }

    private double level() {
        return 0.3 + 0.4 * random.nextDouble();
    }

    /** Players are a little late. */
    private double later() {
        return 0.008 * random.nextDouble();
    }

    private int degree(int degree, int octave) {
        return 12 * (octave + degree / 7) + root + SCALE[degree % 7];
    }

    private static double hertz(int key) {
        return 8.1758 * Math.pow(2, (key + 12) / 12.0);
    }

    /** Seven partials that die away, the high ones first. */
    private void note(float[] target, double at, double seconds, int key, double level) {
        double hertz = hertz(key);
        int from = (int) (at * RATE);
        int count = (int) Math.min(seconds * RATE, target.length - from);
        for (int partial = 1; partial <= 7 && hertz * partial < 7000; partial++) {
            double turn = 2 * Math.PI * hertz * partial / RATE;
            double decay = Math.exp(-(3.0 + 2 * partial) / RATE);
            double re = 0.1 * level / partial;
            double im = 0;
            double cos = decay * Math.cos(turn);
            double sin = decay * Math.sin(turn);
            for (int i = 0; i < count; i++) {
                double next = re * cos - im * sin;
                im = re * sin + im * cos;
                re = next;
                target[from + i] += (float) (im * Math.min(1, i / 60.0));
            }
        }
    }

    /** The same beat in each bar, with a fill in every fourth. */
    private float[] drummed(float[] part) {
        float[] drummed = part.clone();
        for (int sixteenth = 0; sixteenth * BEAT / 4 * RATE < part.length; sixteenth++) {
            boolean fill = sixteenth % 64 >= 60 && random.nextBoolean();
            for (float[] drum : fill ? List.of(SNARE) : struckAt(sixteenth % 16)) {
                int from = (int) Math.round(sixteenth * BEAT / 4 * RATE);
                for (int i = 0; i < drum.length && from + i < part.length; i++) {
                    drummed[from + i] += drum[i];
                }
            }
        }
        return drummed;
    }

    private static List<float[]> struckAt(int sixteenth) {
        List<float[]> drums = new ArrayList<>();
        if (sixteenth % 8 == 0 || sixteenth == 10) {
            drums.add(KICK);
        }
        if (sixteenth % 8 == 4) {
            drums.add(SNARE);
        }
        if (sixteenth % 2 == 0) {
            drums.add(HAT);
        }
        return drums;
    }

    private static float[] kick() {
        float[] kick = new float[RATE / 4];
        for (int i = 0; i < kick.length; i++) {
            double t = (double) i / RATE;
            double phase = 2 * Math.PI * (50 * t + 3 * (1 - Math.exp(-t / 0.03)));
            kick[i] = (float) (0.2 * Math.sin(phase) * Math.exp(-t / 0.08));
        }
        return kick;
    }

    private static float[] burst(long seed, double level, double decaySeconds, double hertz) {
        Random noise = new Random(seed);
        float[] burst = new float[(int) (5 * decaySeconds * RATE)];
        for (int i = 0; i < burst.length; i++) {
            double t = (double) i / RATE;
            double tone = hertz > 0 ? Math.sin(2 * Math.PI * hertz * t) : 0;
            burst[i] = (float) (level * (noise.nextGaussian() + tone) * Math.exp(-t / decaySeconds));
        }
        return burst;
    }

    private static float[] silence(double seconds) {
        return new float[(int) Math.round(seconds * RATE)];
    }

    private static float[] mixed(float[] a, float[] b) {
        float[] sum = Arrays.copyOf(a, Math.max(a.length, b.length));
        for (int i = 0; i < b.length; i++) {
            sum[i] += b[i];
        }
        return sum;
    }

    private void put(double at, float[] part) {
        System.arraycopy(part, 0, sound, (int) Math.round(at * RATE), part.length);
    }
}
