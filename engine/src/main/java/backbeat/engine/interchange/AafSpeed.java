package backbeat.engine.interchange;

import backbeat.engine.time.Rational;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a motion effect makes of its input. Avid tells a map from frames of the timeline to frames of the source: two points are a constant speed, exactly; other programs
 * tell the ratio of the lengths.
 *
 * @param factor source frames for one frame of the timeline; null where it changes
 * @param offset source frames at the first frame of the effect
 */
record AafSpeed(@Nullable Rational factor, Rational offset) {
    private static final String MAP = "PARAM_SPEED_OFFSET_MAP_U";
    private static final String SPEED = "PARAM_SPEED_MAP_U";
    private static final String RATIO = "SpeedRatio";

    private record Point(Rational time, Rational value) {
        Rational slope(Point other) {
            return other.value.minus(value).dividedBy(other.time.minus(time));
        }
    }

    static boolean isChanged(AafObject group, AafFile file) {
        AafObject operation = file.definition(group, AafModel.OPERATION);
        if (operation == null) {
            return false;
        }
        String name = operation.text(AafModel.DEFINITION_NAME);
        return operation.number(AafModel.IS_TIME_WARP, 0) != 0
                || name.startsWith("Motion Control")
                || name.contains("Speed Control")
                || name.contains("TimeWarp")
                || name.contains("Timewarp");
    }

    static AafSpeed of(AafObject group, AafObject input, AafFile file) throws IOException {
        List<Point> map = List.of();
        List<Point> speeds = List.of();
        Rational ratio = null;
        for (AafObject parameter : group.objects(AafModel.PARAMETERS)) {
            switch (file.definitionName(parameter, AafModel.PARAMETER_DEFINITION)) {
                case MAP -> map = points(parameter);
                case SPEED -> speeds = points(parameter);
                case RATIO -> ratio = parameter.typedNumber(AafModel.CONSTANT);
                default -> {}
            }
        }
        if (map.size() > 1) {
            return ofMap(map);
        }
        if (!speeds.isEmpty()) {
            Rational first = speeds.getFirst().value();
            boolean constant = speeds.stream().allMatch(point -> point.value().equals(first));
            return new AafSpeed(constant ? first : null, Rational.ZERO);
        }
        if (ratio != null) {
            return new AafSpeed(ratio.signum() == 0 ? Rational.ZERO : ratio.inverse(), Rational.ZERO);
        }
        long length = group.number(AafModel.LENGTH, 0);
        return new AafSpeed(length == 0 ? null : Rational.of(input.number(AafModel.LENGTH, 0), length), Rational.ZERO);
    }

    private static AafSpeed ofMap(List<Point> map) {
        Point first = map.getFirst();
        for (int i = 1; i < map.size(); i++) {
            if (map.get(i - 1).time().compareTo(map.get(i).time()) >= 0) {
                return new AafSpeed(null, Rational.ZERO);
            }
        }
        Rational slope = first.slope(map.getLast());
        boolean straight = map.subList(1, map.size()).stream()
                .allMatch(point -> first.slope(point).equals(slope));
        return straight
                ? new AafSpeed(slope, first.value().minus(first.time().times(slope)))
                : new AafSpeed(null, Rational.ZERO);
    }

    private static List<Point> points(AafObject parameter) throws IOException {
        List<Point> points = new ArrayList<>();
        for (AafObject point : parameter.objects(AafModel.POINTS)) {
            Rational time = point.fraction(AafModel.POINT_TIME);
            Rational value = point.typedNumber(AafModel.POINT_VALUE);
            if (time != null && value != null) {
                points.add(new Point(time, value));
            }
        }
        return points;
    }
}
