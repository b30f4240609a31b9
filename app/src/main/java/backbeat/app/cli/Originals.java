package backbeat.app.cli;

import backbeat.engine.footage.ResultFile;
import backbeat.engine.playback.PlaybackFile;
import backbeat.engine.problem.Problem;
import backbeat.engine.songfile.SongFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Originals are never written to: a result may replace an older result, and nothing else. A slip of the hand in {@code --out} must not cost a recording.
 */
final class Originals {
    private Originals() {}

    /** Refuses a file that exists and is no data of ours (or empty, as a program makes a file to be filled). */
    static void keepFromFile(Path out) {
        boolean free = !Files.exists(out, LinkOption.NOFOLLOW_LINKS)
                || isEmpty(out)
                || ResultFile.SONG_MAP.isMarkedIn(out)
                || ResultFile.SYNC.isMarkedIn(out)
                || PlaybackFile.isOne(out)
                || SongFiles.isOne(out);
        if (!free) {
            throw refusal(out);
        }
    }

    /** Refuses a folder in which a file that is not ours, or the song itself, stands where a result would be written. */
    static void keepFromFolder(Path out, Path song) {
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new Problem(
                            "cli/is-a-file",
                            "A folder was expected for the results, and this is a file.",
                            out.toString(),
                            "",
                            "Name a folder; it is made when it is not there.")
                    .asException();
        }
        for (ResultFile result : ResultFile.values()) {
            Path target = out.resolve(result.fileName());
            boolean taken = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
            if (taken && (isSame(target, song) || !result.isMarkedIn(target))) {
                throw refusal(target);
            }
        }
    }

    /** Refuses a film file that exists and that we did not make. */
    static void keepFromFilm(Path out, Path song) {
        boolean taken = Files.exists(out, LinkOption.NOFOLLOW_LINKS) && !isEmpty(out);
        if (taken && (isSame(out, song) || !ResultFile.FILM.isMarkedIn(out))) {
            throw refusal(out);
        }
    }

    private static boolean isEmpty(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) == 0;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(one) && Files.isSameFile(one, other);
        } catch (IOException unreadable) {
            return true;
        }
    }

    private static RuntimeException refusal(Path file) {
        return new Problem(
                        "cli/would-replace",
                        "This is no result of Backbeat and is not replaced.",
                        file.toString(),
                        "",
                        "Name another place with --out, or move this away first.")
                .asException();
    }
}
