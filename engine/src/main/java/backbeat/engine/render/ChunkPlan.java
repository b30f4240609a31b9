package backbeat.engine.render;

import backbeat.engine.media.ColourStep;
import backbeat.engine.media.PictureForm;
import backbeat.engine.media.Scene;
import backbeat.engine.time.Rational;
import backbeat.engine.timeline.GeneratedMedia;
import backbeat.engine.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Cuts a film into chunks: wherever something on any lane begins or ends, and within shots at fixed places of their source.
 *
 * <p>Those places lie sixteen frames apart on the source's own clock, so that a shot that is trimmed at either end, or slipped by a cut that moves, keeps all its
 * chunks but the outermost one. Pieces below three frames are left with their neighbour: every chunk costs a key picture and an encoder. What stands still or is mixed
 * is cut every five seconds, which also bounds what one process has to hold.
 */
record ChunkPlan(List<Chunk> chunks) {
    private static final int GRID_FRAMES = 16;
    private static final int SHORTEST_FRAMES = 3;
    private static final Rational LONGEST_SECONDS = Rational.of(5);

    /** @param frames of the whole film: what is longer is cut off, what is missing is black */
    static ChunkPlan of(Timeline timeline, ShotScenes scenes, PictureForm form, long frames) {
        List<List<Span>> lanes = Lanes.of(timeline, frames);
        TreeSet<Long> edges = new TreeSet<>(List.of(0L, frames));
        lanes.forEach(lane -> lane.forEach(span -> {
            edges.add(span.from());
            edges.add(span.to());
        }));
        List<Chunk> chunks = new ArrayList<>();
        long from = 0;
        for (long edge : edges.subSet(0L, false, frames, true)) {
            List<Span> layers = at(lanes, from);
            long start = from;
            for (long to : ends(layers, form, from, edge)) {
                chunks.add(new Chunk(scene(layers, scenes, start, to)));
                start = to;
            }
            from = edge;
        }
        return new ChunkPlan(List.copyOf(chunks));
    }

    long frames() {
        return chunks.stream().mapToLong(Chunk::frames).sum();
    }

    /** The lowest first. */
    private static List<Span> at(List<List<Span>> lanes, long frame) {
        return lanes.stream()
                .flatMap(
                        lane -> lane.stream().filter(span -> span.covers(frame)).limit(1))
                .toList();
    }

    private static List<Long> ends(List<Span> layers, PictureForm form, long from, long to) {
        boolean isMoving = !layers.isEmpty()
                && layers.getFirst().over() == null
                && layers.getFirst().leaf().stepAt(from).signum() != 0;
        List<Long> ends = isMoving ? onGrid(layers.getFirst().leaf(), from, to) : everyFiveSeconds(form, from, to);
        ends.add(to);
        return ends;
    }

    private static List<Long> onGrid(Leaf leaf, long from, long to) {
        Rational line = leaf.stepAt(from).abs().times(GRID_FRAMES);
        List<Long> ends = new ArrayList<>();
        long before = leaf.sourceAt(from).dividedBy(line).floor();
        for (long frame = from + 1; frame < to; frame++) {
            long here = leaf.sourceAt(frame).dividedBy(line).floor();
            if (here != before && frame - from >= SHORTEST_FRAMES && to - frame >= SHORTEST_FRAMES) {
                ends.add(frame);
            }
            before = here;
        }
        return ends;
    }

    private static List<Long> everyFiveSeconds(PictureForm form, long from, long to) {
        long longest = Math.max(1, form.rate().nearestFrame(LONGEST_SECONDS));
        List<Long> ends = new ArrayList<>();
        for (long end = from + longest; end < to; end += longest) {
            ends.add(end);
        }
        return ends;
    }

    private static Scene scene(List<Span> layers, ShotScenes scenes, long from, long to) {
        List<Scene> stack = new ArrayList<>();
        stack.add(new Scene.Black(to - from));
        for (Span span : layers) {
            if (span.leaf().clip().media() instanceof GeneratedMedia made
                    && made.kind() == GeneratedMedia.Kind.ADJUSTMENT) {
                adjust(stack, scenes.colour(span.leaf(), List.of()));
                continue;
            }
            Optional<Scene> scene = scenes.of(span, from, to);
            boolean isLowest = stack.size() == 1 && stack.getFirst() instanceof Scene.Black;
            if (scene.isPresent() && (isLowest || scenes.coversAll(scene.get()))) {
                stack.clear();
            }
            scene.ifPresent(stack::add);
        }
        return stack.size() == 1 ? stack.getFirst() : new Scene.Stack(stack);
    }

    private static void adjust(List<Scene> stack, List<ColourStep> colour) {
        if (!colour.isEmpty()) {
            Scene below = stack.size() == 1 ? stack.getFirst() : new Scene.Stack(stack);
            stack.clear();
            stack.add(new Scene.Coloured(below, colour));
        }
    }
}
