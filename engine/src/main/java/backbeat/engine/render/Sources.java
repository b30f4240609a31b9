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
import backbeat.engine.timeline.Effect;
import backbeat.engine.timeline.GeneratedMedia;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Item.ClipItem;
import backbeat.engine.timeline.Item.Nested;
import backbeat.engine.timeline.Item.Piece;
import backbeat.engine.timeline.MediaReference;
import backbeat.engine.timeline.Multicam;
import backbeat.engine.timeline.OfflineMedia;
import backbeat.engine.timeline.SourceMedia;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

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

    /** What all picture tracks show, within nested timelines too. */
    OpenedSources openAll(Timeline timeline, Work work) {
        OpenedSources opened = new OpenedSources(timeline.width(), timeline.height());
        timeline.tracks().stream()
                .filter(track -> track.kind() == Track.Kind.VIDEO && track.enabled())
                .forEach(track -> openAll(track.items(), opened, work, 0));
        return opened;
    }

    private void openAll(List<Item> items, OpenedSources opened, Work work, int depth) {
        for (Item item : items) {
            if (!(item instanceof Piece piece) || !piece.enabled() || depth > Lanes.DEEPEST) {
                continue;
            }
            for (Effect effect : piece.effects()) {
                if (effect instanceof Effect.LookTable table) {
                    opened.put(table.cube(), new Tables(vault).open(table.cube(), work));
                }
            }
            switch (piece) {
                case Nested nested ->
                    nested.content().tracks().stream()
                            .filter(track -> track.kind() == Track.Kind.VIDEO && track.enabled())
                            .forEach(track -> openAll(track.items(), opened, work, depth + 1));
                case ClipItem clip -> open(clip.media(), opened, work, depth);
            }
        }
    }

    private void open(SourceMedia media, OpenedSources opened, Work work, int depth) {
        switch (media) {
            case MediaReference here when !opened.has(here.file()) -> opened.put(here.file(), open(here.file(), work));
            case GeneratedMedia made when TitlePicture.isDrawn(made) -> opened.put(made, draw(made, opened, work));
            case OfflineMedia offline -> opened.isMissing(offline);
            case Multicam multicam ->
                multicam.pictureAngle().ifPresent(angle -> openAll(angle.items(), opened, work, depth + 1));
            default -> {}
        }
    }

    private Source draw(GeneratedMedia made, OpenedSources opened, Work work) {
        TitlePicture picture = new TitlePicture(made, opened.width(), opened.height());
        Path file = vault.getFile(picture, work);
        Fingerprint fingerprint = new Fingerprint(picture.key().hash());
        MediaFacts facts = probes.facts(file, fingerprint, work);
        return new Source(fingerprint, facts, facts, 0);
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
