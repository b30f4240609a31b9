package backbeat.engine.timeline;

import backbeat.engine.problem.TimelineProblems;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A track while it is changed. Items keep following each other, whatever is done; a transition that no longer has both its items, or more of them than they have, goes.
 */
final class Row {
    private final Track track;
    private final Rate rate;
    private final List<Item> items;

    Row(Track track, Rate rate) {
        this.track = track;
        this.rate = rate;
        this.items = new ArrayList<>(track.items());
    }

    List<Item> finished() {
        List<Item> now = RowOrder.of(items);
        for (Item item : now) {
            boolean whole = track.kind() == Track.Kind.AUDIO
                    || item.duration().times(rate.perSecond()).isWhole();
            if (!whole && !track.items().contains(item)) {
                throw TimelineProblems.offGrid(item.name()).asException();
            }
        }
        return now;
    }

    Rational startOf(int index) {
        return Item.lengthOf(items.subList(0, index));
    }

    Item.ClipItem clip(int index) {
        if (items.get(index) instanceof Item.ClipItem clip) {
            return clip;
        }
        throw TimelineProblems.noSuchPlace(items.get(index).name()).asException();
    }

    private Item.Piece piece(int index) {
        if (items.get(index) instanceof Item.Piece piece) {
            return piece;
        }
        throw TimelineProblems.noSuchPlace(items.get(index).name()).asException();
    }

    void trimHead(int index, Rational by) {
        piece(index);
        moveHead(index, by);
        if (by.signum() >= 0) {
            items.add(index, new Item.Gap(by, ""));
        } else {
            int gap = neighbour(index, -1);
            items.set(gap, gapWithout(gap, by.negated(), index));
        }
    }

    void trimTail(int index, Rational by) {
        piece(index);
        moveTail(index, by);
        int next = index + 1;
        boolean last = next == items.size();
        if (by.signum() < 0) {
            if (!last) {
                items.add(next, new Item.Gap(by.negated(), ""));
            }
        } else if (!last) {
            int gap = neighbour(index, 1);
            items.set(gap, gapWithout(gap, by, index));
        }
    }

    private Item gapWithout(int index, Rational taken, int taker) {
        if (items.get(index) instanceof Item.Gap gap && gap.duration().compareTo(taken) >= 0) {
            return new Item.Gap(gap.duration().minus(taken), gap.name());
        }
        throw TimelineProblems.noRoom(items.get(taker).name()).asException();
    }

    void moveHead(int index, Rational by) {
        items.set(index, Pieces.withoutHead(items.get(index), by));
    }

    void moveTail(int index, Rational by) {
        items.set(index, Pieces.longer(items.get(index), by));
    }

    void roll(int index, Rational by) {
        int before = neighbour(index, -1);
        moveTail(before, by);
        moveHead(index, by);
    }

    void slide(int index, Rational by) {
        int before = neighbour(index, -1);
        int after = neighbour(index, 1);
        moveTail(before, by);
        moveHead(after, by);
    }

    void slip(int index, Rational by) {
        items.set(index, Pieces.slipped(piece(index), by));
    }

    void split(int index, Rational at) {
        Item.Piece piece = piece(index);
        items.set(index, Pieces.left(piece, at));
        items.add(index + 1, Pieces.right(piece, at));
    }

    void lift(int index) {
        items.set(index, new Item.Gap(items.get(index).duration(), ""));
    }

    void extract(int index) {
        items.remove(index);
    }

    void insert(Rational at, Item item) {
        items.add(openedAt(at), item);
    }

    void overwrite(Rational at, Item item) {
        int from = openedAt(at);
        Rational end = Item.lengthOf(items);
        int to = openedAt(at.plus(item.duration()).min(end));
        items.subList(from, to).clear();
        items.add(from, item);
    }

    void replace(int index, Item.Piece piece) {
        items.set(index, Pieces.checked(piece, piece(index)));
    }

    void speed(int index, Rational speed) {
        replace(index, piece(index).atSpeed(piece(index).sourceStart(), speed));
    }

    void change(int index, UnaryOperator<Item.Piece> change) {
        items.set(index, change.apply(piece(index)));
    }

    void transition(int index, Item.@Nullable Transition transition) {
        int at = index;
        while (at > 0 && items.get(at - 1) instanceof Item.Transition) {
            items.remove(--at);
        }
        if (transition == null) {
            return;
        }
        items.add(at, transition);
        if (!RowOrder.of(items).contains(transition)) {
            throw TimelineProblems.noRoom(transition.name()).asException();
        }
    }

    /** Where the item beside it is, transitions left out. */
    private int neighbour(int index, int step) {
        int at = index + step;
        while (at >= 0 && at < items.size() && items.get(at) instanceof Item.Transition) {
            at += step;
        }
        if (at < 0 || at >= items.size()) {
            throw TimelineProblems.noRoom(items.get(index).name()).asException();
        }
        return at;
    }

    /** A cut at the place, with no transition over it; after the end a gap reaches up to it. */
    private int openedAt(Rational at) {
        Rational from = Rational.ZERO;
        for (int i = 0; i < items.size(); i++) {
            Rational to = from.plus(items.get(i).duration());
            if (at.equals(from)) {
                return withoutTransitions(i);
            }
            if (at.isLessThan(to) && at.isGreaterThan(from)) {
                divide(i, at.minus(from));
                return i + 1;
            }
            from = to;
        }
        if (at.signum() < 0) {
            throw TimelineProblems.noSuchPlace(at + " s").asException();
        }
        if (at.isGreaterThan(from)) {
            items.add(new Item.Gap(at.minus(from), ""));
        }
        return items.size();
    }

    private int withoutTransitions(int index) {
        while (index < items.size() && items.get(index) instanceof Item.Transition) {
            items.remove(index);
        }
        return index;
    }

    private void divide(int index, Rational at) {
        if (items.get(index) instanceof Item.Gap gap) {
            items.set(index, new Item.Gap(at, gap.name()));
            items.add(index + 1, new Item.Gap(gap.duration().minus(at), gap.name()));
        } else {
            split(index, at);
        }
    }
}
