package backbeat.engine.lyrics;

import backbeat.engine.time.Rational;
import java.util.Locale;

/** SubRip and WebVTT: numbered or marked blocks with two times in milliseconds. */
final class CaptionWriter {
    private CaptionWriter() {}

    static String srt(Lyrics lyrics) {
        StringBuilder out = new StringBuilder();
        int number = 0;
        for (Caption caption : Caption.of(lyrics)) {
            out.append(++number).append("\r\n");
            out.append(clock(caption.start(), ','))
                    .append(" --> ")
                    .append(clock(caption.end(), ','))
                    .append("\r\n");
            out.append(oneLine(caption.line().text())).append("\r\n\r\n");
        }
        return out.toString();
    }

    static String webVtt(Lyrics lyrics, boolean syllables) {
        StringBuilder out = new StringBuilder("WEBVTT\n\nNOTE " + LyricsFile.MARK + "\n\n");
        for (Caption caption : Caption.of(lyrics)) {
            out.append(clock(caption.start(), '.'))
                    .append(" --> ")
                    .append(clock(caption.end(), '.'))
                    .append('\n');
            boolean inside = syllables && !caption.line().syllables().isEmpty();
            out.append(inside ? words(caption) : escaped(caption.line().text())).append("\n\n");
        }
        return out.toString();
    }

    /** Stamps inside a cue lie between its times and rise. */
    private static String words(Caption caption) {
        StringBuilder out = new StringBuilder();
        Rational last = caption.start();
        for (Lyrics.Syllable syllable : caption.line().syllables()) {
            if (syllable.start().isGreaterThan(last) && syllable.start().isLessThan(caption.end())) {
                out.append('<').append(clock(syllable.start(), '.')).append('>');
                last = syllable.start();
            }
            out.append(escaped(syllable.text()));
        }
        return out.toString();
    }

    private static String clock(Rational seconds, char point) {
        long millis = seconds.times(1000).nearest();
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d%c%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1000 % 60,
                point,
                millis % 1000);
    }

    /** The arrow is the one thing that text must not hold. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").replace("-->", "->");
    }

    private static String escaped(String text) {
        return oneLine(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
