package backbeat.engine.interchange;

import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Marker;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts into a list what was changed, each at its place on the song; neighbours that all moved by the same are told once. */
final class ConformDifferences {
    private final Timeline ours;
    private final List<Difference> all = new ArrayList<>();
    private final List<ConformPairs.Pair> moved = new ArrayList<>();

    ConformDifferences(Timeline ours) {
        this.ours = ours;
    }

    /** @param later frames by which the shot begins later in its source than it did */
    void changed(ConformPairs.Pair pair, long later) {
        Item.ClipItem was = pair.was().clip();
        Item.ClipItem now = pair.now().clip();
        if (was.speed().equals(now.speed())) {
            edges(pair, later);
        } else {
            add(
                    Difference.Kind.SPEED,
                    pair.now(),
                    Rational.ZERO,
                    was.speed().toString(),
                    now.speed().toString());
        }
        if (was.enabled() != now.enabled()) {
            add(now.enabled() ? Difference.Kind.ENABLED : Difference.Kind.DISABLED, pair.now(), Rational.ZERO, "", "");
        }
    }

    /** A head that moves takes the shot's place with it; pictures that change in their place were slipped; what is left at the end is a trim there. */
    private void edges(ConformPairs.Pair pair, long later) {
        Rational head = ours.rate().timeOf(later);
        Rational by = onFrames(by(pair));
        Rational longer =
                onFrames(pair.now().clip().duration().minus(pair.was().clip().duration()));
        boolean slipped = later != 0 && by.signum() == 0 && longer.signum() == 0;
        if (slipped) {
            add(
                    Difference.Kind.SLIPPED,
                    pair.now(),
                    head.times(pair.now().clip().speed()),
                    "",
                    "");
        } else if (later != 0) {
            add(Difference.Kind.HEAD_TRIMMED, pair.now(), head, "", "");
        }
        Rational tail = slipped ? Rational.ZERO : longer.plus(head);
        if (tail.signum() != 0) {
            add(Difference.Kind.TAIL_TRIMMED, pair.now(), tail, "", "");
        }
        if (by.signum() != 0 && !by.equals(head)) {
            moved.add(pair);
        }
    }

    private Rational onFrames(Rational seconds) {
        return ours.rate().timeOf(ours.rate().nearestFrame(seconds));
    }

    void swapped(ConformPairs.Pair pair) {
        String was = pair.was().clip().media().name();
        add(
                Difference.Kind.SWAPPED,
                pair.now(),
                Rational.ZERO,
                was,
                pair.now().clip().media().name());
    }

    void added(ConformPairs.Placed placed) {
        add(
                Difference.Kind.ADDED,
                placed,
                Rational.ZERO,
                "",
                placed.clip().media().name());
    }

    void removed(ConformPairs.Placed placed) {
        add(
                Difference.Kind.REMOVED,
                placed,
                Rational.ZERO,
                placed.clip().media().name(),
                "");
    }

    void transitions(Timeline returned) {
        Set<String> known = new HashSet<>();
        each(ours, (transition, at) -> known.add(at + " " + transition.length()));
        each(returned, (transition, at) -> {
            if (!known.contains(at + " " + transition.length())) {
                all.add(new Difference(
                        Difference.Kind.TRANSITION_ADDED,
                        transition.name(),
                        at,
                        bar(at),
                        1,
                        transition.length(),
                        "",
                        transition.kind().name()));
            }
        });
    }

    private interface Seen {
        void at(Item.Transition transition, Rational at);
    }

    private static void each(Timeline timeline, Seen seen) {
        for (Track track : timeline.tracks()) {
            Rational at = Rational.ZERO;
            for (Item item : track.items()) {
                if (item instanceof Item.Transition transition) {
                    seen.at(transition, at);
                }
                at = at.plus(item.duration());
            }
        }
    }

    List<Difference> all() {
        tellMoves();
        all.sort(Comparator.comparing(Difference::at));
        return List.copyOf(all);
    }

    /** What went the same way as its neighbour went with it; what stands before another that it stood after was reordered. */
    private void tellMoves() {
        List<ConformPairs.Pair> inOrder = new ArrayList<>(moved);
        inOrder.sort(Comparator.comparing(pair -> pair.now().at()));
        for (int i = 0; i < inOrder.size(); ) {
            ConformPairs.Pair first = inOrder.get(i);
            Rational by = first.now().at().minus(first.was().at());
            int next = i + 1;
            while (next < inOrder.size() && by.equals(by(inOrder.get(next)))) {
                next++;
            }
            boolean overtook = overtakes(first, inOrder);
            Difference.Kind kind = overtook ? Difference.Kind.REORDERED : Difference.Kind.MOVED;
            all.add(difference(kind, first.now(), by, "", "").with(next - i));
            i = next;
        }
    }

    private static Rational by(ConformPairs.Pair pair) {
        return pair.now().at().minus(pair.was().at());
    }

    private static boolean overtakes(ConformPairs.Pair one, List<ConformPairs.Pair> others) {
        return others.stream()
                .filter(other -> by(other).abs().isLessThan(by(one).abs()))
                .anyMatch(other -> one.was().at().compareTo(other.was().at())
                                * one.now().at().compareTo(other.now().at())
                        < 0);
    }

    private void add(Difference.Kind kind, ConformPairs.Placed placed, Rational by, String was, String now) {
        all.add(difference(kind, placed, by, was, now));
    }

    private Difference difference(
            Difference.Kind kind, ConformPairs.Placed placed, Rational by, String was, String now) {
        return new Difference(kind, placed.clip().name(), placed.at(), bar(placed.at()), 1, by, was, now);
    }

    private String bar(Rational at) {
        String bar = "";
        for (Marker marker : ours.markers()) {
            if (marker.name().startsWith("Bar ") && !marker.at().isGreaterThan(at)) {
                bar = marker.name();
            }
        }
        return bar;
    }
}
