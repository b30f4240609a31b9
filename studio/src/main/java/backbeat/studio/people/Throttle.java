package backbeat.studio.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down guessing: after some wrong tries whoever tries has to wait, longer each time; an hour without one forgives. It forgets the oldest when there are very many, so that an attack costs no
 * memory.
 */
final class Throttle {
    private static final int FREE_TRIES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final Duration FORGIVEN_AFTER = Duration.ofHours(1);
    private static final int REMEMBERED = 20_000;

    private record Tries(int wrong, Instant last, Instant waitUntil) {}

    private final Clock clock;
    private final int freeTries;
    private final Map<String, Tries> tries = new LinkedHashMap<>();

    Throttle(Clock clock) {
        this(clock, FREE_TRIES);
    }

    Throttle(Clock clock, int freeTries) {
        this.clock = clock;
        this.freeTries = freeTries;
    }

    /** How long whoever it is has to wait. */
    synchronized Duration pause(String who) {
        Tries known = tries.get(who);
        Duration left = known == null ? Duration.ZERO : Duration.between(clock.instant(), known.waitUntil());
        return left.isNegative() ? Duration.ZERO : left;
    }

    synchronized void wrong(String who) {
        Instant now = clock.instant();
        Tries known = tries.get(who);
        boolean counts = known != null && known.last().plus(FORGIVEN_AFTER).isAfter(now);
        int count = counts && known != null ? known.wrong() + 1 : 1;
        tries.put(who, new Tries(count, now, now.plus(pauseAfter(count))));
        if (tries.size() > REMEMBERED) {
            tries.remove(tries.keySet().iterator().next());
        }
    }

    private Duration pauseAfter(int wrong) {
        if (wrong < freeTries) {
            return Duration.ZERO;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(10, wrong - freeTries));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    synchronized void right(String who) {
        tries.remove(who);
    }
}
