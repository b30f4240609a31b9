package backbeat.app.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;

/** Draws bodies: dark ones with the light of the lamps behind them round their edges, and plain ones. */
final class Brush {
    /** Something that says its outline. */
    @FunctionalInterface
    interface Body {
        void draw(Outline outline);
    }

    final Graphics2D g;
    private final Silhouette silhouette;

    Brush(Graphics2D g, Silhouette silhouette) {
        this.g = g;
        this.silhouette = silhouette;
    }

    void lit(Body body, Palette light, double x, double y, double scale) {
        Outline outline = new Outline();
        body.draw(outline);
        AffineTransform place = g.getTransform();
        double rim = 3.2 * place.getScaleX();
        place.translate(x, y);
        place.scale(scale, scale);
        int dark = Palette.mix(light.night(), light.haze(), 0.12).getRGB();
        int warm = light.warmRim().getRGB();
        int cool = light.coolRim().getRGB();
        silhouette.draw(place.createTransformedShape(outline.path()), rim, dark, warm, cool);
    }

    void fill(Body body, Color color) {
        Outline outline = new Outline();
        body.draw(outline);
        g.setColor(color);
        g.fill(outline.path());
    }
}
