package backbeat.engine.problem;

/** Problems of the file that is played on the set, with their words. */
public final class PlaybackProblems {
    private PlaybackProblems() {}

    public static Problem playbackRate(String rate) {
        return new Problem(
                "playback/rate",
                "There is no linear timecode of " + rate + " frames a second.",
                "",
                "",
                "Take 23.976, 24, 25, 29.97 or 30; cameras at 50, 59.94 and 60 take half of their rate.");
    }

    public static Problem playbackSpeed(String speed) {
        return new Problem(
                "playback/speed",
                "A song cannot be played at the speed " + speed + ".",
                "",
                "",
                "Name one from 1/4 to 4, such as 1.2 for 120 %.");
    }

    public static Problem playbackCountIn(int bars, int most) {
        return new Problem(
                "playback/count-in",
                "A count-in of " + bars + " bars cannot be made.",
                "",
                "",
                "Name a number of bars from 0 to " + most + ".");
    }
}
