package backbeat.engine.sync;

import backbeat.engine.sync.SyncResult.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a clip has no place, or more than one: codes of the contract, with the words for people. */
final class Reasons {
    static final String NO_SOUND = "sync/no-sound";
    static final String TOO_SHORT = "sync/too-short";
    static final String NO_SONG = "sync/no-song";
    static final String EQUAL_PLACES = "sync/equal-places";
    static final String LOOP_ONLY = "sync/loop-only";
    static final String OTHER_PERFORMANCE = "sync/other-performance";
    static final String OTHER_SONG = "sync/other-song";
    static final String WEAK = "sync/weak";
    static final String UNREADABLE = "sync/unreadable";

    static final Reason ONLY_TIMECODE = new Reason(
            NO_SOUND, "All sound of the clip is timecode. Name the timecode of the song's start with --song-at.");

    /** Codes of a refusal, those that say more later. */
    private static final List<String> BY_WORTH =
            List.of(NO_SOUND, TOO_SHORT, NO_SONG, LOOP_ONLY, OTHER_PERFORMANCE, EQUAL_PLACES);

    private Reasons() {}

    /** Whether a person learns more from one refusal than from another, of parts of one clip. */
    static boolean saysMore(String code, String other) {
        return BY_WORTH.indexOf(code) > BY_WORTH.indexOf(other);
    }

    static Reason of(String code) {
        return new Reason(code, words(code));
    }

    static Reason otherSong(String name) {
        return new Reason(OTHER_SONG, "The clip holds another song: " + name + ".");
    }

    /** @param songAt what the timecode probably means */
    static Reason weakTimecode(@Nullable Object songAt) {
        return new Reason(
                WEAK,
                "Its timecode places it, but one clip alone shows that the song began at " + songAt
                        + ", or no song was heard here. Look at it before you use it, or confirm the timecode with --song-at.");
    }

    static Reason unreadable(String why) {
        return new Reason(UNREADABLE, why);
    }

    private static String words(String code) {
        return switch (code) {
            case NO_SOUND ->
                "The clip has no sound to compare. Place it by hand, by timecode or through another camera.";
            case TOO_SHORT -> "Too little sound to tell the place. Place it by hand or through another camera.";
            case NO_SONG ->
                "The song was not heard. Another song? Live without playback? Was the playback or the sound muted?";
            case EQUAL_PLACES ->
                "Several places of the song sound exactly alike. Choose one, or place the clip through another camera.";
            case LOOP_ONLY ->
                "Only a loop was heard that fits many places of the song. Another song with the same beat?";
            case OTHER_PERFORMANCE ->
                "The rhythm fits, the sound does not: the song was played or sung anew. Place the clip by hand.";
            case WEAK -> "A place was found, but it is not certain. Look at it before you use it.";
            default -> "The clip could not be read.";
        };
    }
}
