package backbeat.engine.problem;

/** Problems of keeping results, with their words. */
public final class DeriveProblems {
    private DeriveProblems() {}

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

    /** @param cause what the system says; a full disk is told as such */
    public static Problem cannotWrite(String place, String cause) {
        if (cause.contains("No space left")) {
            return diskFilledUp(place);
        }
        return new Problem(
                "derive/cannot-write",
                "This folder or file cannot be written.",
                place,
                cause,
                "Choose another folder, or give yourself the right to write there.");
    }
}
