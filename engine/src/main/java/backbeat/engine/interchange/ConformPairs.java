package backbeat.engine.interchange;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Effect;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.MediaReference;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which shot of the version that came back was which shot of ours. Shots of one file are paired nearest first, by how far apart they lie on the song and in the source;
 * what is left over in the same place of the song is a swap.
 */
final class ConformPairs {
    private static final double NEARLY_A_FRAME = 0.75;

    /** Lists count in whole frames of the file. */
    private static final double HALF_A_FRAME = 0.51;

    private static final double NEARLY_TOGETHER = 1.000_001;

    /** A shot in its place. */
    record Placed(Item.ClipItem clip, Rational at) {
        Rational end() {
            return at.plus(clip.duration());
        }
    }

    record Pair(Placed was, Placed now) {
        double apart() {
            return Math.abs(was.at.toDouble() - now.at.toDouble()) + Math.abs(inSource());
        }

        /** Seconds. Frames of variable rates have fractions whose exact difference may not fit into any. */
        double inSource() {
            return now.clip.sourceStart().toDouble() - was.clip.sourceStart().toDouble();
        }
    }

    private final Timeline ours;
    private final Timeline returned;
    private final List<Pair> same = new ArrayList<>();
    private final List<Pair> swapped = new ArrayList<>();
    private final List<Placed> added = new ArrayList<>();
    private final List<Placed> removed = new ArrayList<>();

    private ConformPairs(Timeline ours, Timeline returned) {
        this.ours = ours;
        this.returned = returned;
    }

    static ConformPairs of(Timeline ours, Timeline returned) {
        ConformPairs pairs = new ConformPairs(ours, returned);
        pairs.removed.addAll(placed(ours));
        pairs.added.addAll(placed(returned));
        pairs.pairFiles();
        pairs.pairPlaces();
        return pairs;
    }

    private static List<Placed> placed(Timeline timeline) {
        List<Placed> all = new ArrayList<>();
        for (Track track : timeline.tracks()) {
            Rational at = Rational.ZERO;
            for (Item item : track.items()) {
                if (track.kind() == Track.Kind.VIDEO && item instanceof Item.ClipItem clip) {
                    all.add(new Placed(clip, at));
                }
                at = at.plus(item.duration());
            }
        }
        return all;
    }

    private void pairFiles() {
        Map<MediaReference, List<Placed>> byFile = new HashMap<>();
        for (Placed placed : removed) {
            MediaReference file = placed.clip().file();
            if (file != null) {
                byFile.computeIfAbsent(file, _ -> new ArrayList<>()).add(placed);
            }
        }
        List<Pair> candidates = new ArrayList<>();
        for (Placed now : added) {
            MediaReference file = now.clip().file();
            for (Placed was : file == null ? List.<Placed>of() : byFile.getOrDefault(file, List.of())) {
                candidates.add(new Pair(was, now));
            }
        }
        candidates.sort(Comparator.comparingDouble(Pair::apart));
        take(candidates, same);
    }

    /** Half of the shorter one at least lies in the same place. */
    private void pairPlaces() {
        List<Pair> candidates = new ArrayList<>();
        for (Placed was : removed) {
            for (Placed now : added) {
                Rational both = was.end().min(now.end()).minus(was.at().max(now.at()));
                Rational shorter = was.clip().duration().min(now.clip().duration());
                if (!both.times(2).isLessThan(shorter)) {
                    candidates.add(new Pair(was, now));
                }
            }
        }
        candidates.sort(Comparator.comparing(
                pair -> pair.was().at().minus(pair.now().at()).abs()));
        take(candidates, swapped);
    }

    private void take(List<Pair> candidates, List<Pair> pairs) {
        IdentityHashMap<Placed, Boolean> used = new IdentityHashMap<>();
        for (Pair pair : candidates) {
            if (!used.containsKey(pair.was()) && !used.containsKey(pair.now())) {
                used.put(pair.was(), true);
                used.put(pair.now(), true);
                pairs.add(pair);
            }
        }
        removed.removeIf(used::containsKey);
        added.removeIf(used::containsKey);
        pairs.sort(Comparator.comparing(pair -> pair.now().at()));
    }

