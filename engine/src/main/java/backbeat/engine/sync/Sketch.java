package backbeat.engine.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a person needs to see of a playback, small enough to be kept with the result: some blocks on its line, where some of them hear the song as well or better
 * elsewhere, and the other places that were weighed against it.
 */
record Sketch(List<Dot> blocks, List<Dot> elsewhere, List<SyncStep.Rival> rivals) {
    static final String BLOCKS = "blocks";
    static final String ELSEWHERE = "elsewhere";
    static final String RIVALS = "rivals";
    static final int MOST_BLOCKS = 60;
    static final Sketch NONE = new Sketch(List.of(), List.of(), List.of());
    private static final int LOOKING_ELSEWHERE = 24;
    private static final int PLACES_EACH = 2;
    private static final float AUDIBLE = 4;
    /** A block that hears the line says nothing by hearing something else softly. */
    private static final float LOUD_SHARE = 0.7f;

    private static final int APART_BINS = 60;

    /** A block in the middle of its second, and how well it hears the song there; 0 when it does not. */
    record Dot(double clipSeconds, double songSeconds, double score) {
        List<Double> rounded(double later) {
            return List.of(Noted.hundredths(clipSeconds + later), Noted.hundredths(songSeconds), Noted.tenths(score));
        }
    }

    /**
     * @param along blocks inside the playback, that were heard at least near the line
     * @param whole those that were held against the whole song
     */
    static Sketch of(Hits along, Hits whole, Line line, List<SyncStep.Rival> rivals) {
        double speed = along.speed().speed().value();
        List<Dot> blocks = Thinned.to(MOST_BLOCKS, along.blocks()).stream()
                .map(block -> new Dot(
                        middle(block),
                        line.playedAt(middle(block)) * speed,
                        LineVote.scoreNear(block, LineVote.binOf(line, block))))
                .toList();
        List<Dot> elsewhere = Thinned.to(LOOKING_ELSEWHERE, whole.blocks()).stream()
                .flatMap(block -> elsewhere(block, line, speed).stream())
                .toList();
        return new Sketch(blocks, elsewhere, rivals);
    }

    private static double middle(Hits.BlockHits block) {
        return block.start() + Blocks.SECONDS / 2;
    }

    private static List<Dot> elsewhere(Hits.BlockHits block, Line line, double speed) {
        int own = LineVote.binOf(line, block);
        float least = Math.max(AUDIBLE, LOUD_SHARE * LineVote.scoreNear(block, own));
        List<Integer> taken = new ArrayList<>(List.of(own));
        List<Dot> dots = new ArrayList<>();
        for (int i = 0; i < PLACES_EACH; i++) {
            int best = loudest(block, taken);
            if (best < 0 || block.scores()[best] < least) {
                break;
            }
            taken.add(block.bins()[best]);
            double played = (block.bins()[best] - Hits.LEAD_BINS) / Hits.BINS_PER_SECOND + Blocks.SECONDS / 2;
            dots.add(new Dot(middle(block), played * speed, block.scores()[best]));
        }
        return dots;
    }

    private static int loudest(Hits.BlockHits block, List<Integer> but) {
        int best = -1;
        for (int i = 0; i < block.bins().length; i++) {
            boolean louder = best < 0 || block.scores()[i] > block.scores()[best];
            if (louder && isApart(block.bins()[i], but)) {
                best = i;
            }
        }
        return best;
    }

    private static boolean isApart(int bin, List<Integer> others) {
        return others.stream().allMatch(other -> Math.abs(other - bin) > APART_BINS);
    }

    /** @param later clip time at which the stretch began in which all this was heard */
    void putInto(Map<String, Object> evidence, double later) {
        put(evidence, BLOCKS, blocks.stream().map(dot -> dot.rounded(later)).toList());
        put(
                evidence,
                ELSEWHERE,
                elsewhere.stream().map(dot -> dot.rounded(later)).toList());
        put(evidence, RIVALS, rivals.stream().map(Sketch::words).toList());
    }

    private static Map<String, Object> words(SyncStep.Rival rival) {
        Map<String, Object> words = new TreeMap<>();
        words.put("songStart", rival.songStart());
        words.put("scoreShare", rival.scoreShare());
        words.put("sigmas", rival.sigmas());
        words.put("standing", rival.standing().name());
        return words;
    }

    private static void put(Map<String, Object> evidence, String name, List<?> list) {
        if (!list.isEmpty()) {
            evidence.put(name, list);
        }
    }

    /** Of a playback that ran on from one stretch to the next. */
    static Map<String, Object> joined(Map<String, Object> first, Map<String, Object> second) {
        Map<String, Object> both = new TreeMap<>(first);
        put(both, BLOCKS, together(first, second, BLOCKS));
        put(both, ELSEWHERE, together(first, second, ELSEWHERE));
        return both;
    }

    private static List<?> together(Map<String, Object> first, Map<String, Object> second, String name) {
        List<Object> all = new ArrayList<>();
        for (Map<String, Object> each : List.of(first, second)) {
            if (each.get(name) instanceof List<?> some) {
                all.addAll(some);
            }
        }
        return Thinned.to(MOST_BLOCKS, all);
    }
}
