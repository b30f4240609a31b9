package backbeat.app.demo;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/**
 * Wide soft light: washes over the whole width, discs and beams of a thin veil, mixed row by row straight into the picture's dots. Java2D would trace each of
 * them as a shape, which took most of the time of a frame; everything with a hard edge is left to it.
 */
final class Airbrush {
    private static final int RED_AND_BLUE = 0xff00ff;
    private static final int GREEN = 0x00ff00;
    private static final int HALF_RED_AND_BLUE = 0x800080;
    private static final int HALF_GREEN = 0x008000;

    private final int[] dots;
    private final int width;
    private final int height;
    private final double scaleX;
    private final double scaleY;
    private final double left;
    private final double top;

    /** @param view from the units of the drawing to dots; scales and shifts only */
    Airbrush(BufferedImage image, AffineTransform view) {
        dots = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        width = image.getWidth();
        height = image.getHeight();
        scaleX = view.getScaleX();
        scaleY = view.getScaleY();
        left = view.getTranslateX();
        top = view.getTranslateY();
    }

    /** Fills everything below a height with a colour that changes from one height to another. Opacity is the colours' own. */
    void wash(double begin, double from, double to, Color above, Color below) {
        double edge = begin * scaleY + top;
        for (int row = Math.max(0, (int) Math.floor(edge)); row < height; row++) {
            double share = Math.clamp((unitsAt(row) - from) / (to - from), 0, 1);
            double covered = Math.min(1, row + 1 - edge);
            double opacity = covered * (above.getAlpha() + share * (below.getAlpha() - above.getAlpha())) / 255;
            span(row, 0, width, Palette.mix(above, below, share).getRGB(), opacity);
        }
    }

    void disc(double x, double y, double radius, Color color, double opacity) {
        for (int row = rowAt(y - radius); row <= rowAt(y + radius); row++) {
            double away = unitsAt(row) - y;
            double half = Math.sqrt(Math.max(0, radius * radius - away * away));
            units(row, x - half, x + half, color, opacity);
        }
    }

    /** A lamp's light from a point high up to a place on the floor. */
    void beam(double x, double y, double toX, double toY, double halfWidth, Color color, double opacity) {
        for (int row = rowAt(y); row < rowAt(toY); row++) {
            double down = (unitsAt(row) - y) / (toY - y);
            double middle = x + down * (toX - x);
            units(row, middle - down * halfWidth, middle + down * halfWidth, color, opacity);
        }
    }

    /** @param light how much of each dot of the picture is left, 0 to 256 */
    void darken(int[] light) {
        int[] all = dots;
        int count = Math.min(all.length, light.length);
        for (int i = 0; i < count; i++) {
            int dot = all[i];
            int share = light[i];
            all[i] =
                    ((((dot & RED_AND_BLUE) * share) >>> 8) & RED_AND_BLUE) | ((((dot & GREEN) * share) >>> 8) & GREEN);
        }
    }

    private double unitsAt(int row) {
        return (row + 0.5 - top) / scaleY;
    }

    private int rowAt(double y) {
        return Math.clamp((long) Math.floor(y * scaleY + top), 0, height - 1);
    }

    private void units(int row, double from, double to, Color color, double opacity) {
        double first = Math.clamp(from * scaleX + left, 0, width);
        double end = Math.clamp(to * scaleX + left, 0, width);
        if (end > first) {
            span(row, first, end, color.getRGB(), opacity);
        }
    }

    /** Dots that are covered in part get their part. */
    private void span(int row, double from, double to, int color, double opacity) {
        int first = (int) Math.ceil(from);
        int end = (int) Math.floor(to);
        int start = row * width;
        if (first > end) {
            mix(start + end, start + end + 1, color, opacity * (to - from));
            return;
        }
        mix(start + first, start + end, color, opacity);
        if (from < first) {
            mix(start + first - 1, start + first, color, opacity * (first - from));
        }
        if (end < to) {
            mix(start + end, start + end + 1, color, opacity * (to - end));
        }
    }

    private void mix(int from, int to, int color, double opacity) {
        int[] row = dots;
        int over = (int) Math.round(255 * opacity);
        if (over == 255) {
            Arrays.fill(row, from, to, color);
            return;
        }
        for (int i = from; i < to; i++) {
            row[i] = mixed(row[i], color, over);
        }
    }

    /**
     * Red and blue are mixed at once in one number, as neither overflows into the other.
     *
     * @param over how much of the colour, 0 to 255
     */
    static int mixed(int dot, int color, int over) {
        int share = over + (over >>> 7);
        int rest = 256 - share;
        int redBlue = (dot & RED_AND_BLUE) * rest + (color & RED_AND_BLUE) * share + HALF_RED_AND_BLUE;
        int green = (dot & GREEN) * rest + (color & GREEN) * share + HALF_GREEN;
        return (redBlue >>> 8 & RED_AND_BLUE) | (green >>> 8 & GREEN);
    }
}
