package backbeat.engine.interchange;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Marker;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * XML of Final Cut 7, version 4, as Premiere and Resolve read it: {@code in} and {@code out} are counted on the sequence's grid whatever the file's rate, a file is
 * described where it occurs first, and the sequence always has a format (Resolve shows nothing without).
 */
final class PremiereWriter {
    private final Timeline timeline;
    private final Rate rate;
    private final Xml xml;
    private final PremiereItems items;
    private final String id;

    PremiereWriter(Timeline timeline, Writer out) {
        this(timeline, new Xml("xmeml", out), "sequence-1", null);
    }

    private PremiereWriter(Timeline timeline, Xml xml, String id, @Nullable PremiereItems outer) {
        this.timeline = timeline;
        this.rate = timeline.rate();
        this.xml = xml;
        this.id = id;
        this.items = outer == null
                ? new PremiereItems(timeline, xml, MediaFiles.of(timeline), this::nested)
                : outer.within(timeline);
    }

    void write() {
        xml.open("xmeml", "version", 4);
        sequence();
        xml.close().finish();
    }

    private void nested(Timeline content, String nestedId) {
        new PremiereWriter(content, xml, nestedId, items).sequence();
    }

    private void sequence() {
        xml.open("sequence", "id", id);
        xml.text("name", timeline.name());
        xml.text("duration", rate.nearestFrame(timeline.duration()));
        rate(xml, rate);
        timecode(xml, timeline.start(), "");
        xml.open("media");
        picture();
        sound();
        xml.close();
        timeline.markers().forEach(marker -> marker(xml, marker, rate, Rational.ZERO));
        xml.close();
    }

    private void picture() {
        xml.open("video").open("format").open("samplecharacteristics");
        rate(xml, rate);
        xml.text("width", timeline.width()).text("height", timeline.height());
        xml.text("anamorphic", "FALSE").text("pixelaspectratio", "square").text("fielddominance", "none");
        xml.close().close();
        timeline.tracks().stream()
                .filter(track -> track.kind() != Track.Kind.AUDIO)
                .forEach(track -> track(track, null, List.of()));
        xml.close();
    }

    private void track(Track track, @Nullable Integer channel, List<List<String>> links) {
        xml.open("track");
        items.of(track, channel, links);
        if (channel != null) {
            overlapping(track)
                    .forEach(other ->
                            items.of(other, channel, items.linked(other.items().size(), 1)));
        }
        xml.text("enabled", track.enabled() ? "TRUE" : "FALSE").text("locked", "FALSE");
        if (channel != null) {
            xml.text("outputchannelindex", channel);
        }
        xml.close();
    }

    private void sound() {
        xml.open("audio").text("numOutputChannels", 2).open("format").open("samplecharacteristics");
        xml.text("depth", 16).text("samplerate", 48000).close().close();
        timeline.tracks().stream()
                .filter(track -> track.kind() == Track.Kind.AUDIO)
                .filter(track -> !track.metadata().containsKey(Told.OVERLAPS))
                .forEach(this::soundTrack);
        xml.close();
    }

    /** One track for each channel of its clips, linked: that is how stereo looks here. What another program told of is divided already. */
    private void soundTrack(Track track) {
        int channels =
                track.items().stream().mapToInt(PremiereWriter::channels).max().orElse(1);
        int clips = (int)
                track.items().stream().filter(Item.Piece.class::isInstance).count();
        List<List<String>> links = items.linked(clips, channels);
        for (int channel = 0; channel < channels; channel++) {
            track(track, channel + 1, links);
        }
    }

    /** Sound that lay over other sound of its track goes back there. */
    private List<Track> overlapping(Track track) {
        int at = timeline.tracks().indexOf(track) + 1;
        return timeline.tracks().subList(at, timeline.tracks().size()).stream()
                .takeWhile(other -> other.metadata().containsKey(Told.OVERLAPS))
                .toList();
    }

    private static int channels(Item item) {
        return item instanceof Item.ClipItem clip && clip.file() != null
                ? Math.clamp(clip.file().channels(), 1, 2)
                : 1;
    }

    /** @param from what lies before the first frame that is counted */
    static void marker(Xml xml, Marker marker, Rate rate, Rational from) {
        long in = rate.nearestFrame(marker.at().plus(from));
        xml.open("marker").text("name", marker.name()).text("comment", marker.comment());
        xml.text("in", in);
        xml.text("out", marker.duration().signum() == 0 ? -1 : in + rate.nearestFrame(marker.duration()));
        xml.close();
    }

    static void timecode(Xml xml, Timecode timecode, String reel) {
        xml.open("timecode");
        rate(xml, timecode.rate());
        xml.text("string", timecode).text("frame", timecode.frame());
        xml.text("displayformat", timecode.dropFrame() ? "DF" : "NDF");
        if (!reel.isEmpty()) {
            xml.open("reel").text("name", reel).close();
        }
        xml.close();
    }

    static void rate(Xml xml, Rate of) {
        boolean ntsc = of.perSecond().denominator() == 1001;
        xml.open("rate")
                .text("timebase", of.nominal())
                .text("ntsc", ntsc ? "TRUE" : "FALSE")
                .close();
    }
}
