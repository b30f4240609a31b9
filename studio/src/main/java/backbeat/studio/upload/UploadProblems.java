package backbeat.studio.upload;

import backbeat.engine.problem.Problem;

/** Problems of files on their way, with their words. */
final class UploadProblems {
    private UploadProblems() {}

    static Problem noName() {
        return new Problem("upload/name", "The file has no usable name.", "", "", "Give it a name and bring it again.");
    }

    static Problem length() {
        return new Problem(
                "upload/length", "The length of the file is not told, or it is empty.", "", "", "Bring a whole file.");
    }

    static Problem noRoom(String name, long bytes, long free) {
        return new Problem(
                "upload/no-room",
                "The studio's disk has no room for this file.",
                name,
                "It needs " + (bytes >> 20) + " MB, and " + (Math.max(0, free) >> 20)
                        + " MB are free besides what is on its way already.",
                "Make room on the disk of the studio's home, or bring less.");
    }

    static Problem tooMany(int most) {
        return new Problem(
                "upload/too-many",
                "Too many files are on their way at once.",
                "",
                "There may be " + most + " of one production.",
                "Wait until some are here, or give up unfinished ones.");
    }

    static Problem offset(long told, long received) {
        return new Problem(
                "upload/offset",
                "The piece does not begin where the last one ended.",
                "",
                "It begins at " + told + ", and " + received + " bytes are here.",
                "Ask for the place to go on from, and go on there.");
    }

    static Problem tooMuch() {
        return new Problem(
                "upload/too-much", "More came than the file was said to have.", "", "", "Bring the file again.");
    }

    static Problem checksum() {
        return new Problem(
                "upload/checksum",
                "A piece did not arrive as it was sent.",
                "",
                "Its checksum differs; it was thrown away.",
                "Send the piece again.");
    }

    static Problem busy() {
        return new Problem(
                "upload/busy", "Another connection brings this file just now.", "", "", "Try again in a few seconds.");
    }

    static Problem diskFull() {
        return new Problem(
                "upload/disk-full",
                "The studio's disk became full.",
                "",
                "What had arrived is kept.",
                "Make room and go on.");
    }
}
