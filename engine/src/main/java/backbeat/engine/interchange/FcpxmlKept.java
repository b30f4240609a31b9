package backbeat.engine.interchange;

import backbeat.engine.timeline.Effect;
import backbeat.engine.timeline.Item;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What Final Cut or Resolve wrote into a clip and readers do not understand, written again where the document type has it: adjustments, words and their styles, notes, parts
 * of the sound, metadata. Filters are left out: they refer to effects by names of their own document.
 */
final class FcpxmlKept {
    private static final String CHILDREN = "fcpxml/children";

    private static final Pattern DECIBELS = Pattern.compile("(<adjust-volume amount=\"[-+\\d.]++)dB\"");

    private static final List<String> PICTURE = List.of(
            "adjust-crop",
            "adjust-corners",
            "adjust-conform",
            "adjust-transform",
            "adjust-blend",
            "adjust-stabilization",
            "adjust-rollingShutter",
            "adjust-360-transform",
            "adjust-reorient",
            "adjust-orientation");
    private static final int TRANSFORM = PICTURE.indexOf("adjust-transform");
    private static final List<String> SOUND = List.of("adjust-volume", "adjust-panner");

    private static final Pattern STYLE_NAME = Pattern.compile("(<text-style-def\\b[^>]*?\\sid=\")([^\"]*)");
    private static final Pattern ANY_STYLE_NAME =
            Pattern.compile("(<text-style(?:-def)?\\b[^>]*?\\s(?:id|ref)=\")([^\"]*)");

    private final Set<String> styleNames = new HashSet<>();
    private final Xml xml;
    private final FcpxmlCatalogue catalogue;
    private int copies;

    FcpxmlKept(Xml xml, FcpxmlCatalogue catalogue) {
        this.xml = xml;
        this.catalogue = catalogue;
    }

    void note(Item.Piece piece) {
        String reason = piece.metadata().get("reason");
        if (reason == null) {
            write(piece, List.of("note"));
        } else {
            xml.text("note", reason);
        }
    }

    /** Whether it had words of its own. */
    boolean words(Item.Piece piece) {
        String kept = piece.metadata().getOrDefault(CHILDREN, "");
        write(renamed(kept), List.of("text", "text-style-def"));
        return kept.contains("<text>") || kept.contains("<text ");
    }

    /** A clip that occurs twice may not name its styles twice. */
    private String renamed(String kept) {
        boolean taken = !STYLE_NAME
                .matcher(kept)
                .results()
                .map(found -> found.group(2))
                .filter(name -> !styleNames.add(name))
                .toList()
                .isEmpty();
        return taken ? ANY_STYLE_NAME.matcher(kept).replaceAll("$1$2-" + ++copies) : kept;
    }

    /** What our framing says is said by it, in its place among the rest. */
    void picture(Item.Piece piece) {
        boolean framed = piece.effects().stream().anyMatch(Effect.Framing.class::isInstance);
        if (!framed) {
            write(piece, PICTURE);
            return;
        }
        FcpxmlFraming framing = new FcpxmlFraming(xml, catalogue.aspect());
        framing.crop(piece);
        write(piece, PICTURE.subList(1, TRANSFORM));
        framing.transform(piece);
        write(piece, PICTURE.subList(TRANSFORM + 1, PICTURE.size()));
    }

    void sound(Item.Piece piece) {
        write(piece, SOUND);
    }

    /** What follows the markers. */
    void last(Item item) {
        if (item instanceof Item.ClipItem clip && clip.media() instanceof backbeat.engine.timeline.OfflineMedia) {
            write(clip, List.of("metadata"));
        } else if (item instanceof Item.Nested nested) {
            write(nested, List.of("metadata"));
        }
    }

    private void write(Item.Piece piece, List<String> names) {
        write(piece.metadata().getOrDefault(CHILDREN, ""), names);
    }

    private void write(String kept, List<String> names) {
        for (String name : names) {
            if (kept.contains("<" + name)) {
                xml.kept(catalogue.bareVolumes() ? DECIBELS.matcher(kept).replaceAll("$1\"") : kept, name::equals);
            }
        }
    }
}
