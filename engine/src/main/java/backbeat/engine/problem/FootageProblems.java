package backbeat.engine.problem;

/** Problems of files below a footage folder, with their words. */
public final class FootageProblems {
    private FootageProblems() {}

    public static Problem noUsableFootage(String folder, int files) {
        return new Problem(
                "footage/nothing-usable",
                files == 0
                        ? "The footage folder holds no files."
                        : files == 1
                                ? "The one file in the footage folder cannot be used."
                                : "None of the " + files + " files in the footage folder can be used.",
                folder,
                "",
                "Name the folder with the camera cards with --footage.");
    }

    public static Problem footageFolder(String folder) {
        return new Problem(
                "footage/folder",
                "The footage folder cannot be read.",
                folder,
                "",
                "Check its name, and that the disk or card is connected and may be read.");
    }

    public static Problem emptyFile(String path) {
        return new Problem(
                "footage/empty-file",
                "This file is empty.",
                path,
                "Copying was broken off, or the camera lost power.",
                "Copy it from the card again, or leave it out.");
    }

    public static Problem rawPicture(String path) {
        return new Problem(
                "footage/raw-picture",
                "This recording is in a camera's own raw format, which cannot be decoded here.",
                path,
                "",
                "Make a ProRes or H.264 file of the same name with the maker's program and put it into the folder.");
    }

    public static Problem still(String path) {
        return new Problem(
                "footage/still",
                "This is a single picture, not a take.",
                path,
                "",
                "Nothing is to be done: it is left out of the cut.");
    }

    public static Problem noFootage(String path) {
        return new Problem(
                "footage/other-file",
                "This file is neither footage nor a side file that is known.",
                path,
                "",
                "Nothing is to be done. If it is a clip, give it the ending of its format, such as .mov.");
    }

    public static Problem brokenLink(String path) {
        return new Problem(
                "footage/broken-link",
                "This link leads nowhere.",
                path,
                "What it led to was moved, or its disk is not connected.",
                "Connect the disk, or remove the link.");
    }

    public static Problem closedFolder(String path) {
        return new Problem(
                "footage/closed-folder",
                "This folder may not be listed.",
                path,
                "",
                "Give yourself the right to read it.");
    }

    public static Problem seenBefore(String path) {
        return new Problem(
                "footage/seen-before",
                "This is another name of a file or folder that was seen already.",
                path,
                "It is a link.",
                "Nothing is to be done: it counts once.");
    }

    public static Problem noSoundInClip(String path) {
        return new Problem(
                "footage/no-sound",
                "This clip has a picture but no sound, so it cannot be placed on the song by ear.",
                path,
                "",
                "Place it by timecode or by hand, or leave it out.");
    }

    public static Problem silentClip(String path) {
        return new Problem(
                "footage/silent",
                "The sound of this clip is digital silence, so it cannot be placed on the song by ear.",
                path,
                "The microphone was switched off or not connected.",
                "Place it by timecode or by hand, or leave it out.");
    }
}
