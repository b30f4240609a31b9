package backbeat.engine.lipsync;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * By how much a camera's sound comes after its picture.
 *
 * <p>Each sound that has flashes near it votes for the delays that these would mean. Under a strobe that flashes with every beat they are several, of which the wrong
 * ones fail at the ends of the strobe only: so a delay must lead the next one by two votes, besides being what most of the sounds agree on.
 *
 * @param seconds below zero when the sound comes first
 * @param frames the same in the camera's frames, rounded
 * @param flashes how many tell so
 */
record CameraDelay(double seconds, long frames, int flashes) {
    /** A flash lies anywhere in its frame; a little more for the sound's onset and for frames that are lit in part. */
    private static final double AGREEMENT_FRAMES = 1.1;

    private static final double ONSET_SECONDS = 0.004;
    /** Flashes that have nothing to do with the sound agree by chance: two in one case of eleven, three in one of 150. */
    private static final int LEAST = 3;

    private static final int LEAST_LEAD = 2;
    private static final double LEAST_SHARE = 0.75;
    /** ITU-R BT.1359-1: the smallest delay that viewers notice. It is also more than what sound flies on a set: 15 m. */
    private static final double NOTICED_SECONDS = 0.045;

    /** The sounds that have a flash at about this distance. */
    private record Vote(double seconds, int sounds) {}

    /** Empty when the events do not agree, or there are too few of them. */
    static Optional<CameraDelay> of(List<SeenAndHeard.Event> events) {
        List<SeenAndHeard.Event> lit =
                events.stream().filter(event -> !event.flashes().isEmpty()).toList();
        double frame =
                lit.stream().mapToDouble(SeenAndHeard.Event::frameSeconds).max().orElse(0);
        double within = AGREEMENT_FRAMES * frame + ONSET_SECONDS;
        List<Vote> votes = lit.stream()
                .flatMap(event -> event.delays().stream())
                .map(delay -> vote(lit, delay, delay + within))
                .toList();
        return votes.stream()
                .max(Comparator.comparingInt(Vote::sounds))
                .filter(best -> best.sounds() >= LEAST && best.sounds() >= LEAST_SHARE * lit.size())
                .filter(best -> best.sounds() - strongestBeside(best, votes, within) >= LEAST_LEAD)
                .map(best -> new CameraDelay(best.seconds(), Math.round(best.seconds() / frame), best.sounds()));
    }

    private static Vote vote(List<SeenAndHeard.Event> lit, double least, double most) {
        double[] agreeing = lit.stream()
                .map(event -> event.delays().stream()
                        .filter(delay -> delay >= least && delay <= most)
                        .findFirst())
                .flatMap(Optional::stream)
                .mapToDouble(delay -> delay)
                .toArray();
        double sum = 0;
        for (double delay : agreeing) {
            sum += delay;
        }
        return new Vote(sum / agreeing.length, agreeing.length);
    }

    private static int strongestBeside(Vote best, List<Vote> votes, double within) {
        return votes.stream()
                .filter(vote -> Math.abs(vote.seconds() - best.seconds()) > within)
                .mapToInt(Vote::sounds)
                .max()
                .orElse(0);
    }

    boolean isNoticed() {
        return Math.abs(seconds) >= NOTICED_SECONDS && Math.abs(frames) > 1;
    }
}
