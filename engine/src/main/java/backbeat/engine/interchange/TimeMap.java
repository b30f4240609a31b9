package backbeat.engine.interchange;

import backbeat.engine.time.Rational;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The retiming of an FCPXML clip: points from its new local time to its old. Two points are a constant speed, falling values run backwards, equal values stand still;
 * between more points the speed changes.
 */
record TimeMap(List<Point> points, boolean variable) {
    record Point(Rational time, Rational value) {}

    static @Nullable TimeMap of(XmlElement clip) {
        XmlElement map = clip.child("timeMap");
        if (map == null) {
            return null;
        }
        List<Point> points = new ArrayList<>();
        boolean smooth = false;
        for (XmlElement element : map.children()) {
            Rational time = FcpxmlTime.of(element.attribute("time"));
            Rational value = FcpxmlTime.of(element.attribute("value"));
            boolean forward = time != null
                    && (points.isEmpty() || time.isGreaterThan(points.getLast().time()));
            if (time != null && value != null && forward) {
                points.add(new Point(time, value));
                smooth |= element.attribute("inTime") != null || element.attribute("outTime") != null;
            }
        }
        return points.size() < 2 ? null : new TimeMap(points, smooth || points.size() > 2);
    }

    /** Old time at a new one; beyond its ends the map goes on as straight as it was. */
    Rational at(Rational time) {
        int i = 1;
        while (i < points.size() - 1 && time.isGreaterThan(points.get(i).time())) {
            i++;
        }
        Point a = points.get(i - 1);
        return a.value().plus(time.minus(a.time()).times(slope(i)));
    }

    /** Of the whole map; null where it changes. */
    @Nullable
    Rational speed() {
        return variable ? null : slope(1);
    }

    private Rational slope(int i) {
        Point a = points.get(i - 1);
        Point b = points.get(i);
        return b.value().minus(a.value()).dividedBy(b.time().minus(a.time()));
    }
}
