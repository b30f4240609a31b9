package backbeat.engine.sync;

import backbeat.engine.derive.Vault;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Clip;
import backbeat.engine.media.Media;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.sync.SyncResult.ClipSync;
import java.util.function.Supplier;

/**
 * Hears clips for one song, one at a time, and keeps what was heard. The song's own sound is got ready with the first clip that was not heard before. Safe to use
 * from several threads.
 */
public final class Listening {
    private final Media media;
    private final Vault vault;
    private final String songFingerprint;
    private final Supplier<SongSide> song;

    Listening(Media media, Vault vault, String songFingerprint, Supplier<SongSide> song) {
        this.media = media;
        this.vault = vault;
        this.songFingerprint = songFingerprint;
        this.song = song;
    }

    /** Whether what a clip's sound tells is kept; so is what has none. */
    public boolean knows(Clip clip) {
        return !clip.hasSound() || vault.has(derivation(clip).key());
    }

    /**
     * What the sound of a clip tells by itself.
     *
     * @throws ProblemException when it cannot be decoded
     */
    public ClipSync hear(Clip clip, Work work) {
        return vault.get(derivation(clip), work);
    }

    private ClipSyncDerivation derivation(Clip clip) {
        return new ClipSyncDerivation(songFingerprint, clip, media, song);
    }
}
