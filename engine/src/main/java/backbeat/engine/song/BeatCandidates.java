package backbeat.engine.song;

import backbeat.engine.derive.Work;
import java.util.ArrayList;
import java.util.List;

/** All beat paths worth a look: the best of six ranges of tempo, stiff as machines are and loose as people may be, each also half a beat later. */
final class BeatCandidates {
    private static final double[][] RANGES_BPM = {{36, 56}, {50, 78}, {70, 108}, {98, 150}, {138, 208}, {190, 260}};
    private static final double[] STIFFNESSES = {200, 40};
    private static final int FEWEST_BEATS = 4;

    private BeatCandidates() {}

    static List<BeatPath> of(SongSpectra spectra, Work work) {
        List<BeatPath> candidates = new ArrayList<>();
        int done = 0;
        for (double stiffness : STIFFNESSES) {
            for (double[] range : RANGES_BPM) {
                work.progress((double) done++ / (RANGES_BPM.length * STIFFNESSES.length), "looking for the beat");
                BeatPath path = BarPointer.track(
                        spectra.activation, SongSpectra.FRAMES_PER_SECOND, range[0], range[1], stiffness);
                if (path.times.length >= FEWEST_BEATS) {
                    addNew(candidates, path);
                    addNew(candidates, path.shiftedByHalf());
                }
            }
        }
        return candidates;
    }

    private static void addNew(List<BeatPath> candidates, BeatPath path) {
        if (candidates.stream().noneMatch(path::sameAs)) {
            candidates.add(path);
        }
    }
}
