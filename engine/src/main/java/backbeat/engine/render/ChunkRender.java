package backbeat.engine.render;

import backbeat.engine.derive.Derivation;
import backbeat.engine.derive.Key;
import backbeat.engine.derive.Work;
import backbeat.engine.media.Media;
import backbeat.engine.media.Scene;
import backbeat.engine.media.SceneEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A chunk as a file, keyed by everything that makes its bytes and by nothing else. */
final class ChunkRender implements Derivation<Path> {
    private static final int VERSION = 2;

    /** Makes the file of a chunk, perhaps with those of others. */
    interface Maker {
        void make(ChunkRender chunk, Path target, Work work) throws IOException;
    }

    private final Scene scene;
    private final Key key;
    private final Maker maker;

    private ChunkRender(Scene scene, Key key, Maker maker) {
        this.scene = scene;
        this.key = key;
        this.maker = maker;
    }

    /** @param maker who makes it when nobody else is asked to */
    static ChunkRender of(Scene scene, SceneEncoder encoder, Media media, OpenedSources sources, Maker maker) {
        Key key = Key.of("chunk", VERSION).with("ffmpeg", media.version()).with("scene", encoder.words(scene));
        for (Scene.Shot shot : scene.shots()) {
            key = key.with("source", sources.fingerprint(shot.source()));
        }
        return new ChunkRender(scene, key, maker);
    }

    ChunkRender by(Maker other) {
        return new ChunkRender(scene, key, other);
    }

    Scene scene() {
        return scene;
    }

    long frames() {
        return scene.frames();
    }

    @Override
    public Key key() {
        return key;
    }

    @Override
    public void derive(Path target, Work work) throws IOException {
        maker.make(this, target, work);
    }

    @Override
    public Path read(Path kept) throws IOException {
        if (Files.size(kept) == 0) {
            throw new IOException("empty: " + kept);
        }
        return kept;
    }
}
