package backbeat.engine.interchange;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import backbeat.engine.timeline.MediaReference;
import backbeat.engine.timeline.OfflineMedia;
import org.jspecify.annotations.Nullable;

/**
 * What a writer says of a media file, whether it is here or another program told of it.
 *
 * @param url as it is written; empty where none is known
 * @param localUrl the same in the form of Premiere
 * @param reel empty where none is known
 * @param rate of the picture; null for sound alone
 * @param origin clip time of its first picture
 * @param label timecode there in seconds; null where it has none
 * @param length seconds from there
 * @param lengthKnown whether somebody told it; otherwise it is what is used
 */
record MediaFile(
        String name,
        String url,
        String localUrl,
        String reel,
        @Nullable Rate rate,
        Rational origin,
        @Nullable Rational label,
        boolean dropFrame,
        Rational length,
        boolean lengthKnown,
        Shape shape) {
    /** @param picture whether it has any */
    record Shape(boolean picture, int width, int height, int sampleRate, int channels) {
        boolean sound() {
            return channels > 0;
        }
    }

    static MediaFile of(MediaReference media) {
        Timecode timecode = media.timecode();
        return new MediaFile(
                media.name(),
                MediaUrl.of(media.file()),
                MediaUrl.ofLocalhost(media.file()),
                "",
                media.rate(),
                media.start(),
                timecode == null ? null : timecode.seconds(),
                timecode != null && timecode.dropFrame(),
                media.duration(),
                true,
                new Shape(media.hasVideo(), media.width(), media.height(), media.sampleRate(), media.channels()));
    }

    /**
     * @param from the earliest clip time that is used
     * @param to the latest
     */
    static MediaFile of(OfflineMedia media, Rational from, Rational to, Shape shape) {
        Rational origin = media.fromFirstPicture() ? Rational.ZERO.min(from) : from;
        Rational known = media.duration();
        Rational label = media.label() == null ? null : media.label().plus(origin);
        return new MediaFile(
                media.name(),
                MediaUrl.asWritten(media.url()),
                MediaUrl.asWritten(media.url()),
                media.reel(),
                media.rate(),
                origin,
                label,
                false,
                known == null ? to.minus(origin) : known,
                known != null,
                shape);
    }

    Rational start() {
        return label == null ? Rational.ZERO : label;
    }
}
