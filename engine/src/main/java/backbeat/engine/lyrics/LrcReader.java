package backbeat.engine.lyrics;

import backbeat.engine.problem.Finding;
import backbeat.engine.problem.LyricsProblems;
import backbeat.engine.time.Rational;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * LRC and its enhanced form (A2). There is no standard; this reads what players read: one or more stamps before a line, two or three digits (or none) after the
 * second, stamps of words in angle brackets, tags anywhere. {@code offset} is in milliseconds, and a positive one shows the lyrics earlier; it is applied here, once.
 * A stamp without text ends the line before.
 */
final class LrcReader {
    private static final String TIME = "(\\d{1,3}):(\\d{1,2})(?:[.:,](\\d{1,3}))?";
    private static final Pattern LINE_STAMP = Pattern.compile("\\s*\\[" + TIME + "\\]");
    private static final Pattern WORD_STAMP = Pattern.compile("<" + TIME + ">");
    private static final Pattern TAG = Pattern.compile("\\s*\\[([A-Za-z_#]{1,20}):(.*)\\]\\s*");
    private static final int MOST_FINDINGS = 20;
    private static final int MOST_LINES = 20_000;

    private final String where;
    private final Map<String, String> tags = new HashMap<>();
    private final List<Lyrics.Line> lines = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private Rational offset = Rational.ZERO;

    LrcReader(String where) {
        this.where = where;
    }

    LyricsFile.Reading read(String text) {
        List<String> rows = text.lines().limit(MOST_LINES).toList();
        for (int i = 0; i < rows.size(); i++) {
            row(rows.get(i), i + 1);
        }
        List<Lyrics.Line> moved = new ArrayList<>();
        lines.stream()
                .sorted(Comparator.comparing(Lyrics.Line::start))
                .map(line -> line.movedBy(offset.negated()))
                .forEach(moved::add);
        return new LyricsFile.Reading(new Lyrics(tags, ended(moved)), findings);
    }

    private void row(String row, int number) {
        Matcher stamp = LINE_STAMP.matcher(row);
        List<Rational> starts = new ArrayList<>();
        int at = 0;
        while (stamp.find(at) && stamp.start() == at) {
            starts.add(time(stamp));
            at = stamp.end();
        }
        if (starts.isEmpty()) {
            withoutStamp(row, number);
            return;
        }
        Lyrics.Line first = line(starts.getFirst(), row.substring(at));
        for (Rational start : starts) {
            lines.add(first.movedBy(start.minus(starts.getFirst())));
        }
    }

    private void withoutStamp(String row, int number) {
        Matcher tag = TAG.matcher(row);
        if (tag.matches()) {
            tag(tag.group(1).toLowerCase(Locale.ROOT), tag.group(2).strip(), number);
        } else if (!row.isBlank() && findings.size() < MOST_FINDINGS) {
            findings.add(Finding.warning(LyricsProblems.lyricsLine(where, number, "It has no time stamp")));
        }
    }

    private void tag(String name, String value, int number) {
        if (!name.equals("offset")) {
            if (!value.isEmpty()) {
                tags.put(name, value);
            }
            return;
        }
        try {
            offset = Rational.of(Math.clamp(Long.parseLong(value.replaceFirst("^\\+", "")), -600_000, 600_000), 1000);
        } catch (NumberFormatException e) {
            findings.add(Finding.warning(LyricsProblems.lyricsLine(where, number, "The offset is no number")));
        }
    }

    private static Lyrics.Line line(Rational start, String text) {
        Matcher stamp = WORD_STAMP.matcher(text);
        List<Lyrics.Syllable> syllables = new ArrayList<>();
        StringBuilder whole = new StringBuilder();
        @Nullable Rational from = null;
        int at = 0;
        while (stamp.find()) {
            String word = text.substring(at, stamp.start());
            Rational time = time(stamp);
            if (from == null && !word.isBlank()) {
                from = start;
            }
            if (from != null && !word.isEmpty()) {
                syllables.add(new Lyrics.Syllable(from, time.max(from), word));
            }
            whole.append(word);
            from = time;
            at = stamp.end();
        }
        String rest = text.substring(at);
        whole.append(rest);
        @Nullable Rational end = null;
        if (from != null && !rest.isBlank()) {
            syllables.add(new Lyrics.Syllable(from, null, rest));
        } else if (from != null && !syllables.isEmpty()) {
            end = from;
        }
        return new Lyrics.Line(start, end, whole.toString().strip().replaceAll("\\s+", " "), tidied(syllables), null);
    }

    /** One space between words, none around the line. */
    private static List<Lyrics.Syllable> tidied(List<Lyrics.Syllable> syllables) {
        List<Lyrics.Syllable> tidy = new ArrayList<>();
        boolean space = true;
        for (Lyrics.Syllable syllable : syllables) {
            String text = syllable.text().replaceAll("\\s+", " ");
            text = space ? text.stripLeading() : text;
            if (!text.isBlank()) {
                tidy.add(new Lyrics.Syllable(syllable.start(), syllable.end(), text));
                space = text.endsWith(" ");
            }
        }
        if (!tidy.isEmpty()) {
            Lyrics.Syllable last = tidy.removeLast();
            tidy.add(new Lyrics.Syllable(last.start(), last.end(), last.text().stripTrailing()));
        }
        return tidy;
    }

    private static Rational time(Matcher stamp) {
        long seconds = 60 * Long.parseLong(stamp.group(1)) + Long.parseLong(stamp.group(2));
        String digits = stamp.group(3) == null ? "0" : stamp.group(3);
        long parts = 1;
        for (int i = 0; i < digits.length(); i++) {
            parts *= 10;
        }
        return Rational.of(seconds).plus(Rational.of(Long.parseLong(digits), parts));
    }

    private static List<Lyrics.Line> ended(List<Lyrics.Line> lines) {
        List<Lyrics.Line> result = new ArrayList<>();
        for (Lyrics.Line line : lines) {
            if (!line.text().isEmpty()) {
                result.add(line);
            } else if (!result.isEmpty() && result.getLast().end() == null) {
                Lyrics.Line last = result.removeLast();
                result.add(new Lyrics.Line(last.start(), line.start(), last.text(), last.syllables(), last.singer()));
            }
        }
        return result;
    }
}
