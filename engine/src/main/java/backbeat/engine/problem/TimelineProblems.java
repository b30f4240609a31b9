package backbeat.engine.problem;

/** Problems of changing a timeline, with their words. */
public final class TimelineProblems {
    private TimelineProblems() {}

    public static Problem noSuchPlace(String where) {
        return new Problem(
                "timeline/no-such-place",
                "There is nothing of this kind on the timeline.",
                where,
                "",
                "Look at the timeline again: it may have changed since.");
    }

    public static Problem tooShort(String where) {
        return new Problem(
                "timeline/too-short", "Less than a frame would be left.", where, "", "Move the edge by fewer frames.");
    }

    public static Problem offGrid(String where) {
        return new Problem(
                "timeline/off-grid",
                "Pictures begin and end on whole frames.",
                where,
                "",
                "Give a place that is a whole number of frames.");
    }

    public static Problem beyondMedia(String where) {
        return new Problem(
                "timeline/beyond-media",
                "The clip has no more pictures there.",
                where,
                "",
                "Move the edge by fewer frames, or take another clip.");
    }

    public static Problem noRoom(String where) {
        return new Problem(
                "timeline/no-room",
                "Another clip stands in the way.",
                where,
                "",
                "Ripple or roll the cut, or lift the other clip first.");
    }

    public static Problem unreadable(String file) {
        return new Problem(
                "timeline/unreadable",
                "The kept timeline cannot be read.",
                file,
                "",
                "Make it again from the cut, or take a copy of it.");
    }
}
