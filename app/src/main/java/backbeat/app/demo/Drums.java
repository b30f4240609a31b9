package backbeat.app.demo;

import static backbeat.app.demo.Bus.SAMPLE_RATE;

import backbeat.app.demo.Score.Note;
import java.util.random.RandomGenerator;

/** A drum kit: falling sines for skins, filtered noise for metal and wires. */
final class Drums {
    private final Bus bus;
    private final RandomGenerator chance;

    Drums(Bus bus, RandomGenerator chance) {
        this.bus = bus;
        this.chance = chance;
    }

    void play(Note note, int at) {
        switch (note.part()) {
            case KICK -> kick(at, note.velocity());
            case SNARE -> snare(at, note.velocity());
            case CLAP -> clap(at, note.velocity());
            case HAT -> metal(at, note.velocity() * 0.32, 0.035, 8200, 0.25);
            case OPEN_HAT -> metal(at, note.velocity() * 0.32, 0.16, 7600, 0.25);
            case CRASH -> metal(at, note.velocity() * 0.42, 0.75, 4800, -0.3);
            case TOM -> tom(at, note.velocity(), note.pitch());
            case BASS, PAD, ARPEGGIO, LEAD, SINGER -> throw new IllegalArgumentException("no drum: " + note.part());
        }
    }

    private void kick(int at, double velocity) {
        double phase = 0;
        double tune = 47 + chance.nextDouble();
        for (int i = 0; i < SAMPLE_RATE * 0.34; i++) {
            double t = (double) i / SAMPLE_RATE;
            phase += (tune + 130 * Math.exp(-t * 42) + 320 * Math.exp(-t * 300)) / SAMPLE_RATE;
            double body = Math.sin(2 * Math.PI * phase) * Math.exp(-t * 10) * Math.min(1, (0.34 - t) * 40);
            double click = chance.nextGaussian() * 0.25 * Math.exp(-t * 700);
            bus.add(at + i, velocity * Math.tanh(1.7 * (body + click)) * 0.85, 0);
        }
    }

    private void snare(int at, double velocity) {
        StateFilter wires = new StateFilter(SAMPLE_RATE, 3600 + chance.nextInt(400), 0.7);
        StateFilter clean = new StateFilter(SAMPLE_RATE, 900, 0.7);
        double phase = 0;
        for (int i = 0; i < SAMPLE_RATE * 0.26; i++) {
            double t = (double) i / SAMPLE_RATE;
            phase += (178 + 90 * Math.exp(-t * 90)) / SAMPLE_RATE;
            double skin = Math.sin(2 * Math.PI * phase) * Math.exp(-t * 24) * 0.6;
            double rattle = clean.high(wires.band(chance.nextGaussian() * 2.2)) * Math.exp(-t * 17);
            bus.add(at + i, velocity * Math.tanh(1.4 * (skin + rattle)) * 0.55, 0.05);
        }
    }

    private void clap(int at, double velocity) {
        StateFilter hands = new StateFilter(SAMPLE_RATE, 1500, 1.6);
        for (int i = 0; i < SAMPLE_RATE * 0.24; i++) {
            double t = (double) i / SAMPLE_RATE;
            double flutter = t < 0.03 ? Math.exp(-(t % 0.01) * 260) : Math.exp(-(t - 0.03) * 26);
            bus.add(at + i, velocity * 0.5 * flutter * hands.band(chance.nextGaussian() * 1.6), -0.1);
        }
    }

    private void metal(int at, double velocity, double decay, double hertz, double pan) {
        StateFilter edge = new StateFilter(SAMPLE_RATE, hertz, 0.8);
        double[] partials = {2.01, 3.17, 4.23, 5.43, 6.79, 8.21};
        double[] phases = new double[partials.length];
        double base = hertz * 0.21 * (1 + 0.01 * chance.nextGaussian());
        for (int i = 0; i < SAMPLE_RATE * decay * 4; i++) {
            double t = (double) i / SAMPLE_RATE;
            double ring = 0;
            for (int p = 0; p < partials.length; p++) {
                phases[p] += base * partials[p] / SAMPLE_RATE;
                ring += (phases[p] - Math.floor(phases[p])) < 0.5 ? 0.12 : -0.12;
            }
            double sound = edge.high(ring + 0.5 * chance.nextGaussian());
            bus.add(at + i, velocity * sound * Math.exp(-t / decay) * 0.5, pan);
        }
    }

    private void tom(int at, double velocity, int size) {
        double tune = 165 - 32.0 * size;
        double phase = 0;
        for (int i = 0; i < SAMPLE_RATE * 0.4; i++) {
            double t = (double) i / SAMPLE_RATE;
            phase += tune * (1 + 0.7 * Math.exp(-t * 35)) / SAMPLE_RATE;
            double skin = Math.sin(2 * Math.PI * phase) * Math.exp(-t * 11) * Math.min(1, (0.4 - t) * 40);
            double stick = chance.nextGaussian() * 0.2 * Math.exp(-t * 200);
            bus.add(at + i, velocity * 0.6 * (skin + stick), -0.45 + 0.4 * size);
        }
    }
}
