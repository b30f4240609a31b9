package backbeat.engine.lyrics;

import backbeat.engine.problem.Finding;
import backbeat.engine.problem.LyricsProblems;
import backbeat.engine.time.Rational;
import java.math.BigDecimal;
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
 * UltraStar's text format. A note begins at GAP milliseconds plus its number times 60 / (BPM x 4) seconds: the BPM is a grid, often a multiple of the music's tempo.
 * Decimal commas occur, and in old files (RELATIVE) numbers count from the line before. A syllable that is only {@code ~} lengthens the one before.
 */
final class UltraStarReader {
    private static final Pattern HEADER = Pattern.compile("#([A-Za-z0-9]{1,30}):(.*)");
    private static final Pattern NOTE =
            Pattern.compile("([:*FRG])\\s*(-?\\d{1,9})\\s+(\\d{1,9})\\s+(-?\\d{1,9})(?: (.*))?");
    private static final Pattern LINE_END = Pattern.compile("-\\s*(-?\\d{1,9})?(?:\\s+(-?\\d{1,9}))?\\s*");
    private static final Pattern PLAYER = Pattern.compile("P\\s*([1-9])\\s*");
    private static final Map<String, String> TAGS =
            Map.of("TITLE", "ti", "ARTIST", "ar", "ALBUM", "al", "CREATOR", "by", "LANGUAGE", "la");
    private static final int MOST_FINDINGS = 20;
    private static final int MOST_ROWS = 50_000;

    private final String where;
    private final Map<String, String> headers = new HashMap<>();
    private final List<Lyrics.Line> lines = new ArrayList<>();
    private final List<Lyrics.Syllable> syllables = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private Rational beat = Rational.ZERO;
    private Rational gap = Rational.ZERO;
    private boolean relative;
    private long base;
    private @Nullable String singer;

    UltraStarReader(String where) {
        this.where = where;
    }

    LyricsFile.Reading read(String text) {
        List<String> rows = text.lines().limit(MOST_ROWS).toList();
        boolean ready = false;
        for (int i = 0; i < rows.size(); i++) {
            String row = rows.get(i);
            Matcher header = HEADER.matcher(row.strip());
            if (header.matches()) {
                headers.put(
                        header.group(1).toUpperCase(Locale.ROOT),
                        header.group(2).strip());
            } else if (!row.isBlank()) {
                ready = ready || begin(i + 1);
                if (!ready || row.strip().equals("E")) {
                    break;
                }
                row(row, i + 1);
            }
        }
        endLine();
        lines.sort(Comparator.comparing(Lyrics.Line::start));
        return new LyricsFile.Reading(new Lyrics(tags(), lines), findings);
    }

    private Map<String, String> tags() {
        Map<String, String> tags = new HashMap<>();
        TAGS.forEach((header, tag) -> {
            String value = headers.get(header);
            if (value != null && !value.isEmpty()) {
                tags.put(tag, value);
            }
        });
        return tags;
    }

    private boolean begin(int number) {
        Rational bpm = decimal(headers.getOrDefault("BPM", ""));
        Rational gapMillis = decimal(headers.getOrDefault("GAP", "0"));
        if (bpm == null || bpm.signum() <= 0 || bpm.isGreaterThan(Rational.of(100_000))) {
            findings.add(Finding.warning(LyricsProblems.lyricsLine(where, number, "The header BPM is no tempo")));
            return false;
        }
        beat = Rational.of(15).dividedBy(bpm);
        gap = gapMillis == null ? Rational.ZERO : gapMillis.dividedBy(Rational.of(1000));
        relative = headers.getOrDefault("RELATIVE", "").equalsIgnoreCase("yes");
        return true;
    }

    /** Thousandths are kept; no more is ever meant. */
    private static @Nullable Rational decimal(String text) {
        try {
            BigDecimal value = new BigDecimal(text.strip().replace(',', '.'));
            return value.abs().compareTo(BigDecimal.valueOf(100_000_000)) > 0
                    ? null
                    : Rational.nearest(value.doubleValue(), 1000);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private void row(String row, int number) {
        Matcher note = NOTE.matcher(row);
        Matcher lineEnd = LINE_END.matcher(row);
        Matcher player = PLAYER.matcher(row);
        if (note.matches()) {
            String text = note.group(5) == null ? "" : note.group(5);
            note(Long.parseLong(note.group(2)), Long.parseLong(note.group(3)), text);
        } else if (lineEnd.matches()) {
            endLine();
            if (relative) {
                String shift = lineEnd.group(2) == null ? lineEnd.group(1) : lineEnd.group(2);
                base += shift == null ? 0 : Long.parseLong(shift);
            }
        } else if (player.matches()) {
            endLine();
            base = 0;
            singer = "P" + player.group(1);
        } else if (findings.size() < MOST_FINDINGS) {
            findings.add(
                    Finding.warning(LyricsProblems.lyricsLine(where, number, "It is no note and no end of a line")));
        }
    }

    private void note(long start, long length, String text) {
        Rational from = time(base + start);
        Rational to = time(base + start + length);
        if (text.strip().equals("~") && !syllables.isEmpty()) {
            Lyrics.Syllable held = syllables.removeLast();
            syllables.add(new Lyrics.Syllable(held.start(), to, held.text() + (text.endsWith(" ") ? " " : "")));
        } else if (!text.isBlank()) {
            syllables.add(new Lyrics.Syllable(from, to, text));
        }
    }

    private Rational time(long number) {
        return gap.plus(beat.times(Math.clamp(number, -10_000_000, 10_000_000))).max(Rational.ZERO);
    }

    private void endLine() {
        if (syllables.isEmpty()) {
            return;
        }
        List<Lyrics.Syllable> tidy = new ArrayList<>();
        for (int i = 0; i < syllables.size(); i++) {
            Lyrics.Syllable each = syllables.get(i);
            String text = each.text();
            text = i == 0 ? text.stripLeading() : text;
            text = i == syllables.size() - 1 ? text.stripTrailing() : text;
            tidy.add(new Lyrics.Syllable(each.start(), each.end(), text));
        }
        String text = String.join("", tidy.stream().map(Lyrics.Syllable::text).toList());
        lines.add(new Lyrics.Line(
                tidy.getFirst().start(), tidy.getLast().end(), text.replaceAll("\\s+", " "), tidy, singer));
        syllables.clear();
    }
}
