package backbeat.engine.sync;

import java.util.ArrayList;
import java.util.List;

/**
 * A clip cut into blocks of a second, whitened. Short clips are cut with overlap, so that each word of the music counts; blocks that share sound stand in one
 * pair, which the noise model moves as one.
 *
 * @param clipSeconds length of the sound that was cut
 */
record Blocks(List<Block> all, double clipSeconds) {
    static final int LENGTH = 4096;
    static final double SECONDS = (double) LENGTH / Sound.NARROW_RATE;
    private static final double SHORT_CLIP_SECONDS = 12;
    private static final double EDGE_SECONDS = 0.3;
    private static final double TAPER_SECONDS = 0.1;

    /**
     * @param index its number in the clip
     * @param start clip time of its first sample
     * @param pair number of the pair of overlapping blocks it is in
     */
    record Block(int index, double start, int pair, SongSpectra.Phases phases) {}

    static Blocks of(Sound sound) {
        int hop = sound.seconds() < SHORT_CLIP_SECONDS ? LENGTH / 2 : LENGTH;
        SongSpectra.Whitener whitener = new SongSpectra.Whitener();
        List<Block> blocks = new ArrayList<>();
        float[] samples = new float[SongSpectra.FFT];
        for (int start = 0, index = 0; start + LENGTH <= sound.narrow().length; start += hop, index++) {
            for (int i = 0; i < LENGTH; i++) {
                samples[i] = sound.narrow()[start + i] * taper(i);
            }
            SongSpectra.Phases phases = whitener.whitened(samples);
            if (!phases.isSilent()) {
                int pair = hop < LENGTH ? index / 2 : index;
                blocks.add(new Block(blocks.size(), (double) start / Sound.NARROW_RATE, pair, phases));
            }
        }
        return new Blocks(blocks, sound.seconds());
    }

    private static float taper(int sample) {
        double edge = Math.min(sample + 0.5, LENGTH - sample - 0.5) / (TAPER_SECONDS * Sound.NARROW_RATE);
        return edge >= 1 ? 1 : (float) (0.5 - 0.5 * Math.cos(Math.PI * edge));
    }

    /** At most so many of these blocks, spread evenly. */
    static List<Block> spread(List<Block> blocks, int atMost) {
        return Thinned.to(atMost, blocks);
    }

    /** The blocks that lie outside a stretch of the clip, or reach into it by no more than an edge. */
    static List<Block> outside(List<Block> blocks, double from, double to) {
        return blocks.stream()
                .filter(block -> !liesInside(block.start(), from, to))
                .toList();
    }

    static boolean liesInside(double blockStart, double from, double to) {
        return blockStart + SECONDS > from + EDGE_SECONDS && blockStart < to - EDGE_SECONDS;
    }

    /** The stretches that these blocks cover without a gap, cut into equal parts of at most so many seconds. */
    static List<List<Block>> stretches(List<Block> blocks, double mostSeconds) {
        List<List<Block>> runs = new ArrayList<>();
        for (Block block : blocks) {
            boolean runsOn =
                    !runs.isEmpty() && block.start() - runs.getLast().getLast().start() < 1.5 * SECONDS;
            if (!runsOn) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(block);
        }
        return runs.stream().flatMap(run -> cut(run, mostSeconds).stream()).toList();
    }

    private static List<List<Block>> cut(List<Block> run, double mostSeconds) {
        double seconds = run.getLast().start() + SECONDS - run.getFirst().start();
        int parts = (int) Math.ceil(seconds / mostSeconds);
        List<List<Block>> cut = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            cut.add(run.subList(i * run.size() / parts, (i + 1) * run.size() / parts));
        }
        return cut;
    }
}
