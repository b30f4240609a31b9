package backbeat.app.demo;

import static backbeat.app.demo.Bus.SAMPLE_RATE;

import backbeat.engine.signal.Fft;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * What a camera's microphone hears: the song from a loudspeaker, at the speed and clock of this take, in a room with its own reflections, with talk before and
 * after, air conditioning and people who move; all of it narrowed to the band of a small microphone.
 */
final class ScratchSound {
    private static final double REVERBERATION_SECONDS = 0.4;
    private static final double SLATE_SECONDS = 1.5;
    private static final int TAPS = 32;

    private final RandomGenerator chance;

    ScratchSound(long seed) {
        chance = new SplittableRandom(seed);
    }

    /** @param speaker the song in mono, 48 kHz */
    float[] hear(Take take, Score score, float[] speaker) {
        int samples = (int) Math.round(take.seconds(score) * SAMPLE_RATE);
        float[] dry = playback(take, score, speaker, samples);
        narrow(dry, 90, 9500);
        float[] wet = convolve(dry, room());
        double loud = rmsOfPlayback(wet, take, score);
        float[] noise = noise(samples);
        double noiseGain = loud / rms(noise) * Math.pow(10, -take.signalToNoiseDb() / 20);
        for (int i = 0; i < samples; i++) {
            wet[i] += (float) (noiseGain * noise[i]);
        }
        crew(wet, take, score, loud);
        narrow(wet, 70, 12_000);
        return normalised(wet, take.gain());
    }

    /** Band-limited interpolation: a Hann-windowed sinc at each place, wider when the song runs fast. */
    private static float[] playback(Take take, Score score, float[] speaker, int samples) {
        float[] out = new float[samples];
        double cutoff = 0.96 / take.speed();
        int half = TAPS * take.speed() / 2;
        int begin = (int) Math.ceil(take.leadSeconds() * SAMPLE_RATE);
        double end = (take.leadSeconds() + take.playbackSeconds(score)) * SAMPLE_RATE;
        double first = take.songTimeOf(score, 0) * SAMPLE_RATE;
        double step = take.songSecondsPerClipSecond();
        for (int i = begin; i < samples && i < end; i++) {
            out[i] = (float) sampleAt(speaker, first + step * i, cutoff, half);
        }
        return out;
    }

    private static double sampleAt(float[] sound, double place, double cutoff, int half) {
        int middle = (int) Math.floor(place);
        double fraction = place - middle;
        double sine = Math.sin(Math.PI * cutoff * (1 - half - fraction));
        double cosine = Math.cos(Math.PI * cutoff * (1 - half - fraction));
        double turnSine = Math.sin(Math.PI * cutoff);
        double turnCosine = Math.cos(Math.PI * cutoff);
        double windowSine = Math.sin(Math.PI * (1 - half - fraction) / half);
        double windowCosine = Math.cos(Math.PI * (1 - half - fraction) / half);
        double stepSine = Math.sin(Math.PI / half);
        double stepCosine = Math.cos(Math.PI / half);
        double sum = 0;
        for (int k = 1 - half; k <= half; k++) {
            double x = Math.PI * (k - fraction);
            int at = middle + k;
            if (at >= 0 && at < sound.length) {
                double sinc = Math.abs(x) < 1e-7 ? cutoff : sine / x;
                sum += sound[at] * sinc * (0.5 + 0.5 * windowCosine);
            }
            double next = sine * turnCosine + cosine * turnSine;
            cosine = cosine * turnCosine - sine * turnSine;
            sine = next;
            double nextWindow = windowSine * stepCosine + windowCosine * stepSine;
            windowCosine = windowCosine * stepCosine - windowSine * stepSine;
            windowSine = nextWindow;
        }
        return sum;
    }

    /** The direct sound first and alone, then six walls, then a tail of noise that dies away. */
    private float[] room() {
        float[] response = new float[(int) (REVERBERATION_SECONDS * 1.2 * SAMPLE_RATE)];
        response[0] = 1;
        for (int wall = 0; wall < 6; wall++) {
            int at = (int) ((0.004 + 0.022 * chance.nextDouble()) * SAMPLE_RATE);
            response[at] += (float) (0.45 * (chance.nextDouble() - 0.3));
        }
        int begin = (int) (0.012 * SAMPLE_RATE);
        for (int i = begin; i < response.length; i++) {
            double t = (double) i / SAMPLE_RATE;
            response[i] += (float) (0.016 * chance.nextGaussian() * Math.pow(10, -3 * t / REVERBERATION_SECONDS));
        }
        return response;
    }

