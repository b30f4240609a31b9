package backbeat.engine.lyrics;

import backbeat.engine.time.Rational;
import java.util.Locale;

/** TTML 2 in the IMSC 1.1 text profile: clock times with milliseconds, one paragraph for each line, spans for syllables. Times of spans count from the paragraph's. */
final class TtmlWriter {
    private TtmlWriter() {}

    static String text(Lyrics lyrics, boolean syllables) {
        String language = lyrics.tags().getOrDefault("la", "").matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
                ? lyrics.tags().getOrDefault("la", "")
                : "";
        StringBuilder out = new StringBuilder(head(language, lyrics.tags().getOrDefault("ti", "")));
        for (Caption caption : Caption.of(lyrics)) {
            out.append("<p begin=\"").append(clock(caption.start()));
            out.append("\" end=\"").append(clock(caption.end())).append("\">");
            boolean inside = syllables && !caption.line().syllables().isEmpty();
            out.append(inside ? spans(caption) : escaped(caption.line().text())).append("</p>\n");
        }
        return out.append("</div></body>\n</tt>\n").toString();
    }

    private static String head(String language, String title) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xmlns:tts="http://www.w3.org/ns/ttml#styling" ttp:contentProfiles="http://www.w3.org/ns/ttml/profile/imsc1.1/text" xml:lang="LANGUAGE">
                <head><metadata><ttm:title>TITLE</ttm:title><ttm:desc>MARK</ttm:desc></metadata>
                <layout><region xml:id="bottom" tts:origin="10% 80%" tts:extent="80% 15%" tts:displayAlign="after" tts:textAlign="center"/></layout></head>
                <body region="bottom"><div>
                """.replace("LANGUAGE", language)
                .replace("MARK", LyricsFile.MARK)
                .replace("TITLE", escaped(title));
    }

    private static String spans(Caption caption) {
        StringBuilder out = new StringBuilder();
        for (Lyrics.Syllable syllable : caption.line().syllables()) {
            Rational end = syllable.end();
            out.append("<span begin=\"").append(clock(syllable.start().minus(caption.start())));
            if (end != null) {
                out.append("\" end=\"").append(clock(end.minus(caption.start())));
            }
            out.append("\">").append(escaped(syllable.text())).append("</span>");
        }
        return out.toString();
    }

    private static String clock(Rational seconds) {
        long millis = seconds.max(Rational.ZERO).times(1000).nearest();
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1000 % 60,
                millis % 1000);
    }

    /** What XML cannot hold at all is left out. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> {
                    boolean allowed = c >= 0x20 && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
                    out.appendCodePoint(allowed ? c : ' ');
                }
            }
        });
        return out.toString();
    }
}
