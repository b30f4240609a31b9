package backbeat.app.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;

/** The singer from close: hair and shoulders as a silhouette, a lit face with closed eyes, a mouth that opens on each sung note. */
final class Portrait {
    private final Performance play;

    Portrait(Performance play) {
        this.play = play;
    }

    void draw(Brush brush, Palette light, double time, double energy) {
        double beat = play.score().beatAt(time);
        double sway = 34 * Math.sin(Math.PI * beat / 2) * energy;
        double nod = 12 * Math.abs(Math.sin(Math.PI * beat)) * energy;
        brush.lit(body -> shoulders(body, sway), light, 520 + sway * 0.4, 730, 1);
        brush.lit(body -> hair(body, sway), light, 520 + sway, 330 + nod, 1);
        var before = brush.g.getTransform();
        brush.g.translate(520 + sway, 330 + nod);
        brush.g.rotate(sway * 0.0022);
        face(brush, light, play.singing(time));
        brush.g.setTransform(before);
        brush.lit(Portrait::microphone, light, 600 + sway * 0.8, 500 + nod * 0.7, 1);
    }

    private static void shoulders(Outline body, double sway) {
        body.limb(-190, 40, 80, 190, 40, 80);
        body.shape(-200, -20, 200, -20, 270, 100, -270, 100);
        body.limb(0, -60, 62, sway * 0.6, -240, 50);
    }

    private static void hair(Outline body, double sway) {
        body.oval(0, -30, 150, 170);
        body.shape(-146, -40, -60, -150, -40, 160, -120 - sway, 330, -205 - sway * 1.4, 290);
        body.shape(146, -40, 80, -140, 70, 150, 118 - sway * 0.6, 300, 176 - sway, 250);
    }

    private static void face(Brush brush, Palette light, double open) {
        Graphics2D g = brush.g;
        Color dark = Palette.mix(light.night(), light.haze(), 0.3);
        brush.fill(skin -> skin.oval(12, 14, 98, 128), Palette.mix(light.haze(), light.warmRim(), 0.45));
        brush.fill(skin -> skin.oval(-14, 6, 72, 112), Palette.mix(light.haze(), light.warmRim(), 0.72));
        brush.fill(fringe -> fringe.shape(-104, -30, -90, -130, 30, -160, 118, -60, 112, -10, 60, -84, -20, -96), dark);
        g.setStroke(new BasicStroke(6, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(new Arc2D.Double(-66, -24, 52, 26, 190, 160, Arc2D.OPEN));
        g.draw(new Arc2D.Double(26, -24, 52, 26, 190, 160, Arc2D.OPEN));
        g.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(new Arc2D.Double(-2, 20, 26, 24, 200, 130, Arc2D.OPEN));
        brush.fill(mouth -> mouth.oval(4, 80, 30 - 6 * open, 5 + 24 * open), dark);
        brush.fill(
                tongue -> tongue.oval(4, 82 + 12 * open, 16, 1 + 8 * open),
                Palette.mix(light.warmRim(), light.night(), 0.45));
    }

    private static void microphone(Outline body) {
        body.limb(0, -30, 34, 4, -14, 30);
        body.limb(4, 0, 20, 60, 190, 15);
        body.limb(70, 130, 44, 150, 330, 60);
        body.limb(20, 70, 20, 66, 82, 22);
        body.limb(26, 104, 20, 74, 116, 22);
        body.limb(34, 138, 19, 82, 148, 22);
    }
}
