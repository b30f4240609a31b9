package backbeat.app.demo;

import static backbeat.app.demo.Bus.SAMPLE_RATE;

import backbeat.app.demo.Score.Note;
import java.util.random.RandomGenerator;

/** The band's synthesizers: pad, arpeggio, bass and lead, each saws through a moving low pass. */
final class Keys {
    private final RandomGenerator chance;

    Keys(RandomGenerator chance) {
        this.chance = chance;
    }

    static double step(double pitch) {
        return 440 * Math.pow(2, (pitch - 69) / 12) / SAMPLE_RATE;
    }

    void pad(Bus bus, int at, double seconds, Note note) {
        double[] detune = {0.9962, 1.0006, 1.0041};
        double[] pans = {-0.75, 0.1, 0.75};
        double slow = chance.nextDouble() * 6;
        for (int v = 0; v < detune.length; v++) {
            padVoice(bus, at, seconds, note, step(note.pitch()) * detune[v], slow, pans[v]);
        }
    }

    private void padVoice(Bus bus, int at, double seconds, Note note, double step, double slow, double pan) {
        Oscillator voice = new Oscillator(chance.nextDouble());
        StateFilter filter = new StateFilter(SAMPLE_RATE, 900, 0.8);
        double release = 0.5;
        int samples = (int) ((seconds + release) * SAMPLE_RATE);
        for (int i = 0; i < samples; i++) {
            double t = (double) i / SAMPLE_RATE;
            double level = Math.min(1, t / 0.18) * Math.min(1, Math.max(0, (seconds + release - t) / release));
            if (i % 64 == 0) {
                filter.tune((650 + 2300 * note.velocity()) * (1 + 0.3 * Math.sin(0.9 * t + slow)), 0.8);
            }
            bus.add(at + i, 0.062 * note.velocity() * level * filter.low(voice.saw(step)), pan);
        }
    }

    void arpeggio(Bus bus, Bus echo, int at, double seconds, Note note) {
        Oscillator saw = new Oscillator(chance.nextDouble());
        Oscillator square = new Oscillator(chance.nextDouble());
        StateFilter filter = new StateFilter(SAMPLE_RATE, 2000, 1.4);
        double pan = 0.55 * Math.sin(note.beat() * 2.4);
        double step = step(note.pitch());
        int samples = (int) ((seconds + 0.12) * SAMPLE_RATE);
        for (int i = 0; i < samples; i++) {
            double t = (double) i / SAMPLE_RATE;
            if (i % 32 == 0) {
                filter.tune(500 + 5200 * note.velocity() * Math.exp(-t * 14), 1.6);
            }
            double level = Math.min(1, t / 0.003) * Math.exp(-t * 7) * fade(t, seconds, 0.1);
            double tone = filter.low(saw.saw(step) + 0.5 * square.pulse(step * 1.003, 0.35));
            double out = 0.16 * note.velocity() * level * tone;
            bus.add(at + i, out, pan);
            echo.add(at + i, out * 0.5, -pan);
        }
    }

    void bass(Bus bus, int at, double seconds, Note note) {
        Oscillator saw = new Oscillator(0);
        Oscillator sub = new Oscillator(0);
        StateFilter filter = new StateFilter(SAMPLE_RATE, 600, 1.2);
        double step = step(note.pitch());
        int samples = (int) ((seconds + 0.05) * SAMPLE_RATE);
        for (int i = 0; i < samples; i++) {
            double t = (double) i / SAMPLE_RATE;
            if (i % 32 == 0) {
                filter.tune(220 + 1500 * note.velocity() * Math.exp(-t * 9), 1.3);
            }
            double level = Math.min(1, t / 0.004) * (0.55 + 0.45 * Math.exp(-t * 6)) * fade(t, seconds, 0.05);
            double tone = Math.tanh(1.5 * filter.low(saw.saw(step))) * 0.6 + 0.5 * sub.sine(step);
            bus.add(at + i, 0.34 * note.velocity() * level * tone, 0);
        }
    }

    void lead(Bus bus, Bus echo, int at, double seconds, Note note) {
        Oscillator one = new Oscillator(chance.nextDouble());
        Oscillator two = new Oscillator(chance.nextDouble());
        StateFilter filter = new StateFilter(SAMPLE_RATE, 3000, 1);
        double step = step(note.pitch() + 12);
        int samples = (int) ((seconds + 0.15) * SAMPLE_RATE);
        for (int i = 0; i < samples; i++) {
            double t = (double) i / SAMPLE_RATE;
            double vibrato = 1 + 0.004 * Math.min(1, t * 3) * Math.sin(2 * Math.PI * 5.3 * t);
            if (i % 32 == 0) {
                filter.tune(1400 + 3000 * Math.exp(-t * 4), 1.1);
            }
            double level = Math.min(1, t / 0.012) * (0.7 + 0.3 * Math.exp(-t * 5)) * fade(t, seconds, 0.15);
            double tone = filter.low(one.saw(step * vibrato) + two.pulse(step * vibrato * 0.9965, 0.4));
            double out = 0.085 * note.velocity() * level * tone;
            bus.add(at + i, out, 0.25);
            echo.add(at + i, out * 0.55, -0.3);
        }
    }

    private static double fade(double t, double seconds, double release) {
        return t < seconds ? 1 : Math.max(0, 1 - (t - seconds) / release);
    }
}
