package backbeat.engine.problem;

import java.util.Locale;

/** Problems of placing clips on the song, with their words. */
public final class SyncProblems {
    private SyncProblems() {}

    public static Problem syncSongUnreadable(String song, String cause) {
        return new Problem(
                "sync/song-unreadable",
                "The song file cannot be read.",
                song,
                cause,
                "Check that the file is there and that you may read it.");
    }

    public static Problem timecodeDisagrees(String clip, double seconds) {
        return new Problem(
                "sync/timecode-disagrees",
                String.format(
                        Locale.ROOT,
                        "Its timecode and its sound tell places of the song that lie %.3f s apart; the sound's is used.",
                        seconds),
                clip,
                "Sound that flies 10 m comes 0.03 s late; more than that is no distance on a set.",
                "Look at the clip. If the sound is right, that timecode did not come from this playback; correct or leave out --song-at.");
    }

    public static Problem timecodesContradict(String clips) {
        return new Problem(
                "sync/timecodes-contradict",
                "Timecode on the sound was not used: by these clips the song began at different timecodes.",
                clips,
                "",
                "If playback carried the timecode, name the one of the song's start with --song-at, such as 01:00:00:00@25.");
    }

    public static Problem songAtForEachSong(int starts, int songs) {
        return new Problem(
                "sync/song-at-for-each-song",
                "There are " + songs + " songs and " + starts + " of --song-at.",
                "",
                "With several songs each needs its own, in the same order.",
                "Name one --song-at for each --song, or none: then they are learned.");
    }

    public static Problem timecodeFitsSeveral(String clip, String starts) {
        return new Problem(
                "sync/timecode-fits-several",
                "The timecode of this clip was not used: it lies in the song by more than one start, or in several songs ("
                        + starts + ").",
                clip,
                "",
                "Give each playback file a start of its own on the next shoot, such as another hour; here, sync the clips of one playback at a time.");
    }

    public static Problem timecodeOfOtherCount(String clip, String rate) {
        return new Problem(
                "sync/timecode-of-other-count",
                "The timecode on its sound counts as " + rate + " frames a second, which no --song-at names.",
                clip,
                "",
                "Name the playback's timecode of the song's start in that count with another --song-at.");
    }
}
