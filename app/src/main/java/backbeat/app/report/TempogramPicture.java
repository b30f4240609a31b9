package backbeat.app.report;

import backbeat.engine.song.SongExplanation.Plane;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** The tempogram as a mask through which the theme's own colour shows: one picture serves light and dark. */
final class TempogramPicture {
    private TempogramPicture() {}

    static Html of(Plane plane) {
        if (plane.columns().isEmpty()) {
            return Html.NONE;
        }
        return Html.of(
                "<div class=\"tg\" role=\"img\" aria-label=\"Tempi at which the onsets repeat\" style=\"--tg:url(data:image/png;base64,{})\"></div>",
                Base64.getEncoder().encodeToString(png(plane)));
    }

    private static byte[] png(Plane plane) {
        int width = plane.columns().size();
        int height = plane.columns().getFirst().size();
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                double value = plane.columns().get(x).get(height - 1 - y);
                // A square root shows the weaker tempi too.
                int alpha = (int) Math.round(255 * Math.sqrt(Math.clamp(value, 0, 1)));
                picture.setRGB(x, y, alpha << 24);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false);
            ImageIO.write(picture, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
