package backbeat.engine.interchange;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.timeline.GeneratedMedia;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.OfflineMedia;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What OpenTimelineIO says of the media of a clip, and where in it the clip begins. */
final class OtioMedia {
    private final MediaFiles files;

    OtioMedia(MediaFiles files) {
        this.files = files;
    }

    /** The place in the media, with its timecode, on its own clock. */
    OtioTime start(Item.ClipItem clip, Rate timelineRate) {
        MediaFile file = files.find(clip.media());
        if (file == null) {
            Rational label = Told.seconds(clip.metadata(), Told.LABEL);
            return OtioTime.of(
                    label == null ? clip.sourceStart() : clip.sourceStart().plus(label), timelineRate);
        }
        Rational from = file.start().plus(clip.sourceStart().minus(file.origin()));
        return clip.file() == null
                ? OtioTime.of(from, clock(file, timelineRate))
                : OtioTime.nearest(from, clock(file, timelineRate));
    }

    private static Rate clock(MediaFile file, Rate timelineRate) {
        if (file.rate() != null) {
            return file.rate();
        }
        int sampleRate = file.shape().sampleRate();
        return file.shape().picture() || sampleRate == 0 ? timelineRate : Rate.of(sampleRate);
    }

    /** Samples a second of a clip that is nothing but sound; null for others. */
    @Nullable
    Rate soundClock(Item.ClipItem clip) {
        MediaFile file = files.find(clip.media());
        if (file == null || file.rate() != null || file.shape().picture()) {
            return null;
        }
        int sampleRate = file.shape().sampleRate();
        return sampleRate > 0 ? Rate.of(sampleRate) : null;
    }

    Map<String, Object> reference(Item.ClipItem clip, Rate timelineRate) {
        MediaFile file = files.find(clip.media());
        if (file != null) {
            return file(clip, file, timelineRate);
        }
        if (clip.media() instanceof GeneratedMedia made) {
            Map<String, Object> written = OtioWriter.named("GeneratorReference.1", made.name(), Map.of());
            Rational label = Told.seconds(clip.metadata(), Told.LABEL);
            written.put(
                    "available_range",
                    label == null
                            ? null
                            : OtioTime.range(
                                    OtioTime.of(label, timelineRate), OtioTime.of(clip.sourceEnd(), timelineRate)));
            written.put("available_image_bounds", null);
            written.put("generator_kind", generator(made));
            Map<String, Object> parameters = new TreeMap<>(made.parameters());
            if (!made.text().isEmpty()) {
                parameters.put("text", made.text());
            }
            written.put("parameters", parameters);
            return written;
        }
        return missing(clip.media().name());
    }

    private static String generator(GeneratedMedia made) {
        return switch (made.kind()) {
            case BLACK -> "black";
            case COLOUR -> "SolidColor";
            default -> made.kind().name().toLowerCase(java.util.Locale.ROOT);
        };
    }

    private static Map<String, Object> file(Item.ClipItem clip, MediaFile file, Rate timelineRate) {
        boolean offline = clip.media() instanceof OfflineMedia;
        boolean counts = !(clip.media() instanceof OfflineMedia media) || media.fromFirstPicture();
        Rate clock = clock(file, timelineRate);
        Map<String, Object> available = counts
                ? OtioTime.range(
                        OtioTime.of(file.start(), clock),
                        offline ? OtioTime.of(file.length(), clock) : OtioTime.whole(file.length(), clock))
                : null;
        if (file.url().isEmpty()) {
            Map<String, Object> missing = missing(file.name());
            missing.put("available_range", available);
            return missing;
        }
        Map<String, Object> written = OtioWriter.named("ExternalReference.1", file.name(), Map.of());
        written.put("available_range", available);
        written.put("available_image_bounds", null);
        written.put("target_url", file.url());
        return written;
    }

    private static Map<String, Object> missing(String name) {
        Map<String, Object> written = OtioWriter.named("MissingReference.1", name, Map.of());
        written.put("available_range", null);
        written.put("available_image_bounds", null);
        return written;
    }
}
