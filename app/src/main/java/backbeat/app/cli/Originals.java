package backbeat.app.cli;

import backbeat.engine.footage.ResultFile;
import backbeat.engine.interchange.Interchange;
import backbeat.engine.playback.PlaybackFile;
import backbeat.engine.problem.Problem;
import backbeat.engine.songfile.SongFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
                || SongFiles.isOne(out)
                || Interchange.isUntouched(out);
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
            if (taken && isSame(target, song)) {
                throw refusal(target);
            }
            if (taken && !isOurs(result, target)) {
                throw result.isMarkedIn(target) ? changed(target) : refusal(target);
            }
        }
        furtherLists(out).filter(list -> !Interchange.isUntouched(list)).forEach(list -> {
            throw changed(list);
        });
    }

    /** What editing programs open and save may hold somebody's work, whatever its name says. */
    private static boolean isOurs(ResultFile result, Path file) {
        return switch (result) {
            case OTIO, FCPXML, PREMIERE_XML, EDL -> Interchange.isUntouched(file);
            case SONG_MAP, SYNC, CUT, WISHES, FILM, REPORT -> result.isMarkedIn(file);
        };
    }

    private static Stream<Path> furtherLists(Path out) {
        return IntStream.iterate(2, number -> number + 1)
                .mapToObj(number -> out.resolve("rough-cut-" + number + ".edl"))
                .takeWhile(Files::exists);
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

    private static RuntimeException changed(Path file) {
        return new Problem(
                        "cli/would-replace",
                        "This was changed since Backbeat wrote it and is not replaced.",
                        file.toString(),
                        "",
                        "Take the changes over with \"backbeat timeline conform\", or move this away first.")
                .asException();
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