    /**
     * Frames of the timeline by which a shot begins later in the source than it did. Files of other programs round places in the source to whole frames: what is less
     * than one was not touched, and what comes within one of how far the head moved on the song moved with it.
     */
    private long framesLater(Pair pair) {
        Item.ClipItem was = pair.was().clip();
        Item.ClipItem now = pair.now().clip();
        if (!was.speed().equals(now.speed()) || now.speed().signum() == 0 || isUntold(now)) {
            return 0;
        }
        double rate = ours.rate().toDouble();
        double frames = pair.inSource() / now.speed().toDouble() * rate;
        Rate own = was.media().rate();
        double untouched =
                own == null ? NEARLY_A_FRAME : Math.max(NEARLY_A_FRAME, rate / own.toDouble() * HALF_A_FRAME);
        double moved = (pair.now().at().toDouble() - pair.was().at().toDouble()) * rate;
        boolean small = Math.abs(frames) * Math.min(1, Math.abs(now.speed().toDouble())) < untouched;
        if (small && Math.abs(frames) <= Math.abs(frames - moved)) {
            return 0;
        }
        boolean together = Math.abs(frames - moved) < NEARLY_TOGETHER;
        return Math.round(together ? moved : frames);
    }

    private static boolean isUntold(Item.ClipItem clip) {
        return clip.metadata().containsKey(Told.NO_SOURCE);
    }

    /** Counted from our own exact place, which lies between frames: no exchange file carries it. */
    private Item.ClipItem exact(Pair pair) {
        Item.ClipItem was = pair.was().clip();
        Item.ClipItem now = pair.now().clip();
        MediaReference file = Objects.requireNonNull(was.file());
        if (!was.speed().equals(now.speed())) {
            return isUntold(now) ? now.withMedia(file, was.sourceStart()) : now;
        }
        Rational later = ours.rate().timeOf(framesLater(pair)).times(now.speed());
        return now.withMedia(file, was.sourceStart().plus(later));
    }

    /** The tracks that came back, on exact places of ours, and with our notes. */
    List<Track> settled() {
        IdentityHashMap<Item, Item> settled = new IdentityHashMap<>();
        for (Pair pair : same) {
            Item.ClipItem exact = exact(pair).withMetadata(pair.was().clip().metadata());
            settled.put(pair.now().clip(), exact.withEffects(effects(pair)));
        }
        return returned.tracks().stream()
                .map(track -> track.withItems(track.items().stream()
                        .map(item -> Objects.requireNonNullElse(settled.get(item), item))
                        .toList()))
                .toList();
    }

    /** Ours, which most formats have no place for; of a kind that came back, what came back. What hangs on the length goes with it. */
    private List<Effect> effects(Pair pair) {
        Item.ClipItem was = pair.was().clip();
        Item.ClipItem now = pair.now().clip();
        boolean sameLength = was.duration().equals(now.duration());
        boolean untouched = sameLength && was.speed().equals(now.speed()) && framesLater(pair) == 0;
        List<Effect> all = new ArrayList<>();
        for (Effect effect : was.effects()) {
            boolean cameBack = now.effects().stream().anyMatch(other -> other.getClass() == effect.getClass());
            boolean holds = switch (effect) {
                case Effect.Retime retime -> untouched;
                case Effect.Fade fade -> sameLength;
                default -> true;
            };
            if (!cameBack && holds) {
                all.add(effect);
            }
        }
        all.addAll(now.effects());
        return all;
    }

    List<Difference> differences() {
        ConformDifferences told = new ConformDifferences(ours);
        same.forEach(pair -> told.changed(pair, framesLater(pair)));
        swapped.forEach(told::swapped);
        added.forEach(told::added);
        removed.forEach(told::removed);
        told.transitions(returned);
        return told.all();
    }
}
