package backbeat.engine.lyrics;

import backbeat.engine.derive.WholeFile;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.LyricsProblems;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.text.ForeignText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads and writes files of lyrics. */
public final class LyricsFile {
    /** Stands in every file that has room for it. */
    static final String MARK = "Backbeat";

    private static final int MOST_BYTES = 4 << 20;

    /** What was read, and what could not be understood on the way. */
    public record Reading(Lyrics lyrics, List<Finding> findings) {
        public Reading {
            findings = List.copyOf(findings);
        }
    }

    private LyricsFile() {}

    /**
     * Reads LRC, enhanced LRC or UltraStar, whichever it is.
     *
     * @throws ProblemException when the file cannot be read, or holds no line of lyrics
     */
    public static Reading read(Path file) {
        String text;
        try (InputStream in = Files.newInputStream(file)) {
            text = ForeignText.of(in.readNBytes(MOST_BYTES));
        } catch (IOException e) {
            throw new ProblemException(LyricsProblems.lyricsUnreadable(file.toString(), ""), e);
        }
        Reading reading = read(text, file.toString());
        if (reading.lyrics().lines().isEmpty()) {
            String cause = reading.findings().isEmpty()
                    ? "It holds no line with a time"
                    : reading.findings().getFirst().problem().what();
            throw LyricsProblems.lyricsUnreadable(file.toString(), cause).asException();
        }
        return reading;
    }

    static Reading read(String text, String where) {
        boolean ultraStar = text.lines().limit(60).anyMatch(line -> line.regionMatches(true, 0, "#BPM:", 0, 5));
        return ultraStar ? new UltraStarReader(where).read(text) : new LrcReader(where).read(text);
    }

    /**
     * Writes lyrics.
     *
     * @param syllables whether the times of syllables are written too, where the format can and they are known
     * @throws ProblemException for a format that is only read
     */
    public static void write(Lyrics lyrics, LyricsFormat format, boolean syllables, Path file) {
        String text = text(lyrics, format, syllables);
        WholeFile.write(file, unfinished -> Files.writeString(unfinished, text, StandardCharsets.UTF_8));
    }

    static String text(Lyrics lyrics, LyricsFormat format, boolean syllables) {
        return switch (format) {
            case LRC -> LrcWriter.text(lyrics, syllables);
            case SRT -> CaptionWriter.srt(lyrics);
            case WEBVTT -> CaptionWriter.webVtt(lyrics, syllables);
            case TTML -> TtmlWriter.text(lyrics, syllables);
            case ULTRASTAR -> throw LyricsProblems.lyricsOnlyRead("UltraStar").asException();
        };
    }
}
