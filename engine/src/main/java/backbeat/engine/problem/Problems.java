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

    // footage

    // timeline

    // sync

    // interchange

    // cut

    // render
}
