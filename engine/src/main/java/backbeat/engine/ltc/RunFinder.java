package backbeat.engine.ltc;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Strings frames into runs. A frame belongs to the run when its label is what the time since the last one says; three in a row that count on by one begin a run, and
 * end one that they do not belong to. So a frame that noise bent into another label is never told.
 */
final class RunFinder {
    /** Frames in a row that make a run. */
    private static final int LEAST_FRAMES = 3;

    private static final double LONGEST_GAP_FRAMES = 60;

    private final double secondsPerSample;
    private final double delaySamples;
    private final double leastUncertainty;
    private final List<LtcRun> runs = new ArrayList<>();
    private final List<Sighting> candidates = new ArrayList<>();
    private long framesHeard;
    private @Nullable OpenRun run;

    /** One frame that was read. Times are of the sound that was fed. */
    record Sighting(LtcFrame frame, boolean backwards, double seconds, double frameSeconds) {}

    /**
     * @param secondsPerSample of the working rate
     * @param delaySamples working samples that come before the one at time 0
     * @param leastUncertainty seconds that no line is told better than
     */
    RunFinder(double secondsPerSample, double delaySamples, double leastUncertainty) {
        this.leastUncertainty = leastUncertainty;
        this.delaySamples = delaySamples;
        this.secondsPerSample = secondsPerSample;
    }

    long framesHeard() {
        return framesHeard;
    }

    /**
     * Takes the next frame.
     *
     * @param flawless whether nothing in it was read wrongly as far as its form tells: others may go on with a run and never begin one
     */
    void frame(LtcFrame frame, boolean flawless, boolean backwards, double samples, double frameSamples) {
        framesHeard++;
        Sighting seen = new Sighting(
                frame, backwards, (samples - delaySamples) * secondsPerSample, frameSamples * secondsPerSample);
        if (run != null && run.take(seen, LONGEST_GAP_FRAMES)) {
            candidates.clear();
            return;
        }
        if (!flawless) {
            candidates.clear();
            return;
        }
        boolean goesOn = !candidates.isEmpty() && countsOn(seen);
        if (!goesOn) {
            candidates.clear();
        }
        candidates.add(seen);
        if (candidates.size() == LEAST_FRAMES) {
            close();
            run = runOf(candidates);
            candidates.clear();
        }
    }

    private boolean countsOn(Sighting seen) {
        OpenRun trial = runOf(candidates);
        return trial.take(seen, 1);
    }

    private OpenRun runOf(List<Sighting> sightings) {
        OpenRun made = new OpenRun(sightings.getFirst(), leastUncertainty);
        sightings.stream().skip(1).forEach(next -> made.take(next, 1));
        return made;
    }

    private void close() {
        if (run != null) {
            runs.add(run.told());
            run = null;
        }
    }

    List<LtcRun> finish() {
        close();
        return List.copyOf(runs);
    }
}
