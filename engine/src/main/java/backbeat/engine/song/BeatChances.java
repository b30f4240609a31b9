package backbeat.engine.song;

/** Chances from 0 to 1 of a beat and of a downbeat, {@link RhythmFrames#PER_SECOND} times a second. */
final class BeatChances {
    /** No single moment shall decide alone. */
    private static final double LEAST = 0.005;
    /** Rows beside a beat that belong to it: 40 ms. */
    private static final int WIDTH = 2;

    final float[] beats;
    final float[] downbeats;

    BeatChances(float[] beats, float[] downbeats) {
        this.beats = beats;
        this.downbeats = downbeats;
    }

    /** Chance of a beat at a time, the larger one of the two moments around it. */
    double beatAt(double time) {
        return at(beats, time);
    }

    double downbeatAt(double time) {
        return at(downbeats, time);
    }

    private static double at(float[] chances, double time) {
        int from = (int) Math.floor(time * RhythmFrames.PER_SECOND);
        double largest = 0;
        for (int i = Math.max(0, from); i <= Math.min(chances.length - 1, from + 1); i++) {
            largest = Math.max(largest, chances[i]);
        }
        return largest;
    }

    /** The chances of a beat, more often a second, by straight lines. */
    float[] beatsAt(int perSecond, int frames) {
        float[] result = new float[frames];
        for (int i = 0; i < frames; i++) {
            double at = Math.min(beats.length - 1.0, (double) i * RhythmFrames.PER_SECOND / perSecond);
            int from = Math.min((int) at, Math.max(0, beats.length - 2));
            double part = at - from;
            float next = beats[Math.min(from + 1, beats.length - 1)];
            result[i] = (float) ((1 - part) * beats[from] + part * next);
        }
        return result;
    }

    /** Mean log-odds of a beat at a part of the way from each beat of a path to the next. */
    double logOdds(BeatPath path, double part) {
        double sum = 0;
        for (int i = 0; i < path.times.length; i++) {
            sum += odds(beatAt(path.between(i, part)));
        }
        return sum / path.times.length;
    }

    static double odds(double chance) {
        double bounded = Math.clamp(chance, LEAST, 1 - LEAST);
        return Math.log(bounded / (1 - bounded));
    }

    /** Part of all chances of a beat that lies on the beats of a path. */
    double captured(BeatPath path) {
        double all = 1e-6;
        for (float chance : beats) {
            all += chance;
        }
        double on = 0;
        int done = -1;
        for (double time : path.times) {
            int middle = (int) Math.round(time * RhythmFrames.PER_SECOND);
            for (int i = Math.max(done + 1, middle - WIDTH); i <= Math.min(beats.length - 1, middle + WIDTH); i++) {
                on += beats[i];
                done = i;
            }
        }
        return on / all;
    }
}
