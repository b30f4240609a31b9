package backbeat.engine.sync;

import java.util.List;
import java.util.stream.IntStream;

/** A list with no more than so many of its members, spread evenly. */
final class Thinned {
    private Thinned() {}

    static <T> List<T> to(int atMost, List<T> all) {
        if (all.size() <= atMost) {
            return all;
        }
        return IntStream.range(0, atMost)
                .mapToObj(i -> all.get((int) ((i + 0.5) * all.size() / atMost)))
                .toList();
    }
}
