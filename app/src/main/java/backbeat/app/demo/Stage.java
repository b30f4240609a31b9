package backbeat.app.demo;

import backbeat.app.demo.Score.Part;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * The set: a sun of light behind the band, beams in haze, three views. Drawn in units of 1280 by 720, whatever the size of the picture.
 *
 * <p>The whole picture is a function of camera, time of the song and time of the clip, so that two cameras show the same instant alike.
 */
final class Stage {
    static final double WIDTH = 1280;
    static final double HEIGHT = 720;
    private static final double REST_ENERGY = 0.12;

    private final Performance play;
    private final Band band;
    private final BufferedImage image;
    private final int[] vignette;
    private final Silhouette silhouette;

    /** @param image every frame is drawn into */
    Stage(Performance play, BufferedImage image) {
        this.play = play;
        this.image = image;
        band = new Band(play);
        vignette = vignette(image.getWidth(), image.getHeight());
        silhouette = new Silhouette(image);
    }

    /**
     * Draws one frame.
     *
     * @param songTime time of the song; meaningless while no song runs
     * @param running whether the playback runs
     */
    void draw(Take.Camera camera, double songTime, double clipTime, boolean running) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(image.getWidth() / WIDTH, image.getHeight() / HEIGHT);
        double time = running ? songTime : clipTime - 1000;
        double energy = running ? energyAt(time) : REST_ENERGY;
        Palette light = running ? lightAt(time) : Palette.REST;
        handheld(g, camera, clipTime);
        Airbrush air = new Airbrush(image, g.getTransform());
        switch (camera) {
            case A -> wide(g, air, light, time, energy);
            case B -> close(g, air, light, time, energy);
            case C -> side(g, air, light, time, energy);
        }
        air.darken(vignette);
        g.dispose();
    }

    private double energyAt(double time) {
        return play.score().sectionOfBar(bar(time)).energy();
    }

    private int bar(double time) {
        return (int) Math.floor(play.score().beatAt(time) / Score.BEATS_IN_BAR) + 1;
    }

    /** The colours change within the first beat of a section, and every kick lifts them a little. */
    private Palette lightAt(double time) {
        int bar = bar(time);
        Score.Section section = play.score().sectionOfBar(bar);
        Palette now = Palette.of(section);
        if (section.firstBar() <= 1) {
            return now;
        }
        double into = play.score().beatAt(time) - (section.firstBar() - 1.0) * Score.BEATS_IN_BAR;
        return Palette.of(play.score().sectionOfBar(section.firstBar() - 1)).towards(now, into);
    }

    private static void handheld(Graphics2D g, Take.Camera camera, double t) {
        double strength = camera == Take.Camera.A ? 3 : 7;
        double dx = strength * (Math.sin(0.7 * t) + 0.5 * Math.sin(1.9 * t + 1));
        double dy = strength * 0.7 * (Math.sin(0.9 * t + 2) + 0.4 * Math.sin(2.3 * t));
        g.translate(WIDTH / 2 + dx, HEIGHT / 2 + dy);
        g.scale(1.04, 1.04);
        g.translate(-WIDTH / 2, -HEIGHT / 2);
    }

    private void wide(Graphics2D g, Airbrush air, Palette light, double time, double energy) {
        backdrop(g, air, light, time, energy, 640, 330, 215);
        beams(air, light, time, energy);
        floor(g, air, light, 560);
        Brush brush = new Brush(g, silhouette);
        g.setColor(Palette.mix(light.night(), light.haze(), 0.35));
        g.fill(new Rectangle2D.Double(690, 520, 290, 60));
        brush.lit(band.drummer(time, energy), light, 835, 525, 1.0);
        brush.lit(band.keyboarder(time, energy), light, 1090, 634, 1.02);
        brush.lit(band.guitarist(time, energy), light, 250, 640, 1.05);
        brush.lit(band.singer(time, energy), light, 560, 664, 1.18);
        haze(air, light, 600);
    }

    private void close(Graphics2D g, Airbrush air, Palette light, double time, double energy) {
        backdrop(g, air, light, time, energy, 860, 300, 300);
        bokeh(air, light, time, energy);
        Brush brush = new Brush(g, silhouette);
        brush.lit(band.drummer(time, energy), light, 1060, 640, 1.15);
        new Portrait(play).draw(brush, light, time, energy);
        haze(air, light, 640);
    }

    private void side(Graphics2D g, Airbrush air, Palette light, double time, double energy) {
        backdrop(g, air, light, time, energy, 360, 280, 190);
        beams(air, light, time, energy);
        floor(g, air, light, 600);
        Brush brush = new Brush(g, silhouette);
        brush.lit(band.singer(time, energy), light, 330, 560, 0.86);
        double kick = play.flash(Part.KICK, time, 11);
        brush.lit(band.drummer(time, energy), light, 800, 660, 2.15);
        g.setColor(Palette.veil(light.accent(), 0.12 + 0.7 * kick * energy));
        g.setStroke(new BasicStroke(5));
        g.draw(new Ellipse2D.Double(800 - 96, 578 - 96, 192, 192));
        double snare = play.flash(Part.SNARE, time, 12);
        g.setColor(Palette.veil(light.accent(), 0.85 * snare));
        g.fill(new Ellipse2D.Double(800 - 182, 446, 126, 14));
        brush.lit(band.guitarist(time, energy), light, 90, 905, 1.9);
        haze(air, light, 640);
    }

    private void backdrop(
            Graphics2D g, Airbrush air, Palette light, double time, double energy, double x, double y, double radius) {
        double kick = play.flash(Part.KICK, time, 7) * energy;
        air.wash(-60, -40, 620, light.night(), light.haze());
        double halo = radius * (1.9 + 0.35 * kick);
        for (int ring = 5; ring >= 1; ring--) {
            air.disc(x, y, radius + (halo - radius) * ring / 5, light.glow(), 0.05 + 0.035 * kick);
        }
        double size = radius * (1 + 0.05 * kick);
        g.setPaint(new GradientPaint(
                0,
                (float) (y - size),
                light.accent(),
                0,
                (float) (y + size),
                Palette.mix(light.glow(), light.haze(), 0.4)));
        circle(g, x, y, size);
        g.setColor(Palette.mix(light.haze(), light.night(), 0.25));
        double run = play.score().beatAt(time) * 0.25;
        for (int stripe = 0; stripe < 6; stripe++) {
            double place = (stripe + run - Math.floor(run)) / 6;
            g.fill(new Rectangle2D.Double(x - size * 1.1, y + size * place * 1.05, size * 2.2, 2 + 13 * place));
        }
    }

    private void beams(Airbrush air, Palette light, double time, double energy) {
        double snare = play.flash(Part.SNARE, time, 6) * energy;
        double turn = Math.sin(Math.PI * play.score().beatAt(time) / 8);
        for (int lamp = 0; lamp < 6; lamp++) {
            double x = 120 + lamp * 208;
            double aim = x + (lamp % 2 == 0 ? 1 : -1) * 260 * turn * (0.4 + energy);
            Color color = lamp % 2 == 0 ? light.warmRim() : light.coolRim();
            for (int layer = 1; layer <= 3; layer++) {
                air.beam(x, -40, aim, 640, 34.0 * layer, color, 0.022 + 0.024 * energy + 0.06 * snare);
            }
        }
    }

    private void bokeh(Airbrush air, Palette light, double time, double energy) {
        double beat = play.score().beatAt(time);
        for (int lamp = 0; lamp < 14; lamp++) {
            double x = 40 + (lamp * 397) % 1240;
            double y = 50 + (lamp * 211) % 420;
            double blink = Math.exp(-3 * (beat + lamp * 0.25 - Math.floor(beat + lamp * 0.25)));
            Color color = lamp % 3 == 0 ? light.accent() : light.warmRim();
            air.disc(x, y, 26 + lamp % 4 * 14, color, 0.05 + 0.22 * blink * energy);
        }
    }

    private static void floor(Graphics2D g, Airbrush air, Palette light, double y) {
        air.wash(y, y, 740, Palette.mix(light.haze(), light.glow(), 0.25), light.night());
        g.setColor(Palette.veil(light.accent(), 0.10));
        g.setStroke(new BasicStroke(1.5f));
        for (int line = -8; line <= 8; line++) {
            g.draw(new java.awt.geom.Line2D.Double(640 + line * 70, y, 640 + line * 210, 760));
        }
    }

    private static void haze(Airbrush air, Palette light, double y) {
        air.wash(y - 90, y - 90, 730, Palette.veil(light.glow(), 0), Palette.veil(light.glow(), 0.20));
    }

    private static void circle(Graphics2D g, double x, double y, double radius) {
        g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    /** How much light is left: all in the middle, less than half in the corners. */
    private static int[] vignette(int width, int height) {
        int[] light = new int[width * height];
        for (int i = 0; i < light.length; i++) {
            int x = i % width;
            int y = i / width;
            double away = Math.hypot(x + 0.5 - width / 2.0, y + 0.5 - height / 2.0);
            light[i] = 256 - (int) (150 * Math.clamp((away / (0.62 * width) - 0.55) / 0.45, 0, 1));
        }
        return light;
    }
}
