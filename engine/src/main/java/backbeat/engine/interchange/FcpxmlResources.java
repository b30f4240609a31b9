package backbeat.engine.interchange;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Formats, files, effects, compound clips and multicams that the clips of an FCPXML file refer to. */
final class FcpxmlResources {
    /** A media file. */
    record Asset(
            @Nullable String src,
            String name,
            Rational start,
            @Nullable Rational duration,
            boolean hasVideo,
            @Nullable Rate rate) {}

    private final Map<String, XmlElement> byId = new HashMap<>();
    private final Map<String, Asset> assets = new HashMap<>();

    void add(XmlElement resources) {
        for (XmlElement resource : resources.children()) {
            String id = resource.attribute("id");
            if (id != null) {
                byId.put(id, resource);
            }
        }
    }

    @Nullable
    XmlElement find(@Nullable String id) {
        return id == null ? null : byId.get(id);
    }

    boolean isEffect(@Nullable String id) {
        XmlElement found = find(id);
        return found != null && found.is("effect");
    }

    @Nullable
    Rate rate(@Nullable String formatId) {
        XmlElement format = find(formatId);
        if (format == null) {
            return null;
        }
        Rational frame = FcpxmlTime.of(format.attribute("frameDuration"));
        return frame == null || frame.signum() <= 0 ? null : new Rate(frame.inverse());
    }

    ForeignTimeline.@Nullable Size size(@Nullable String formatId) {
        XmlElement format = find(formatId);
        return format == null
                ? null
                : ForeignTimeline.Size.of(
                        PremiereNumbers.number(format.attribute("width")),
                        PremiereNumbers.number(format.attribute("height")));
    }

    @Nullable
    Asset asset(@Nullable String id) {
        XmlElement found = find(id);
        if (id == null || found == null || !found.is("asset")) {
            return null;
        }
        return assets.computeIfAbsent(id, _ -> asset(found));
    }

    private Asset asset(XmlElement element) {
        XmlElement copy = element.child("media-rep");
        String src = copy == null ? element.attribute("src") : copy.attribute("src");
        Rational start = FcpxmlTime.of(element.attribute("start"));
        boolean silent = element.attribute("hasAudio", "0").equals("0");
        boolean hasVideo = element.attribute("hasVideo", silent ? "1" : "0").equals("1");
        return new Asset(
                src,
                element.attribute("name", ""),
                start == null ? Rational.ZERO : start,
                FcpxmlTime.of(element.attribute("duration")),
                hasVideo,
                hasVideo ? rate(element.attribute("format")) : null);
    }

    @Nullable
    XmlElement sequence(@Nullable String mediaId) {
        XmlElement media = find(mediaId);
        return media == null ? null : media.child("sequence");
    }

    /** Which angles of a multicam clip are used, and for what. */
    List<ForeignClip.Angle> angles(XmlElement clip) {
        XmlElement media = find(clip.attribute("ref"));
        XmlElement multicam = media == null ? null : media.child("multicam");
        return clip.children("mc-source")
                .map(source -> new ForeignClip.Angle(
                        angleName(multicam, source.attribute("angleID", "")), source.attribute("srcEnable", "all")))
                .toList();
    }

    private static String angleName(@Nullable XmlElement multicam, String id) {
        return multicam == null
                ? id
                : multicam.children("mc-angle")
                        .filter(angle -> angle.attribute("angleID", "").equals(id))
                        .map(angle -> angle.attribute("name", id))
                        .findFirst()
                        .orElse(id);
    }
}
