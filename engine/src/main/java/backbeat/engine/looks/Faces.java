package backbeat.engine.looks;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds faces that look towards the camera, whatever their size: a window of 20 dots goes over the shrunk picture at every other dot, then over one that is smaller by a fifth, and so on. A
 * real face is found several times, a little shifted and at neighbouring sizes; what is found fewer than three times is chance.
 */
final class Faces {
    private static final double SHRINK = 1.25;
    private static final int STEP = 2;
    private static final int LEAST_SIGHTINGS = 3;
    /** Two sightings are of one face when their middles lie nearer than this part of a side, and the sides are not further apart. */
    private static final double SAME_PLACE = 0.35;

    private static final double SAME_SIZE = 1.5;

    private Faces() {}

    /** A face in shares of the picture: its middle and its height, from the brows to the chin. */
    record Face(double x, double y, double height) {}

    /** The largest first. */
    static List<Face> in(Picture picture) {
        List<Window> found = new ArrayList<>();
        Picture halved = picture;
        double ofHalved = 1;
        for (double scale = SHRINK; ; scale *= SHRINK) {
            while (scale >= 2 * ofHalved) {
                halved = halved.half();
                ofHalved *= 2;
            }
            Picture shrunk = halved.shrunk(scale / ofHalved);
            if (Math.min(shrunk.width(), shrunk.height()) < FaceCascade.SIDE) {
                break;
            }
            look(shrunk, scale, found);
        }
        return groups(found).stream()
                .filter(group -> group.size() >= LEAST_SIGHTINGS)
                .map(group -> face(group, picture))
                .sorted((a, b) -> Double.compare(b.height, a.height))
                .toList();
    }

    /** In dots of the whole picture. */
    private record Window(double x, double y, double side) {
        boolean isSameFace(Window other) {
            double nearer = SAME_PLACE * Math.min(side, other.side);
            return Math.abs(x - other.x) < nearer
                    && Math.abs(y - other.y) < nearer
                    && side < SAME_SIZE * other.side
                    && other.side < SAME_SIZE * side;
        }
    }

    private static void look(Picture picture, double scale, List<Window> found) {
        FaceCascade.OnPicture cascade = FaceCascade.frontal().on(new Sums(picture));
        for (int top = 0; top + FaceCascade.SIDE <= picture.height(); top += STEP) {
            for (int left = 0; left + FaceCascade.SIDE <= picture.width(); left += STEP) {
                if (cascade.isFace(left, top)) {
                    double middle = FaceCascade.SIDE / 2.0;
                    found.add(new Window((left + middle) * scale, (top + middle) * scale, FaceCascade.SIDE * scale));
                }
            }
        }
    }

    private static List<List<Window>> groups(List<Window> windows) {
        List<List<Window>> groups = new ArrayList<>();
        for (Window window : windows) {
            groups.stream()
                    .filter(group -> group.stream().anyMatch(window::isSameFace))
                    .findFirst()
                    .ifPresentOrElse(group -> group.add(window), () -> groups.add(new ArrayList<>(List.of(window))));
        }
        return groups;
    }

    private static Face face(List<Window> group, Picture picture) {
        double x = group.stream().mapToDouble(Window::x).average().orElseThrow();
        double y = group.stream().mapToDouble(Window::y).average().orElseThrow();
        double side = group.stream().mapToDouble(Window::side).average().orElseThrow();
        return new Face(x / picture.width(), y / picture.height(), side / picture.height());
    }
}
