package backbeat.engine.lipsync;

import java.util.List;
import java.util.Optional;

/**
 * By how much a camera's sound comes after its picture.
 *
 * @param seconds below zero when the sound comes first
 * @param frames the same in the camera's frames, rounded
 * @param flashes how many tell so
 */
record CameraDelay(double seconds, long frames, int flashes) {
    /** A flash lies anywhere in its frame; a little more for the sound's onset and for frames that are lit in part. */
    private static final double AGREEMENT_FRAMES = 1.1;

    private static final double ONSET_SECONDS = 0.004;
    private static final int LEAST = 2;
    private static final int LEAST_AGAINST_OTHERS = 3;
    private static final double LEAST_SHARE = 0.75;
    /** ITU-R BT.1359-1: the smallest delay that viewers notice. It is also more than what sound flies on a set: 15 m. */
    private static final double NOTICED_SECONDS = 0.045;

    private static final double NOTICED_FRAMES = 1;

    /** Empty when the events do not agree, or there are too few of them. */
    static Optional<CameraDelay> of(List<SeenAndHeard.Event> events) {
        List<SeenAndHeard.Event> clear =
                events.stream().filter(SeenAndHeard.Event::isClear).toList();
        double frame = clear.stream()
                .mapToDouble(SeenAndHeard.Event::frameSeconds)
                .max()
                .orElse(0);
        double[] delays =
                clear.stream().mapToDouble(SeenAndHeard.Event::delay).sorted().toArray();
        int from = 0;
        int count = 0;
        for (int first = 0; first < delays.length; first++) {
            int agreeing = agreeing(delays, first, AGREEMENT_FRAMES * frame + ONSET_SECONDS);
            if (agreeing > count) {
                from = first;
                count = agreeing;
            }
        }
        boolean all = count >= LEAST && count == delays.length;
        boolean most = count >= LEAST_AGAINST_OTHERS && count >= LEAST_SHARE * delays.length;
        if (!all && !most) {
            return Optional.empty();
        }
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += delays[i];
        }
        double seconds = sum / count;
        return Optional.of(new CameraDelay(seconds, Math.round(seconds / frame), count));
    }

    private static int agreeing(double[] sorted, int first, double within) {
        int next = first;
        while (next < sorted.length && sorted[next] - sorted[first] <= within) {
            next++;
        }
        return next - first;
    }

    boolean isNoticed() {
        return Math.abs(seconds) >= NOTICED_SECONDS && Math.abs(frames) > NOTICED_FRAMES;
    }
}
