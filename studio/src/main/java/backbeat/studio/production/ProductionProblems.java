package backbeat.studio.production;

import backbeat.engine.problem.Problem;

/** Problems of productions and what is brought to them, with their words. */
final class ProductionProblems {
    private ProductionProblems() {}

    static Problem name(String which, int longest) {
        return new Problem(
                "production/name",
                which + " is missing or too long.",
                "",
                "",
                "Write 1 to " + longest + " characters.");
    }

    static Problem noSongName() {
        return new Problem(
                "production/song-name",
                "That file is not told as sound.",
                "",
                "",
                "Bring a WAV, FLAC, AIFF, MP3, M4A, AAC, OGG or OPUS file.");
    }

    static Problem songTooLarge(long limit) {
        return new Problem(
                "production/song-too-large",
                "That file is too large for a song.",
                "",
                "The limit is " + (limit >> 20) + " MB.",
                "Bring the song alone, as WAV, FLAC or MP3.");
    }

    static Problem noRoom(long bytes) {
        return new Problem(
                "production/no-room",
                "The studio's disk has no room for this file.",
                "",
                "It needs " + (bytes >> 20) + " MB and some to work with.",
                "Make room on the disk of the studio's home.");
    }

    static Problem songBroken() {
        return new Problem(
                "production/upload-broken",
                "The file did not arrive whole.",
                "",
                "The connection ended too early.",
                "Bring it again.");
    }

    static Problem footageElsewhere(String folder) {
        return new Problem(
                "production/footage-elsewhere",
                "The footage of this production is a folder of the server, which is only read.",
                folder,
                "",
                "Copy the clips there, or make another production for those that are brought here.");
    }

    static Problem folder(String where, String cause) {
        return new Problem(
                "production/folder",
                "This folder cannot be used as footage.",
                where,
                cause,
                "Name an existing folder of the server with its whole path, such as /media/cards.");
    }
}
