package backbeat.app.demo;

import static backbeat.app.demo.Bus.SAMPLE_RATE;

import backbeat.app.demo.Score.Note;
import backbeat.app.demo.Score.Part;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Plays a score: instruments into buses, pads that duck under the kick, echo and hall, then a limiter that keeps 1.2 dB below full scale. */
final class Studio {
    private static final double CEILING = 0.84;
    private static final double DRIVE = 1.55;

    private final Score score;
    private final Bus drums;
    private final Bus music;
    private final Bus voice;
    private final Bus echo;

    private Studio(Score score) {
        this.score = score;
        int samples = (int) Math.round(score.seconds() * SAMPLE_RATE);
        drums = new Bus(samples);
        music = new Bus(samples);
        voice = new Bus(samples);
        echo = new Bus(samples);
    }

    static Bus record(Score score, long seed) {
        Studio studio = new Studio(score);
        studio.playAll(new SplittableRandom(seed));
        return studio.mix();
    }

    private void playAll(RandomGenerator chance) {
        Drums kit = new Drums(drums, chance);
        Keys keys = new Keys(chance);
        Voice singer = new Voice(chance);
        for (Note note : score.notes()) {
            int at = (int) Math.round(score.timeOfBeat(note.beat()) * SAMPLE_RATE);
            double seconds = note.beats() * score.secondsOfBeat();
            switch (note.part()) {
                case PAD -> keys.pad(music, at, seconds, note);
                case ARPEGGIO -> keys.arpeggio(music, echo, at, seconds, note);
                case BASS -> keys.bass(music, at, seconds, note);
                case LEAD -> keys.lead(voice, echo, at, seconds, note);
                case SINGER -> singer.sing(voice, echo, at, seconds, note.pitch(), note.velocity());
                case KICK, SNARE, CLAP, HAT, OPEN_HAT, TOM, CRASH -> kit.play(note, at);
            }
        }
    }

    private Bus mix() {
        duckUnderTheKick();
        repeatEcho();
        Bus mix = new Bus(drums.samples());
        mix.addFrom(drums, 0.9);
        mix.addFrom(music, 1);
        mix.addFrom(voice, 0.9);
        mix.addFrom(echo, 0.8);
        Bus send = new Bus(drums.samples());
        send.addFrom(drums, 0.05);
        send.addFrom(music, 0.10);
        send.addFrom(voice, 0.30);
        send.addFrom(echo, 0.3);
        new Reverb(1.9, 0.55).addTo(mix, send, 0.55);
        limit(mix);
        return mix;
    }

    /** Pads and bass give way for a fifth of a second after each kick: the pumping of dance records. */
    private void duckUnderTheKick() {
        float[] gain = new float[music.samples()];
        java.util.Arrays.fill(gain, 1);
        for (Note note : score.notes()) {
            if (note.part() == Part.KICK) {
                int at = (int) Math.round(score.timeOfBeat(note.beat()) * SAMPLE_RATE);
                for (int i = 0; i < SAMPLE_RATE * 0.22 && at + i < gain.length; i++) {
                    double t = (double) i / SAMPLE_RATE / 0.22;
                    gain[at + i] = (float) Math.min(gain[at + i], 0.45 + 0.55 * t * t);
                }
            }
        }
        double smooth = 1;
        for (int i = 0; i < gain.length; i++) {
            smooth += (gain[i] - smooth) * 0.01;
            music.left[i] *= (float) smooth;
            music.right[i] *= (float) smooth;
        }
    }

    /** A dotted eighth, from side to side. */
    private void repeatEcho() {
        int delay = (int) Math.round(0.75 * score.secondsOfBeat() * SAMPLE_RATE);
        for (int i = delay; i < echo.samples(); i++) {
            float fromRight = echo.right[i - delay] * 0.42f;
            echo.right[i] += echo.left[i - delay] * 0.42f;
            echo.left[i] += fromRight;
        }
    }

    private static void limit(Bus mix) {
        int end = mix.samples();
        for (int i = 0; i < end; i++) {
            double fade = Math.clamp((end - i) / (0.8 * SAMPLE_RATE), 0, 1);
            mix.left[i] = (float) (fade * CEILING * Math.tanh(DRIVE * mix.left[i]));
            mix.right[i] = (float) (fade * CEILING * Math.tanh(DRIVE * mix.right[i]));
        }
    }
}
