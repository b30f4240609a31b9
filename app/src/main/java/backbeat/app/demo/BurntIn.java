package backbeat.app.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Locale;

/** What is written over the picture: bar and beat of the song, so that a person sees at once whether sync is right, camera and take, and the slate before. */
final class BurntIn {
    private static final double CLAP_AT = 1.5;
    private static final Color WHITE = new Color(0xf4f1ea);
    private static final Color SHADE = new Color(0, 0, 0, 130);
    private static final Color BOARD = new Color(0x14151a);
    private static final Color RED = new Color(0xff4b3e);

    private final Take take;
    private final Score score;

    BurntIn(Take take, Score score) {
        this.take = take;
        this.score = score;
    }

    void draw(BufferedImage image, double songTime, double clipTime, boolean running) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(image.getWidth() / Stage.WIDTH, image.getHeight() / Stage.HEIGHT);
        counter(g, songTime, running);
        camera(g);
        if (clipTime < CLAP_AT + 0.7) {
            slate(g, clipTime);
        }
        g.dispose();
    }

    private void counter(Graphics2D g, double songTime, boolean running) {
        double beats = score.beatAt(songTime);
        int beat = (int) Math.floor(beats);
        boolean counted = running && beat >= 0 && beat < score.bars() * Score.BEATS_IN_BAR;
        g.setColor(SHADE);
        g.fill(new RoundRectangle2D.Double(44, 590, 258, 92, 14, 14));
        String text = counted ? String.format(Locale.ROOT, "%02d.%d", beat / 4 + 1, beat % 4 + 1) : "--.-";
        Lettering.write(g, text, 66, 608, 54, 6.5, WHITE);
        double sinceBeat = beats - beat;
        for (int i = 0; i < 4; i++) {
            boolean lit = counted && beat % 4 == i;
            double radius = lit ? 11 - 4 * sinceBeat : 6;
            g.setColor(lit ? i == 0 ? RED : WHITE : new Color(255, 255, 255, 70));
            double y = 612 + i * 16;
            g.fill(new Ellipse2D.Double(272 - radius, y - radius, 2 * radius, 2 * radius));
        }
    }

    private void camera(Graphics2D g) {
        g.setColor(SHADE);
        g.fill(new RoundRectangle2D.Double(1010, 38, 226, 50, 10, 10));
        g.setColor(RED);
        g.fill(new Ellipse2D.Double(1026, 55, 16, 16));
        Lettering.write(g, "CAM " + take.camera() + "  T" + take.number(), 1056, 52, 22, 3, WHITE);
    }

    private void slate(Graphics2D g, double clipTime) {
        double gone = Math.max(0, (clipTime - CLAP_AT - 0.35) / 0.35);
        g.translate(0, 760 * gone * gone);
        g.setColor(BOARD);
        g.fill(new RoundRectangle2D.Double(390, 270, 500, 290, 12, 12));
        Lettering.write(g, score.title(), 420, 300, 34, 4, WHITE);
        Lettering.write(g, "CAM  " + take.camera(), 420, 372, 40, 5, WHITE);
        Lettering.write(g, "TAKE " + take.number(), 650, 372, 40, 5, WHITE);
        String rate = String.format(Locale.ROOT, "%.3f", take.rate().perSecond().toDouble());
        Lettering.write(g, rate.replaceFirst("\\.?0+$", "") + " FPS", 420, 452, 24, 3.2, WHITE);
        Lettering.write(g, "PLAYBACK " + 100 * take.speed() + "%", 420, 502, 24, 3.2, WHITE);
        double angle = clipTime < CLAP_AT ? -0.38 * Math.min(1, (CLAP_AT - clipTime) / 0.14) : 0;
        stick(g, 0);
        stick(g, angle);
    }

    private static void stick(Graphics2D g, double angle) {
        var before = g.getTransform();
        g.translate(398, angle == 0 ? 262 : 240);
        g.rotate(angle);
        g.setColor(WHITE);
        g.fill(new Rectangle2D.Double(-8, -24, 500, 30));
        g.setColor(BOARD);
        for (int i = 0; i < 6; i++) {
            g.fillPolygon(new int[] {i * 84 - 8, i * 84 + 30, i * 84 + 50, i * 84 + 12}, new int[] {-24, -24, 6, 6}, 4);
        }
        g.setTransform(before);
    }
}
