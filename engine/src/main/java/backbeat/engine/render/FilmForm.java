package backbeat.engine.render;

import backbeat.engine.media.Encoder.SoundRange;
import backbeat.engine.media.FilmRecipe;
import backbeat.engine.media.PictureForm;
import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Item.ClipItem;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import org.jspecify.annotations.Nullable;

/**
 * What a film is to be: its form, its length in frames, and which stretch of the song lies under it.
 *
 * @param frames as many as cover the sound: the last one may reach beyond its end
 */
record FilmForm(PictureForm form, long frames, SoundRange sound) {
    /** Rates that AAC players everywhere know; others are converted to the first. */
    private static final int USUAL_SAMPLE_RATE = 48_000;

    private static final int COMPACT_DISC_SAMPLE_RATE = 44_100;

    /**
     * The song's own item on the timeline says which stretch of it is heard; without one it is the whole song.
     *
     * @param size another than the timeline's; null for that
     * @param songSeconds length of the song's file
     * @param songSampleRate of the song's file
     */
    static FilmForm of(Timeline timeline, FilmOrder.@Nullable Size size, Rational songSeconds, int songSampleRate) {
        int sampleRate = songSampleRate == COMPACT_DISC_SAMPLE_RATE ? songSampleRate : USUAL_SAMPLE_RATE;
        Rational start = Rational.ZERO;
        Rational length = songSeconds;
        for (Track track : timeline.tracks()) {
            if (track.kind() == Track.Kind.AUDIO && firstItem(track) instanceof ClipItem song) {
                start = song.sourceStart();
                length = song.duration();
                break;
            }
        }
        long first = start.times(sampleRate).nearest();
        SoundRange sound = new SoundRange(
                sampleRate, first, first + length.times(sampleRate).nearest());
        long frames = length.times(timeline.rate().perSecond()).ceiling();
        int width = size == null ? timeline.width() : size.width();
        int height = size == null ? timeline.height() : size.height();
        PictureForm form = new PictureForm(timeline.rate(), even(width), even(height));
        return new FilmForm(form, frames, sound);
    }

    private static Item firstItem(Track track) {
        return track.items().isEmpty()
                ? new Item.Gap(Rational.ZERO, "")
                : track.items().getFirst();
    }

    private static int even(int pixels) {
        return pixels - pixels % 2;
    }

    long estimatedBytes(long ofFrames, FilmRecipe recipe) {
        return (long) (recipe.bitsPerPixel() / 8 * form.width() * form.height() * ofFrames);
    }
}
