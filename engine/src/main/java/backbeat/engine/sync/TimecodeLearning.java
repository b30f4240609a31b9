package backbeat.engine.sync;

import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.sync.SyncResult.Match;
import backbeat.engine.time.Timecode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Learns from clips that have both a sure place by their sound and timecode what the timecode means for the song.
 *
 * <p>Clips that put the song's start within a frame of each other, but for the flight of the sound, are of one mind. Timecode of the time of day has another start for each playback, and these never
 * meet: each holds for its own playback. But two starts less than a song apart speak about the same labels and contradict each other: then neither is used.
 */
final class TimecodeLearning {
    private static final double LEAST_OVERLAP_SECONDS = 1;
    private static final double SAME_START_FRAMES = 1;
    /** Sound goes ten metres in this time: one camera may stand so much farther from the loudspeaker than another. */
    private static final double FLIGHT_SECONDS = 0.03;

    /** A player's song and timecode come from one clock, or from two good ones. */
    private static final double SAME_SPEED = 400e-6;

    private static final double SURE = 0.995;
    private static final double ONE_WITNESS = 0.95;
    private static final double MANY_UNCERTAINTY_FRAMES = 0.25;
    private static final double ONE_UNCERTAINTY_FRAMES = 0.5;
    /** Playback files begin on a whole second; time of day does so once in fifty songs. */
    private static final double ON_THE_SECOND_FRAMES = 0.25;

    private record Witness(String path, TimecodeRelation says) {}

    private final double songSeconds;
    private final List<Witness> witnesses = new ArrayList<>();

    TimecodeLearning(double songSeconds) {
        this.songSeconds = songSeconds;
    }

    /** What was learned, and whose words were left out because they contradict each other. */
    record Learned(List<TimecodeRelation> relations, Set<String> contradicting) {}

    void hear(ClipSync clip, TimecodeLine line) {
        if (!clip.isMatched() || !"sound".equals(clip.source())) {
            return;
        }
        for (Match match : clip.matches()) {
            double from = Math.max(match.clipStart(), line.from());
            double to = Math.min(match.clipEnd(), line.to());
            if (match.sure() && line.forwards() && to - from >= LEAST_OVERLAP_SECONDS) {
                witnesses.add(new Witness(clip.path(), relation(match, line, (from + to) / 2)));
            }
        }
    }

    private static TimecodeRelation relation(Match match, TimecodeLine line, double at) {
        double rate = line.first().rate().toDouble();
        double measured = match.songSecondsPerClipSecond() * rate / line.framesPerSecond();
        double speed = nominal(measured, match.speed());
        double offset = line.framesAfter(line.first(), at) - match.songTimeOf(at) / speed * rate;
        return new TimecodeRelation(line.first(), offset, speed, 1, ONE_WITNESS, ONE_UNCERTAINTY_FRAMES);
    }

    /** The song's own speed beside timecode at its own rate, or 1 where both were played faster together. */
    private static double nominal(double measured, double songSpeed) {
        for (double likely : new double[] {1, songSpeed}) {
            if (Math.abs(measured / likely - 1) < SAME_SPEED) {
                return likely;
            }
        }
        return measured;
    }

    /** @param leastWitnesses clips that must be of one mind */
    Learned learned(int leastWitnesses) {
        List<List<Witness>> minds = minds();
        List<TimecodeRelation> relations = new ArrayList<>();
        Set<String> contradicting = new TreeSet<>();
        for (List<Witness> mind : minds) {
            boolean contradicted = minds.stream().anyMatch(other -> !other.equals(mind) && contradict(mind, other));
            long clips = mind.stream().map(Witness::path).distinct().count();
            if (contradicted) {
                mind.forEach(witness -> contradicting.add(witness.path()));
            } else if (clips >= leastWitnesses) {
                relations.add(common(mind, (int) clips));
            }
        }
        return new Learned(relations, contradicting);
    }

    private List<List<Witness>> minds() {
        List<List<Witness>> minds = new ArrayList<>();
        for (Witness witness : witnesses) {
            List<Witness> known = minds.stream()
                    .filter(mind -> agree(mind.getFirst(), witness))
                    .findFirst()
                    .orElse(null);
            if (known == null) {
                minds.add(new ArrayList<>(List.of(witness)));
            } else {
                known.add(witness);
            }
        }
        return minds;
    }

    private static boolean agree(Witness one, Witness other) {
        return comparable(one, other)
                && Math.abs(one.says().speed() / other.says().speed() - 1) < SAME_SPEED
                && Math.abs(framesApart(one, other)) <= SAME_START_FRAMES + FLIGHT_SECONDS * framesASecond(one);
    }

    private static double framesASecond(Witness witness) {
        return witness.says().zero().rate().toDouble();
    }

    private static boolean comparable(Witness one, Witness other) {
        return one.says().zero().rate().nominal() == other.says().zero().rate().nominal()
                && one.says().zero().dropFrame() == other.says().zero().dropFrame();
    }

    private static double framesApart(Witness one, Witness other) {
        Timecode zero = one.says().zero();
        double day = Timecode.framesADay(zero.rate().nominal(), zero.dropFrame());
        double zeros = (double) (one.says().zero().frame() - other.says().zero().frame());
        return Math.IEEEremainder(
                zeros + one.says().offsetFrames() - other.says().offsetFrames(), day);
    }

    private boolean contradict(List<Witness> mind, List<Witness> other) {
        Witness one = mind.getFirst();
        Witness two = other.getFirst();
        double apart = framesApart(one, two);
        TimecodeRelation earlier = apart < 0 ? one.says() : two.says();
        return comparable(one, two) && Math.abs(apart) * earlier.songSecondsPerFrame() < songSeconds;
    }

    /** The middle one of those who agree speaks for all. */
    private static TimecodeRelation common(List<Witness> mind, int clips) {
        Witness first = mind.getFirst();
        TimecodeRelation middle = mind.stream()
                .sorted(Comparator.comparingDouble(witness -> framesApart(witness, first)))
                .toList()
                .get(mind.size() / 2)
                .says();
        boolean sure = clips > 1 || beginsOnTheSecond(middle);
        return new TimecodeRelation(
                middle.zero(),
                middle.offsetFrames(),
                middle.speed(),
                new HashSet<>(mind.stream().map(Witness::path).toList()).size(),
                sure ? SURE : ONE_WITNESS,
                clips > 1 ? MANY_UNCERTAINTY_FRAMES : ONE_UNCERTAINTY_FRAMES);
    }

    private static boolean beginsOnTheSecond(TimecodeRelation relation) {
        long nearest = Math.round(relation.offsetFrames());
        boolean nearAFrame = Math.abs(relation.offsetFrames() - nearest) < ON_THE_SECOND_FRAMES;
        return nearAFrame && relation.zero().plusFrames(nearest).toString().matches(".*[:;]00");
    }
}
