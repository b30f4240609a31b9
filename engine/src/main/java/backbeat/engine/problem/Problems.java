package backbeat.engine.problem;

/**
 * The catalogue: every problem the engine can tell of, with its words. One place, so that codes stay unique and sentences sound alike. Sections are in the order
 * of the packages.
 */
public final class Problems {
    private Problems() {}

    // derive

    public static Problem diskFull(String folder, long neededMegabytes, long freeMegabytes) {
        return new Problem(
                "derive/disk-full",
                "There is not enough room on the disk: about " + neededMegabytes + " MB are needed, " + freeMegabytes
                        + " MB are free.",
                folder,
                "",
                "Free some space, or name a folder on another disk with --work and --out.");
    }

    public static Problem diskFilledUp(String folder) {
        return new Problem(
                "derive/disk-filled-up",
                "The disk became full while writing.",
                folder,
                "Nothing that was finished is lost.",
                "Free some space and run the same command again: it goes on where it stopped.");
    }

    public static Problem cannotWrite(String place, String cause) {
        return new Problem(
                "derive/cannot-write",
                "This folder or file cannot be written.",
                place,
                cause,
                "Choose another folder, or give yourself the right to write there.");
    }

    // media

    // song

    public static Problem songWithoutSound(String file) {
        return new Problem(
                "song/no-sound",
                "The song file has no sound.",
                file,
                "",
                "Name the song's own sound file with --song, such as a WAV, FLAC or MP3.");
    }

    // footage

    public static Problem noUsableFootage(String folder, int files) {
        return new Problem(
                "footage/nothing-usable",
                files == 0
                        ? "The footage folder holds no files."
                        : "None of the " + files + " files in the footage folder can be used.",
                folder,
                "",
                "Name the folder with the camera cards with --footage; the report says what is wrong with each file.");
    }

    // timeline

    // sync

    // interchange

    // cut

    public static Problem nothingOnTheSong(int clips) {
        return new Problem(
                "cut/nothing-on-the-song",
                "None of the " + clips + " clips holds this song, so there is nothing to cut.",
                "",
                "",
                "Check that song and footage belong together; the report says for each clip why it was refused.");
    }

    // render
}
