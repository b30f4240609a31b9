package backbeat.engine.footage;

import backbeat.engine.derive.Derivation;
import backbeat.engine.derive.Fingerprint;
import backbeat.engine.derive.Key;
import backbeat.engine.derive.Vault;
import backbeat.engine.derive.Work;
import backbeat.engine.media.Encoder;
import backbeat.engine.media.Media;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.problem.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The parts of a recording as one file in the vault, copied without decoding. */
final class PartJoin {
    private static final int VERSION = 2;
    private static final String TRANSPORT_STREAM = "mpegts";

    private final Media media;
    private final Vault vault;

    PartJoin(Media media, Vault vault) {
        this.media = media;
        this.vault = vault;
    }

    /** @return empty when the parts cannot be joined: then each is a clip of its own */
    Optional<Inspection> join(Recording recording, Work work) {
        try {
            Joining joining = new Joining(recording.parts());
            Path joined = vault.getFile(joining, work);
            Fingerprint fingerprint = new Fingerprint(joining.key().hash());
            Inspection whole = new Inspector(media, vault)
                    .inspect(recording.parts().getFirst().seen(), joined, fingerprint, work);
            return Optional.of(whole).filter(Inspection::isMedia);
        } catch (ProblemException notJoinable) {
            return Optional.empty();
        }
    }

    private final class Joining implements Derivation<Path> {
        private final List<Inspection> parts;

        Joining(List<Inspection> parts) {
            this.parts = parts;
        }

        @Override
        public Key key() {
            Key key = Key.of("joined-parts", VERSION).with("ffmpeg", media.version());
            for (Inspection part : parts) {
                key = key.with("part", Objects.requireNonNull(part.fingerprint()));
            }
            return key;
        }

        @Override
        public void derive(Path target, Work work) throws IOException {
            List<MediaFacts> facts = parts.stream()
                    .map(part -> Objects.requireNonNull(part.facts()))
                    .toList();
            if (facts.getFirst().container().equals(TRANSPORT_STREAM)) {
                writeOneAfterAnother(facts, target, work);
            } else {
                new Encoder(media).joinParts(facts, target, work);
            }
        }

        /** A camera cuts a transport stream wherever a file is full, in the middle of a picture too: the bytes in a row are the stream again. */
        private static void writeOneAfterAnother(List<MediaFacts> facts, Path target, Work work) throws IOException {
            try (OutputStream out = Files.newOutputStream(target)) {
                for (MediaFacts part : facts) {
                    work.stopIfCancelled();
                    Files.copy(part.file(), out);
                }
            }
        }

        @Override
        public Path read(Path kept) throws IOException {
            if (Files.size(kept) == 0) {
                throw new IOException("empty: " + kept);
            }
            return kept;
        }
    }
}
