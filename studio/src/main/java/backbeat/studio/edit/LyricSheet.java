package backbeat.studio.edit;

import backbeat.engine.lyrics.Lyrics;
import backbeat.engine.time.Rational;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words of a song while people work on them: lines in the order of the sheet, of which some have no time yet.
 *
 * @param lines at most {@value #MOST_LINES}
 */
public record LyricSheet(List<Line> lines) {
    public static final LyricSheet EMPTY = new LyricSheet(List.of());
    static final int MOST_LINES = 2000;
    private static final int LONGEST_LINE = 500;
    /** In seconds. */
    private static final double LONGEST_SONG = 100_000;

    private static final long MICROS = 1_000_000;

    public LyricSheet {
        lines = List.copyOf(lines);
        if (lines.size() > MOST_LINES) {
            throw new IllegalArgumentException("more lines than any song has");
        }
    }

    /**
     * A line.
     *
     * @param start in seconds of the song; null while it has no time
     * @param end null where nobody said it
     * @param words with their times; empty where only the line has one
     */
    public record Line(
            String text, @Nullable Double start, @Nullable Double end, List<Word> words) {
        public Line {
            words = words == null ? List.of() : List.copyOf(words);
        }

        Line at(@Nullable Double other) {
            Double from = start;
            if (other == null || from == null || words.isEmpty()) {
                return new Line(text, other, null, List.of());
            }
            double by = other - from;
            return new Line(
                    text,
                    other,
                    end == null ? null : end + by,
                    words.stream()
                            .map(word -> new Word(word.text, word.start + by, word.end == null ? null : word.end + by))
                            .toList());
        }
    }

    /** A word or syllable, with the spaces around it. */
    public record Word(String text, double start, @Nullable Double end) {}

    /** The lines of a text; those that were there before keep their times. */
    public LyricSheet withText(String text) {
        List<Line> before = new ArrayList<>(lines);
        List<Line> now = new ArrayList<>();
        for (String raw : text.split("\\R", -1)) {
            String plain = raw.strip();
            if (plain.isEmpty()) {
                continue;
            }
            String line = plain.substring(0, Math.min(LONGEST_LINE, plain.length()));
            int known = indexOf(before, line);
            now.add(known < 0 ? new Line(line, null, null, List.of()) : before.get(known));
            if (known >= 0) {
                before.subList(0, known + 1).clear();
            }
        }
        return new LyricSheet(now);
    }

    private static int indexOf(List<Line> lines, String text) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).text().equals(text)) {
                return i;
            }
        }
        return -1;
    }

    /** @param starts one for each line, in seconds; null for no time */
    public LyricSheet withTimes(List<@Nullable Double> starts) {
        if (starts.size() != lines.size()) {
            throw new IllegalArgumentException("one time for each line");
        }
        List<Line> timed = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Double start = starts.get(i);
            if (start != null && !(start >= 0 && start < LONGEST_SONG)) {
                throw new IllegalArgumentException("no time of a song");
            }
            Line line = lines.get(i);
            timed.add(Objects.equals(start, line.start()) ? line : line.at(start));
        }
        return new LyricSheet(timed);
    }

    /** A sheet that came from elsewhere may hold any number. */
    boolean hasTimesOfASong() {
        return lines.stream()
                .flatMap(line -> Stream.concat(
                        Stream.of(Optional.ofNullable(line.start()), Optional.ofNullable(line.end())),
                        line.words().stream()
                                .flatMap(
                                        word -> Stream.of(Optional.of(word.start()), Optional.ofNullable(word.end())))))
                .flatMap(Optional::stream)
                .allMatch(seconds -> Math.abs(seconds) < LONGEST_SONG);
    }

    static LyricSheet of(Lyrics lyrics) {
        return new LyricSheet(lyrics.lines().stream()
                .map(line -> new Line(
                        line.text().strip(),
                        line.start().toDouble(),
                        seconds(line.end()),
                        line.syllables().stream()
                                .map(word -> new Word(word.text(), word.start().toDouble(), seconds(word.end())))
                                .toList()))
                .limit(MOST_LINES)
                .toList());
    }

    /** The lines that have a time, in the order of their starts. */
    public Lyrics timed() {
        return new Lyrics(
                Map.of(),
                lines.stream()
                        .filter(line -> line.start() != null)
                        .map(line -> new Lyrics.Line(
                                exact(Objects.requireNonNull(line.start())),
                                exactOrNone(line.end()),
                                line.text(),
                                line.words().stream()
                                        .map(word -> new Lyrics.Syllable(
                                                exact(word.start()), exactOrNone(word.end()), word.text()))
                                        .toList(),
                                null))
                        .sorted(Comparator.comparing(Lyrics.Line::start))
                        .toList());
    }

    private static @Nullable Double seconds(@Nullable Rational time) {
        return time == null ? null : time.toDouble();
    }

    private static Rational exact(double seconds) {
        return Rational.nearest(seconds, MICROS);
    }

    private static @Nullable Rational exactOrNone(@Nullable Double seconds) {
        return seconds == null ? null : exact(seconds);
    }

    public String text() {
        return String.join("\n", lines.stream().map(Line::text).toList());
    }

    public boolean hasWords() {
        return lines.stream().anyMatch(line -> !line.words().isEmpty());
    }

    public long withTime() {
        return lines.stream().filter(line -> line.start() != null).count();
    }
}
