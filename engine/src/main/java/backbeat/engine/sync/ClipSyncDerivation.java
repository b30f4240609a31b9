package backbeat.engine.sync;

import backbeat.engine.derive.Derivation;
import backbeat.engine.derive.JsonFile;
import backbeat.engine.derive.Key;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Clip;
import backbeat.engine.media.Media;
import backbeat.engine.sync.SyncResult.ClipSync;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * One clip's place on one song, kept by content.
 *
 * @param song asked for only when the clip was not heard before
 */
record ClipSyncDerivation(String songFingerprint, Clip clip, Media media, Supplier<SongSide> song)
        implements Derivation<ClipSync> {
    /** Raise when the chain's results change. */
    private static final int VERSION = 22;

    @Override
    public Key key() {
        return Key.of("clip-sync", VERSION)
                .with("song", songFingerprint)
                .with("clip", clip.fingerprint())
                .with("ffmpeg", media.version());
    }

    @Override
    public void derive(Path target, Work work) throws IOException {
        JsonFile.write(target, new ClipSounds(media, song.get(), work).listen(clip.path(), clip.facts()));
    }

    @Override
    public ClipSync read(Path kept) throws IOException {
        ClipSync told = JsonFile.read(kept, ClipSync.class);
        return new ClipSync(
                clip.path(),
                told.seconds(),
                told.verdict(),
                told.reason(),
                told.matches(),
                told.source(),
                told.ltc(),
                told.refused());
    }
}
