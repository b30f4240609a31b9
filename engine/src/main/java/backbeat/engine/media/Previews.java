package backbeat.engine.media;

import backbeat.engine.derive.Derivation;
import backbeat.engine.derive.Fingerprint;
import backbeat.engine.derive.Key;
import backbeat.engine.derive.Vault;
import backbeat.engine.derive.Work;
import backbeat.engine.problem.MediaProblems;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.time.Rational;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What files look and sound like at a glance, kept in a vault: small pictures, the outline of the sound. */
public final class Previews {
    private static final int PICTURE_VERSION = 1;
    private static final int OUTLINE_VERSION = 1;

    private final Media media;
    private final Vault vault;

    public Previews(Media media, Vault vault) {
        this.media = media;
        this.vault = vault;
    }

    /**
     * A frame from the middle as JPEG, upright.
     *
     * @throws ProblemException {@code media/...} when it cannot be decoded
     */
    public byte[] picture(MediaFacts facts, Fingerprint fingerprint, int widthMax, Work work) {
        return vault.get(new Picture(facts, fingerprint, videoOf(facts).frames() / 2, widthMax), work);
    }

    /**
     * The frame that is shown at a clip time as JPEG, upright. Where the file has no index that leads to it, the one from the middle instead, which costs but once.
     *
     * @throws ProblemException {@code media/...} when it cannot be decoded
     */
    public byte[] picture(MediaFacts facts, Fingerprint fingerprint, Rational clipSeconds, int widthMax, Work work) {
        return FrameReader.hasIndex(facts)
                ? vault.get(new Picture(facts, fingerprint, videoOf(facts).frameAt(clipSeconds), widthMax), work)
                : picture(facts, fingerprint, widthMax, work);
    }

    private static VideoFacts videoOf(MediaFacts facts) {
        VideoFacts video = facts.video();
        if (video == null) {
            throw MediaProblems.noPicture(facts.file().toString()).asException();
        }
        return video;
    }

    /** The outline of the whole sound. */
    public Peaks outline(MediaFacts facts, Fingerprint fingerprint, int columnsPerSecond, Work work) {
        return vault.get(new Outline(facts, fingerprint, columnsPerSecond), work);
    }

    private final class Picture implements Derivation<byte[]> {
        private final MediaFacts facts;
        private final Fingerprint fingerprint;
        private final long frame;
        private final int widthMax;

        Picture(MediaFacts facts, Fingerprint fingerprint, long frame, int widthMax) {
            this.facts = facts;
            this.fingerprint = fingerprint;
            this.frame = frame;
            this.widthMax = widthMax;
        }

        @Override
        public Key key() {
            return Key.of("thumbnail", PICTURE_VERSION)
                    .with("ffmpeg", media.version())
                    .with("clip", fingerprint)
                    .with("frame", frame)
                    .with("width", widthMax);
        }

        @Override
        public void derive(Path target, Work work) {
            media.thumbnail(facts, frame, widthMax, target);
        }

        @Override
        public byte[] read(Path kept) throws IOException {
            return Files.readAllBytes(kept);
        }
    }

    private final class Outline implements Derivation<Peaks> {
        private final MediaFacts facts;
        private final Fingerprint fingerprint;
        private final int columnsPerSecond;

        Outline(MediaFacts facts, Fingerprint fingerprint, int columnsPerSecond) {
            this.facts = facts;
            this.fingerprint = fingerprint;
            this.columnsPerSecond = columnsPerSecond;
        }

        @Override
        public Key key() {
            return Key.of("outline", OUTLINE_VERSION)
                    .with("ffmpeg", media.version())
                    .with("sound", fingerprint)
                    .with("columns", columnsPerSecond);
        }

        @Override
        public void derive(Path target, Work work) throws IOException {
            media.peaks(facts, columnsPerSecond).write(target);
        }

        @Override
        public Peaks read(Path kept) throws IOException {
            return Peaks.read(kept);
        }
    }
}
