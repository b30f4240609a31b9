package backbeat.engine.interchange;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import backbeat.engine.timeline.GeneratedMedia;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The clips, generators and transitions of the tracks of an xmeml sequence. */
final class PremiereItems {
    private static final String FOREIGN = "xmeml/children";

    /** In frames of the sequence: where the clip stands, and how far it reaches below the transitions at its edges. */
    private record Edges(long start, long end, long handleIn, long handleOut) {}

    private final Rate rate;
    private final Xml xml;
    private final MediaFiles media;
    private final BiConsumer<Timeline, String> nested;
    private final PremiereFiles files;
    private final AtomicInteger clips;

    PremiereItems(Timeline timeline, Xml xml, MediaFiles media, BiConsumer<Timeline, String> nested) {
        this(timeline, xml, media, nested, new PremiereFiles(timeline, xml), new AtomicInteger());
    }

    private PremiereItems(
            Timeline timeline,
            Xml xml,
            MediaFiles media,
            BiConsumer<Timeline, String> nested,
            PremiereFiles files,
            AtomicInteger clips) {
        this.rate = timeline.rate();
        this.xml = xml;
        this.media = media;
        this.nested = nested;
        this.files = files;
        this.clips = clips;
    }

    /** The same document, another sequence: its clips are numbered on. */
    PremiereItems within(Timeline content) {
        return new PremiereItems(content, xml, media, nested, files, clips);
    }

