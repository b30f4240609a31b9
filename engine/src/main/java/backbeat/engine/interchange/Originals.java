package backbeat.engine.interchange;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.MediaReference;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.util.ArrayList;
import java.util.List;

/**
 * A timeline that refers to what the cameras wrote. A recording in parts was joined to be decoded; editing programs are sent to the parts themselves, and a shot that
 * runs across a border becomes one item for each part. It is divided at the first frame of the timeline that shows a picture of the next part.
 */
final class Originals {
    /** Part of a frame by which a rounded time may lie before the picture it means. */
    private static final Rational HAIR = Rational.of(1, 1000);

    private final Rate rate;

    private Originals(Rate rate) {
        this.rate = rate;
    }

    static Timeline of(Timeline timeline) {
        Originals originals = new Originals(timeline.rate());
        List<Track> tracks = timeline.tracks().stream()
                .map(track -> track.withItems(track.items().stream()
                        .flatMap(item -> originals.items(item).stream())
                        .toList()))
                .toList();
        return timeline.withTracks(tracks);
    }

    private List<Item> items(Item item) {
        return switch (item) {
            case Item.ClipItem clip
            when clip.media() instanceof MediaReference media ->
                media.parts().isEmpty() ? List.of(clip) : divided(clip, media);
            case Item other -> List.of(other);
        };
    }

    private List<Item> divided(Item.ClipItem clip, MediaReference media) {
        List<MediaReference> parts = media.parts();
        long frames = rate.nearestFrame(clip.duration());
        List<Item> items = new ArrayList<>();
        Rational partStart = media.start();
        long done = 0;
        for (int i = 0; i < parts.size() && done < frames; i++) {
            MediaReference part = parts.get(i);
            Rational partEnd = partStart.plus(part.duration());
            boolean last = i == parts.size() - 1;
            long end = last ? frames : Math.min(frames, firstFrameShowing(partEnd, clip));
            if (end > done) {
                items.add(piece(clip, part, partStart, done, end));
                done = end;
            }
            partStart = partEnd;
        }
        return items;
    }

    private long firstFrameShowing(Rational clipTime, Item.ClipItem clip) {
        Rate own = clip.media().rate() == null ? rate : clip.media().rate();
        Rational away = clipTime.minus(HAIR.times(own.frameDuration())).minus(clip.sourceStart());
        return away.dividedBy(clip.speed()).times(rate.perSecond()).ceiling();
    }

    private Item piece(Item.ClipItem clip, MediaReference part, Rational partStart, long from, long to) {
        Rational intoPart = clip.sourceStart()
                .plus(rate.timeOf(from).times(clip.speed()))
                .minus(partStart)
                .max(Rational.ZERO);
        return clip.withMedia(part, part.start().plus(intoPart))
                .taking(part.start().plus(intoPart), rate.timeOf(to - from));
    }
}
