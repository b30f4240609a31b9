package backbeat.engine.problem;

import java.util.Locale;

/** Problems of sound beside its picture, with their words. */
public final class LipsyncProblems {
    private LipsyncProblems() {}

    /**
     * @param frames by which the sound comes after the picture; below zero when it comes before
     * @param flashes how many were seen and heard
     */
    public static Problem soundAgainstPicture(String camera, long frames, double seconds, int flashes) {
        boolean late = frames > 0;
        return new Problem(
                "lipsync/sound-against-picture",
                String.format(
                        Locale.ROOT,
                        "Camera %s: the sound comes %d frames (%.2f s) %s the picture, seen at %d flashes.",
                        camera,
                        Math.abs(frames),
                        Math.abs(seconds),
                        late ? "after" : "before",
                        flashes),
                "camera " + camera,
                "Cameras, radio links and recorders delay one of the two. Clips are placed by their sound, so this camera's pictures are "
                        + (late ? "early" : "late") + " by as much.",
                "Where lips matter, move its pictures " + (late ? "later" : "earlier")
                        + " by these frames in your editing program; on the next shoot, set the delay in the camera.");
    }
}
