package backbeat.engine.interchange;

import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Effect;
import backbeat.engine.timeline.Item;
import java.util.List;

/**
 * The map from a clip's new local time to its old one, and where in new time the clip begins. A constant speed is mapped over the whole media, for Resolve shows the last
 * frames black otherwise; backwards the map falls; a still stands.
 */
record FcpxmlRetime(Rational start, List<Point> points) {
    record Point(Rational time, Rational value) {}

    private static final Rational HALF = Rational.of(1, 2);

    static FcpxmlRetime of(Item.ClipItem clip, MediaFile file) {
        Rational into = clip.sourceStart().minus(file.origin());
        Rational base = file.start();
        Rational length = FcpxmlCatalogue.wholeLength(file);
        Rational speed = clip.speed();
        List<Effect.Retime.Point> changing = changing(clip);
        if (!changing.isEmpty()) {
            List<Point> points = changing.stream()
                    .map(point -> new Point(
                            base.plus(point.at()), base.plus(point.source()).minus(file.origin())))
                    .toList();
            return new FcpxmlRetime(base, points);
        }
        if (speed.equals(Rational.ONE)) {
            return new FcpxmlRetime(base.plus(into), List.of());
        }
        if (speed.signum() == 0) {
            Point still = new Point(base, base.plus(into));
            return new FcpxmlRetime(base, List.of(still, new Point(base.plus(clip.duration()), still.value())));
        }
        Rational pace = speed.abs();
        Rational end = base.plus(length.dividedBy(pace));
        boolean forward = speed.signum() > 0;
        Point first = new Point(base, forward ? base : base.plus(length));
        Point last = new Point(end, forward ? base.plus(length) : base);
        Rational before = forward ? into : length.minus(into);
        return new FcpxmlRetime(base.plus(before.dividedBy(pace)), List.of(first, last));
    }

    /** A changing speed of which only its ends are known passes through the middle. */
    private static List<Effect.Retime.Point> changing(Item.ClipItem clip) {
        for (Effect effect : clip.effects()) {
            if (effect instanceof Effect.Retime retime && retime.points().size() > 1) {
                return retime.points();
            }
        }
        if (!clip.metadata().containsKey(Told.CHANGING_SPEED)) {
            return List.of();
        }
        Rational middle = clip.duration().times(HALF);
        return List.of(
                new Effect.Retime.Point(Rational.ZERO, clip.sourceStart()),
                new Effect.Retime.Point(middle, clip.sourceStart().plus(middle.times(clip.speed()))),
                new Effect.Retime.Point(clip.duration(), clip.sourceEnd()));
    }

    void write(Xml xml) {
        if (points.isEmpty()) {
            return;
        }
        xml.open("timeMap");
        String way = points.size() > 2 ? "smooth2" : "linear";
        for (Point point : points) {
            xml.empty(
                    "timept",
                    "time",
                    FcpxmlWriter.time(point.time()),
                    "value",
                    FcpxmlWriter.time(point.value()),
                    "interp",
                    way);
        }
        xml.close();
    }
}
