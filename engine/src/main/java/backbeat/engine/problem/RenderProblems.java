package backbeat.engine.problem;

/** Problems of rendering, with their words. */
public final class RenderProblems {
    private RenderProblems() {}

    public static Problem sourceMissing(String name, String where) {
        return new Problem(
                "render/source-missing",
                "The film shows nothing where the clip \"" + name + "\" belongs.",
                where,
                "No file is known for it here.",
                "Put the file where the timeline names it, or beside the timeline, and render again.");
    }

    public static Problem renderedWrong(String file, long framesWanted, long framesWritten) {
        return new Problem(
                "render/wrong-length",
                "The film came out with " + framesWritten + " frames instead of " + framesWanted + ".",
                file,
                "A source could not be decoded to the end, or changed while it was read.",
                "Check the clips that the report warns of, and render again.");
    }
}
