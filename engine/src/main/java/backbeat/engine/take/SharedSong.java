package backbeat.engine.take;

import backbeat.engine.sync.SyncResult.Alternative;
import backbeat.engine.sync.SyncResult.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two clips of different cameras that heard the same bars of the song at the same speed. If they heard the same playback, the second one was started
 * {@code startDifference} seconds after the first; but it may have been another take.
 *
 * @param first number of the match among all of the first camera's: alternatives of one match share it
 * @param second the same of the second camera
 * @param uncertainty of the difference, one standard deviation, with the way of the sound to two places of a set
 */
record SharedSong(
        Roll a,
        Match matchOfA,
        int first,
        Roll b,
        Match matchOfB,
        int second,
        double startDifference,
        double uncertainty) {
    /** Ten metres from microphone to microphone. */
    static final double FLIGHT_SECONDS = 0.029;

    private static final double LEAST_SECONDS = 0.5;

    /** One place of a match: its own, or one of those that sound alike. */
    private record Place(Roll roll, Match match, int number) {}

    /** All pairs of clips of two cameras; places that sound alike give a pair each. */
    static List<SharedSong> between(List<Roll> camera, List<Roll> other) {
        List<Place> others = places(other);
        List<SharedSong> all = new ArrayList<>();
        for (Place a : places(camera)) {
            for (Place b : others) {
                of(a, b).ifPresent(all::add);
            }
        }
        return all;
    }

    private static List<Place> places(List<Roll> rolls) {
        List<Place> all = new ArrayList<>();
        int number = 0;
        for (Roll roll : rolls) {
            if (!roll.isPlaced() && !roll.isAmbiguous()) {
                continue;
            }
            for (Match match : roll.sync().matches()) {
                all.add(new Place(roll, match, number));
                for (Alternative other : match.alternatives()) {
                    all.add(new Place(roll, Matches.movedTo(match, other.songStart()), number));
                }
                number++;
            }
        }
        return all;
    }

    private static java.util.Optional<SharedSong> of(Place a, Place b) {
        Match first = a.match();
        Match second = b.match();
        double from = Math.max(first.songStart(), second.songStart());
        double to = Math.min(first.songEnd(), second.songEnd());
        double length = (to - from) / first.songSecondsPerClipSecond();
        if (!Matches.sameSpeed(first, second) || length < LEAST_SECONDS) {
            return java.util.Optional.empty();
        }
        double middle = (from + to) / 2;
        double difference = first.clipTimeOf(middle) - second.clipTimeOf(middle);
        double exactness = Math.hypot(first.uncertaintySeconds(), second.uncertaintySeconds()) / first.speed();
        return java.util.Optional.of(new SharedSong(
                a.roll(),
                first,
                a.number(),
                b.roll(),
                second,
                b.number(),
                difference,
                Math.hypot(exactness, FLIGHT_SECONDS)));
    }

    boolean isUnambiguous() {
        return Stream.of(matchOfA, matchOfB)
                .allMatch(match -> match.alternatives().isEmpty());
    }
}
