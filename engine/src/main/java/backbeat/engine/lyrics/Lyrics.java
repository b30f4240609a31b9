package backbeat.engine.lyrics;

import backbeat.engine.time.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The words of a song.
 *
 * @param tags title, artist and so on, by the names of LRC: {@code ti}, {@code ar}, {@code al}, {@code by}
 * @param lines in the order of their starts
 */
public record Lyrics(Map<String, String> tags, List<Line> lines) {
    public Lyrics {
        tags = Map.copyOf(tags);
        lines = List.copyOf(lines);
    }

    /** Tags in the order of their names. */
    Map<String, String> sortedTags() {
        return new TreeMap<>(tags);
    }

    public boolean hasSyllables() {
        return lines.stream().anyMatch(line -> !line.syllables().isEmpty());
    }

    /**
     * What is sung in one breath.
     *
     * @param end null where nobody said it
     * @param syllables words or parts of them whose texts make up the line; empty where only the line has a time
     * @param singer of a duet; null for a song of one voice
     */
    public record Line(
            Rational start,
            @Nullable Rational end,
            String text,
            List<Syllable> syllables,
            @Nullable String singer) {
        public Line {
            syllables = List.copyOf(syllables);
        }

        /** The whole line at another time. */
        public Line movedBy(Rational seconds) {
            List<Syllable> moved = new ArrayList<>();
            for (Syllable syllable : syllables) {
                Rational syllableEnd = syllable.end;
                moved.add(new Syllable(
                        later(syllable.start, seconds),
                        syllableEnd == null ? null : later(syllableEnd, seconds),
                        syllable.text));
            }
            return new Line(later(start, seconds), end == null ? null : later(end, seconds), text, moved, singer);
        }

        private static Rational later(Rational time, Rational by) {
            return time.plus(by).max(Rational.ZERO);
        }
    }

    /**
     * @param end null where nobody said it: then it lasts until the next one
     * @param text with the spaces around it
     */
    public record Syllable(Rational start, @Nullable Rational end, String text) {}
}
