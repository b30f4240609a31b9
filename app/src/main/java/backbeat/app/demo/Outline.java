package backbeat.app.demo;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** Limbs, ovals and shapes gathered into one silhouette. All turn the same way round, so that where they overlap is inside as well. */
final class Outline {
    private final Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);

    Path2D path() {
        return path;
    }

    /** A limb between two joints, thicker at one. */
    void limb(double ax, double ay, double ar, double bx, double by, double br) {
        double length = Math.max(1e-6, Math.hypot(bx - ax, by - ay));
        double nx = -(by - ay) / length;
        double ny = (bx - ax) / length;
        shape(
                ax + nx * ar,
                ay + ny * ar,
                bx + nx * br,
                by + ny * br,
                bx - nx * br,
                by - ny * br,
                ax - nx * ar,
                ay - ny * ar);
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
        path.append(new Ellipse2D.Double(x - rx, y - ry, 2 * rx, 2 * ry), false);
    }

    /** Corner after corner, x then y. */
    void shape(double... corners) {
        int count = corners.length / 2;
        boolean turnsAsOvalsDo = doubledArea(corners) >= 0;
        for (int i = 0; i < count; i++) {
            int corner = 2 * (turnsAsOvalsDo ? i : count - 1 - i);
            if (i == 0) {
                path.moveTo(corners[corner], corners[corner + 1]);
            } else {
                path.lineTo(corners[corner], corners[corner + 1]);
            }
        }
        path.closePath();
    }

    private static double doubledArea(double[] corners) {
        double sum = 0;
        for (int i = 0; i < corners.length; i += 2) {
            int next = (i + 2) % corners.length;
            sum += corners[i] * corners[next + 1] - corners[next] * corners[i + 1];
        }
        return sum;
    }
}
