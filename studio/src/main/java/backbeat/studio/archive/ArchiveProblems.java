package backbeat.studio.archive;

import backbeat.engine.problem.Problem;
import java.nio.file.Path;

/** Problems of archives, with their words. */
final class ArchiveProblems {
    private ArchiveProblems() {}

    static Problem noFile(Path file) {
        return new Problem("archive/no-file", "There is no such file.", file.toString(), "", "Check its name.");
    }

    static Problem damaged(Path file, String cause) {
        return new Problem(
                "archive/damaged",
                "This archive is damaged; nothing was taken from it.",
                file.toString(),
                cause,
                "Use another copy of it.");
    }

    static Problem another(Path file, String contract) {
        boolean backup = contract.equals(Backup.CONTRACT);
        return new Problem(
                "archive/another",
                backup ? "This is no backup of a studio." : "This is no archive of a production.",
                file.toString(),
                "Its list of files does not say \"" + contract + "\".",
                backup
                        ? "Name a file that \"backbeat backup\" wrote."
                        : "Name a file that \"backbeat production export\" wrote.");
    }

    static Problem hostile(Path file, String name) {
        return new Problem(
                "archive/hostile",
                "This archive wants to write where it may not; nothing was taken from it.",
                file.toString(),
                "It names a file \"" + name.replaceAll("\\p{Cntrl}", "?") + "\".",
                "Do not use it, and ask where it comes from.");
    }

    static Problem newer(Path file) {
        return new Problem(
                "archive/newer",
                "This archive was written by a newer Backbeat.",
                file.toString(),
                "",
                "Read it with the newer program; nothing was changed.");
    }

    static Problem notEmpty(Path home) {
        return new Problem(
                "archive/home-not-empty",
                "A backup is given back into an empty home, and this one is not empty.",
                home.toString(),
                "",
                "Name another folder with --home, or move this one away first.");
    }

    static Problem wouldReplace(Path file) {
        return new Problem(
                "archive/would-replace",
                "This is no such archive of Backbeat and is not replaced.",
                file.toString(),
                "",
                "Name another file, or move this one away first.");
    }

    static Problem name(Path file) {
        return new Problem(
                "archive/name",
                "A file has a name that not every system can write, so it could not be given back.",
                file.toString().replaceAll("\\p{Cntrl}", "?"),
                "Names with \":\", a backslash or a space at their end are such, and those longer than any disk takes.",
                "Give it another name; nothing was written.");
    }

    static Problem noRoom(Path folder, long bytes) {
        return new Problem(
                "archive/no-room",
                "The disk has no room for what is in this archive.",
                folder.toString(),
                "It needs " + ((bytes >> 20) + 1) + " MB.",
                "Make room, or name a folder on another disk with --home.");
    }

    static Problem busy(Path home) {
        return new Problem(
                "archive/busy",
                "Songs are being replaced faster than they can be kept.",
                home.toString(),
                "",
                "Try again in a minute.");
    }

    static Problem unfit(Path file, String cause) {
        return new Problem(
                "archive/unfit",
                "What this archive says of the production does not fit.",
                file.toString(),
                cause,
                "Write it again with \"backbeat production export\".");
    }

    /** @param row counted from 1 */
    static Problem unfitRow(Path file, String table, int row, String why) {
        return unfit(file, "Table \"" + table + "\", row " + row + ": " + why);
    }

    static Problem cannot(Path place, String cause) {
        return new Problem(
                "archive/cannot",
                "The archive could not be read or written.",
                place.toString(),
                cause,
                "Check that the disk has room and that you may write there.");
    }
}