    /** Ids of the clips of a track of sound, a list of its channels for each clip. */
    List<List<String>> linked(int count, int channels) {
        List<List<String>> links = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<String> ids = new ArrayList<>();
            for (int channel = 0; channel < channels; channel++) {
                ids.add("clipitem-" + clips.incrementAndGet());
            }
            links.add(ids);
        }
        return links;
    }

    void of(Track track, @Nullable Integer channel, List<List<String>> links) {
        Rational at = Rational.ZERO;
        int number = 0;
        List<Item> row = track.items();
        for (int i = 0; i < row.size(); i++) {
            Item item = row.get(i);
            switch (item) {
                case Item.Transition transition -> transition(transition, at, channel != null);
                case Item.Piece piece -> {
                    Edges edges = edges(row, i, at);
                    List<String> linked = links.isEmpty() ? List.of() : links.get(number++);
                    String id = channel == null ? "clipitem-" + clips.incrementAndGet() : linked.get(channel - 1);
                    piece(piece, edges, id, channel, linked);
                }
                case Item.Gap gap -> {}
            }
            at = at.plus(item.duration());
        }
    }

    private Edges edges(List<Item> row, int index, Rational at) {
        Rational to = at.plus(row.get(index).duration());
        long end = rate.nearestFrame(to);
        long handleIn = index > 0 && row.get(index - 1) instanceof Item.Transition before
                ? rate.nearestFrame(before.before())
                : 0;
        long handleOut = index + 1 < row.size() && row.get(index + 1) instanceof Item.Transition after
                ? rate.nearestFrame(after.after())
                : 0;
        return new Edges(rate.nearestFrame(at), end, handleIn, handleOut);
    }

    private void transition(Item.Transition transition, Rational cut, boolean sound) {
        long start = rate.nearestFrame(cut.minus(transition.before()));
        long end = rate.nearestFrame(cut.plus(transition.after()));
        xml.open("transitionitem");
        PremiereWriter.rate(xml, rate);
        xml.text("start", start).text("end", end).text("alignment", alignment(transition));
        xml.open("effect").text("name", name(transition)).text("effectid", effectId(transition));
        xml.text("effectcategory", transition.kind() == Item.Transition.Kind.WIPE ? "Wipe" : "Dissolve");
        xml.text("effecttype", "transition").text("mediatype", sound ? "audio" : "video");
        xml.close().close();
    }

    private static String alignment(Item.Transition transition) {
        if (transition.before().signum() == 0) {
            return "start";
        }
        return transition.after().signum() == 0 ? "end" : "center";
    }

    private static String name(Item.Transition transition) {
        boolean tells = transition.name().contains("Dissolve")
                || transition.name().contains("Wipe")
                || transition.kind() == Item.Transition.Kind.OTHER
                || transition.kind() == Item.Transition.Kind.KEY;
        return tells ? transition.name() : effectId(transition);
    }

    private static String effectId(Item.Transition transition) {
        return switch (transition.kind()) {
            case WIPE -> "Edge Wipe";
            case FADE -> "Dip to Black";
            default -> "Cross Dissolve";
        };
    }

    private void piece(Item.Piece piece, Edges edges, String id, @Nullable Integer channel, List<String> linked) {
        MediaFile file = piece instanceof Item.ClipItem clip ? media.find(clip.media()) : null;
        boolean made = piece instanceof Item.ClipItem clip && clip.media() instanceof GeneratedMedia;
        boolean here = piece instanceof Item.ClipItem clip && clip.file() != null;
        Rational origin = file == null ? Rational.ZERO : file.origin();
        long length = edges.end() - edges.start();
        Rational pace =
                piece.speed().signum() == 0 ? Rational.ONE : piece.speed().abs();
        long available = file == null || !file.lengthKnown() ? length + 2 * 3600L * rate.nominal() : frames(file, pace);
        long wished = rate.nearestFrame(piece.sourceStart().minus(origin).dividedBy(pace));
        long in = Math.max(0, here ? Math.min(wished, available - length) : wished);
        long handleIn = edges.handleIn() <= in ? edges.handleIn() : 0;
        boolean labelled = made && piece.metadata().containsKey(Told.LABEL);
        xml.open(made && !labelled ? "generatoritem" : "clipitem", "id", id);
        xml.text("name", here && file != null ? file.name() : piece.name());
        xml.text("enabled", piece.enabled() ? "TRUE" : "FALSE");
        xml.text("duration", available);
        PremiereWriter.rate(xml, rate);
        xml.text("start", handleIn > 0 ? -1 : edges.start());
        xml.text("end", edges.handleOut() > 0 ? -1 : edges.end());
        xml.text("in", in - handleIn).text("out", in + length + edges.handleOut());
        content(piece, file, id);
        if (channel != null) {
            xml.open("sourcetrack")
                    .text("mediatype", "audio")
                    .text("trackindex", channel)
                    .close();
        }
        speed(piece);
        links(linked);
        notes(piece, in);
        xml.close();
    }

    /** Pictures that are whole; sound may end within a frame, and half of one or more counts. */
    private long frames(MediaFile file, Rational pace) {
        Rational length = file.length().dividedBy(pace);
        return file.rate() == null ? rate.nearestFrame(length) : rate.floorFrame(length);
    }

    private void content(Item.Piece piece, @Nullable MediaFile file, String id) {
        if (file != null) {
            files.write(file);
        } else if (piece instanceof Item.Nested within) {
            nested.accept(within.content(), "sequence-of-" + id);
        } else if (piece instanceof Item.ClipItem clip && clip.media() instanceof GeneratedMedia made) {
            Rational label = Told.seconds(piece.metadata(), Told.LABEL);
            if (label != null) {
                madeFile(made, label, id);
                return;
            }
            xml.open("effect").text("name", made.name()).text("effectid", effectId(made));
            xml.text("effectcategory", made.text().isEmpty() ? "Matte" : "Text");
            xml.text("effecttype", "generator").text("mediatype", "video");
            if (!made.text().isEmpty()) {
                parameter("str", made.text());
            }
            xml.close();
        }
    }

    /** What is made and has a timecode all the same stands here as a file without a place. */
    private void madeFile(GeneratedMedia made, Rational label, String id) {
        xml.open("file", "id", "file-of-" + id).text("name", made.name()).text("mediaSource", made.name());
        PremiereWriter.rate(xml, rate);
        PremiereWriter.timecode(xml, new Timecode(rate.nearestFrame(label), rate, false), "");
        xml.close();
    }

    private static String effectId(GeneratedMedia made) {
        return switch (made.kind()) {
            case TITLE, CAPTION -> "Text";
            case BLACK -> "Slug";
            case COLOUR -> "Color";
            default -> made.name();
        };
    }

    private void speed(Item.Piece piece) {
        boolean changes = piece.metadata().containsKey(Told.CHANGING_SPEED);
        Rational speed = piece.speed();
        if (speed.equals(Rational.ONE) && !changes) {
            return;
        }
        BigDecimal percent = BigDecimal.valueOf(speed.abs().numerator())
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(speed.denominator()), MathContext.DECIMAL64);
        xml.open("filter").open("effect");
        xml.text("name", "Time Remap").text("effectid", "timeremap").text("effectcategory", "motion");
        xml.text("effecttype", "motion").text("mediatype", "video");
        parameter("variablespeed", changes ? "1" : "0");
        parameter(
                "speed",
                percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString());
        parameter("reverse", speed.signum() < 0 ? "TRUE" : "FALSE");
        parameter("frameblending", "FALSE");
        xml.close().close();
    }

    private void parameter(String id, String value) {
        xml.open("parameter")
                .text("parameterid", id)
                .text("name", id)
                .text("value", value)
                .close();
    }

    private void links(List<String> linked) {
        for (int i = 0; i < linked.size() && linked.size() > 1; i++) {
            xml.open("link").text("linkclipref", linked.get(i)).text("mediatype", "audio");
            xml.text("trackindex", i + 1).close();
        }
    }

    private void notes(Item.Piece piece, long in) {
        piece.markers().forEach(marker -> PremiereWriter.marker(xml, marker, rate, rate.timeOf(in)));
        String reason = piece.metadata().get("reason");
        if (reason != null) {
            xml.open("comments").text("mastercomment1", reason).close();
        }
        String kept = piece.metadata().get(FOREIGN);
        if (kept != null) {
            xml.kept(kept);
        }
    }
}
