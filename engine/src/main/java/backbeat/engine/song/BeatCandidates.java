package backbeat.engine.song;

import backbeat.engine.derive.Work;
import java.util.ArrayList;
import java.util.List;

/**
 * All beat paths worth a look: the best one of all tempos and of six ranges of tempo, stiff as bands are, loose as rubato is and even as a click, each also half a beat later. Two witnesses are
 * followed: the chances of a beat that the network gives, and the bare onsets, for where the network hears nothing of its kind.
 */
final class BeatCandidates {
    private static final double[] ALL_BPM = {36, 330};
    private static final double[][] RANGES_BPM = {{36, 56}, {50, 78}, {70, 108}, {98, 150}, {138, 208}, {190, 330}};
    /** In log-likelihood for a relative change of tempo from beat to beat. */
    private static final double[] STIFFNESS_OF_CHANCES = {100, 30};

    private static final double[] STIFFNESS_OF_ONSETS = {200, 40};
    /** A beat takes a sixteenth of the way to the next; the other fifteen share the chance that there is none (Krebs, Böck and Widmer, 2015). */
    private static final double OTHER_PARTS = 15;

    private static final double SUREST = 0.999;
    /** Activation below this speaks against a beat. */
    static final float LACK = 0.25f;

    private static final int FEWEST_BEATS = 4;

    private final List<BeatPath> found = new ArrayList<>();

    private BeatCandidates() {}

    static List<BeatPath> of(SongSpectra spectra, Work work) {
        BeatCandidates candidates = new BeatCandidates();
        float[] chances = gains(spectra.chances.beatsAt(SongSpectra.FRAMES_PER_SECOND, spectra.activation.length));
        for (double stiffness : STIFFNESS_OF_CHANCES) {
            candidates.follow(chances, ALL_BPM, stiffness);
        }
        work.progress(0.3, "looking for the beat");
        List<BeatPath> levels = candidates.followAll(chances, STIFFNESS_OF_CHANCES);
        EvenGrid grids = new EvenGrid(chances);
        levels.forEach(level -> candidates.addBothPhases(grids.near(level, SongSpectra.FRAMES_PER_SECOND)));
        work.progress(0.6, "looking for the beat");
        candidates.followAll(gainsOfOnsets(spectra.activation), STIFFNESS_OF_ONSETS);
        work.progress(1, "looking for the beat");
        return candidates.found;
    }

    /** Log-odds of a beat against any other part of the way. */
    private static float[] gains(float[] chances) {
        float[] gains = new float[chances.length];
        for (int i = 0; i < gains.length; i++) {
            double chance = Math.clamp(chances[i], 1 - SUREST, SUREST);
            gains[i] = (float) Math.log(OTHER_PARTS * chance / (1 - chance));
        }
        return gains;
    }

    static float[] gainsOfOnsets(float[] activation) {
        float[] gains = activation.clone();
        for (int i = 0; i < gains.length; i++) {
            gains[i] -= LACK;
        }
        return gains;
    }

    /** @return what the first stiffness gave */
    private List<BeatPath> followAll(float[] gains, double[] stiffnesses) {
        List<BeatPath> first = new ArrayList<>();
        for (double stiffness : stiffnesses) {
            for (double[] range : RANGES_BPM) {
                BeatPath path = follow(gains, range, stiffness);
                if (stiffness == stiffnesses[0] && path.times.length >= FEWEST_BEATS) {
                    first.add(path);
                }
            }
        }
        return first;
    }

    private BeatPath follow(float[] gains, double[] range, double stiffness) {
        BeatPath path = BarPointer.track(gains, SongSpectra.FRAMES_PER_SECOND, range[0], range[1], stiffness);
        if (path.times.length >= FEWEST_BEATS) {
            addBothPhases(path);
        }
        return path;
    }

    private void addBothPhases(BeatPath path) {
        addNew(path);
        addNew(path.shiftedByHalf());
    }

    private void addNew(BeatPath path) {
        if (found.stream().noneMatch(path::sameAs)) {
            found.add(path);
        }
    }
}
