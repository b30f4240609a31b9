package backbeat.engine.interchange;

import backbeat.engine.colour.ColourDecision;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.Problem;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.io.Writer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The contract {@code timeline/1}. Written piece by piece: a long timeline is never one text in memory. */
public final class TimelineJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JsonGenerator json;

    private TimelineJson(JsonGenerator json) {
        this.json = json;
    }

    /** Leaves the writer open. */
    public static void write(ForeignFile file, Writer out) {
        JsonGenerator json = MAPPER.createGenerator(out);
        new TimelineJson(json).file(file);
        json.flush();
    }

    private void file(ForeignFile file) {
        json.writeStartObject();
        json.writeStringProperty("contract", "timeline/1");
        json.writeStringProperty("format", file.format());
        if (!file.dialect().isEmpty()) {
            json.writeStringProperty("dialect", file.dialect());
        }
        if (!file.formatVersion().isEmpty()) {
            json.writeStringProperty("formatVersion", file.formatVersion());
        }
        json.writeArrayPropertyStart("timelines");
        file.timelines().forEach(this::timeline);
        json.writeEndArray();
        json.writeArrayPropertyStart("findings");
        file.findings().forEach(this::finding);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void timeline(ForeignTimeline timeline) {
        json.writeStartObject();
        json.writeStringProperty("name", timeline.name());
        time("rate", timeline.rate() == null ? null : timeline.rate().perSecond());
        json.writeBooleanProperty("dropFrame", timeline.dropFrame());
        time("start", timeline.start());
        time("duration", timeline.duration());
        json.writeArrayPropertyStart("tracks");
        timeline.tracks().forEach(track -> track(track, timeline.rate()));
        json.writeEndArray();
        json.writeArrayPropertyStart("markers");
        timeline.markers().forEach(this::marker);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void track(ForeignTrack track, @Nullable Rate rate) {
        json.writeStartObject();
        json.writeStringProperty("kind", lower(track.kind()));
        json.writeNumberProperty("index", track.index());
        if (track.lane() != null) {
            json.writeNumberProperty("lane", track.lane());
        }
        json.writeStringProperty("name", track.name());
        json.writeArrayPropertyStart("clips");
        track.clips().forEach(clip -> clip(clip, rate));
        json.writeEndArray();
        json.writeArrayPropertyStart("transitions");
        track.transitions().forEach(this::transition);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void clip(ForeignClip clip, @Nullable Rate rate) {
        json.writeStartObject();
        json.writeStringProperty("name", clip.name());
        json.writeStringProperty("kind", lower(clip.kind()));
        text("file", clip.file());
        text("reel", clip.reel());
        json.writeBooleanProperty("enabled", clip.enabled());
        timeAndFrame("recordIn", clip.recordIn(), rate);
        timeAndFrame("recordOut", clip.recordOut(), rate);
        timeAndFrame("sourceIn", clip.sourceIn(), clip.sourceRate());
        timeAndFrame("sourceOut", clip.sourceOut(), clip.sourceRate());
        time("sourceRate", clip.sourceRate() == null ? null : clip.sourceRate().perSecond());
        timeAndFrame("mediaIn", clip.mediaIn(), clip.sourceRate());
        timeAndFrame("mediaOut", clip.mediaOut(), clip.sourceRate());
        time("speed", clip.speed());
        if (clip.variableSpeed()) {
            json.writeBooleanProperty("variableSpeed", true);
        }
        if (!clip.angles().isEmpty()) {
            json.writeArrayPropertyStart("angles");
            clip.angles().forEach(this::angle);
            json.writeEndArray();
        }
        if (clip.colour() != null) {
            colour(clip.colour());
        }
        if (!clip.markers().isEmpty()) {
            json.writeArrayPropertyStart("markers");
            clip.markers().forEach(this::marker);
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void colour(ColourDecision colour) {
        json.writeObjectPropertyStart("colour");
        triple("slope", colour.slope());
        triple("offset", colour.offset());
        triple("power", colour.power());
        json.writeNumberProperty("saturation", colour.saturation());
        json.writeEndObject();
    }

    private void triple(String name, ColourDecision.Rgb told) {
        json.writeArrayPropertyStart(name);
        json.writeNumber(told.red());
        json.writeNumber(told.green());
        json.writeNumber(told.blue());
        json.writeEndArray();
    }

    private void angle(ForeignClip.Angle angle) {
        json.writeStartObject();
        json.writeStringProperty("name", angle.name());
        json.writeStringProperty("use", angle.use());
        json.writeEndObject();
    }

    private void transition(ForeignTransition transition) {
        json.writeStartObject();
        json.writeStringProperty("kind", lower(transition.kind()));
        json.writeStringProperty("name", transition.name());
        time("recordIn", transition.recordIn());
        time("recordOut", transition.recordOut());
        time("cut", transition.cut());
        json.writeEndObject();
    }

    private void marker(ForeignMarker marker) {
        json.writeStartObject();
        json.writeStringProperty("name", marker.name());
        json.writeStringProperty("comment", marker.comment());
        String raw = marker.foreign().get("otio/color");
        if (raw == null) {
            json.writeStringProperty("color", marker.colour());
        } else {
            json.writeName("color");
            json.writeRawValue(raw);
        }
        time("at", marker.at());
        time("duration", marker.duration());
        json.writeStringProperty("on", marker.on());
        json.writeBooleanProperty("hidden", marker.hidden());
        json.writeEndObject();
    }

    private void finding(Finding finding) {
        Problem problem = finding.problem();
        json.writeStartObject();
        json.writeStringProperty("code", problem.code());
        json.writeStringProperty("severity", lower(finding.severity()));
        json.writeStringProperty("where", problem.where());
        json.writeStringProperty("what", problem.what());
        json.writeStringProperty("cause", problem.cause());
        json.writeStringProperty("remedy", problem.remedy());
        json.writeEndObject();
    }

    private void timeAndFrame(String name, @Nullable Rational seconds, @Nullable Rate rate) {
        time(name, seconds);
        if (seconds == null || rate == null) {
            return;
        }
        try {
            long frame = rate.nearestFrame(seconds);
            if (rate.timeOf(frame).equals(seconds)) {
                json.writeNumberProperty(name + "Frame", frame);
            }
        } catch (ArithmeticException e) {
            // so far out that no frame has a number there: the time itself is told
            return;
        }
    }

    private void time(String name, @Nullable Rational seconds) {
        text(name, seconds == null ? null : seconds.numerator() + "/" + seconds.denominator());
    }

    private void text(String name, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
