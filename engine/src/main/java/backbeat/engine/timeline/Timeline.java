package backbeat.engine.timeline;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import java.util.List;
import java.util.Map;

/**
 * A cut as an editor sees it: tracks of items that follow each other, and markers.
 *
 * @param rate of the picture; items of picture tracks lie on whole frames
 * @param start label of the first frame
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 * @param metadata free; kept by formats that can
 */
public record Timeline(
        String name,
        Rate rate,
        Timecode start,
        int width,
        int height,
        List<Track> tracks,
        List<Marker> markers,
        Map<String, String> metadata) {
    public Timeline {
        tracks = List.copyOf(tracks);
        markers = List.copyOf(markers);
    }

    public Timeline(
            String name, Rate rate, Timecode start, int width, int height, List<Track> tracks, List<Marker> markers) {
        this(name, rate, start, width, height, tracks, markers, Map.of());
    }

    /** Length of the longest track in seconds. */
    public Rational duration() {
        return tracks.stream().map(Track::duration).reduce(Rational.ZERO, Rational::max);
    }

    public Timeline withTracks(List<Track> others) {
        return new Timeline(name, rate, start, width, height, others, markers, metadata);
    }

    public Timeline withMarkers(List<Marker> others) {
        return new Timeline(name, rate, start, width, height, tracks, others, metadata);
    }
}
