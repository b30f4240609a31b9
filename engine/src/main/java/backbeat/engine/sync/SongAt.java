package backbeat.engine.sync;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;

/**
 * What a person knows of the playback: the timecode that it carried where the song began, and how fast the song ran against the timecode.
 *
 * @param speed seconds of song in a second of timecode; 1 when both ran alike
 */
public record SongAt(Timecode start, Rational speed) {
    public SongAt {
        if (speed.signum() <= 0) {
            throw new IllegalArgumentException("a song does not run at the speed " + speed);
        }
    }

    /**
     * Reads {@code 01:00:00:00@25}, or {@code 01:00:00:00@25x1.2} for a song that ran at 120 % beside timecode at its own rate.
     *
     * @throws IllegalArgumentException when the text is none of these
     */
    public static SongAt parse(String text) {
        int at = text.indexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException("the frames in a second are missing: \"" + text + "\"");
        }
        int times = text.indexOf('x', at);
        Rate rate = Rate.parse(text.substring(at + 1, times < 0 ? text.length() : times));
        Rational speed = times < 0 ? Rational.ONE : Rational.parse(text.substring(times + 1));
        return new SongAt(Timecode.parse(text.substring(0, at), rate), speed);
    }

    /** As it is typed. */
    @Override
    public String toString() {
        String fast = speed.equals(Rational.ONE) ? "" : "x" + speed;
        return start + "@" + start.rate().spoken() + fast;
    }
}
