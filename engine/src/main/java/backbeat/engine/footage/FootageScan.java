package backbeat.engine.footage;

import backbeat.engine.derive.Fingerprint;
import backbeat.engine.derive.Vault;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.FolderWalk.Seen;
import backbeat.engine.footage.Footage.Card;
import backbeat.engine.footage.Footage.FileOutcome;
import backbeat.engine.footage.Footage.Outcome;
import backbeat.engine.media.Media;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.FootageProblems;
import backbeat.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the clips below a folder: walks it, tells cards and cameras by the forms of their folders, probes what may be media, joins what a camera broke off, and
 * says of every file what became of it.
 */
public final class FootageScan {
    private final Media media;
    private final Vault vault;

    public FootageScan(Media media, Vault vault) {
        this.media = media;
        this.vault = vault;
    }

    /** Scans a folder in which nothing is left out but results of Backbeat. */
    public Footage scan(Path folder, Work work) {
        return scan(folder, List.of(), work);
    }

    /**
     * Scans a folder. Results of Backbeat that lie in it, and the folders it works in, are told as such and left alone.
     *
     * @param ownFolders in which Backbeat keeps what it computes
     * @throws ProblemException when the folder itself cannot be read
     */
    public Footage scan(Path folder, List<Path> ownFolders, Work work) {
        Path root = folder.toAbsolutePath().normalize();
        work.progress(0, "looking for clips");
        List<Seen> seen = walk(root, ownFolders);
        List<Seen> possible = seen.stream().filter(FootageScan::mayBeMedia).toList();
        CardLayout layout = CardLayout.of(possible.stream().map(Seen::path).toList());
        List<Inspection> inspected = new Inspector(media, vault).inspectAll(possible, work.part(0.01, 0.9));
        List<Recording> recordings = Recording.group(inspected);
        return new Assembly(root, layout, seen).of(recordings, work.part(0.9, 1));
    }

    /**
     * One file as a scan of its folder would take it: the sound that is heard of several is the same. Parts of a spanned clip are not joined.
     *
     * @throws ProblemException when it is no clip
     */
    public MediaFacts facts(Path file, Work work) {
        Path whole = file.toAbsolutePath().normalize();
        Seen seen = new Seen(whole, String.valueOf(whole.getFileName()), FolderWalk.Sight.REGULAR);
        Inspection inspection =
                new Inspector(media, vault).inspectAll(List.of(seen), work).getFirst();
        if (inspection.facts() == null) {
            throw Objects.requireNonNull(inspection.problem())
                    .at(file.toString())
                    .asException();
        }
        return inspection.facts();
    }

    private static List<Seen> walk(Path root, List<Path> ownFolders) {
        try {
            return FolderWalk.below(root, ownFolders);
        } catch (IOException e) {
            throw new ProblemException(FootageProblems.footageFolder(root.toString()), e);
        }
    }

    private static boolean mayBeMedia(Seen seen) {
        FileKind kind = FileKind.of(seen.path());
        return seen.sight() == FolderWalk.Sight.REGULAR && (kind == FileKind.MEDIA || kind == FileKind.RAW_PICTURE);
    }

    /** Gathers one answer: clips, and an outcome for each file that was seen. */
    private final class Assembly {
        private final Path root;
        private final CardLayout layout;
        private final List<Seen> seen;
        private final Map<String, FileOutcome> outcomes = new LinkedHashMap<>();
        private final List<Clip> clips = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();

        Assembly(Path root, CardLayout layout, List<Seen> seen) {
            this.root = root;
            this.layout = layout;
            this.seen = seen;
        }

        Footage of(List<Recording> recordings, Work work) {
            for (int i = 0; i < recordings.size(); i++) {
                work.progress((double) i / recordings.size(), "joining clips in parts");
                add(recordings.get(i), work);
            }
            for (Seen file : seen) {
                outcomes.computeIfAbsent(file.path(), path -> Outcomes.ofUnopened(file));
            }
            clips.sort(Comparator.comparing(Clip::path));
            List<FileOutcome> files = outcomes.values().stream()
                    .sorted(Comparator.comparing(FileOutcome::path))
                    .toList();
            return new Footage(root, cardsWithClips(), List.copyOf(clips), files, List.copyOf(findings));
        }

        /** A folder of texts is no card. */
        private List<Card> cardsWithClips() {
            Set<String> used = new HashSet<>();
            clips.forEach(clip -> used.add(clip.card()));
            return layout.cards().stream()
                    .filter(card -> used.contains(card.path()))
                    .toList();
        }

        private void add(Recording recording, Work work) {
            Inspection first = recording.parts().getFirst();
            Inspection whole = first;
            if (recording.parts().size() > 1 && first.isMedia()) {
                Optional<Inspection> joined = new PartJoin(media, vault).join(recording, work);
                if (joined.isEmpty()) {
                    recording.parts().forEach(this::addSingle);
                    return;
                }
                whole = joined.get();
            }
            for (Inspection part :
                    recording.parts().subList(1, recording.parts().size())) {
                outcomes.put(part.seen().path(), new FileOutcome(part.seen().path(), Outcome.PART_OF_CLIP, null));
            }
            addClip(recording, whole);
        }

        private void addSingle(Inspection inspection) {
            addClip(new Recording(List.of(inspection)), inspection);
        }

        private void addClip(Recording recording, Inspection whole) {
            Seen file = recording.parts().getFirst().seen();
            FileOutcome outcome = Outcomes.ofInspected(file.path(), whole);
            outcomes.put(file.path(), outcome);
            Fingerprint fingerprint = whole.fingerprint();
            boolean isClip = outcome.outcome() == Outcome.USABLE || outcome.outcome() == Outcome.SILENT;
            if (!isClip || whole.facts() == null || fingerprint == null) {
                return;
            }
            findings.addAll(whole.facts().findings());
            Card card = layout.cardOf(file.path());
            clips.add(new Clip(
                    file.path(),
                    String.valueOf(file.file().getFileName()),
                    card.camera(),
                    card.path(),
                    recording.parts().size() == 1 ? List.of(whole.facts()) : recording.facts(),
                    whole.facts().file(),
                    fingerprint,
                    whole.facts()));
        }
    }
}
