package backbeat.engine.lyrics;

import backbeat.engine.time.Rational;
import java.util.ArrayList;
import java.util.List;

/** A line with an end of its own, for formats that show it from one time to another. */
record Caption(Rational start, Rational end, Lyrics.Line line) {
    /** Without a known end a line stays until the next one, and no longer than this. */
    private static final Rational LONGEST = Rational.of(8);

    private static final Rational LAST = Rational.of(5);
    private static final Rational SHORTEST = Rational.of(1, 10);

    static List<Caption> of(Lyrics lyrics) {
        List<Caption> captions = new ArrayList<>();
        List<Lyrics.Line> lines = lyrics.lines();
        for (int i = 0; i < lines.size(); i++) {
            Lyrics.Line line = lines.get(i);
            Rational end = line.end();
            if (end == null) {
                end = i + 1 < lines.size()
                        ? lines.get(i + 1).start().min(line.start().plus(LONGEST))
                        : line.start().plus(LAST);
            }
            captions.add(new Caption(line.start(), end.max(line.start().plus(SHORTEST)), line));
        }
        return captions;
    }
}
