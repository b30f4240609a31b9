package backbeat.app.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/**
 * Lays dark bodies with two coloured rims into a picture. A body is traced once, as a mask of how much of each dot it covers; the rims are the same mask some dots
 * aside. Tracing is what costs.
 */
final class Silhouette {
    /** Dots around the picture, so that a rim can come from outside. */
    private static final int MARGIN = 8;

    private final int[] dots;
    private final int width;
    private final int height;
    private final byte[] mask;
    private final int maskWidth;
    private final Graphics2D tracer;

    Silhouette(BufferedImage image) {
        dots = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        width = image.getWidth();
        height = image.getHeight();
        maskWidth = width + 2 * MARGIN;
        var traced = new BufferedImage(maskWidth, height + 2 * MARGIN, BufferedImage.TYPE_BYTE_GRAY);
        mask = ((DataBufferByte) traced.getRaster().getDataBuffer()).getData();
        tracer = traced.createGraphics();
        tracer.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        tracer.setColor(Color.WHITE);
        tracer.translate(MARGIN, MARGIN);
    }

    /**
     * @param shape in dots of the picture
     * @param rim how far the light comes round the body, in dots
     * @param body its colour; colours are numbers as in the picture
     */
    void draw(Shape shape, double rim, int body, int warmRim, int coolRim) {
        tracer.fill(shape);
        Rectangle bounds = shape.getBounds();
        bounds.grow(MARGIN, MARGIN);
        Rectangle seen = bounds.intersection(new Rectangle(width, height));
        int warm = at((int) Math.round(rim), (int) Math.round(0.6 * rim));
        int cool = at((int) Math.round(-0.8 * rim), (int) Math.round(0.5 * rim));
        for (int y = seen.y; y < seen.y + seen.height; y++) {
            int place = at(seen.x + MARGIN, y + MARGIN);
            for (int dot = y * width + seen.x; dot < y * width + seen.x + seen.width; dot++, place++) {
                int covered = mask[place] & 0xff;
                int warmth = mask[place + warm] & 0xff;
                int coolness = mask[place + cool] & 0xff;
                if (covered == 255) {
                    dots[dot] = body;
                } else if ((covered | warmth | coolness) != 0) {
                    int behind = Airbrush.mixed(dots[dot], warmRim, warmth);
                    int lit = Airbrush.mixed(behind, coolRim, coolness);
                    dots[dot] = Airbrush.mixed(lit, body, covered);
                }
            }
        }
        wipe(bounds.intersection(new Rectangle(-MARGIN, -MARGIN, maskWidth, height + 2 * MARGIN)));
    }

    private int at(int x, int y) {
        return y * maskWidth + x;
    }

    private void wipe(Rectangle traced) {
        for (int y = traced.y; y < traced.y + traced.height; y++) {
            int begin = at(traced.x + MARGIN, y + MARGIN);
            Arrays.fill(mask, begin, begin + traced.width, (byte) 0);
        }
    }
}
