package backbeat.engine.take;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is heard in a made-up room all day at 4 kHz: people talk in syllables, a song is played. Every clip hears it from another place (echoes of its own, noise of its
 * own).
 */
final class MadeUpAir {
    private static final int ECHOES = 24;
    private static final int LONGEST_ECHO = 600;

    private record Stretch(double from, double to, double gains) {}

    private final double talk;
    private final double song;
    private final double noise;
    private final double gains;
    private final boolean silent;
    private final List<Double> playbacks = new ArrayList<>();
    private final Map<String, Stretch> clips = new HashMap<>();
    private final Map<String, Air.Trace> traces = new ConcurrentHashMap<>();

    private MadeUpAir(double talk, double song, double noise, double gains, boolean silent) {
        this.talk = talk;
        this.song = song;
        this.noise = noise;
        this.gains = gains;
        this.silent = silent;
    }

    static MadeUpAir silence() {
        return new MadeUpAir(0, 0, 0, 0, true);
    }

    /** Levels against each other. */
    static MadeUpAir of(double talk, double song, double noise) {
        return new MadeUpAir(talk, song, noise, 0, false);
    }

    /** The clocks of cameras other than A gain so much in a second. */
    MadeUpAir withDrift(double gainsOfOthers) {
        return new MadeUpAir(talk, song, noise, gainsOfOthers, silent);
    }

    void playbackAt(double seconds) {
        playbacks.add(seconds);
    }

    void clip(String path, double from, double to) {
        clips.put(path, new Stretch(from, to, path.startsWith("A") ? 0 : gains));
    }

    Air.Trace traceOf(Roll roll) {
        return traces.computeIfAbsent(roll.path(), this::madeFor);
    }

    private Air.Trace madeFor(String path) {
        Stretch clip = clips.getOrDefault(path, new Stretch(0, 0, 0));
        if (silent || clip.to() <= clip.from()) {
            return new Air.Trace(new byte[0], new int[0], new int[0]);
        }
        return trace(sound(clip, new Random(new SplittableRandom(path.hashCode()).nextLong())));
    }

    static Air.Trace trace(float[] sound) {
        float[] withMargins = new float[sound.length + 2 * Air.MARGIN];
        System.arraycopy(sound, 0, withMargins, Air.MARGIN, sound.length);
        Air air = new Air();
        byte[] whitened = air.whitened(withMargins);
        List<Air.Landmark> landmarks = air.landmarks(whitened, 0);
        return new Air.Trace(
                whitened,
                landmarks.stream().mapToInt(Air.Landmark::hash).toArray(),
                landmarks.stream().mapToInt(Air.Landmark::frame).toArray());
    }

    private float[] sound(Stretch clip, Random own) {
        int length = (int) ((clip.to() - clip.from()) * Air.RATE);
        float[] dry = new float[length];
        Source room = new Source(1);
        Source loudspeaker = new Source(2);
        for (int i = 0; i < length; i++) {
            double at = clip.from() + i / (double) Air.RATE / (1 + clip.gains());
            dry[i] = (float) (talk * room.at(at));
            for (double playback : playbacks) {
                double songTime = at - playback;
                if (songTime >= 0 && songTime < ShootingDay.SONG) {
                    dry[i] += (float) (song * loudspeaker.at(songTime));
                }
            }
        }
        return inRoom(dry, own);
    }

    /** What comes from one place, second by second. */
    private static final class Source {
        private final int number;
        private long second = Long.MIN_VALUE;
        private float[] samples = new float[0];

        Source(int number) {
            this.number = number;
        }

        float at(double seconds) {
            long wanted = (long) Math.floor(seconds);
            if (wanted != second) {
                second = wanted;
                samples = syllables(wanted * 10 + number);
            }
            double position = (seconds - second) * Air.RATE;
            int index = Math.min((int) position, Air.RATE - 2);
            float part = (float) (position - index);
            return samples[index] * (1 - part) + samples[index + 1] * part;
        }
    }

    private static float[] syllables(long seed) {
        Random random = new Random(new SplittableRandom(seed).nextLong());
        float[] samples = new float[Air.RATE];
        for (int syllable = 0; syllable < 4; syllable++) {
            double pitch = 90 + 120 * random.nextDouble();
            double formant = 300 + 1200 * random.nextDouble();
            int from = syllable * Air.RATE / 4;
            double loud = random.nextDouble() < 0.25 ? 0.05 : 1;
            addSyllable(samples, from, pitch, formant, loud, random);
        }
        return samples;
    }

    /** The harmonics around the formant, and breath. */
    private static void addSyllable(
            float[] samples, int from, double pitch, double formant, double loud, Random random) {
        int middle = Math.max(2, (int) Math.round(formant / pitch));
        for (int harmonic = middle - 1; harmonic <= middle + 1; harmonic++) {
            for (int i = 0; i < Air.RATE / 4; i++) {
                double t = i / (double) Air.RATE;
                double breath = random.nextDouble() - 0.5;
                double tone = Math.sin(2 * Math.PI * harmonic * pitch * (1 + 0.3 * t) * t);
                samples[from + i] += (float) (loud * (tone + breath) * 16 * t * (0.25 - t) * 4);
            }
        }
    }

    private float[] inRoom(float[] dry, Random own) {
        float[] wet = dry.clone();
        for (int echo = 0; echo < ECHOES; echo++) {
            int late = 20 + own.nextInt(LONGEST_ECHO);
            float level = (float) (0.5 * own.nextGaussian() * Math.exp(-late / 250.0));
            for (int i = late; i < dry.length; i++) {
                wet[i] += level * dry[i - late];
            }
        }
        for (int i = 0; i < wet.length; i++) {
            wet[i] += (float) (noise * own.nextGaussian());
        }
        return wet;
    }
}
