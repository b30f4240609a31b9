package backbeat.engine.render;

import backbeat.engine.derive.Derivation;
import backbeat.engine.derive.Key;
import backbeat.engine.derive.Work;
import backbeat.engine.timeline.GeneratedMedia;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * A title as a picture with transparent ground: white letters with a dark edge, in the middle or, of a caption, at the foot. Drawn here and not by FFmpeg, so that no
 * text can be read as filter language, and letters of all scripts stand as they should.
 */
final class TitlePicture implements Derivation<Path> {
    private static final int VERSION = 1;
    private static final double LETTER_HEIGHT = 1 / 14.0;
    private static final double WIDEST = 0.9;
    private static final double FOOT = 0.92;

    private final GeneratedMedia made;
    private final int width;
    private final int height;

    TitlePicture(GeneratedMedia made, int width, int height) {
        this.made = made;
        this.width = width;
        this.height = height;
    }

    /** Whether it is something that is drawn. */
    static boolean isDrawn(GeneratedMedia made) {
        return switch (made.kind()) {
            case TITLE, CAPTION -> !made.text().isBlank();
            case BLACK, COLOUR -> true;
            case ADJUSTMENT, OTHER -> false;
        };
    }

    @Override
    public Key key() {
        return Key.of("title", VERSION)
                .with("kind", made.kind())
                .with("text", made.text())
                .with("colour", made.parameters().getOrDefault("colour", ""))
                .with("size", width + "x" + height)
                .with("java", Runtime.version());
    }

    @Override
    public void derive(Path target, Work work) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = picture.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            draw(pen);
        } finally {
            pen.dispose();
        }
        if (!ImageIO.write(picture, "png", target.toFile())) {
            throw new IOException("no PNG can be written here");
        }
    }

    private void draw(Graphics2D pen) {
        switch (made.kind()) {
            case TITLE, CAPTION -> letters(pen);
            default -> {
                pen.setColor(colour());
                pen.fillRect(0, 0, width, height);
            }
        }
    }

    private Color colour() {
        String told = made.parameters().getOrDefault("colour", "");
        return told.matches("#[0-9A-Fa-f]{6}") ? Color.decode(told) : Color.BLACK;
    }

    private void letters(Graphics2D pen) {
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, Math.max(8, (int) (height * LETTER_HEIGHT)));
        List<String> lines = made.text().lines().toList();
        FontMetrics metrics = pen.getFontMetrics(font);
        double lineHeight = metrics.getHeight();
        double whole = lineHeight * lines.size();
        double top = made.kind() == GeneratedMedia.Kind.CAPTION ? height * FOOT - whole : (height - whole) / 2;
        for (int i = 0; i < lines.size(); i++) {
            line(pen, font, lines.get(i), top + i * lineHeight + metrics.getAscent());
        }
    }

    private void line(Graphics2D pen, Font font, String text, double baseline) {
        if (text.isBlank()) {
            return;
        }
        Shape outline = font.createGlyphVector(pen.getFontRenderContext(), text).getOutline();
        double length = outline.getBounds2D().getWidth();
        double squeeze = Math.min(1, WIDEST * width / Math.max(1, length));
        AffineTransform place = AffineTransform.getTranslateInstance((width - length * squeeze) / 2, baseline);
        place.scale(squeeze, squeeze);
        place.translate(-outline.getBounds2D().getX(), 0);
        Shape placed = place.createTransformedShape(outline);
        pen.setColor(new Color(0, 0, 0, 170));
        pen.setStroke(new BasicStroke((float) (height / 180.0), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(placed);
        pen.setColor(Color.WHITE);
        pen.fill(placed);
    }

    @Override
    public Path read(Path kept) {
        return kept;
    }
}
