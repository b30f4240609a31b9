package backbeat.engine.looks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at a clip's pictures in their order and tells of each. Focus is asked a few times a second only, faces every three seconds: they cost most and change slowly. */
final class Eye {
    private static final double SHARPNESS_EVERY_SECONDS = 0.19;
    /** Difference of what is left after any shift, and likeness of the shapes, whatever the light. */
    private static final double OTHER_PICTURE = 0.4;

    private static final double UNLIKE = 0.5;

    private static final double FACES_EVERY_SECONDS = 2.99;
    private static final int DECIMALS = 10_000;

    private final boolean motion;
    private double sharpnessAsked = Double.NEGATIVE_INFINITY;
    private double facesAsked = Double.NEGATIVE_INFINITY;
    private @Nullable Pyramid before;

    /** @param motion whether pictures follow each other closely enough to look for motion */
    Eye(boolean motion) {
        this.motion = motion;
    }

    Frame look(Picture picture, double seconds) {
        Pyramid pyramid = Pyramid.of(picture);
        Pyramid last = before;
        CameraMotion moved = last == null || !motion ? CameraMotion.NONE : CameraMotion.between(last, pyramid);
        boolean cut = last != null && moved.within() > OTHER_PICTURE && last.likeness(pyramid) < UNLIKE;
        before = pyramid;
        return new Frame(
                seconds,
                sharpness(picture, seconds),
                Exposure.of(pyramid.level(0)),
                moved,
                cut,
                faces(picture, seconds));
    }

    private float sharpness(Picture picture, double seconds) {
        if (seconds - sharpnessAsked < SHARPNESS_EVERY_SECONDS) {
            return Frame.NOT_ASKED;
        }
        sharpnessAsked = seconds;
        return Sharpness.of(picture);
    }

    private @Nullable Sighting faces(Picture picture, double seconds) {
        if (seconds - facesAsked < FACES_EVERY_SECONDS) {
            return null;
        }
        facesAsked = seconds;
        List<Faces.Face> faces = Faces.in(picture);
        double largest = faces.isEmpty() ? 0 : faces.getFirst().height();
        return new Sighting(seconds, faces.size(), (double) Math.round(largest * DECIMALS) / DECIMALS);
    }
}
