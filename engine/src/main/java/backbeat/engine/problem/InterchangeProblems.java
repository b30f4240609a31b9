package backbeat.engine.problem;

/** Problems of other programs' files, with their words. */
public final class InterchangeProblems {
    private InterchangeProblems() {}

    /** @param fuller the formats that have a place for it */
    public static Problem notCarried(String format, String what, String fuller) {
        return new Problem(
                "interchange/not-carried",
                "A file of the kind " + format + " has no place for this: " + what + ".",
                "",
                "",
                "Use the " + fuller + " file if your editing program reads one, or add it by hand.");
    }

    public static Problem overlap(String clip) {
        return new Problem(
                "interchange/overlap",
                "Clips of one track lie over each other; the later one went to a track of its own.",
                clip,
                "",
                "Look at the place and put the clip where it belongs.");
    }

    public static Problem wouldReplace(String file) {
        return new Problem(
                "interchange/would-replace",
                "This file would be written too, and it is none of Backbeat's or was changed since.",
                file,
                "A timeline of several picture tracks or of more than 999 events takes several lists.",
                "Move it away, or write under another name.");
    }

    public static Problem older(String file) {
        return new Problem(
                "interchange/older",
                "This list belongs to an older version of the cut and cannot be removed.",
                file,
                "",
                "Delete it, so that nobody imports it with the new ones.");
    }

    public static Problem crowded(String clip) {
        return new Problem(
                "interchange/crowded",
                "More clips of one track lie over each other than there is room for; this one was left out.",
                clip,
                "",
                "Look whether the file is what you meant; spread its clips over tracks of their own.");
    }

    public static Problem numbers(String timeline) {
        return new Problem(
                "interchange/numbers",
                "The timeline holds numbers that are out of any sensible range; nothing was made of it.",
                timeline,
                "",
                "Export it again from the program it came from.");
    }

    public static Problem assumedSize(String timeline, int width, int height) {
        return new Problem(
                "interchange/assumed-size",
                "The file does not tell the size of the picture: " + width + "x" + height + " is taken.",
                timeline,
                "",
                "Give the size where it is another.");
    }

    /** @param by seconds */
    public static Problem rounded(String clip, String by) {
        return new Problem(
                "interchange/rounded",
                "An edge of the clip lay between two frames and was moved by " + by + " s.",
                clip,
                "",
                "Look at the cut; move it by a frame if it shows.");
    }

    public static Problem tooShort(String clip) {
        return new Problem(
                "interchange/too-short",
                "The clip is shorter than a frame and was left out.",
                clip,
                "",
                "Nothing of it was seen; delete it in the other program too.");
    }

    public static Problem noCut(String transition) {
        return new Problem(
                "interchange/no-cut",
                "A transition lies over no cut and was left out.",
                transition,
                "",
                "Add it again where it is wanted.");
    }

    public static Problem unknownMedia(String clip) {
        return new Problem(
                "conform/unknown-media",
                "The clip is none of the cut it is held against.",
                clip,
                "Neither its name, its path nor its reel is known there.",
                "Add the file to the footage, or tell the other program to use the files of the cut.");
    }

    /** @param files names of those that fit equally well */
    public static Problem ambiguous(String clip, String files) {
        return new Problem(
                "conform/ambiguous",
                "Several files fit the clip; the first was taken: " + files + ".",
                clip,
                "",
                "Look at the shot; give files that differ in name or timecode.");
    }

    public static Problem otherRate(String ours, String theirs) {
        return new Problem(
                "conform/rate",
                "The timeline came back at " + theirs + " frames a second and was cut at " + ours + ".",
                "",
                "",
                "Set the other program's timeline to " + ours + " frames a second before importing.");
    }
}
