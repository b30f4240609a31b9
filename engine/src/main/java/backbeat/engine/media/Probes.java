package backbeat.engine.media;

import backbeat.engine.derive.Derivation;
import backbeat.engine.derive.Fingerprint;
import backbeat.engine.derive.JsonFile;
import backbeat.engine.derive.Key;
import backbeat.engine.derive.Vault;
import backbeat.engine.derive.Work;
import backbeat.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;

/** The facts of files, kept in a vault: a file is probed again only when its content changed. */
public final class Probes {
    private static final int VERSION = 2;

    private final Media media;
    private final Vault vault;

    public Probes(Media media, Vault vault) {
        this.media = media;
        this.vault = vault;
    }

    /** @throws ProblemException when the file cannot be read as media; that is not kept */
    public MediaFacts facts(Path file, Fingerprint fingerprint, Work work) {
        return facts(file, fingerprint, Probe.USUAL_SOUND, work);
    }

    /** @param sound which of the file's sound streams to choose, counted from 0 */
    public MediaFacts facts(Path file, Fingerprint fingerprint, int sound, Work work) {
        return vault.get(new Probing(file.toAbsolutePath(), fingerprint, sound), work);
    }

    private final class Probing implements Derivation<MediaFacts> {
        private final Path file;
        private final Fingerprint fingerprint;
        private final int sound;

        Probing(Path file, Fingerprint fingerprint, int sound) {
            this.file = file;
            this.fingerprint = fingerprint;
            this.sound = sound;
        }

        @Override
        public Key key() {
            return Key.of("facts", VERSION)
                    .with("file", fingerprint)
                    .with("sound", sound)
                    .with("ffmpeg", media.version());
        }

        @Override
        public void derive(Path target, Work work) throws IOException {
            JsonFile.write(target, sound == Probe.USUAL_SOUND ? media.probe(file) : media.probe(file, sound));
        }

        /** The same content may have been seen at another place before. */
        @Override
        public MediaFacts read(Path kept) throws IOException {
            return JsonFile.read(kept, MediaFacts.class).at(file);
        }
    }
}
