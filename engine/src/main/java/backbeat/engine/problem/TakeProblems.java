package backbeat.engine.problem;

/** Problems of clips that ran together, with their words. */
public final class TakeProblems {
    private TakeProblems() {}

    public static Problem slateLogUnreadable(String file, String cause) {
        return new Problem(
                "take/slate-log-unreadable",
                "The slate log cannot be read.",
                file,
                cause,
                "Write it as text: a first row with clip, take, song, then a row for each clip.");
    }

    public static Problem timecodeCountsRecordingOnly(String camera) {
        return new Problem(
                "take/timecode-counts-recording",
                "The timecode of camera " + camera + " runs only while it records.",
                "camera " + camera,
                "It cannot tell when a clip was taken.",
                "Set the camera to free run on the next shoot.");
    }

    public static Problem timecodeRunsTwice(String camera) {
        return new Problem(
                "take/timecode-overlaps",
                "Clips of camera " + camera + " have the same timecode.",
                "camera " + camera,
                "Its timecode starts anew for each clip, or the folder holds clips of several cameras or days.",
                "Give each camera and each day a folder of its own, if there are several.");
    }

    /** @param takes how many takes show it */
    public static Problem clocksApart(
            String camera, String clock, String span, String direction, String other, String otherClock, int takes) {
        return new Problem(
                "take/clock-offset",
                "The " + clock + " of camera " + camera + " runs " + span + " " + direction + " the " + otherClock
                        + " of camera " + other + ".",
                "camera " + camera,
                takes == 1 ? "One take shows it." : takes + " takes show it.",
                "Nothing to do: clips are placed with the difference taken off.");
    }

    public static Problem clocksContradictSong(String clip, String other) {
        return new Problem(
                "take/clocks-contradict-song",
                "This clip ran at the same time as " + other
                        + " by the cameras' clocks, but another place of the song was heard in it.",
                clip,
                "A clock was changed during the day, or one of the places is wrong.",
                "Look at both clips. Both were left where their sound placed them.");
    }

    /** @param evidence in words */
    public static Problem groupDisagrees(String clip, String other, String evidence) {
        return new Problem(
                "take/measurements-disagree",
                "How this clip lies against " + other + " is told in two ways: " + evidence
                        + " disagree with the rest of the group.",
                clip,
                "The odd one was left out.",
                "Look at both clips where they are cut together.");
    }
}