    /** Overlap and add. */
    private static float[] convolve(float[] sound, float[] response) {
        int size = 1 << 16;
        int hop = size - response.length;
        Fft fft = new Fft(size);
        float[] responseRe = new float[fft.bins()];
        float[] responseIm = new float[fft.bins()];
        float[] block = new float[size];
        System.arraycopy(response, 0, block, 0, response.length);
        fft.forward(block, 0, responseRe, responseIm);
        float[] re = new float[fft.bins()];
        float[] im = new float[fft.bins()];
        float[] out = new float[sound.length];
        for (int from = 0; from < sound.length; from += hop) {
            java.util.Arrays.fill(block, 0);
            System.arraycopy(sound, from, block, 0, Math.min(hop, sound.length - from));
            fft.forward(block, 0, re, im);
            multiply(re, im, responseRe, responseIm);
            fft.inverse(re, im, block, 0);
            for (int i = 0; i < size && from + i < out.length; i++) {
                out[from + i] += block[i];
            }
        }
        return out;
    }

    private static void multiply(float[] re, float[] im, float[] byRe, float[] byIm) {
        for (int k = 0; k < re.length; k++) {
            float real = re[k] * byRe[k] - im[k] * byIm[k];
            im[k] = re[k] * byIm[k] + im[k] * byRe[k];
            re[k] = real;
        }
    }

    /** Pink noise (three poles after P. Kellet), a hum of the lamps, and murmur at the back. */
    private float[] noise(int samples) {
        float[] noise = new float[samples];
        new Voice(chance).talk(noise, 0, samples, 0.12, 50);
        double slow = 0;
        double middle = 0;
        double fast = 0;
        for (int i = 0; i < samples; i++) {
            double white = chance.nextGaussian();
            slow = 0.99765 * slow + white * 0.0990460;
            middle = 0.96300 * middle + white * 0.2965164;
            fast = 0.57000 * fast + white * 1.0526913;
            double hum = 0.2 * Math.sin(2 * Math.PI * 100 * i / SAMPLE_RATE);
            noise[i] += (float) (0.12 * (slow + middle + fast + 0.1848 * white) + 0.1 * hum);
        }
        return noise;
    }

    /** Somebody calls before, the slate claps, somebody thanks after. */
    private void crew(float[] sound, Take take, Score score, double loud) {
        int start = (int) (take.leadSeconds() * SAMPLE_RATE);
        int clap = (int) (SLATE_SECONDS * SAMPLE_RATE);
        new Voice(chance).talk(sound, SAMPLE_RATE / 5, Math.min(clap - 9000, start), loud * 1.1, 57);
        if (start - clap > SAMPLE_RATE) {
            new Voice(chance).talk(sound, clap + 24_000, start - 9600, loud * 0.8, 52);
        }
        int end = (int) ((take.leadSeconds() + take.playbackSeconds(score) + 0.4) * SAMPLE_RATE);
        new Voice(chance).talk(sound, end, Math.min(end + SAMPLE_RATE, sound.length), loud, 55);
        for (int i = 0; i < 4800 && clap + i < sound.length; i++) {
            sound[clap + i] += (float) (7 * loud * chance.nextGaussian() * Math.exp(-i / 380.0));
        }
    }

    private static void narrow(float[] sound, double fromHertz, double toHertz) {
        StateFilter bottom = new StateFilter(SAMPLE_RATE, fromHertz, 0.7);
        StateFilter top = new StateFilter(SAMPLE_RATE, toHertz, 0.7);
        for (int i = 0; i < sound.length; i++) {
            sound[i] = (float) top.low(bottom.high(sound[i]));
        }
    }

    private static double rmsOfPlayback(float[] sound, Take take, Score score) {
        int from = (int) (take.leadSeconds() * SAMPLE_RATE);
        int to = (int) Math.min(sound.length, from + take.playbackSeconds(score) * SAMPLE_RATE);
        return rms(java.util.Arrays.copyOfRange(sound, from, to));
    }

    private static double rms(float[] sound) {
        double sum = 1e-12;
        for (float value : sound) {
            sum += value * value;
        }
        return Math.sqrt(sum / Math.max(1, sound.length));
    }

    private static float[] normalised(float[] sound, double gain) {
        double factor = 0.13 * gain / rms(sound);
        for (int i = 0; i < sound.length; i++) {
            sound[i] = (float) (0.95 * Math.tanh(factor * sound[i]));
        }
        return sound;
    }
}
