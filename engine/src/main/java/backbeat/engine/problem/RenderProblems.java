package backbeat.engine.problem;

/** Problems of rendering, with their words. */
public final class RenderProblems {
    private RenderProblems() {}

    public static Problem renderedWrong(String file, long framesWanted, long framesWritten) {
        return new Problem(
                "render/wrong-length",
                "The film came out with " + framesWritten + " frames instead of " + framesWanted + ".",
                file,
                "A source could not be decoded to the end, or changed while it was read.",
                "Check the clips that the report warns of, and render again.");
    }
}
