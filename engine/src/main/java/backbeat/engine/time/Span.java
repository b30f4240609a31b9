package backbeat.engine.time;

import java.util.Optional;

/** A half-open stretch of one clock: the start belongs to it, the end does not. */
public record Span(Moment start, Moment end) {
    public Span {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("a span must not end (" + end + ") before it starts (" + start + ")");
        }
    }

    public static Span of(Rational start, Rational end) {
        return new Span(Moment.ofSeconds(start), Moment.ofSeconds(end));
    }

    public Rational duration() {
        return end.since(start);
    }

    public boolean isEmpty() {
        return start.equals(end);
    }

    public boolean contains(Moment moment) {
        return !moment.isBefore(start) && moment.isBefore(end);
    }

    public boolean contains(Span other) {
        return !other.start.isBefore(start) && !end.isBefore(other.end);
    }

    public boolean overlaps(Span other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /** What both have in common; empty when they do not overlap. */
    public Optional<Span> intersection(Span other) {
        return overlaps(other)
                ? Optional.of(new Span(later(start, other.start), earlier(end, other.end)))
                : Optional.empty();
    }

    private static Moment earlier(Moment a, Moment b) {
        return a.isBefore(b) ? a : b;
    }

    private static Moment later(Moment a, Moment b) {
        return a.isBefore(b) ? b : a;
    }
}
