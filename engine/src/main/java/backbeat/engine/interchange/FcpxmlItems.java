package backbeat.engine.interchange;

import static backbeat.engine.interchange.FcpxmlWriter.time;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.timeline.GeneratedMedia;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Marker;
import backbeat.engine.timeline.Multicam;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One item of a storyline: what it is called here, where it lies, how it is retimed. What is anchored to it is written between opening and closing it. */
final class FcpxmlItems {
    private static final Map<String, String> NAMED_RATES = Map.of(
            "24000/1001", "23.98",
            "24", "24",
            "25", "25",
            "30000/1001", "29.97",
            "30", "30",
            "48000/1001", "47.95",
            "48", "48",
            "50", "50",
            "60000/1001", "59.94",
            "60", "60");

    /**
     * @param offset in the time of what carries it
     * @param lane null inside a storyline
     * @param silent whether its own sound is left out, for the song is heard
     */
    record Place(Rational offset, @Nullable Integer lane, boolean picture, boolean silent) {}

    private final Xml xml;
    private final FcpxmlCatalogue catalogue;
    private final FcpxmlStoryline storyline;
    private final FcpxmlKept kept;
    private int styles;

    FcpxmlItems(Xml xml, FcpxmlCatalogue catalogue, FcpxmlStoryline storyline) {
        this.xml = xml;
        this.catalogue = catalogue;
        this.storyline = storyline;
        this.kept = new FcpxmlKept(xml, catalogue);
    }

    /** Gives the item's local time at its first frame. */
    Rational open(Item item, Place place) {
        return switch (item) {
            case Item.Nested nested -> nested(nested, place);
            case Item.ClipItem clip -> clip(clip, place);
            case Item other -> gap(other, place.offset());
        };
    }

    void close(Item item) {
        kept.last(item);
        xml.close();
    }

    private Rational gap(Item gap, Rational offset) {
        String name = gap.name().isEmpty() ? "Gap" : gap.name();
        xml.open("gap", "name", name, "offset", time(offset), "start", "0s", "duration", time(gap.duration()));
        return Rational.ZERO;
    }

    void transition(Item.Transition transition, Rational cut, boolean sound) {
        String name = transition.name().isEmpty() || transition.name().matches("[DWK]\\d*")
                ? (transition.kind() == Item.Transition.Kind.WIPE ? "Wipe" : "Cross Dissolve")
                : transition.name();
        xml.open(
                "transition",
                "name",
                name,
                "offset",
                time(cut.minus(transition.before())),
                "duration",
                time(transition.length()));
        String effect = catalogue.transition(sound);
        if (effect != null) {
            xml.empty(sound ? "filter-audio" : "filter-video", "ref", effect, "name", name);
        }
        xml.close();
    }

    private Rational clip(Item.ClipItem clip, Place place) {
        MediaFile file = catalogue.file(clip.media());
        if (file != null) {
            return fileClip(clip, file, place);
        }
        if (clip.media() instanceof Multicam multicam) {
            return multicam(clip, multicam, place);
        }
        GeneratedMedia made = (GeneratedMedia) clip.media();
        return switch (made.kind()) {
            case BLACK -> place.lane() == null ? gap(clip, place.offset()) : generator(clip, made, place);
            case TITLE -> title(clip, made, place);
            case CAPTION -> place.lane() == null ? title(clip, made, place) : caption(clip, made, place);
            case COLOUR, ADJUSTMENT, OTHER -> generator(clip, made, place);
        };
    }

    private Rational fileClip(Item.ClipItem clip, MediaFile file, Place place) {
        FcpxmlRetime retime = FcpxmlRetime.of(clip, file);
        xml.open(
                "asset-clip",
                "ref",
                catalogue.asset(file),
                "lane",
                place.lane(),
                "offset",
                time(place.offset()),
                "name",
                clip.file() == null ? catalogue.linkName(clip.name(), file) : file.name(),
                "start",
                time(retime.start()),
                "duration",
                time(clip.duration()),
                "enabled",
                disabled(clip),
                "srcEnable",
                srcEnable(clip, file, place),
                "format",
                file.shape().picture() ? catalogue.format(file) : null,
                "tcFormat",
                file.dropFrame() ? "DF" : file.shape().picture() ? "NDF" : null,
                "audioRole",
                clip.file() != null && !place.picture() ? "music" : null);
        kept.note(clip);
        conformRate(file.rate());
        retime.write(xml);
        kept.picture(clip);
        kept.sound(clip);
        return retime.start();
    }

    private static @Nullable String srcEnable(Item.ClipItem clip, MediaFile file, Place place) {
        if (place.picture()) {
            return place.silent() && clip.file() != null ? "video" : null;
        }
        return file.shape().picture() ? "audio" : null;
    }

