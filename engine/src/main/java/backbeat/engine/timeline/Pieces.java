package backbeat.engine.timeline;

import backbeat.engine.problem.TimelineProblems;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What becomes of a piece when its edges move: its source, its markers, its fades and its map of speed go with it. */
final class Pieces {
    private Pieces() {}

    static Item longer(Item item, Rational by) {
        Rational length = positive(item, item.duration().plus(by));
        return switch (item) {
            case Item.Gap gap -> new Item.Gap(length, gap.name());
            case Item.Piece piece -> checked(piece.taking(piece.sourceStart(), length), piece);
            case Item.Transition transition -> throw nothingThere(transition);
        };
    }

    static Item withoutHead(Item item, Rational by) {
        Rational length = positive(item, item.duration().minus(by));
        return switch (item) {
            case Item.Gap gap -> new Item.Gap(length, gap.name());
            case Item.Piece piece -> checked(later(piece, by, length), piece);
            case Item.Transition transition -> throw nothingThere(transition);
        };
    }

    static Item.Piece left(Item.Piece piece, Rational at) {
        positive(piece, at);
        Item.Piece left = piece.taking(piece.sourceStart(), at);
        List<Marker> markers = piece.markers().stream()
                .filter(marker -> marker.at().isLessThan(at))
                .toList();
        return left.withMarkers(markers).withEffects(faded(left.effects(), true));
    }

    static Item.Piece right(Item.Piece piece, Rational at) {
        Item.Piece right = later(piece, at, positive(piece, piece.duration().minus(at)));
        List<Marker> markers = right.markers().stream()
                .filter(marker -> marker.at().signum() >= 0)
                .toList();
        return right.withMarkers(markers).withEffects(faded(right.effects(), false));
    }

    static Item.Piece slipped(Item.Piece piece, Rational by) {
        Item.Piece other = piece.taking(piece.sourceStart().plus(by), piece.duration());
        List<Effect> effects = other.effects().stream()
                .map(effect -> effect instanceof Effect.Retime retime ? moved(retime, Rational.ZERO, by) : effect)
                .toList();
        return checked(other.withEffects(effects), piece);
    }

    private static Item.Piece later(Item.Piece piece, Rational by, Rational length) {
        Rational start = piece.effects().stream()
                .filter(effect -> effect instanceof Effect.Retime retime
                        && !retime.points().isEmpty())
                .findFirst()
                .map(effect -> ((Effect.Retime) effect).sourceAt(by))
                .orElseGet(() -> piece.sourceStart().plus(by.times(piece.speed())));
        List<Effect> effects = piece.effects().stream()
                .map(effect ->
                        effect instanceof Effect.Retime retime ? moved(retime, by.negated(), Rational.ZERO) : effect)
                .toList();
        List<Marker> markers = piece.markers().stream()
                .map(marker -> marker.at(marker.at().minus(by)))
                .toList();
        return piece.taking(start, length).withEffects(effects).withMarkers(markers);
    }

    private static Effect moved(Effect.Retime retime, Rational by, Rational source) {
        List<Effect.Retime.Point> points = retime.points().stream()
                .map(point -> new Effect.Retime.Point(
                        point.at().plus(by), point.source().plus(source)))
                .toList();
        return new Effect.Retime(retime.way(), points);
    }

    private static List<Effect> faded(List<Effect> effects, boolean keepsHead) {
        List<Effect> kept = new ArrayList<>();
        for (Effect effect : effects) {
            if (effect instanceof Effect.Fade fade) {
                Effect.Fade half = keepsHead
                        ? new Effect.Fade(fade.in(), Rational.ZERO)
                        : new Effect.Fade(Rational.ZERO, fade.out());
                if (half.in().signum() + half.out().signum() > 0) {
                    kept.add(half);
                }
            } else {
                kept.add(effect);
            }
        }
        return kept;
    }

    /** The media must have what is taken of it; what already lay beyond its end may stay there. */
    static Item.Piece checked(Item.Piece now, Item.Piece before) {
        if (beyond(now).isGreaterThan(beyond(before).max(hair(now)))) {
            throw TimelineProblems.beyondMedia(now.name()).asException();
        }
        return now;
    }

    private static Rational hair(Item.Piece piece) {
        Rate rate = piece instanceof Item.ClipItem clip ? clip.media().rate() : null;
        return rate == null ? Rational.of(1, 1000) : rate.frameDuration();
    }

    /** Seconds that the piece takes before the media's start or after its end. */
    private static Rational beyond(Item.Piece piece) {
        if (!(piece instanceof Item.ClipItem clip)) {
            return Rational.ZERO;
        }
        Rational length = clip.media().duration();
        if (length == null) {
            return Rational.ZERO;
        }
        Rational start = clip.media().start();
        Rational first = piece.sourceStart().min(piece.sourceEnd());
        Rational last = piece.sourceStart().max(piece.sourceEnd());
        return Stream.of(start.minus(first), last.minus(start.plus(length))).reduce(Rational.ZERO, Rational::max);
    }

    private static Rational positive(Item item, Rational length) {
        if (length.signum() < 0 || (length.signum() == 0 && !(item instanceof Item.Gap))) {
            throw TimelineProblems.tooShort(item.name()).asException();
        }
        return length;
    }

    private static RuntimeException nothingThere(Item item) {
        return TimelineProblems.noSuchPlace(item.name()).asException();
    }
}
