package backbeat.app.demo;

import backbeat.engine.time.Rate;

/**
 * One clip as planned: what the camera films, when the playback runs, and what is wrong with its sound.
 *
 * @param path in the footage folder
 * @param leadSeconds before the playback starts: the slate, talk
 * @param fromBar where in the song the playback begins; bar 0 is the very start of the file
 * @param toBar where it stops; the bar after the last is the very end of the file
 * @param tailSeconds that the camera runs on
 * @param speed of the playback: 2 for a shot that is to be shown in slow motion
 */
record Take(
        String path,
        Camera camera,
        int number,
        Rate rate,
        Heard heard,
        double leadSeconds,
        int fromBar,
        int toBar,
        double tailSeconds,
        int speed,
        double driftPpm,
        double signalToNoiseDb,
        double gain) {

    enum Camera {
        A,
        B,
        C
    }

    /** What the microphone has on it. */
    enum Heard {
        THE_SONG,
        NOTHING,
        ANOTHER_SONG
    }

    double songStart(Score score) {
        return fromBar == 0 ? 0 : score.timeOfBar(fromBar);
    }

    double songEnd(Score score) {
        return toBar > score.bars() ? score.seconds() : score.timeOfBar(toBar);
    }

    double songSecondsPerClipSecond() {
        return speed * (1 + driftPpm * 1e-6);
    }

    double playbackSeconds(Score score) {
        return (songEnd(score) - songStart(score)) / songSecondsPerClipSecond();
    }

    double songTimeOf(Score score, double clipTime) {
        return songStart(score) + songSecondsPerClipSecond() * (clipTime - leadSeconds);
    }

    boolean playsAt(Score score, double clipTime) {
        return clipTime >= leadSeconds && clipTime < leadSeconds + playbackSeconds(score);
    }

    /** The camera stops at the end of a frame. */
    long frames(Score score) {
        double seconds = leadSeconds + playbackSeconds(score) + tailSeconds;
        return (long) Math.ceil(seconds * rate.perSecond().toDouble());
    }

    double seconds(Score score) {
        return rate.timeOf(frames(score)).toDouble();
    }
}
