package backbeat.engine.media;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What ffprobe says of a file's headers, parsed at the door: nothing in it is trusted to be true, but everything has its type.
 *
 * @param duration as the container says it, in seconds
 * @param created by the clock of what wrote it
 */
record Headers(
        String container,
        Optional<Rational> duration,
        String timecode,
        @Nullable Instant created,
        List<Stream> streams) {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Instant EARLIEST_SET_CLOCK = Instant.parse("2001-01-02T00:00:00Z");

    /**
     * One stream of the file.
     *
     * @param startTime of its first presented sample on the container's clock, in seconds
     * @param rotation clockwise, one of 0, 90, 180, 270
     */
    record Stream(
            int index,
            String type,
            String codec,
            boolean isDefault,
            boolean isCover,
            int width,
            int height,
            int rotation,
            Rational pixelAspect,
            Optional<Rate> lowestRate,
            Optional<Rate> averageRate,
            Rational timeBase,
            Rational startTime,
            Optional<Rational> duration,
            long announcedFrames,
            String timecode,
            String fieldOrder,
            String pixelFormat,
            VideoFacts.Colour colour,
            long sampleRate,
            int channels) {}

    /** Nothing when the text is not what ffprobe writes. */
    static Optional<Headers> parse(String json) {
        try {
            JsonNode root = MAPPER.readTree(json);
            JsonNode format = root.path("format");
            List<Stream> streams = new ArrayList<>();
            for (JsonNode stream : root.path("streams")) {
                streams.add(stream(stream));
            }
            return Optional.of(new Headers(
                    text(format, "format_name", "unknown"),
                    seconds(format, "duration"),
                    text(format.path("tags"), "timecode", ""),
                    created(format, root.path("streams")),
                    streams));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /** Apple's own tag keeps what a copy or an export writes anew; else the container's, else that of a stream. */
    private static @Nullable Instant created(JsonNode format, JsonNode streams) {
        List<String> told = new ArrayList<>();
        told.add(text(format.path("tags"), "com.apple.quicktime.creationdate", ""));
        told.add(text(format.path("tags"), "creation_time", ""));
        for (JsonNode stream : streams) {
            told.add(text(stream.path("tags"), "creation_time", ""));
        }
        return told.stream()
                .map(Headers::instant)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    /** Nothing for a clock that was never set: those tell the year in which their counting starts. */
    private static Optional<Instant> instant(String text) {
        try {
            String withColon = text.strip().replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2");
            Instant instant = OffsetDateTime.parse(withColon).toInstant();
            return instant.isAfter(EARLIEST_SET_CLOCK) ? Optional.of(instant) : Optional.empty();
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    private static Stream stream(JsonNode node) {
        Rational timeBase =
                fraction(node, "time_base").filter(base -> base.signum() > 0).orElse(Rational.of(1, 1_000_000));
        JsonNode disposition = node.path("disposition");
        return new Stream(
                integer(node, "index"),
                text(node, "codec_type", ""),
                text(node, "codec_name", "unknown"),
                integer(disposition, "default") == 1,
                integer(disposition, "attached_pic") == 1,
                integer(node, "width"),
                integer(node, "height"),
                rotation(node),
                fraction(node, "sample_aspect_ratio")
                        .filter(a -> a.signum() > 0)
                        .orElse(Rational.ONE),
                rate(node, "r_frame_rate"),
                rate(node, "avg_frame_rate"),
                timeBase,
                times(number(node, "start_pts"), timeBase).orElse(Rational.ZERO),
                times(number(node, "duration_ts"), timeBase).or(() -> seconds(node, "duration")),
                number(node, "nb_frames").orElse(0L),
                text(node.path("tags"), "timecode", ""),
                text(node, "field_order", "unknown"),
                text(node, "pix_fmt", "unknown"),
                new VideoFacts.Colour(
                        text(node, "color_range", "unknown"),
                        text(node, "color_primaries", "unknown"),
                        text(node, "color_transfer", "unknown"),
                        text(node, "color_space", "unknown")),
                number(node, "sample_rate").orElse(0L),
                integer(node, "channels"));
    }

    /** ffprobe counts anticlockwise. */
    private static int rotation(JsonNode stream) {
        for (JsonNode side : stream.path("side_data_list")) {
            if (side.path("rotation").isNumber()) {
                return Math.floorMod(-(int) Math.round(side.path("rotation").asDouble() / 90) * 90, 360);
            }
        }
        return 0;
    }

    private static Optional<Rate> rate(JsonNode node, String name) {
        return fraction(node, name).filter(value -> value.signum() > 0).map(Rate::new);
    }

    /** {@code 30000/1001} or {@code 16:11}; nothing for {@code 0/0}. */
    private static Optional<Rational> fraction(JsonNode node, String name) {
        return parsed(text(node, name, "").replace(':', '/'));
    }

    private static Optional<Rational> seconds(JsonNode node, String name) {
        return parsed(text(node, name, ""));
    }

    private static Optional<Rational> parsed(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Rational.parse(text));
        } catch (IllegalArgumentException | ArithmeticException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<Rational> times(Optional<Long> count, Rational unit) {
        try {
            return count.map(unit::times);
        } catch (ArithmeticException tooLarge) {
            return Optional.empty();
        }
    }

    private static Optional<Long> number(JsonNode node, String name) {
        try {
            String text = text(node, name, "");
            return text.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static int integer(JsonNode node, String name) {
        return Math.clamp(number(node, name).orElse(0L), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static String text(JsonNode node, String name, String otherwise) {
        JsonNode value = node.path(name);
        return value.isValueNode() && !value.isNull() ? value.asString() : otherwise;
    }

    /** The stream to take: the first that is marked as default, else the first. */
    @Nullable
    Stream chosen(String type) {
        List<Stream> all = all(type);
        return all.stream().filter(Stream::isDefault).findFirst().orElse(all.isEmpty() ? null : all.getFirst());
    }

    /** Pictures without the covers of songs; sounds that have a codec. */
    List<Stream> all(String type) {
        return streams.stream()
                .filter(stream -> stream.type().equals(type) && !stream.isCover())
                .filter(stream -> !stream.codec().equals("unknown"))
                .toList();
    }

    /** The first label that a stream or the container tells. */
    @Nullable
    String firstTimecode() {
        return java.util.stream.Stream.concat(
                        streams.stream().map(Stream::timecode), java.util.stream.Stream.of(timecode))
                .filter(label -> label.matches("\\d{1,2}:\\d{2}:\\d{2}[:;.,]\\d{2,3}"))
                .findFirst()
                .orElse(null);
    }
}
