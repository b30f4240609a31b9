package backbeat.engine.interchange;

import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Effect;
import backbeat.engine.timeline.GeneratedMedia;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Multicam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a format has no place for of one item. */
final class LostOfItem {
    private static final Map<Format, String> FOREIGN = Map.of(
            Format.OTIO, "otio/",
            Format.OTIOZ, "otio/",
            Format.OTIOD, "otio/",
            Format.FCPXML, "fcpxml/",
            Format.PREMIERE_XML, "xmeml/",
            Format.EDL, "edl/",
            Format.ALE, "ale/");

    private LostOfItem() {}

    static List<String> of(Item item, Format format) {
        List<String> lost = new ArrayList<>();
        if (item instanceof Item.Piece piece) {
            ofPiece(piece, format, lost);
        } else if (item instanceof Item.Transition && format == Format.ALE) {
            lost.add("the transition");
        }
        return lost;
    }

    private static void ofPiece(Item.Piece piece, Format format, List<String> lost) {
        boolean otio = format == Format.OTIO || format == Format.OTIOZ || format == Format.OTIOD;
        for (Effect effect : piece.effects()) {
            boolean framed = format == Format.FCPXML && effect instanceof Effect.Framing;
            boolean graded = format == Format.EDL && effect instanceof Effect.Grade;
            if (!framed && !graded && !otio) {
                lost.add("effect " + spoken(effect));
            }
        }
        boolean changes = piece.metadata().containsKey(Told.CHANGING_SPEED);
        if (changes) {
            lost.add("how its speed changes");
        }
        boolean list = format == Format.EDL || format == Format.ALE;
        if (list && !piece.enabled()) {
            lost.add("that it is disabled");
        }
        if (list && piece instanceof Item.Nested) {
            lost.add("what is nested in it");
        }
        if (piece instanceof Item.ClipItem clip) {
            ofMedia(clip, format, list, otio, lost);
        }
        boolean others = piece.metadata().keySet().stream()
                .anyMatch(key -> key.contains("/") && !key.startsWith(FOREIGN.getOrDefault(format, "none")));
        boolean filters = format == Format.FCPXML
                && piece.metadata().getOrDefault("fcpxml/children", "").matches("(?s).*<(filter|audio|sync)-.*");
        if ((others || filters) && !otio) {
            lost.add("what only the program it came from understands");
        }
        if (format == Format.EDL && piece.speed().signum() < 0) {
            lost.add("where it ends in the source, which programs read differently for clips that run backwards");
        }
    }

    private static void ofMedia(Item.ClipItem clip, Format format, boolean list, boolean otio, List<String> lost) {
        boolean words = clip.media() instanceof GeneratedMedia made && made.kind() != GeneratedMedia.Kind.BLACK && list;
        if (words) {
            lost.add("what it generates");
        }
        if (clip.media() instanceof Multicam && format != Format.FCPXML && !otio) {
            lost.add("its angles");
        }
        Rational length = clip.media().duration();
        if (length == null && clip.media() instanceof Multicam) {
            lost.add("the content of its angles, which was not read");
        }
    }

    private static String spoken(Effect effect) {
        return switch (effect) {
            case Effect.Framing framing -> "framing and crop";
            case Effect.Grade grade -> "colour correction";
            case Effect.LookTable table -> "look";
            case Effect.Fade fade -> "fade";
            case Effect.Retime retime -> "motion between pictures";
            case Effect.Kept kept -> kept.name();
        };
    }
}
