package backbeat.app.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** Draws bodies as silhouettes: each is drawn twice, shifted in the colour of a lamp behind it, then dark. */
final class Brush {
    /** Something that draws itself with whatever colour is set. */
    @FunctionalInterface
    interface Body {
        void draw(Brush brush);
    }

    final Graphics2D g;

    Brush(Graphics2D g) {
        this.g = g;
    }

    void lit(Body body, Palette light, double x, double y, double scale) {
        AffineTransform before = g.getTransform();
        double rim = 3.2;
        pass(body, light.warmRim(), x - rim, y - rim * 0.6, scale, before);
        pass(body, light.coolRim(), x + rim * 0.8, y - rim * 0.5, scale, before);
        pass(body, Palette.mix(light.night(), light.haze(), 0.12), x, y, scale, before);
        g.setTransform(before);
    }

    private void pass(Body body, Color color, double x, double y, double scale, AffineTransform before) {
        g.setTransform(before);
        g.translate(x, y);
        g.scale(scale, scale);
        g.setColor(color);
        body.draw(this);
    }

    /** A limb between two joints, thicker at one. */
    void limb(double ax, double ay, double ar, double bx, double by, double br) {
        double length = Math.max(1e-6, Math.hypot(bx - ax, by - ay));
        double nx = -(by - ay) / length;
        double ny = (bx - ax) / length;
        Path2D side = new Path2D.Double();
        side.moveTo(ax + nx * ar, ay + ny * ar);
        side.lineTo(bx + nx * br, by + ny * br);
        side.lineTo(bx - nx * br, by - ny * br);
        side.lineTo(ax - nx * ar, ay - ny * ar);
        side.closePath();
        g.fill(side);
        disc(ax, ay, ar);
        disc(bx, by, br);
    }

    /** Upper and lower arm (or leg) to a target; the joint between bends to the side that {@code bend} says, 1 or -1. */
    void reach(double ax, double ay, double tx, double ty, double upper, double lower, double bend, double thick) {
        double distance = Math.clamp(Math.hypot(tx - ax, ty - ay), 1, (upper + lower) * 0.999);
        double along = (upper * upper - lower * lower + distance * distance) / (2 * distance);
        double aside = bend * Math.sqrt(Math.max(0, upper * upper - along * along));
        double ux = (tx - ax) / Math.hypot(tx - ax, ty - ay);
        double uy = (ty - ay) / Math.hypot(tx - ax, ty - ay);
        double jx = ax + ux * along - uy * aside;
        double jy = ay + uy * along + ux * aside;
        limb(ax, ay, thick, jx, jy, thick * 0.8);
        limb(jx, jy, thick * 0.8, ax + ux * distance, ay + uy * distance, thick * 0.55);
    }

    void disc(double x, double y, double radius) {
        oval(x, y, radius, radius);
    }

    void oval(double x, double y, double rx, double ry) {
        g.fill(new Ellipse2D.Double(x - rx, y - ry, 2 * rx, 2 * ry));
    }

    /** Corner after corner, x then y. */
    void shape(double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        g.fill(path);
    }
}