    private static @Nullable String disabled(Item.Piece piece) {
        return piece.enabled() ? null : "0";
    }

    /** Without scaling a second of the file is a second of the sequence, whatever the rates. */
    private void conformRate(@Nullable Rate rate) {
        if (rate == null || catalogue.isOfTimeline(rate)) {
            return;
        }
        xml.empty("conform-rate", "scaleEnabled", 0, "srcFrameRate", NAMED_RATES.get(rate.toString()));
    }

    private Rational multicam(Item.ClipItem clip, Multicam multicam, Place place) {
        String onlySound = place.picture() ? null : "audio";
        open("mc-clip", catalogue.media(multicam), clip, place, clip.sourceStart(), onlySound);
        kept.note(clip);
        kept.sound(clip);
        Told.uses(clip, multicam).forEach(use -> {
            List<Multicam.Angle> angles = multicam.angles();
            for (int i = 0; i < angles.size(); i++) {
                if (angles.get(i).name().equals(use.name())) {
                    xml.empty("mc-source", "angleID", FcpxmlCatalogue.angleId(i), "srcEnable", use.use());
                    return;
                }
            }
        });
        return clip.sourceStart();
    }

    private Rational nested(Item.Nested nested, Place place) {
        String onlySound = place.picture() ? null : "audio";
        Rational start = nested.content().start().seconds().plus(nested.sourceStart());
        if (ForeignClip.Kind.SYNC.name().equals(nested.metadata().get(Told.KIND))) {
            open("sync-clip", null, nested, place, start, null);
            kept.note(nested);
            storyline.spine(nested.content(), nested.content().start().seconds());
        } else {
            open("ref-clip", catalogue.media(nested.content()), nested, place, start, onlySound);
            kept.note(nested);
        }
        return start;
    }

    private void open(
            String element,
            @Nullable String ref,
            Item.Piece piece,
            Place place,
            Rational start,
            @Nullable String srcEnable) {
        xml.open(
                element,
                "ref",
                ref,
                "lane",
                place.lane(),
                "offset",
                time(place.offset()),
                "name",
                piece.name(),
                "start",
                time(start),
                "duration",
                time(piece.duration()),
                "enabled",
                disabled(piece),
                "srcEnable",
                srcEnable);
    }

    private Rational generator(Item.ClipItem clip, GeneratedMedia made, Place place) {
        open("video", catalogue.effect(made), clip, place, clip.sourceStart(), null);
        kept.note(clip);
        return clip.sourceStart();
    }

    private Rational title(Item.ClipItem clip, GeneratedMedia made, Place place) {
        open("title", catalogue.effect(made), clip, place, clip.sourceStart(), null);
        words(clip, made.text());
        kept.note(clip);
        kept.picture(clip);
        return clip.sourceStart();
    }

    private Rational caption(Item.ClipItem clip, GeneratedMedia made, Place place) {
        xml.open(
                "caption",
                "lane",
                place.lane(),
                "offset",
                time(place.offset()),
                "name",
                clip.name(),
                "start",
                time(clip.sourceStart()),
                "duration",
                time(clip.duration()),
                "enabled",
                disabled(clip),
                "role",
                made.parameters().getOrDefault("role", "iTT?captionFormat=ITT.en"));
        words(clip, made.text());
        return clip.sourceStart();
    }

    private void words(Item.ClipItem clip, String text) {
        if (kept.words(clip) || text.isEmpty()) {
            return;
        }
        String style = "words-" + ++styles;
        xml.open("text").words("text-style", text, "ref", style).close();
        xml.open("text-style-def", "id", style);
        xml.empty("text-style", "font", "Helvetica", "fontSize", 60, "alignment", "center");
        xml.close();
    }

    /** Captions have none. */
    void markers(Item item, Rational local) {
        boolean caption = item instanceof Item.ClipItem clip
                && clip.media() instanceof GeneratedMedia made
                && made.kind() == GeneratedMedia.Kind.CAPTION;
        if (item instanceof Item.Piece piece && !caption) {
            piece.markers().forEach(marker -> marker(marker, local.plus(marker.at())));
        }
    }

    void marker(Marker marker, Rational local) {
        boolean section = marker.duration().signum() > 0
                && marker.colour() != Marker.Colour.RED
                && !marker.metadata().containsKey(Told.COLOUR);
        Rational length = section || marker.duration().signum() == 0 ? catalogue.frame() : marker.duration();
        xml.empty(
                section ? "chapter-marker" : "marker",
                "start",
                time(local),
                "duration",
                time(length),
                "value",
                marker.name(),
                "note",
                marker.comment());
    }
}
