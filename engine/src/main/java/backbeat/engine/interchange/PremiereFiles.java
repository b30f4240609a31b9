package backbeat.engine.interchange;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Timecode;
import backbeat.engine.timeline.Timeline;
import java.util.HashMap;
import java.util.Map;

/** The media files of an xmeml document: described where they occur first, named by their id elsewhere. */
final class PremiereFiles {
    private final Timeline timeline;
    private final Rate rate;
    private final Xml xml;
    private final Map<MediaFile, String> files = new HashMap<>();

    /** @param timeline whose rate and size are those of files that tell none */
    PremiereFiles(Timeline timeline, Xml xml) {
        this.timeline = timeline;
        this.rate = timeline.rate();
        this.xml = xml;
    }

    void write(MediaFile file) {
        String known = files.get(file);
        if (known != null) {
            xml.empty("file", "id", known);
            return;
        }
        String id = "file-" + (files.size() + 1);
        files.put(file, id);
        Rate own = file.rate() == null ? rate : file.rate();
        MediaFile.Shape shape = file.shape();
        xml.open("file", "id", id);
        xml.text("name", file.name());
        if (!file.localUrl().isEmpty()) {
            xml.text("pathurl", file.localUrl());
        }
        PremiereWriter.rate(xml, own);
        xml.text("duration", own.frameOfDecimal(file.length()));
        if (file.label() != null || (shape.picture() && file.lengthKnown())) {
            Timecode label = new Timecode(own.nearestFrame(file.start()), own, file.dropFrame());
            PremiereWriter.timecode(xml, label, file.reel());
        }
        xml.open("media");
        if (shape.picture()) {
            xml.open("video").open("samplecharacteristics");
            PremiereWriter.rate(xml, own);
            int width = shape.width() == 0 ? timeline.width() : shape.width();
            int height = shape.height() == 0 ? timeline.height() : shape.height();
            xml.text("width", width).text("height", height).close().close();
        }
        if (shape.sound()) {
            xml.open("audio").open("samplecharacteristics").text("depth", 16);
            xml.text("samplerate", shape.sampleRate()).close();
            xml.text("channelcount", shape.channels()).close();
        }
        xml.close().close();
    }
}
