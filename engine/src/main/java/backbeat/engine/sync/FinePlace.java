package backbeat.engine.sync;

import backbeat.engine.signal.Correlation;
import backbeat.engine.signal.Fft;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Moves a line to the exact place and drift. Windows of a second of the clip are correlated (phases only) with the song along the line found so far, and the
 * correlations are added coherently, each shifted as a candidate of the rest drift asks; the candidate with the highest peak wins. The place is the first
 * arrival: with {@code c(lag) = sum clip(t) song(t + lag)} reflections of the room lie at smaller lags, so it is the last strong peak, not the highest one.
 */
final class FinePlace {
    private static final int SPAN = 16384;
    /** Enough to straighten the line, so that all may follow it. */
    private static final int FIRST_WINDOWS = 24;

    private static final int MOST_WINDOWS = 80;
    private static final int FIRST_MARGIN = 640;
    private static final int WINDOW = SPAN - 2 * FIRST_MARGIN;
    private static final double WINDOW_SECONDS = (double) WINDOW / Sound.WIDE_RATE;
    private static final int NEXT_MARGIN = 320;
    private static final int ROUNDS = 3;
    /** A round that moves the line by less has nothing left for the next one. */
    private static final double SETTLED_SECONDS = 4e-6;

    private static final int FINER = 4;
    /** Windows overlap: two sounds of a second that are alike are heard by as many. */
    private static final int LEAST_LOUDEST = 6;

    private static final int LAG_FFT = 2048;
    private static final double FINE_RATE = (double) Sound.WIDE_RATE * FINER;
    private static final double REFLECTION_SECONDS = 0.015;
    private static final double SIDELOBE_SECONDS = 0.0008;
    private static final float SIDELOBE_RATIO = 1.4f;
    private static final double FIRST_ARRIVAL_SHARE = 0.4;
    private static final double FIRST_ARRIVAL_SIGMAS = 5;
    private static final double LEAST_UNCERTAINTY = 1.0 / Sound.WIDE_RATE / 8;

    /**
     * @param uncertaintySeconds of the place in the middle
     * @param driftUncertainty of the rate
     * @param polarity -1 when the clip's sound is inverted
     * @param sigmas height of the coherent peak above its noise
     * @param firstPeakRatio first arrival against the highest peak
     */
    record Fine(
            Line line,
            double uncertaintySeconds,
            double driftUncertainty,
            int polarity,
            double sigmas,
            double firstPeakRatio) {
        Fine along(Line other) {
            return new Fine(other, uncertaintySeconds, driftUncertainty, polarity, sigmas, firstPeakRatio);
        }
    }

    private record Peak(int index, double lagSeconds, float value, double sigmas, double ratio) {}

    private final Sound clip;
    private final PlayedSong song;
    private final Correlation correlation;
    /** Every round and every line that is asked about hears the same windows of the clip, by first sample. */
    private final Map<Integer, Correlation.Spectrum> windows = new HashMap<>();

    private final Fft lagFft = new Fft(LAG_FFT);
    private final Fft fineFft = new Fft(LAG_FFT * FINER);

    FinePlace(Sound clip, PlayedSong song, double bandLimit) {
        this.clip = clip;
        this.song = song;
        this.correlation = new Correlation(SPAN, Sound.WIDE_RATE, 150, Math.min(bandLimit, song.bandLimit()));
    }

    /** The first of the rounds alone: enough to tell whether the song is there. */
    Fine glimpse(Line coarse, double from, double to) {
        return refine(coarse, windows(from, to, FIRST_WINDOWS), 1, from, to);
    }

    Fine refine(Line coarse, double from, double to) {
        return refine(coarse, windows(from, to, FIRST_WINDOWS), ROUNDS, from, to);
    }

    /** How much of what a whole stretch adds up to along an exact line comes from its loudest few windows, a tenth of them: near 1 when the rest hears nothing. */
    double shareOfLoudest(Line exact, double from, double to) {
        double[] starts = windows(from, to, MOST_WINDOWS);
        double[] heard = correlate(exact, starts, NEXT_MARGIN).stream()
                .mapToDouble(window -> window[NEXT_MARGIN * FINER])
                .toArray();
        double all = Arrays.stream(heard).sum();
        double[] louder = Arrays.stream(heard)
                .map(each -> each * Math.signum(all))
                .sorted()
                .toArray();
        int few = Math.min(louder.length, Math.max(LEAST_LOUDEST, louder.length / 10));
        double loudest =
                Arrays.stream(louder, louder.length - few, louder.length).sum();
        return loudest / Math.max(1e-12, Math.abs(all));
    }

