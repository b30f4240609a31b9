package backbeat.engine.ltc;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Timecode;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Prints for the benchmarks how much of timecode is read under white noise, and what reading costs. */
final class MeasureTimecode {
    private static final int SECONDS = 60;

    private MeasureTimecode() {}

    public static void main(String[] arguments) {
        for (int sampleRate : new int[] {8_000, 16_000, 48_000}) {
            for (int snr = 15; snr >= -3; snr -= 3) {
                print(sampleRate, snr);
            }
        }
    }

    private static void print(int sampleRate, int snr) {
        Timecode start = Timecode.parse("09:59:50:00", Rate.FPS_25);
        float[] clean = LtcSound.of(start, sampleRate, SECONDS, 1);
        float[] noisy = LtcSound.withNoise(clean, snr, new Random(snr).nextLong());
        long before = System.nanoTime();
        List<LtcRun> runs = LtcSound.read(noisy, sampleRate);
        double milliseconds = (System.nanoTime() - before) / 1e6;
        double share = runs.stream().mapToLong(LtcRun::framesRead).sum() / (25.0 * SECONDS);
        double off = runs.stream()
                .mapToDouble(run -> Math.abs(run.frameAt(30) - start.frame() - 25 * 30) / 25)
                .max()
                .orElse(0);
        System.out.printf(
                Locale.ROOT,
                "%6d Hz %3d dB: %5.1f %% of the frames in %d runs, line off by %.1f us, %.0f ms for a minute%n",
                sampleRate,
                snr,
                100 * share,
                runs.size(),
                1e6 * off,
                milliseconds);
    }
}
