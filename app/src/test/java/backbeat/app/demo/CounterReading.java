package backbeat.app.demo;

import backbeat.engine.time.Rate;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Reads the bar and beat burnt into a picture: the beat whose drawing is most like what the picture shows in that corner. */
final class CounterReading {
    static final int WIDTH = 640;
    static final int HEIGHT = 360;
    private static final int LEFT = 24;
    private static final int RIGHT = 150;
    private static final int TOP = 297;
    private static final int BOTTOM = 340;
    private static final double AFTER_THE_SLATE = 100;

    private final List<double[]> drawings = new ArrayList<>();

    CounterReading(Score score) {
        Take take =
                new Take("", Take.Camera.A, 1, Rate.FPS_25, Take.Heard.THE_SONG, 0, 0, score.bars() + 1, 0, 1, 0, 0, 1);
        for (int beat = 0; beat < score.bars() * Score.BEATS_IN_BAR; beat++) {
            BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
            new BurntIn(take, score).draw(image, score.timeOfBeat(beat + 0.5), AFTER_THE_SLATE, true);
            drawings.add(corner((byte[]) image.getRaster().getDataElements(0, 0, WIDTH, HEIGHT, null)));
        }
    }

    /** @return the beat counted from 0 at bar 1 */
    int beat(byte[] grey) {
        double[] seen = corner(grey);
        int best = 0;
        for (int beat = 1; beat < drawings.size(); beat++) {
            best = likeness(seen, drawings.get(beat)) > likeness(seen, drawings.get(best)) ? beat : best;
        }
        return best;
    }

    /** The counter's dots, brought to mean 0 and length 1. */
    private static double[] corner(byte[] grey) {
        double[] dots = new double[(RIGHT - LEFT) * (BOTTOM - TOP)];
        double mean = 0;
        for (int i = 0; i < dots.length; i++) {
            int x = LEFT + i % (RIGHT - LEFT);
            int y = TOP + i / (RIGHT - LEFT);
            dots[i] = grey[y * WIDTH + x] & 0xff;
            mean += dots[i] / dots.length;
        }
        double length = 1e-9;
        for (int i = 0; i < dots.length; i++) {
            dots[i] -= mean;
            length = Math.hypot(length, dots[i]);
        }
        for (int i = 0; i < dots.length; i++) {
            dots[i] /= length;
        }
        return dots;
    }

    private static double likeness(double[] seen, double[] drawn) {
        double sum = 0;
        for (int i = 0; i < seen.length; i++) {
            sum += seen[i] * drawn[i];
        }
        return sum;
    }
}
