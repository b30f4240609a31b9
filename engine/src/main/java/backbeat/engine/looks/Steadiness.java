package backbeat.engine.looks;

import java.util.Arrays;
import java.util.List;

/**
 * Divides a camera's motion into what it meant and what it could not help: the mean velocity over half a second is the pan, and what goes to and fro around it, faster
 * than about once a second, the shake. Frames that repeat the one before, as phones and converted rates give them, are passed over.
 */
final class Steadiness {
    private static final double CALM_SECONDS = 0.25;
    private static final double SHAKE_SECONDS = 0.25;
    private static final double LONGEST_STEP_SECONDS = 0.2;

    private final double[] times;
    private final double[] across;
    private final double[] down;
    private final double[] zoom;
    private final double[] calmAcross;
    private final double[] calmDown;

    private Steadiness(int count) {
        times = new double[count];
        across = new double[count];
        down = new double[count];
        zoom = new double[count];
        calmAcross = new double[count];
        calmDown = new double[count];
    }

    static Steadiness of(List<Frame> frames) {
        List<Frame> moving =
                frames.stream().skip(1).filter(frame -> !frame.motion().still()).toList();
        Steadiness steadiness = new Steadiness(moving.size());
        double last = frames.isEmpty() ? 0 : frames.getFirst().seconds();
        for (int i = 0; i < moving.size(); i++) {
            Frame frame = moving.get(i);
            steadiness.add(i, frame, Math.clamp(frame.seconds() - last, 0.001, LONGEST_STEP_SECONDS));
            last = frame.seconds();
        }
        for (int i = 0; i < moving.size(); i++) {
            steadiness.calmAcross[i] = steadiness.meanAround(steadiness.across, steadiness.times[i]);
            steadiness.calmDown[i] = steadiness.meanAround(steadiness.down, steadiness.times[i]);
        }
        return steadiness;
    }

    private void add(int i, Frame frame, double step) {
        times[i] = frame.seconds();
        across[i] = frame.cut() ? 0 : frame.motion().across() / step;
        down[i] = frame.cut() ? 0 : frame.motion().down() / step;
        zoom[i] = frame.cut() ? 0 : frame.motion().zoom() / step;
    }

    /**
     * Root mean square around a time, as far as the median tells it: a single jolt does not count, and a passage ends where it ends and not where the last of it is still
     * near. The median of the squares of a motion that is random in two directions is ln 2 of their mean.
     */
    double shake(double seconds) {
        int first = from(seconds - SHAKE_SECONDS);
        int end = first;
        while (end < times.length && times[end] <= seconds + SHAKE_SECONDS) {
            end++;
        }
        if (end == first) {
            return 0;
        }
        double[] squares = new double[end - first];
        for (int i = first; i < end; i++) {
            squares[i - first] = Math.pow(across[i] - calmAcross[i], 2) + Math.pow(down[i] - calmDown[i], 2);
        }
        Arrays.sort(squares);
        return Math.sqrt(squares[squares.length / 2] / Math.log(2));
    }

    double panAcross(double seconds) {
        return meanAround(across, seconds);
    }

    double panDown(double seconds) {
        return meanAround(down, seconds);
    }

    double zoom(double seconds) {
        return meanAround(zoom, seconds);
    }

    private double meanAround(double[] values, double seconds) {
        double sum = 0;
        int count = 0;
        for (int i = from(seconds - CALM_SECONDS); i < times.length && times[i] <= seconds + CALM_SECONDS; i++) {
            sum += values[i];
            count++;
        }
        return count == 0 ? 0 : sum / count;
    }

    private int from(double seconds) {
        int place = Arrays.binarySearch(times, seconds);
        return place < 0 ? -place - 1 : place;
    }
}
