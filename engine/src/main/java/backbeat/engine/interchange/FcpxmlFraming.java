package backbeat.engine.interchange;

import backbeat.engine.timeline.Effect;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.MediaReference;
import java.util.Optional;

/** Where a picture stands and what is cut off it, for Final Cut: places in hundredths of the frame's height, crops in hundredths of the source's height at all four edges. */
final class FcpxmlFraming {
    private final Xml xml;
    private final double frameAspect;

    /** @param frameAspect width of the timeline's picture in heights */
    FcpxmlFraming(Xml xml, double frameAspect) {
        this.xml = xml;
        this.frameAspect = frameAspect;
    }

    void crop(Item.Piece piece) {
        framing(piece).ifPresent(framing -> crop(framing.crop(), aspect(piece)));
    }

    void transform(Item.Piece piece) {
        framing(piece).ifPresent(this::transform);
    }

    private static Optional<Effect.Framing> framing(Item.Piece piece) {
        return piece.effects().stream()
                .filter(Effect.Framing.class::isInstance)
                .map(Effect.Framing.class::cast)
                .findFirst();
    }

    private double aspect(Item.Piece piece) {
        MediaReference file = piece instanceof Item.ClipItem clip ? clip.file() : null;
        return file == null || file.width() == 0 || file.height() == 0
                ? frameAspect
                : (double) file.width() / file.height();
    }

    private void crop(Effect.Crop crop, double sourceAspect) {
        if (crop.equals(Effect.Crop.NONE)) {
            return;
        }
        xml.open("adjust-crop", "mode", "trim")
                .empty(
                        "trim-rect",
                        "left",
                        100 * crop.left().toDouble() * sourceAspect,
                        "top",
                        100 * crop.top().toDouble(),
                        "right",
                        100 * crop.right().toDouble() * sourceAspect,
                        "bottom",
                        100 * crop.bottom().toDouble())
                .close();
    }

    private void transform(Effect.Framing framing) {
        double high = 100 * framing.y().negated().toDouble();
        double right = 100 * framing.x().toDouble() * frameAspect;
        xml.empty(
                "adjust-transform",
                "position",
                right + " " + high,
                "scale",
                framing.scale().toDouble() + " " + framing.scale().toDouble(),
                "rotation",
                framing.rotation().negated().toDouble());
    }
}
