package backbeat.engine.ltc;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Timecode;
import java.util.List;
import java.util.Random;

/** Timecode as sound for tests, and what becomes of it on a set. */
final class LtcSound {
    static final List<Rate> RATES = List.of(Rate.FPS_23_976, Rate.FPS_24, Rate.FPS_25, Rate.FPS_29_97, Rate.FPS_30);

    private LtcSound() {}

    static List<LtcRun> read(float[] sound, int sampleRate) {
        LtcReader reader = new LtcReader(sampleRate);
        for (int i = 0; i < sound.length; i += 997) {
            reader.read(sound, i, Math.min(997, sound.length - i));
        }
        return reader.finish();
    }

    static float[] of(Timecode start, int sampleRate, double seconds, double speed) {
        return new LtcWriter(start, 0x1234_5678, sampleRate, 0.3, speed).samples(0, (int) (seconds * sampleRate));
    }

    /** White noise so many decibels below the timecode's power, over the whole band. */
    static float[] withNoise(float[] clean, double snr, long seed) {
        double power = 0;
        for (float sample : clean) {
            power += sample * sample;
        }
        double level = Math.sqrt(power / clean.length) * Math.pow(10, -snr / 20);
        Random random = new Random(seed);
        float[] noisy = clean.clone();
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] += (float) (level * random.nextGaussian());
        }
        return noisy;
    }
}
