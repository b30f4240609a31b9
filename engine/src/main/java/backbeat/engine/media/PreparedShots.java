package backbeat.engine.media;

import backbeat.engine.media.Scene.Shot;
import backbeat.engine.media.Scene.Showing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Shots of one input that are sized and coloured alike: each frame that any of them shows goes through that once and is given to the shots afterwards. So the table of
 * colours and the pictures in between cost memory and time once instead of once for each shot. Frames come out the same, because these filters see one frame only.
 *
 * @param fitting filters that a frame goes through
 * @param shots of one source
 */
record PreparedShots(List<String> fitting, List<Shot> shots) {
    /** Frames of the source from the one to the other, both with it. */
    private record Run(long first, long last) {}

    /** What looks at neighbouring frames, or takes a few of many, is made by itself. */
    static boolean isPossibleFor(Shot shot) {
        return SceneGraph.isPlain(shot)
                && shot.placing().isFitted()
                && !SceneInputs.isInterlaced(SceneInputs.picture(shot));
    }

    /** @param start where the input was sought to */
    List<String> filters(FrameSeek start) {
        String wanted = runs().stream().map(run -> condition(run, start)).collect(Collectors.joining("+"));
        List<String> filters = new ArrayList<>(List.of("select='" + wanted + "'"));
        filters.addAll(fitting);
        return filters;
    }

    /** Which of the frames that come out of these filters are a shot's. */
    String window(FrameSeek start, Showing showing) {
        if (start.from() != null) {
            return SceneInputs.windowByTime(start.from(), source(), video(), showing);
        }
        long before = 0;
        for (Run run : runs()) {
            before += Math.clamp(showing.first() - run.first(), 0, run.last() + 1 - run.first());
        }
        return "start_frame=" + before + ":end_frame=" + (before + showing.frames());
    }

    private String condition(Run run, FrameSeek start) {
        if (start.from() == null) {
            return "between(n," + run.first() + "," + run.last() + ")";
        }
        String from = Encoder.seconds(
                FrameSeek.between(source(), video(), run.first()).minus(start.from()));
        if (run.last() + 1 >= video().frames()) {
            return "gte(t," + from + ")";
        }
        String to = Encoder.seconds(
                FrameSeek.between(source(), video(), run.last() + 1).minus(start.from()));
        return "between(t," + from + "," + to + ")";
    }

    private List<Run> runs() {
        List<Showing> inOrder = shots.stream()
                .map(Shot::showing)
                .sorted(Comparator.comparingLong(Showing::first))
                .toList();
        List<Run> runs = new ArrayList<>();
        for (Showing showing : inOrder) {
            if (!runs.isEmpty() && showing.first() <= runs.getLast().last() + 1) {
                Run run = runs.removeLast();
                runs.add(new Run(run.first(), Math.max(run.last(), showing.last())));
            } else {
                runs.add(new Run(showing.first(), showing.last()));
            }
        }
        return runs;
    }

    private MediaFacts source() {
        return shots.getFirst().source();
    }

    private VideoFacts video() {
        return SceneInputs.picture(shots.getFirst());
    }
}