    private Fine refine(Line coarse, double[] first, int rounds, double from, double to) {
        double[] starts = first;
        double middle = (starts[0] + starts[starts.length - 1]) / 2;
        double length = Math.max(WINDOW_SECONDS, starts[starts.length - 1] - starts[0]);
        double reach = starts.length == 1 ? 0 : 60e-6 + 1.5e-3 / length;
        Line line = coarse;
        Peak peak = new Peak(0, 0, 0, 0, 1);
        double spread = 0;
        for (int round = 0; round < rounds; round++) {
            int margin = round == 0 ? FIRST_MARGIN : NEXT_MARGIN;
            List<float[]> windows = correlate(line, starts, margin);
            double step = Math.max(reach / 60, 0.05e-3 / length);
            double drift = bestDrift(windows, starts, middle, reach, step, margin);
            peak = firstArrival(sum(windows, starts, middle, drift, margin), margin);
            line = line.moved(peak.lagSeconds(), drift, middle + WINDOW_SECONDS / 2);
            spread = spreadOfHalves(windows, starts, middle, drift, margin, peak.index());
            if (round > 0 && Math.abs(peak.lagSeconds()) + Math.abs(drift) * length < SETTLED_SECONDS) {
                break;
            }
            starts = windows(from, to, MOST_WINDOWS);
            reach /= 5;
        }
        double halfLength = Math.max(length / 2, WINDOW_SECONDS);
        return new Fine(
                line,
                Math.max(LEAST_UNCERTAINTY, spread / 2),
                Math.max(0.3e-6, spread / halfLength / Math.sqrt(2)),
                peak.value() < 0 ? -1 : 1,
                peak.sigmas(),
                peak.ratio());
    }

    private static double[] windows(double from, double to, int most) {
        int possible = Math.max(1, (int) ((to - from - WINDOW_SECONDS) / (WINDOW_SECONDS / 2)) + 1);
        int count = Math.min(most, possible);
        double last = Math.max(from, to - WINDOW_SECONDS);
        double[] starts = new double[count];
        for (int i = 0; i < count; i++) {
            starts[i] = count == 1 ? from : from + (last - from) * i / (count - 1);
        }
        return starts;
    }

    private List<float[]> correlate(Line line, double[] starts, int margin) {
        List<float[]> all = new ArrayList<>();
        for (double start : starts) {
            int first = (int) Math.round(start * Sound.WIDE_RATE);
            Correlation.Spectrum own =
                    windows.computeIfAbsent(first, from -> correlation.spectrum(tapered(clip.wide(), from)));
            double songFrom = (double) (first - margin) / Sound.WIDE_RATE;
            float[] other = song.along(line, songFrom, WINDOW + 2 * margin);
            all.add(finer(correlation.lags(own, other, margin)));
        }
        return all;
    }

    private static float[] tapered(float[] samples, int first) {
        float[] window = new float[WINDOW];
        int taper = WINDOW / 16;
        for (int i = 0; i < WINDOW && first + i < samples.length; i++) {
            double edge = Math.min(i + 0.5, WINDOW - i - 0.5) / taper;
            float weight = edge >= 1 ? 1 : (float) (0.5 - 0.5 * Math.cos(Math.PI * edge));
            window[i] = first + i < 0 ? 0 : samples[first + i] * weight;
        }
        return window;
    }

    /** The lags at four times their rate, by a longer spectrum. */
    private float[] finer(float[] lags) {
        float[] padded = new float[LAG_FFT];
        System.arraycopy(lags, 0, padded, 0, lags.length);
        float[] re = new float[fineFft.bins()];
        float[] im = new float[fineFft.bins()];
        lagFft.forward(padded, 0, re, im);
        float[] fine = new float[LAG_FFT * FINER];
        fineFft.inverse(re, im, fine, 0);
        return fine;
    }

    private static double bestDrift(
            List<float[]> windows, double[] starts, double middle, double reach, double step, int margin) {
        double best = 0;
        float highest = -1;
        int each = (int) Math.ceil(reach / step);
        for (int i = -each; i <= each; i++) {
            float top = 0;
            for (float value : sum(windows, starts, middle, i * step, margin)) {
                top = Math.max(top, Math.abs(value));
            }
            if (top > highest) {
                highest = top;
                best = i * step;
            }
        }
        return best;
    }

