package backbeat.studio.edit;

import org.jspecify.annotations.Nullable;

/**
 * What people said of one clip.
 *
 * @param place where it stands on the song; null when the machine's word holds
 * @param notHere whether it does not belong to the song
 * @param circled whether the take was liked
 * @param stars from 1 to 5; 0 when nobody rated it
 */
public record ClipSaid(@Nullable Place place, boolean notHere, boolean circled, int stars) {
    public static final ClipSaid NOTHING = new ClipSaid(null, false, false, 0);

    /**
     * A moment of the clip and the moment of the song that it belongs to, in seconds.
     *
     * @param speed of the song's playback when it was filmed: 2 for twice as fast
     */
    public record Place(double songTime, double clipTime, double speed) {
        public Place {
            if (!Double.isFinite(songTime) || !Double.isFinite(clipTime) || !(speed >= 0.1 && speed <= 10)) {
                throw new IllegalArgumentException("no place on a song");
            }
        }
    }

    ClipSaid at(@Nullable Place other, boolean notOfThisSong) {
        return new ClipSaid(other, notOfThisSong, circled, stars);
    }

    ClipSaid circled(boolean now) {
        return new ClipSaid(place, notHere, now, stars);
    }

    ClipSaid rated(int now) {
        return new ClipSaid(place, notHere, circled, now);
    }
}
