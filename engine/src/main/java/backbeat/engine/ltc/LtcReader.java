package backbeat.engine.ltc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds linear timecode in the samples of one channel, fed block by block. Memory does not grow with the length; the result is a list of runs.
 *
 * <p>Polarity does not matter, nor does the level; hum and an offset are taken off. Labels count from half to double speed, forwards and backwards. A run is told
 * when at least three frames counted on by one; single frames that do not fit are never told.
 */
public final class LtcReader {
    /** Half bits that a lane follows begin here and go a little over an octave up; 2 x 30 frames/s has half bits of 104 microseconds. */
    private static final double[] SHORTEST_HALF_BIT = {95e-6, 180e-6, 340e-6};

    /** Noise and the shape of edges move a line by so much of a sample. */
    private static final double LEAST_UNCERTAINTY_SAMPLES = 0.1;

    /** A ten-thousandth of a frame of scatter is worth a frame in a hundred. */
    private static final double SCATTER_WEIGHT = 100;

    private static final double MOST_FOR_SCATTER = 0.05;

    private final double leastUncertainty;
    private final WorkingRate working;
    private final SlidingSums sums;
    private final List<Lane> lanes = new ArrayList<>();
    private final List<RunFinder> finders = new ArrayList<>();

    public LtcReader(int sampleRate) {
        leastUncertainty = LEAST_UNCERTAINTY_SAMPLES / sampleRate;
        working = new WorkingRate(sampleRate);
        int longest = 0;
        for (double halfBit : SHORTEST_HALF_BIT) {
            Lane lane = new Lane(halfBit / working.secondsPerSample(), newFinder(), newFinder());
            lanes.add(lane);
            longest = Math.max(longest, lane.reach());
        }
        sums = new SlidingSums(longest);
    }

    private RunFinder newFinder() {
        RunFinder finder = new RunFinder(working.secondsPerSample(), working.delay(), leastUncertainty);
        finders.add(finder);
        return finder;
    }

    /** Takes the next samples. */
    public void read(float[] samples, int from, int count) {
        for (int i = from; i < from + count; i++) {
            working.take(samples[i], this::hear);
        }
    }

    private void hear(double sample) {
        sums.add(sample);
        for (Lane lane : lanes) {
            lane.hear(sums);
        }
    }

    /** Frames that were read up to now, whether they make a run or not. */
    public long framesHeard() {
        return finders.stream().mapToLong(RunFinder::framesHeard).sum();
    }

    /** The runs in the order of their start. Takes nothing more after that. */
    public List<LtcRun> finish() {
        working.end(this::hear);
        for (int i = 0; i < sums.reach() + 2; i++) {
            hear(0);
        }
        List<LtcRun> found = new ArrayList<>();
        finders.forEach(finder -> found.addAll(finder.finish()));
        return bestOfEachTime(found);
    }

    /** Frames count, and those on a straight line more: a lane whose smoothing is too long for the half bits still reads them, but moves them about. */
    private static double worth(LtcRun run) {
        double scatterFrames = run.scatterSeconds() * Math.abs(run.framesPerSecond());
        return run.framesRead() * (1 - Math.min(MOST_FOR_SCATTER, SCATTER_WEIGHT * scatterFrames));
    }

    /** Neighbouring lanes, and both ways to decide, may read the same labels, one of them worse. */
    private static List<LtcRun> bestOfEachTime(List<LtcRun> found) {
        List<LtcRun> kept = new ArrayList<>();
        List<LtcRun> byWorth = found.stream()
                .sorted(Comparator.comparingDouble(LtcReader::worth).reversed())
                .toList();
        for (LtcRun run : byWorth) {
            boolean told = kept.stream()
                    .anyMatch(other ->
                            run.firstSeconds() < other.lastSeconds() && other.firstSeconds() < run.lastSeconds());
            if (!told) {
                kept.add(run);
            }
        }
        kept.sort(Comparator.comparingDouble(LtcRun::firstSeconds));
        return List.copyOf(kept);
    }
}
