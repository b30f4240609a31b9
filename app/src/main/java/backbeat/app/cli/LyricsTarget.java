package backbeat.app.cli;

import backbeat.engine.lyrics.Lyrics;
import backbeat.engine.lyrics.LyricsFile;
import backbeat.engine.lyrics.LyricsFormat;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.LyricsProblems;
import backbeat.engine.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where lyrics are written and how, shared by the commands that write some. People write into such files: one that is there stays unless they say otherwise. */
final class LyricsTarget {
    @Option(names = "--words", description = "Writes the times of words too, where they are known.")
    private boolean words;

    @Option(names = "--replace", description = "Replaces a file that is there.")
    private boolean replace;

    /** Before any work. */
    LyricsFormat prepare(Path source, Path target) {
        NamedFile.named(target, "the lyrics to write");
        LyricsFormat format = LyricsFormat.ofFile(target.toString())
                .orElseThrow(() -> new Problem(
                                "cli/unknown-format",
                                "The ending does not say what kind of lyrics this is.",
                                target.toString(),
                                "",
                                "Use one of .lrc, .srt, .vtt, .ttml.")
                        .asException());
        if (format == LyricsFormat.ULTRASTAR) {
            throw LyricsProblems.lyricsOnlyRead("UltraStar").asException();
        }
        if (Files.exists(target) && (!replace || isSame(source, target))) {
            throw new Problem(
                            "cli/would-replace",
                            "There is such a file already.",
                            target.toString(),
                            "",
                            "Name another place, or say --replace; the lyrics that are read are never replaced.")
                    .asException();
        }
        Writable.file(target);
        return format;
    }

    private static boolean isSame(Path source, Path target) {
        try {
            return Files.isSameFile(source, target);
        } catch (IOException unreadable) {
            return true;
        }
    }

    void write(Lyrics lyrics, LyricsFormat format, Path target, Terminal terminal) {
        LyricsFile.write(lyrics, format, words, target);
        terminal.out().println("written   " + target);
    }

    static Lyrics read(Path file, Terminal terminal) {
        LyricsFile.Reading reading = LyricsFile.read(file);
        for (Finding finding : reading.findings()) {
            terminal.err().println("backbeat: " + finding.problem().oneLine());
        }
        return reading.lyrics();
    }
}
