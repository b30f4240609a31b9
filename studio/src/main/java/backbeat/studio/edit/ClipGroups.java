package backbeat.studio.edit;

import backbeat.engine.footage.Clip;
import java.util.ArrayList;
import java.util.List;

/** Clips put together to pieces of work, of twenty seconds of footage or one longer clip: handing out a piece costs 3 ms, hearing that some hundreds. */
final class ClipGroups {
    private static final double SECONDS = 20;
    /** Stands in no path. */
    private static final String BETWEEN = "//";

    private ClipGroups() {}

    /** Names of pieces; none where all is one. */
    static List<String> of(List<Clip> clips) {
        List<String> pieces = new ArrayList<>();
        List<String> piece = new ArrayList<>();
        double seconds = 0;
        for (Clip clip : clips) {
            piece.add(clip.path());
            seconds += clip.facts().duration().toDouble();
            if (seconds >= SECONDS) {
                pieces.add(String.join(BETWEEN, piece));
                piece.clear();
                seconds = 0;
            }
        }
        if (!piece.isEmpty()) {
            pieces.add(String.join(BETWEEN, piece));
        }
        return pieces.size() > 1 ? pieces : List.of();
    }

    /** Paths of the clips of a piece. */
    static List<String> paths(String piece) {
        return List.of(piece.split(BETWEEN));
    }
}
