package backbeat.engine.looks;

import java.util.ArrayList;
import java.util.List;

/** A picture and its smaller copies, each half of the one before. */
final class Pyramid {
    /** Long side of the largest copy in which motion is looked for. */
    private static final int LARGEST = 170;

    private static final int SMALLEST = 40;
    /** Grey levels: below it a picture is a plain area with noise. */
    private static final double LEAST_CONTRAST = 6;

    private final List<Picture> levels;
    private final double contrast;

    private Pyramid(List<Picture> levels) {
        this.levels = levels;
        this.contrast = spread(levels.getLast());
    }

    static Pyramid of(Picture picture) {
        Picture copy = picture;
        while (copy.longSide() > LARGEST) {
            copy = copy.half();
        }
        List<Picture> levels = new ArrayList<>(List.of(copy));
        while (copy.longSide() / 2 >= SMALLEST) {
            copy = copy.half();
            levels.add(copy);
        }
        return new Pyramid(List.copyOf(levels));
    }

    int levels() {
        return levels.size();
    }

    Picture level(int level) {
        return levels.get(level);
    }

    /** Standard deviation of the smallest copy. */
    double contrast() {
        return contrast;
    }

    /** Correlation of the smallest copies, which light and its changes leave as it is; 1 where there is no contrast to compare. */
    double likeness(Pyramid other) {
        Picture one = levels.getLast();
        Picture two = other.levels.getLast();
        double meanOne = one.mean();
        double meanTwo = two.mean();
        double product = 0;
        for (int y = 0; y < one.height(); y++) {
            for (int x = 0; x < one.width(); x++) {
                product += (one.at(x, y) - meanOne) * (two.at(x, y) - meanTwo);
            }
        }
        double both = contrast * other.contrast * one.width() * one.height();
        return Math.min(contrast, other.contrast) < LEAST_CONTRAST ? 1 : product / both;
    }

    private static double spread(Picture picture) {
        double mean = picture.mean();
        double squares = 0;
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                squares += (picture.at(x, y) - mean) * (picture.at(x, y) - mean);
            }
        }
        return Math.sqrt(squares / ((double) picture.width() * picture.height()));
    }
}
