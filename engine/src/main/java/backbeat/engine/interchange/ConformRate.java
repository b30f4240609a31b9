package backbeat.engine.interchange;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.util.Set;

/**
 * How long one second of a clip lasts on a timeline of another rate in Final Cut Pro. The table was measured on marker positions of files that Final Cut wrote: what is
 * near plays frame for frame, the rest in its own time. Pairs that were not seen follow by analogy and are marked as assumed.
 *
 * @param scale timeline seconds for one second of the clip
 */
record ConformRate(Rational scale, boolean assumed) {
    static final ConformRate NONE = new ConformRate(Rational.ONE, false);

    private static final Rational NTSC = Rational.of(1000, 1001);
    private static final Set<Rate> FILM = Set.of(Rate.FPS_23_976, Rate.FPS_24);
    private static final Set<Rate> PULLED_UP =
            Set.of(Rate.FPS_24, Rate.FPS_30, Rate.FPS_50, Rate.FPS_59_94, Rate.FPS_60);

    static ConformRate of(Rate media, Rate timeline) {
        if (media.equals(timeline)) {
            return NONE;
        }
        boolean pulledUp = (media.equals(Rate.FPS_23_976) && PULLED_UP.contains(timeline))
                || (media.equals(Rate.FPS_29_97) && timeline.equals(Rate.FPS_30));
        if (pulledUp) {
            return new ConformRate(NTSC, false);
        }
        Rational frameForFrame = media.perSecond().dividedBy(timeline.perSecond());
        if (media.equals(Rate.FPS_25) && FILM.contains(timeline)) {
            return new ConformRate(frameForFrame, false);
        }
        if (FILM.contains(media) && timeline.equals(Rate.FPS_25)) {
            return new ConformRate(frameForFrame, true);
        }
        boolean pulledDown = media.equals(Rate.FPS_29_97) && timeline.equals(Rate.FPS_23_976);
        return new ConformRate(pulledDown ? NTSC.inverse() : Rational.ONE, true);
    }
}
