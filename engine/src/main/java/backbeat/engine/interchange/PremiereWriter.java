package backbeat.engine.interchange;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Marker;
import backbeat.engine.timeline.MediaReference;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * XML of Final Cut 7, version 4, as Premiere and Resolve read it: {@code in} and {@code out} are counted on the sequence's grid whatever the file's rate, a file is
 * described where it occurs first, and the sequence always has a format (Resolve shows nothing without).
 */
final class PremiereWriter {
    private final Timeline timeline;
    private final Rate rate;
    private final Map<MediaReference, String> files = new HashMap<>();
    private final Xml xml = new Xml("xmeml");
    private int clips;

    PremiereWriter(Timeline timeline) {
        this.timeline = timeline;
        this.rate = timeline.rate();
    }

    String text() {
        xml.open("xmeml", "version", 4).open("sequence", "id", "sequence-1");
        xml.text("name", timeline.name());
        xml.text("duration", frames(timeline.duration()));
        rate(rate);
        timecode(timeline.start());
        xml.open("media");
        picture();
        sound();
        xml.close();
        timeline.markers().forEach(this::marker);
        return xml.close().close().finished();
    }

    private void picture() {
        xml.open("video").open("format").open("samplecharacteristics");
        rate(rate);
        xml.text("width", timeline.width()).text("height", timeline.height());
        xml.text("anamorphic", "FALSE").text("pixelaspectratio", "square").text("fielddominance", "none");
        xml.close().close();
        tracks(Track.Kind.VIDEO).forEach(track -> {
            xml.open("track");
            Rational at = Rational.ZERO;
            for (Item item : track.items()) {
                if (item instanceof Item.ClipItem clip) {
                    clip(clip, at, "clipitem-" + ++clips, null, List.of());
                }
                at = at.plus(item.duration());
            }
            xml.text("enabled", "TRUE").text("locked", "FALSE").close();
        });
        xml.close();
    }

    private void sound() {
        List<Track> tracks = tracks(Track.Kind.AUDIO);
        xml.open("audio").text("numOutputChannels", 2).open("format").open("samplecharacteristics");
        xml.text("depth", 16).text("samplerate", 48000).close().close();
        tracks.forEach(this::soundTrack);
        xml.close();
    }

    /** One track for each channel of its clips, linked: that is how stereo looks here. */
    private void soundTrack(Track track) {
        int channels = track.items().stream()
                .mapToInt(item -> item instanceof Item.ClipItem clip
                        ? Math.clamp(Originals.file(clip).channels(), 1, 2)
                        : 1)
                .max()
                .orElse(1);
        int firstClip = clips + 1;
        int inTrack = (int)
                track.items().stream().filter(Item.ClipItem.class::isInstance).count();
        clips += inTrack * channels;
        for (int channel = 0; channel < channels; channel++) {
            xml.open("track");
            Rational at = Rational.ZERO;
            int number = 0;
            for (Item item : track.items()) {
                if (item instanceof Item.ClipItem clip) {
                    int first = firstClip + number * channels;
                    List<String> linked =
                            channels == 1 ? List.of() : List.of("clipitem-" + first, "clipitem-" + (first + 1));
                    clip(clip, at, "clipitem-" + (first + channel), channel + 1, linked);
                    number++;
                }
                at = at.plus(item.duration());
            }
            xml.text("enabled", "TRUE").text("locked", "FALSE").text("outputchannelindex", channel + 1);
            xml.close();
        }
    }

    private List<Track> tracks(Track.Kind kind) {
        return timeline.tracks().stream().filter(track -> track.kind() == kind).toList();
    }

    private void clip(Item.ClipItem clip, Rational at, String id, @Nullable Integer channel, List<String> linked) {
        long start = frames(at);
        long end = channel == null ? frames(at.plus(clip.duration())) : rate.floorFrame(at.plus(clip.duration()));
        long available = rate.floorFrame(Originals.file(clip).duration().dividedBy(clip.speed()));
        long wished = frames(clip.sourceIn().dividedBy(clip.speed()));
        long in = Math.max(0, Math.min(wished, available - (end - start)));
        xml.open("clipitem", "id", id);
        xml.text("name", Originals.file(clip).name()).text("enabled", "TRUE");
        xml.text("duration", available);
        rate(rate);
        xml.text("start", start).text("end", end).text("in", in).text("out", in + end - start);
        file(Originals.file(clip));
        if (channel != null) {
            xml.open("sourcetrack")
                    .text("mediatype", "audio")
                    .text("trackindex", channel)
                    .close();
        }
        speed(clip.speed());
        for (int i = 0; i < linked.size(); i++) {
            xml.open("link").text("linkclipref", linked.get(i)).text("mediatype", "audio");
            xml.text("trackindex", i + 1).close();
        }
        String reason = clip.metadata().get("reason");
        if (reason != null) {
            xml.open("comments").text("mastercomment1", reason).close();
        }
        xml.close();
    }

    private void speed(Rational speed) {
        if (speed.equals(Rational.ONE)) {
            return;
        }
        BigDecimal percent = BigDecimal.valueOf(speed.numerator())
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(speed.denominator()), MathContext.DECIMAL64);
        xml.open("filter").open("effect");
        xml.text("name", "Time Remap").text("effectid", "timeremap").text("effectcategory", "motion");
        xml.text("effecttype", "motion").text("mediatype", "video");
        parameter("variablespeed", "0");
        parameter("speed", percent.stripTrailingZeros().toPlainString());
        parameter("reverse", "FALSE");
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

    private void file(MediaReference media) {
        String known = files.get(media);
        if (known != null) {
            xml.empty("file", "id", known);
            return;
        }
        String id = "file-" + (files.size() + 1);
        files.put(media, id);
        Rate own = media.rate() == null ? rate : media.rate();
        xml.open("file", "id", id);
        xml.text("name", media.name()).text("pathurl", MediaUrl.ofLocalhost(media.file()));
        rate(own);
        xml.text("duration", own.frameOfDecimal(media.duration()));
        if (media.hasVideo()) {
            Timecode timecode = media.timecode();
            timecode(timecode == null ? new Timecode(0, own, false) : timecode);
        }
        xml.open("media");
        if (media.hasVideo()) {
            xml.open("video").open("samplecharacteristics");
            rate(own);
            xml.text("width", media.width())
                    .text("height", media.height())
                    .close()
                    .close();
        }
        if (media.hasAudio()) {
            xml.open("audio").open("samplecharacteristics").text("depth", 16);
            xml.text("samplerate", media.sampleRate())
                    .close()
                    .text("channelcount", media.channels())
                    .close();
        }
        xml.close().close();
    }

    private void marker(Marker marker) {
        long in = frames(marker.at());
        xml.open("marker").text("name", marker.name()).text("comment", marker.comment());
        xml.text("in", in);
        xml.text("out", marker.duration().signum() == 0 ? -1 : in + frames(marker.duration()));
        xml.close();
    }

    private void timecode(Timecode timecode) {
        xml.open("timecode");
        rate(timecode.rate());
        xml.text("string", timecode).text("frame", timecode.frame());
        xml.text("displayformat", timecode.dropFrame() ? "DF" : "NDF").close();
    }

    private void rate(Rate of) {
        boolean ntsc = of.perSecond().denominator() == 1001;
        xml.open("rate")
                .text("timebase", of.nominal())
                .text("ntsc", ntsc ? "TRUE" : "FALSE")
                .close();
    }

    private long frames(Rational seconds) {
        return rate.nearestFrame(seconds);
    }
}
