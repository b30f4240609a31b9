package backbeat.engine.render;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Effect;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Item.ClipItem;
import backbeat.engine.timeline.Item.Nested;
import backbeat.engine.timeline.Item.Piece;
import backbeat.engine.timeline.Item.Transition;
import backbeat.engine.timeline.Multicam;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The picture tracks of a timeline as lanes of {@link Span}s on the frames of the film, the lowest lane first. Nested timelines and cameras of a multicam are opened
 * and stand as what they show.
 */
final class Lanes {
    /** Deeper nesting is a circle or a joke. */
    static final int DEEPEST = 8;

    private final Rate rate;
    private final List<List<Span>> lanes = new ArrayList<>();

    private Lanes(Rate rate) {
        this.rate = rate;
    }

    static List<List<Span>> of(Timeline timeline, long frames) {
        Lanes lanes = new Lanes(timeline.rate());
        Window whole = new Window(0, frames, Rational.ZERO, timeline.rate().frameDuration(), List.of(), 0);
        lanes.addTracks(timeline, whole);
        return lanes.lanes;
    }

    /**
     * Where a timeline's rows show in the film.
     *
     * @param zero seconds of the row at frame 0 of the film
     */
    private record Window(long from, long to, Rational zero, Rational perFrame, List<Effect> effects, int depth) {
        /** The film's frame that lies nearest to a time of the row. */
        long frameAt(Rational seconds) {
            return seconds.minus(zero).dividedBy(perFrame).nearest();
        }

        long clamped(long frame) {
            return Math.clamp(frame, from, to);
        }
    }

    private void addTracks(Timeline timeline, Window window) {
        for (Track track : timeline.tracks()) {
            if (track.kind() == Track.Kind.VIDEO && track.enabled()) {
                addRow(track.items(), window);
            }
        }
    }

    private void addRow(List<Item> items, Window window) {
        List<Span> lane = new ArrayList<>();
        lanes.add(lane);
        Rational at = Rational.ZERO;
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            Rational end = at.plus(item.duration());
            if (item instanceof Transition transition) {
                addTransition(transition, neighbour(items, i - 1), neighbour(items, i + 1), at, window, lane);
            } else if (item instanceof Piece piece && piece.enabled()) {
                long from = window.frameAt(at) + reach(items, i - 1, true);
                long to = window.frameAt(end) - reach(items, i + 1, false);
                add(piece, at, window, window.clamped(from), window.clamped(to), lane);
            }
            at = end;
        }
    }

    private static @Nullable Piece neighbour(List<Item> items, int index) {
        boolean isThere = index >= 0 && index < items.size();
        return isThere && items.get(index) instanceof Piece piece && piece.enabled() ? piece : null;
    }

    /** How many frames of an item a transition beside it takes. */
    private long reach(List<Item> items, int index, boolean isBefore) {
        boolean isThere = index >= 0 && index < items.size();
        return isThere && items.get(index) instanceof Transition transition
                ? frames(isBefore ? transition.after() : transition.before())
                : 0;
    }

    private long frames(Rational seconds) {
        return rate.nearestFrame(seconds);
    }

    private void add(Piece piece, Rational at, Window window, long from, long to, List<Span> lane) {
        if (to <= from || window.depth() > DEEPEST) {
            return;
        }
        switch (piece) {
            case ClipItem clip
            when clip.media() instanceof Multicam multicam ->
                multicam.pictureAngle().ifPresent(angle -> addRow(angle.items(), inner(piece, at, window, from, to)));
            case ClipItem clip -> lane.add(Span.of(leaf(clip, at, window), from, to));
            case Nested nested -> addTracks(nested.content(), inner(piece, at, window, from, to));
        }
    }

    private Leaf leaf(ClipItem clip, Rational at, Window window) {
        long start = window.frameAt(at);
        long end = window.frameAt(at.plus(clip.duration()));
        boolean isOnFrames = window.depth() == 0;
        // Items lie on whole frames; those of a nested timeline of another rate may not.
        Rational zero =
                isOnFrames ? window.perFrame().times(-start) : window.zero().minus(at);
        return new Leaf(clip, start, end, zero, window.perFrame(), window.effects());
    }

    private static Window inner(Piece piece, Rational at, Window window, long from, long to) {
        Rational perFrame = window.perFrame().times(piece.speed());
        Rational zero = piece.sourceStart().plus(window.zero().minus(at).times(piece.speed()));
        List<Effect> effects = new ArrayList<>(piece.effects());
        effects.addAll(window.effects());
        return new Window(from, to, zero, perFrame, List.copyOf(effects), window.depth() + 1);
    }

    private void addTransition(
            Transition transition,
            @Nullable Piece before,
            @Nullable Piece after,
            Rational at,
            Window window,
            List<Span> lane) {
        long cut = window.frameAt(at);
        long from = window.clamped(cut - frames(transition.before()));
        long to = window.clamped(cut + frames(transition.after()));
        Leaf one = before instanceof ClipItem clip ? leaf(clip, at.minus(clip.duration()), window) : null;
        Leaf two = after instanceof ClipItem clip ? leaf(clip, at, window) : null;
        if (to <= from) {
            return;
        }
        if (one != null && two != null && transition.kind() != Transition.Kind.FADE) {
            lane.add(new Span(from, to, one, two, new Span.Over(transition.kind(), from, to)));
            return;
        }
        if (one != null && from < cut) {
            lane.add(new Span(from, Math.min(cut, to), one, null, new Span.Over(Transition.Kind.FADE, from, cut)));
        }
        if (two != null && cut < to) {
            lane.add(new Span(Math.max(cut, from), to, two, null, new Span.Over(Transition.Kind.FADE, cut, to)));
        }
    }
}
