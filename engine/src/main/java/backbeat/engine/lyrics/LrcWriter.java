package backbeat.engine.lyrics;

import backbeat.engine.time.Rational;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** LRC with hundredths. Where a line ends more than a second before the next one begins, a stamp without text clears it. */
final class LrcWriter {
    private static final Set<String> OURS = Set.of("offset", "re", "length");
    private static final Rational PAUSE = Rational.ONE;

    private LrcWriter() {}

    static String text(Lyrics lyrics, boolean syllables) {
        StringBuilder out = new StringBuilder();
        lyrics.sortedTags().forEach((name, value) -> {
            if (!OURS.contains(name)) {
                out.append('[').append(name).append(':').append(oneLine(value)).append("]\n");
            }
        });
        out.append("[re:").append(LyricsFile.MARK).append("]\n");
        List<Lyrics.Line> lines = lyrics.lines();
        for (int i = 0; i < lines.size(); i++) {
            Lyrics.Line line = lines.get(i);
            out.append('[').append(stamp(line.start())).append(']');
            boolean inside = syllables && !line.syllables().isEmpty();
            out.append(inside ? words(line) : oneLine(line.text())).append('\n');
            Rational end = line.end();
            boolean pause = end != null
                    && (i + 1 == lines.size()
                            || lines.get(i + 1).start().minus(end).isGreaterThan(PAUSE));
            if (end != null && pause) {
                out.append('[').append(stamp(end)).append("]\n");
            }
        }
        return out.toString();
    }

    private static String words(Lyrics.Line line) {
        StringBuilder out = new StringBuilder();
        for (Lyrics.Syllable syllable : line.syllables()) {
            out.append('<').append(stamp(syllable.start())).append('>').append(oneLine(syllable.text()));
        }
        Rational end = line.syllables().getLast().end();
        return end == null
                ? out.toString()
                : out.append('<').append(stamp(end)).append('>').toString();
    }

    private static String stamp(Rational seconds) {
        long hundredths = seconds.times(100).nearest();
        return String.format(Locale.ROOT, "%02d:%02d.%02d", hundredths / 6000, hundredths / 100 % 60, hundredths % 100);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
