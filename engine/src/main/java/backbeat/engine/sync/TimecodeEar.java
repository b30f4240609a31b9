package backbeat.engine.sync;

import backbeat.engine.ltc.LtcReader;
import backbeat.engine.ltc.LtcRun;
import backbeat.engine.sync.SyncResult.Ltc;
import backbeat.engine.time.Timecode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Listens for linear timecode on one channel of a clip. Reading every channel closely would cost a good part of the whole search, and few carry timecode: so a third
 * of a second is tried, every second in the first ones and then every four, and only where that holds a label is everything read, from four seconds before on.
 */
final class TimecodeEar {
    private static final int RATE = Sound.WIDE_RATE;
    private static final int TRIED = 3 * RATE / 10;
    private static final int FIRST_BLOCKS = 8;
    private static final int BLOCKS_BETWEEN_TRIALS = 4;
    /** Blocks without a label after which a run counts as over. */
    private static final int PATIENCE_BLOCKS = 3;

    private static final double LEAST_SECONDS = 0.5;
    /** A line so near below a frame means that frame. */
    private static final double EXACT_FRAME = 0.01;

    private final @Nullable Integer sound;
    private final int channel;
    private final List<Ltc> runs = new ArrayList<>();
    private final Deque<float[]> before = new ArrayDeque<>();
    private long blocks;
    private long position;
    private @Nullable LtcReader reader;
    private long readerStart;
    private long framesHeard;
    private int blocksWithout;

    /** @param sound place among the file's sounds; null for the one that is searched for the song */
    TimecodeEar(@Nullable Integer sound, int channel) {
        this.sound = sound;
        this.channel = channel;
    }

    /** Takes the next samples, about a second of them. */
    void hear(float[] sound, int from, int count) {
        float[] block = Arrays.copyOfRange(sound, from, from + count);
        boolean trial = blocks < FIRST_BLOCKS || blocks % BLOCKS_BETWEEN_TRIALS == 0;
        if (reader == null && trial && holdsLabels(block)) {
            reader = opened();
        }
        if (reader != null) {
            read(reader, block);
        } else {
            before.addLast(block);
        }
        if (before.size() > BLOCKS_BETWEEN_TRIALS) {
            before.removeFirst();
        }
        blocks++;
        position += count;
    }

    private LtcReader opened() {
        LtcReader opened = new LtcReader(RATE);
        readerStart = position;
        for (float[] block : before) {
            readerStart -= block.length;
            opened.read(block, 0, block.length);
        }
        before.clear();
        framesHeard = 0;
        blocksWithout = 0;
        return opened;
    }

    private static boolean holdsLabels(float[] block) {
        LtcReader trial = new LtcReader(RATE);
        trial.read(block, 0, Math.min(TRIED, block.length));
        return trial.framesHeard() > 0;
    }

    private void read(LtcReader open, float[] block) {
        open.read(block, 0, block.length);
        blocksWithout = open.framesHeard() == framesHeard ? blocksWithout + 1 : 0;
        framesHeard = open.framesHeard();
        if (blocksWithout >= PATIENCE_BLOCKS) {
            close(open);
        }
    }

    private void close(LtcReader open) {
        double start = (double) readerStart / RATE;
        for (LtcRun run : open.finish()) {
            if (run.lastSeconds() - run.firstSeconds() >= LEAST_SECONDS) {
                runs.add(told(run, start));
            }
        }
        reader = null;
    }

    /** The runs of the clip. */
    List<Ltc> finish() {
        if (reader != null) {
            close(reader);
        }
        return List.copyOf(runs);
    }

    /** Whether labels were read at or after a clip time. */
    boolean heardSince(double clipSeconds) {
        boolean running = reader != null && framesHeard > 0;
        return running || runs.stream().anyMatch(run -> run.clipEnd() > clipSeconds);
    }

    private Ltc told(LtcRun run, double start) {
        double frame = 1 / Math.abs(run.framesPerSecond());
        double atZero = run.frameAt(-start);
        return new Ltc(
                sound,
                channel,
                start + run.firstSeconds(),
                start + run.lastSeconds() + frame,
                run.first().toString(),
                run.last().toString(),
                new Timecode(
                                (long) Math.floor(atZero + EXACT_FRAME),
                                run.rate(),
                                run.first().dropFrame())
                        .toString(),
                run.rate().toString(),
                run.framesRead(),
                run.framesPerSecond(),
                run.uncertaintySeconds(),
                run.scatterSeconds(),
                HexFormat.of().toHexDigits(run.userBits()));
    }
}
