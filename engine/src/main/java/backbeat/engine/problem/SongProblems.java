package backbeat.engine.problem;

import java.util.Locale;

/** Problems of the song and its map, with their words. */
public final class SongProblems {
    private SongProblems() {}

    public static Problem songTooLong(String file, int minutes) {
        return new Problem(
                "song/too-long",
                "The song is longer than " + minutes + " minutes.",
                file,
                "Songs are analysed as a whole and held in memory.",
                "Cut the file down to the song, or check that it is the song and not a recording of the day.");
    }

    public static Problem songUnreadable(String file) {
        return new Problem(
                "song/unreadable",
                "The song file cannot be read.",
                file,
                "",
                "Check that the file is there and that you have the right to read it.");
    }

    public static Problem songWithoutSound(String file) {
        return new Problem(
                "song/no-sound",
                "The song file has no sound.",
                file,
                "",
                "Name the song's own sound file with --song, such as a WAV, FLAC or MP3.");
    }

    public static Problem songSilent(String file) {
        return new Problem(
                "song/silent",
                "The song is silent.",
                file,
                "No clip can be placed on it by its sound, and no cut on a beat.",
                "Play the file: perhaps it is an empty export, or the sound is on another of its tracks.");
    }

    public static Problem correctionsUnreadable(String file, String cause) {
        return new Problem(
                "song/corrections-unreadable",
                "The corrections in this file cannot be read.",
                file,
                cause,
                "Name a song map or a file as docs/formats/song-map.md describes, and mend the correction that is told of.");
    }

    public static Problem correctionsOfAnotherSong(String song) {
        return new Problem(
                "song/other-corrections",
                "The corrections were made for a recording of another length.",
                song,
                "They would stand at the wrong places.",
                "Take them over with backbeat analyze carry, or start anew with --forget.");
    }

    public static Problem correctionBeyondSong(String correction, double at, double duration) {
        return new Problem(
                "song/beyond-its-end",
                String.format(Locale.ROOT, "%.3f s was said of a song that is only %.3f s long.", at, duration),
                correction,
                "",
                "Name a time of the song: seconds, or minutes and seconds such as 1:02.5.");
    }

    public static Problem versionsDiffer(String song) {
        return new Problem(
                "song/versions-differ",
                "The two recordings have nothing in common that could be found.",
                song,
                "The old song's map has no place in the new one.",
                "Check that both are the same song; a new recording of it needs a map of its own: backbeat analyze.");
    }

    public static Problem severalSongs(String file) {
        return new Problem(
                "song/several",
                "A video has one song, and several were named.",
                file,
                "",
                "Name one with --song. Clips of a day with several songs are placed by backbeat sync, which takes them all.");
    }

    public static Problem noPlace(String written) {
        return new Problem(
                "song/no-place",
                "\"" + written + "\" is no place of the song.",
                "",
                "",
                "Say a place as 34 (bar), 34.2 (bar and beat), 1:02.5 or 62.5s.");
    }

    /** @param bars that there are, as {@code 1 to 64}; empty for none */
    public static Problem notInSong(String written, String bars) {
        return new Problem(
                "song/not-in-song",
                "The song has no bar and beat " + written + ".",
                "",
                bars.isEmpty() ? "It has no steady beat, so it has no bars." : "Its bars go from " + bars + ".",
                bars.isEmpty() ? "Say a time such as 1:02.5." : "Say one of these, or a time such as 1:02.5.");
    }

    public static Problem noStretch(String written) {
        return new Problem(
                "song/no-stretch",
                written.isBlank() ? "No part of the song is named." : "\"" + written + "\" is no part of the song.",
                "",
                "",
                "Say it as bars (17-24), as times (0:35-0:50), or as a section that the song map has (chorus 2).");
    }

    public static Problem emptyStretch(String written) {
        return new Problem(
                "song/empty-stretch",
                "\"" + written + "\" ends where it begins, or before, or lies behind the end of the song.",
                "",
                "",
                "Say from where to where, as 17-24 or 17.1-17.3.");
    }
}
