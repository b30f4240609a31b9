package backbeat.engine.render;

import backbeat.engine.derive.Derivation;
import backbeat.engine.derive.Fingerprint;
import backbeat.engine.derive.Key;
import backbeat.engine.derive.Vault;
import backbeat.engine.derive.Work;
import backbeat.engine.media.Encoder;
import backbeat.engine.media.Media;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.media.Probes;
import backbeat.engine.problem.MediaProblems;
import backbeat.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;

/** Opens the sources of a film. Transport streams, in which frames cannot be sought, are copied into MOV files in the vault first. */
final class Sources {
    private static final int VERSION = 1;

    private final Media media;
    private final Vault vault;
    private final Probes probes;

    Sources(Media media, Vault vault) {
        this.media = media;
        this.vault = vault;
        this.probes = new Probes(media, vault);
    }

    Source open(Path file, Work work) {
        Fingerprint fingerprint = fingerprint(file);
        MediaFacts facts = probes.facts(file, fingerprint, work);
        if (facts.video() == null || !facts.container().startsWith("mpeg")) {
            return new Source(fingerprint, facts, facts, 0);
        }
        Copying copying = new Copying(facts, fingerprint);
        Path copy = vault.getFile(copying, work);
        MediaFacts ofCopy = probes.facts(copy, new Fingerprint(copying.key().hash()), work);
        long lost = ofCopy.video() == null
                ? 0
                : facts.video().frames() - ofCopy.video().frames();
        return new Source(fingerprint, facts, ofCopy, Math.max(0, lost));
    }

    private static Fingerprint fingerprint(Path file) {
        try {
            return Fingerprint.of(file);
        } catch (IOException e) {
            throw new ProblemException(
                    MediaProblems.mediaUnreadable(file.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    private final class Copying implements Derivation<Path> {
        private final MediaFacts facts;
        private final Fingerprint fingerprint;

        Copying(MediaFacts facts, Fingerprint fingerprint) {
            this.facts = facts;
            this.fingerprint = fingerprint;
        }

        @Override
        public Key key() {
            return Key.of("picture-copy", VERSION).with("file", fingerprint).with("ffmpeg", media.version());
        }

        @Override
        public void derive(Path target, Work work) throws IOException {
            new Encoder(media).copyPicture(facts, target, work);
        }

        @Override
        public Path read(Path kept) {
            return kept;
        }
    }
}
