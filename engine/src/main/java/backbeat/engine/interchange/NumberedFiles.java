package backbeat.engine.interchange;

import backbeat.engine.problem.InterchangeProblems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A file and those beside it that a format makes of one timeline: {@code cut.edl}, {@code cut-2.edl} and so on. A person names the first alone; so the others are
 * looked after here: none replaces what is not ours or was changed, and none stays of an older and longer timeline.
 */
final class NumberedFiles {
    private final Path first;
    private final Format format;

    NumberedFiles(Path first, Format format) {
        this.first = first;
        this.format = format;
    }

    Path file(int number) {
        String name = String.valueOf(first.getFileName());
        int point = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
        return number == 1
                ? first
                : first.resolveSibling(name.substring(0, point) + "-" + number + name.substring(point));
    }

    List<Path> first(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(this::file).toList();
    }

    /** @throws backbeat.engine.problem.ProblemException before anything is written */
    void keepOthers(int count) {
        for (Path file : first(count).subList(1, count)) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !isPart(file)) {
                throw InterchangeProblems.wouldReplace(file.toString()).asException();
            }
        }
    }

    /** Untouched, and one of several: a list that was written under such a name for itself is somebody's. */
    private static boolean isPart(Path file) {
        if (!Seal.isWhole(file)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().orElse("").matches("TITLE: .*\\(\\d+ of \\d+\\)");
        } catch (IOException | UncheckedIOException unreadable) {
            return false;
        }
    }

    void removeOlder(int count) {
        if (format != Format.EDL) {
            return;
        }
        for (int number = count + 1; isPart(file(number)); number++) {
            try {
                Files.delete(file(number));
            } catch (IOException e) {
                throw InterchangeProblems.older(file(number).toString()).asException();
            }
        }
    }
}
