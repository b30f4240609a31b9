package backbeat.engine.sync;

import backbeat.engine.signal.Resampler;

/** The song as it sounds when played at one speed: its 16 kHz samples along any line. */
final class PlayedSong {
    private final float[] song;
    private final Speed speed;
    private final Resampler resampler;

    PlayedSong(Sound song, Speed speed) {
        this.song = song.wide();
        this.speed = speed;
        this.resampler = new Resampler(speed.value());
    }

    /** Samples at 16 kHz of clip time along the line, from a clip time on. */
    float[] along(Line line, double clipSeconds, int count) {
        double start = line.playedAt(clipSeconds) * speed.value() * Sound.WIDE_RATE;
        return resampler.read(song, start, speed.value() * line.rate(), count);
    }

    Speed speed() {
        return speed;
    }

    /** Length in played time. */
    double seconds() {
        return song.length / speed.value() / Sound.WIDE_RATE;
    }

    /** Frequency above which a slowed song has nothing. */
    double bandLimit() {
        return 7000 * Math.min(1, speed.value());
    }
}
