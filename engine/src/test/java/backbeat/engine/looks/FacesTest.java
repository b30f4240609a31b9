package backbeat.engine.looks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Kernel;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FacesTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 160, 300})
    void aFaceIsFoundWhereItIsAndAsLargeAsItIs(int side) {
        List<Faces.Face> faces = Faces.in(drawn(side, 400, 180));

        assertThat(faces).hasSize(1);
        assertThat(faces.getFirst().x()).isCloseTo(400.0 / WIDTH, within(0.03));
        assertThat(faces.getFirst().y()).isCloseTo(180.0 / HEIGHT, within(0.06));
        assertThat(faces.getFirst().height()).isCloseTo((double) side / HEIGHT, within(0.25 * side / HEIGHT));
    }

    @Test
    void neitherNoiseNorAWallIsAFace() {
        byte[] noise = new byte[WIDTH * HEIGHT];
        new Random(7).nextBytes(noise);
        byte[] wall = new byte[WIDTH * HEIGHT];
        Arrays.fill(wall, (byte) 120);

        assertThat(Faces.in(Picture.of(noise, WIDTH, HEIGHT))).isEmpty();
        assertThat(Faces.in(Picture.of(wall, WIDTH, HEIGHT))).isEmpty();
        assertThat(Faces.in(new Picture(8, 5))).isEmpty();
    }

    @Test
    void theShotSizeIsThatOfTheFaceInTheMiddle() {
        assertThat(sizeOf(0.7, 0.5, 0.45)).isEqualTo(ShotSize.CLOSE_UP);
        assertThat(sizeOf(0.2)).isEqualTo(ShotSize.MEDIUM);
        assertThat(sizeOf(0.08)).isEqualTo(ShotSize.WIDE);
        assertThat(sizeOf(0.3, 0, 0)).isEqualTo(ShotSize.MEDIUM_CLOSE_UP);
    }

    @Test
    void oneFaceInManyPicturesTellsNoShotSize() {
        assertThat(sizeOf(0.3, 0, 0, 0, 0)).isEqualTo(ShotSize.UNKNOWN);
        assertThat(sizeOf()).isEqualTo(ShotSize.UNKNOWN);
    }

    private static ShotSize sizeOf(double... heights) {
        return ShotSize.of(IntStream.range(0, heights.length)
                .mapToObj(i -> new Sighting(2 * i, heights[i] > 0 ? 1 : 0, heights[i]))
                .toList());
    }

    /** A face as a child draws it, with the light of a face: dark eyes below brows, a bright nose and cheeks, a dark mouth. */
    private static Picture drawn(int side, int x, int y) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(new Color(70, 70, 70));
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.translate(x, y);
        g.scale(side / 20.0, side / 20.0);
        oval(g, 0, 0.5, 8.6, 11.5, 185);
        oval(g, 0, -9.5, 8.2, 4, 40);
        for (int eye : new int[] {-1, 1}) {
            oval(g, 4 * eye, -2.6, 2.7, 1.5, 120);
            oval(g, 4 * eye, -2.4, 1.9, 0.9, 45);
            g.setColor(new Color(60, 60, 60));
            g.setStroke(new BasicStroke(0.9f));
            g.drawArc(4 * eye - 3, -5, 6, 3, 20, 140);
            oval(g, 4.6 * eye, 2.2, 2.2, 1.8, 205);
        }
        oval(g, 0, 0, 1.1, 3, 215);
        oval(g, 0, 3, 1.8, 0.6, 110);
        oval(g, 0, 6, 3.4, 0.9, 80);
        g.dispose();
        return Picture.of(((DataBufferByte) soft(image, side).getRaster().getDataBuffer()).getData(), WIDTH, HEIGHT);
    }

    private static void oval(Graphics2D g, double x, double y, double halfWidth, double halfHeight, int grey) {
        g.setColor(new Color(grey, grey, grey));
        g.fill(new Ellipse2D.Double(x - halfWidth, y - halfHeight, 2 * halfWidth, 2 * halfHeight));
    }

    private static BufferedImage soft(BufferedImage sharp, int side) {
        int length = Math.max(3, side / 12 | 1);
        float[] row = new float[length];
        Arrays.fill(row, 1f / length);
        BufferedImage across =
                new ConvolveOp(new Kernel(length, 1, row), ConvolveOp.EDGE_NO_OP, null).filter(sharp, null);
        return new ConvolveOp(new Kernel(1, length, row), ConvolveOp.EDGE_NO_OP, null).filter(across, null);
    }
}
