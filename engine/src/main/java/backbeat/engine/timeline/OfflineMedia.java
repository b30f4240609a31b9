package backbeat.engine.timeline;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import org.jspecify.annotations.Nullable;

/**
 * Media that another program told of and that no file here is known for.
 *
 * @param name as the other program shows it
 * @param url as written, mostly a URL; empty where none was told
 * @param reel of the tape or card; empty where none was told
 * @param rate of its pictures; null where it was not told
 * @param label seconds of the timecode at clip time zero; null where no timecode was told
 * @param fromFirstPicture whether clip time counts from the first picture, as of a file of ours; where that is not known, clip time is the timecode itself
 * @param duration null where it was not told
 */
public record OfflineMedia(
        String name,
        String url,
        String reel,
        @Nullable Rate rate,
        @Nullable Rational label,
        boolean fromFirstPicture,
        @Nullable Rational duration)
        implements SourceMedia {
    @Override
    public Rational start() {
        return Rational.ZERO;
    }
}