    private static float[] sum(List<float[]> windows, double[] starts, double middle, double drift, int margin) {
        int size = 2 * margin * FINER + 1;
        float[] sum = new float[size];
        for (int w = 0; w < starts.length; w++) {
            int shift = (int) Math.round(drift * (starts[w] - middle) * FINE_RATE);
            float[] window = windows.get(w);
            int from = Math.max(0, -shift);
            int to = Math.min(size, size - shift);
            for (int i = from; i < to; i++) {
                sum[i] += window[i + shift];
            }
        }
        return sum;
    }

    private static Peak firstArrival(float[] sum, int margin) {
        int highest = 0;
        for (int i = 0; i < sum.length; i++) {
            if (Math.abs(sum[i]) > Math.abs(sum[highest])) {
                highest = i;
            }
        }
        double sigma = limitedRms(sum);
        float top = Math.abs(sum[highest]);
        double threshold = Math.max(FIRST_ARRIVAL_SHARE * top, FIRST_ARRIVAL_SIGMAS * sigma);
        int first = highest;
        int latest = Math.min(sum.length - 2, highest + (int) (REFLECTION_SECONDS * FINE_RATE));
        for (int i = highest + 1; i <= latest; i++) {
            float value = Math.abs(sum[i]);
            if (value >= threshold
                    && value >= Math.abs(sum[i - 1])
                    && value > Math.abs(sum[i + 1])
                    && !isSidelobe(sum, highest, i)) {
                first = i;
            }
        }
        double lag = (first + vertex(sum, first) - (double) margin * FINER) / FINE_RATE;
        return new Peak(first, lag, sum[first], top / sigma, Math.abs(sum[first]) / top);
    }

    /** The ripple of a narrow band stands on both sides of the peak; an earlier arrival stands alone. */
    private static boolean isSidelobe(float[] sum, int highest, int other) {
        int distance = other - highest;
        if (distance > SIDELOBE_SECONDS * FINE_RATE || distance > highest) {
            return false;
        }
        float mirrored = 0;
        for (int i = Math.max(0, highest - distance - 2); i <= highest - distance + 2; i++) {
            mirrored = Math.max(mirrored, Math.abs(sum[i]));
        }
        return Math.abs(sum[other]) < SIDELOBE_RATIO * mirrored;
    }

    /** Where the parabola through a peak and its neighbours has its top. */
    private static double vertex(float[] values, int peak) {
        if (peak == 0 || peak == values.length - 1) {
            return 0;
        }
        double curve = values[peak - 1] - 2.0 * values[peak] + values[peak + 1];
        return curve == 0 ? 0 : Math.clamp(0.5 * (values[peak - 1] - values[peak + 1]) / curve, -0.5, 0.5);
    }

    private static double limitedRms(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value * value;
        }
        double limit = 9 * sum / values.length;
        double limited = 0;
        for (float value : values) {
            limited += Math.min(limit, value * value);
        }
        return Math.sqrt(limited / values.length) + 1e-20;
    }

    /** How far the two halves of the clip disagree about the place, in seconds. */
    private static double spreadOfHalves(
            List<float[]> windows, double[] starts, double middle, double drift, int margin, int peak) {
        if (starts.length < 2) {
            return 4 * LEAST_UNCERTAINTY;
        }
        int half = starts.length / 2;
        float[] early = sum(windows.subList(0, half), head(starts, half), middle, drift, margin);
        float[] late = sum(windows.subList(half, starts.length), tail(starts, half), middle, drift, margin);
        return Math.abs(nearestPeak(early, peak) - nearestPeak(late, peak)) / FINE_RATE;
    }

    private static double[] head(double[] all, int count) {
        return Arrays.copyOf(all, count);
    }

    private static double[] tail(double[] all, int from) {
        return Arrays.copyOfRange(all, from, all.length);
    }

    /** The highest point within three samples of a place. */
    private static double nearestPeak(float[] sum, int place) {
        int reach = 3 * FINER;
        int highest = place;
        for (int i = Math.max(0, place - reach); i <= Math.min(sum.length - 1, place + reach); i++) {
            if (Math.abs(sum[i]) > Math.abs(sum[highest])) {
                highest = i;
            }
        }
        return highest + vertex(sum, highest);
    }
}
