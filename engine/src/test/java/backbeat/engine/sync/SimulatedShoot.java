package backbeat.engine.sync;

import backbeat.engine.signal.Resampler;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Clips filmed to playback, with exact truth: a song along straight lines, through a room, under noise. The direct sound is the place; all reflections are later.
 */
final class SimulatedShoot {
    static final int RATE = Sound.WIDE_RATE;
    private static final double ROLLED_BEFORE_SECONDS = 0.8;
    private static final double SONG_LEVEL = 0.1;

    private final float[] song;
    private final long seed;

    SimulatedShoot(float[] song, long seed) {
        this.song = song;
        this.seed = seed;
    }

    /**
     * One continuous playback.
     *
     * @param from clip time; at 0 the song ran already before the camera did
     * @param pitchKept whether it was stretched instead of played faster
     */
    record Playing(double from, double to, double songStart, String speed, double driftPpm, boolean pitchKept) {
        static Playing at(double from, double to, double songStart, String speed, double driftPpm) {
            return new Playing(from, to, songStart, speed, driftPpm, false);
        }

        double nominal() {
            String[] parts = speed.split("/", -1);
            return Double.parseDouble(parts[0]) / (parts.length > 1 ? Double.parseDouble(parts[1]) : 1);
        }

        double songTimeAt(double clipTime) {
            return songStart + nominal() * (1 + driftPpm * 1e-6) * (clipTime - from);
        }
    }

    /**
     * @param decaySeconds until reflections are down by 60 dB
     * @param directDecibels energy of the direct sound against that of all reflections
     */
    record Room(double decaySeconds, double directDecibels) {}

    enum Noise {
        NONE,
        PINK,
        TALK,
        CLAPS,
        TALK_AND_CLAPS
    }

    /** @param signalToNoiseDecibels of the song in its room against the noise, where the song is heard */
    record Shot(
            String name,
            double seconds,
            List<Playing> playbacks,
            Room room,
            Noise noise,
            double signalToNoiseDecibels) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** What the camera recorded. */
    float[] recorded(Shot shot) {
        Random random = new Random(seed * 31 + shot.name().hashCode());
        float[] clip = new float[(int) (shot.seconds() * RATE)];
        List<Tap> room = room(shot.room(), random);
        for (Playing playing : shot.playbacks()) {
            addPlayback(playing, room, clip);
        }
        float[] noise = noise(shot.noise(), clip.length, random);
        double songLevel = shot.playbacks().isEmpty() ? SONG_LEVEL : level(clip);
        double gain = SONG_LEVEL / Math.max(1e-9, songLevel);
        double noiseGain = SONG_LEVEL * Math.pow(10, -shot.signalToNoiseDecibels() / 20) / Math.max(1e-9, level(noise));
        for (int i = 0; i < clip.length; i++) {
            clip[i] = (float) (gain * clip[i] + noiseGain * noise[i]);
        }
        return clip;
    }

    private void addPlayback(Playing playing, List<Tap> room, float[] clip) {
        double rolled = playing.from() > 0 ? 0 : Math.min(ROLLED_BEFORE_SECONDS, playing.songStart() / 3);
        int first = (int) Math.round((playing.from() - rolled) * RATE);
        int count = (int) Math.round(playing.to() * RATE) - first;
        double at = (double) first / RATE;
        float[] played = playing.pitchKept()
                ? stretched(playing.songTimeAt(at), playing.nominal(), count)
                : varied(playing, playing.songTimeAt(at), count);
        for (Tap tap : room) {
            int offset = first + tap.delay();
            for (int i = Math.max(0, -offset); i < count && offset + i < clip.length; i++) {
                clip[offset + i] += tap.gain() * played[i];
            }
        }
    }

    private float[] varied(Playing playing, double songStart, int count) {
        double step = playing.nominal() * (1 + playing.driftPpm() * 1e-6);
        return new Resampler(step).read(song, songStart * RATE, count);
    }

