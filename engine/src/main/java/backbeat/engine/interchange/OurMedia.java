package backbeat.engine.interchange;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import backbeat.engine.timeline.MediaReference;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Our own words in the metadata of an OTIO clip: the facts of the file, so that a cut that comes back finds its clips, and the notes of the choice. */
final class OurMedia {
    private static final String KEY = "backbeat";
    private static final String MEDIA = "media";
    /** Where the clip begins, exactly: the file's own frames lie beside it. */
    private static final String SHOWN = "sourceStart";

    private static final String METADATA = "otio/metadata";

    /** Places are written in whole frames of the file, which of a slow one are longer than those of the timeline. */
    private static final double HALF_A_FRAME = 0.501;

    private OurMedia() {}

    static Map<String, Object> written(MediaReference media, Rational sourceStart) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("file", media.file().toString());
        facts.put(SHOWN, sourceStart.toString());
        facts.put("start", media.start().toString());
        facts.put("duration", media.duration().toString());
        if (media.rate() != null) {
            facts.put("rate", media.rate().toString());
        }
        Timecode timecode = media.timecode();
        if (timecode != null) {
            facts.put("timecode", timecode.toString());
        }
        facts.put("width", media.width());
        facts.put("height", media.height());
        facts.put("sampleRate", media.sampleRate());
        facts.put("channels", media.channels());
        return facts;
    }

    /** @param foreign what a reader kept of the clip */
    static Optional<MediaReference> in(Map<String, String> foreign) {
        JsonNode media = ours(foreign).map(ours -> ours.get(MEDIA)).orElse(null);
        if (media == null || OtioJson.text(media, "file").isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(media));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static MediaReference read(JsonNode media) {
        String told = OtioJson.text(media, "rate");
        @Nullable Rate rate = told.isEmpty() ? null : Rate.parse(told);
        String label = OtioJson.text(media, "timecode");
        return new MediaReference(
                Path.of(OtioJson.text(media, "file")),
                Rational.parse(OtioJson.text(media, "start")),
                Rational.parse(OtioJson.text(media, "duration")),
                rate,
                rate == null || label.isEmpty() ? null : Timecode.parse(label, rate),
                number(media, "width"),
                number(media, "height"),
                number(media, "sampleRate"),
                number(media, "channels"),
                List.of());
    }

    private static int number(JsonNode media, String name) {
        Rational number = OtioJson.number(media.get(name));
        return number == null || number.signum() < 0 || number.isGreaterThan(Rational.of(1_000_000))
                ? 0
                : (int) number.floor();
    }

    /** The exact place in the source, where it is still the one that was written. */
    static Rational exact(Map<String, String> foreign, Rational read, MediaReference media, Rate timeline) {
        String told = ours(foreign)
                .map(ours -> ours.get(MEDIA))
                .map(written -> OtioJson.text(written, SHOWN))
                .orElse("");
        if (!told.matches("-?\\d{1,18}(/[1-9]\\d{0,17})?")) {
            return read;
        }
        Rational exact = Rational.parse(told);
        // Frames of variable rates have fractions whose difference no longer fits into numbers of 64 bits.
        double frame = timeline.frameDuration().toDouble();
        double half = media.rate() == null ? 0 : media.rate().frameDuration().toDouble() * HALF_A_FRAME;
        boolean another = Math.abs(exact.toDouble() - read.toDouble()) > Math.max(frame, half);
        return another ? read : exact;
    }

    static Map<String, String> notes(Map<String, String> foreign) {
        Map<String, String> notes = new TreeMap<>();
        ours(foreign)
                .ifPresent(ours -> ours.properties().stream()
                        .filter(entry -> entry.getValue().isString())
                        .forEach(entry ->
                                notes.put(entry.getKey(), entry.getValue().asString())));
        return notes;
    }

    /** What other programs wrote, without what stands there of ours alone. */
    static Map<String, String> without(Map<String, String> foreign) {
        String kept = foreign.get(METADATA);
        boolean onlyOurs =
                kept != null && OtioJson.tree(kept).propertyNames().stream().allMatch(KEY::equals);
        if (!onlyOurs) {
            return foreign;
        }
        Map<String, String> others = new TreeMap<>(foreign);
        others.remove(METADATA);
        return others;
    }

    /** All that we wrote there. */
    static Map<String, JsonNode> written(Map<String, String> foreign) {
        Map<String, JsonNode> all = new TreeMap<>();
        ours(foreign).ifPresent(ours -> ours.properties().forEach(entry -> all.put(entry.getKey(), entry.getValue())));
        return all;
    }

    static Optional<JsonNode> ours(Map<String, String> foreign) {
        String kept = foreign.get(METADATA);
        if (kept == null || !kept.contains(KEY)) {
            return Optional.empty();
        }
        return Optional.ofNullable(OtioJson.tree(kept).get(KEY));
    }
}
