package backbeat.engine.take;

import backbeat.engine.signal.Fft;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A stretch of a clip's sound at 4 kHz, whitened second by second: each frequency from 120 to 1900 Hz counts alike, whatever microphone and room did to it. Two
 * cameras in one room have this in common, and little else. With it come landmarks, by which clips that share sound are found without comparing each with each: pairs
 * of peaks in the spectrogram (Wang, "An industrial-strength audio search algorithm", ISMIR 2003).
 */
final class Air {
    static final int RATE = 4000;
    /** Samples from one frame of the spectrogram to the next. */
    static final int HOP = 128;

    static final double FRAME_SECONDS = (double) HOP / RATE;
    /** What whitening needs on either side of a stretch. */
    static final int MARGIN = 4096;

    private static final int WHITENED = 4096;
    private static final int FRAME = 512;
    private static final int FIRST_BIN = 16;
    private static final int LAST_BIN = 243;
    private static final int NEIGHBOUR_BINS = 14;
    private static final int NEIGHBOUR_FRAMES = 5;
    private static final int PARTNERS = 4;
    private static final int FARTHEST_FRAMES = 31;
    private static final int FARTHEST_BINS = 63;
    private static final float RMS = 20;
    private static final double SILENT_RMS = 1e-5;

    private final Fft ofWhitening = new Fft(WHITENED);
    private final Fft ofFrame = new Fft(FRAME);

    private final float[] sine = new float[WHITENED];
    private final float[] hann = new float[FRAME];

    private record Peak(int frame, int bin) {}

    Air() {
        for (int i = 0; i < WHITENED; i++) {
            sine[i] = (float) Math.sin(Math.PI * (i + 0.5) / WHITENED);
        }
        for (int i = 0; i < FRAME; i++) {
            hann[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / FRAME));
        }
    }

    /** Samples between the margins, whitened. */
    byte[] whitened(float[] withMargins) {
        float[] sum = new float[withMargins.length];
        float[] frame = new float[WHITENED];
        float[] re = new float[ofWhitening.bins()];
        float[] im = new float[ofWhitening.bins()];
        for (int start = 0; start + WHITENED <= withMargins.length; start += WHITENED / 2) {
            for (int i = 0; i < WHITENED; i++) {
                frame[i] = withMargins[start + i] * sine[i];
            }
            if (!isSilent(frame)) {
                ofWhitening.forward(frame, 0, re, im);
                flatten(re, im);
                ofWhitening.inverse(re, im, frame, 0);
                for (int i = 0; i < WHITENED; i++) {
                    sum[start + i] += frame[i] * sine[i];
                }
            }
        }
        byte[] bytes = new byte[Math.max(0, withMargins.length - 2 * MARGIN)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.clamp(Math.round(sum[MARGIN + i]), -127, 127);
        }
        return bytes;
    }

    private static boolean isSilent(float[] frame) {
        double energy = 0;
        for (float sample : frame) {
            energy += sample * sample;
        }
        return energy < SILENT_RMS * SILENT_RMS * frame.length;
    }

    private static void flatten(float[] re, float[] im) {
        int from = 120 * WHITENED / RATE;
        int to = 1900 * WHITENED / RATE;
        double energy = 0;
        for (int k = from; k <= to; k++) {
            energy += re[k] * re[k] + im[k] * im[k];
        }
        float floor = (float) (0.05 * Math.sqrt(energy / (to - from + 1)) + 1e-12);
        float level = RMS * WHITENED / (float) Math.sqrt(2.0 * (to - from + 1));
        for (int k = 0; k < re.length; k++) {
            boolean inBand = k >= from && k <= to;
            float scale = inBand ? level / ((float) Math.sqrt(re[k] * re[k] + im[k] * im[k]) + floor) : 0;
            re[k] *= scale;
            im[k] *= scale;
        }
    }

    /**
     * Landmarks of whitened sound.
     *
     * @param firstFrame number of the first sample's frame
     */
    List<Landmark> landmarks(byte[] whitened, int firstFrame) {
        int frames = Math.max(0, (whitened.length - FRAME) / HOP + 1);
        float[][] levels = new float[frames][];
        for (int i = 0; i < frames; i++) {
            levels[i] = levels(whitened, i * HOP);
        }
        List<Peak> peaks = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            for (int bin = FIRST_BIN; bin <= LAST_BIN; bin++) {
                if (levels[i][bin] > 0 && isPeak(levels, i, bin)) {
                    peaks.add(new Peak(i, bin));
                }
            }
        }
        return paired(peaks, firstFrame);
    }

    private float[] levels(byte[] samples, int start) {
        float[] frame = new float[FRAME];
        for (int i = 0; i < FRAME; i++) {
            frame[i] = samples[start + i] * hann[i];
        }
        float[] re = new float[ofFrame.bins()];
        float[] im = new float[ofFrame.bins()];
        ofFrame.forward(frame, 0, re, im);
        for (int k = 0; k < re.length; k++) {
            re[k] = re[k] * re[k] + im[k] * im[k];
        }
        return re;
    }

    private static boolean isPeak(float[][] levels, int frame, int bin) {
        float own = levels[frame][bin];
        for (int f = Math.max(0, frame - NEIGHBOUR_FRAMES);
                f <= Math.min(levels.length - 1, frame + NEIGHBOUR_FRAMES);
                f++) {
            for (int b = Math.max(FIRST_BIN, bin - NEIGHBOUR_BINS);
                    b <= Math.min(LAST_BIN, bin + NEIGHBOUR_BINS);
                    b++) {
                if (levels[f][b] > own) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<Landmark> paired(List<Peak> peaks, int firstFrame) {
        List<Landmark> landmarks = new ArrayList<>();
        for (int i = 0; i < peaks.size(); i++) {
            Peak peak = peaks.get(i);
            int partners = 0;
            for (int j = i + 1; j < peaks.size() && partners < PARTNERS; j++) {
                Peak other = peaks.get(j);
                int frames = other.frame() - peak.frame();
                if (frames > FARTHEST_FRAMES) {
                    break;
                }
                if (frames > 0 && Math.abs(other.bin() - peak.bin()) <= FARTHEST_BINS) {
                    landmarks.add(new Landmark(hash(peak, other), firstFrame + peak.frame()));
                    partners++;
                }
            }
        }
        return landmarks;
    }

    /** Bins in steps of two: a peak between two bins falls into either. */
    private static int hash(Peak peak, Peak other) {
        int apart = (other.bin() - peak.bin() + FARTHEST_BINS + 1) / 2;
        return ((peak.bin() / 2) << 12) | (apart << 5) | (other.frame() - peak.frame());
    }

    /** @param frame at which it begins, {@value #HOP} samples each */
    record Landmark(int hash, int frame) {}

    /** A whole clip. */
    static final class Trace {
        private final byte[] samples;
        private final int[] hashes;
        private final int[] frames;

        Trace(byte[] samples, int[] hashes, int[] frames) {
            this.samples = samples;
            this.hashes = hashes;
            this.frames = frames;
        }

        int landmarks() {
            return hashes.length;
        }

        int hash(int landmark) {
            return hashes[landmark];
        }

        int frame(int landmark) {
            return frames[landmark];
        }

        double seconds() {
            return (double) samples.length / RATE;
        }

        /** Samples from one on; silence outside of the clip. */
        float[] from(int first, int count) {
            float[] stretch = new float[count];
            for (int i = Math.max(0, -first); i < Math.min(count, samples.length - first); i++) {
                stretch[i] = samples[first + i];
            }
            return stretch;
        }

        byte[] samples() {
            return Arrays.copyOf(samples, samples.length);
        }
    }
}