    /** Overlapping pieces of 60 ms at their own pitch, each moved by up to 8 ms to where it continues the one before best (WSOLA, Verhelst and Roelands 1993). */
    private float[] stretched(double songStart, double speed, int count) {
        int piece = 60 * RATE / 1000;
        int most = 8 * RATE / 1000;
        float[] heard = new float[count + piece];
        int before = 0;
        for (int start = 0; start < count; start += piece / 2) {
            int wanted = (int) Math.round((songStart + speed * (start + piece / 2.0) / RATE) * RATE) - piece / 2;
            int from = start == 0 ? wanted : bestContinuation(before + piece / 2, wanted, most, piece);
            for (int i = 0; i < piece; i++) {
                double weight = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / piece);
                heard[start + i] += (float) (weight * song[from + i]);
            }
            before = from;
        }
        return heard;
    }

    private int bestContinuation(int natural, int wanted, int most, int length) {
        int best = wanted;
        double bestFit = Double.NEGATIVE_INFINITY;
        for (int from = Math.max(0, wanted - most); from <= wanted + most; from += 2) {
            double fit = 0;
            for (int i = 0; i < length; i += 2) {
                fit += song[natural + i] * song[from + i];
            }
            if (fit > bestFit) {
                bestFit = fit;
                best = from;
            }
        }
        return best;
    }

    private record Tap(int delay, float gain) {}

    /** Direct sound, a few early reflections, and a tail of sparse impulses that die away. */
    private static List<Tap> room(Room room, Random random) {
        List<Tap> later = new ArrayList<>();
        for (int early = 0; early < 6; early++) {
            later.add(new Tap(40 + random.nextInt(400), (float) (sign(random) * (0.3 + 0.3 * random.nextDouble()))));
        }
        int spacing = 12;
        for (int delay = 100; delay < room.decaySeconds() * RATE; delay += spacing) {
            double decay = Math.pow(10, -3.0 * delay / (room.decaySeconds() * RATE));
            later.add(new Tap(delay + random.nextInt(spacing), (float) (0.25 * decay * sign(random))));
        }
        double energy =
                later.stream().mapToDouble(tap -> tap.gain() * tap.gain()).sum();
        double scale = Math.sqrt(Math.pow(10, -room.directDecibels() / 10) / energy);
        List<Tap> taps = new ArrayList<>(List.of(new Tap(0, 1)));
        later.forEach(tap -> taps.add(new Tap(tap.delay(), (float) (scale * tap.gain()))));
        return taps;
    }

    private static int sign(Random random) {
        return random.nextBoolean() ? 1 : -1;
    }

    private static float[] noise(Noise kind, int count, Random random) {
        return switch (kind) {
            case NONE -> new float[count];
            case PINK -> pink(count, random);
            case TALK -> talk(count, random);
            case CLAPS -> claps(count, random);
            case TALK_AND_CLAPS -> {
                float[] both = talk(count, random);
                float[] claps = claps(count, random);
                for (int i = 0; i < count; i++) {
                    both[i] += claps[i];
                }
                yield both;
            }
        };
    }

    /** White noise through leaky sums of three lengths. */
    private static float[] pink(int count, Random random) {
        float[] pink = new float[count];
        double slow = 0;
        double middle = 0;
        double fast = 0;
        for (int i = 0; i < count; i++) {
            double white = random.nextGaussian();
            slow = 0.998 * slow + 0.1 * white;
            middle = 0.963 * middle + 0.3 * white;
            fast = 0.57 * fast + 1.05 * white;
            pink[i] = (float) (slow + middle + fast + 0.18 * white);
        }
        return pink;
    }

    /** Syllables with pauses. */
    private static float[] talk(int count, Random random) {
        float[] talk = new float[count];
        int at = 0;
        while (at < count) {
            int length = (int) (RATE * (0.12 + 0.2 * random.nextDouble()));
            if (random.nextInt(5) > 0) {
                double hertz = 90 + 90 * random.nextDouble();
                SimulatedVoice.addSyllable(talk, at, Math.min(length, count - at), hertz, 1, random);
            }
            at += length;
        }
        return talk;
    }

    private static float[] claps(int count, Random random) {
        float[] claps = new float[count];
        for (int at = random.nextInt(RATE / 2); at < count; at += RATE / 4 + random.nextInt(RATE / 2)) {
            double loudness = 5 + 5 * random.nextDouble();
            for (int i = 0; i < RATE / 10 && at + i < count; i++) {
                claps[at + i] += (float) (loudness * random.nextGaussian() * Math.exp(-i / (0.012 * RATE)));
            }
        }
        return claps;
    }

    /** Root of the mean square of what is not silent. */
    private static double level(float[] sound) {
        double sum = 1e-20;
        int heard = 1;
        for (float sample : sound) {
            if (sample != 0) {
                sum += sample * sample;
                heard++;
            }
        }
        return Math.sqrt(sum / heard);
    }
}
