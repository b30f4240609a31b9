package backbeat.engine.footage;

import backbeat.engine.footage.SpannedClips.Part;
import backbeat.engine.media.MediaFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Files that one camera wrote in one go; mostly one file. */
record Recording(List<Inspection> parts) {

    /** Of the parts that can be decoded. */
    List<MediaFacts> facts() {
        return parts.stream().map(Inspection::facts).filter(Objects::nonNull).toList();
    }

    /** @param inspected in order of their path */
    static List<Recording> group(List<Inspection> inspected) {
        Map<String, List<Inspection>> named = new LinkedHashMap<>();
        List<Inspection> others = new ArrayList<>();
        for (Inspection each : inspected) {
            Optional<Part> part = partOf(each);
            if (part.isPresent()) {
                named.computeIfAbsent(part.get().recording(), recording -> new ArrayList<>())
                        .add(each);
            } else {
                others.add(each);
            }
        }
        List<Recording> recordings = new ArrayList<>();
        named.values().forEach(parts -> recordings.addAll(runs(parts)));
        recordings.addAll(streams(others));
        return recordings;
    }

    private static Optional<Part> partOf(Inspection inspection) {
        Path file = inspection.seen().file();
        return SpannedClips.byName(String.valueOf(file.getParent()), String.valueOf(file.getFileName()));
    }

    private static int numberOf(Inspection inspection) {
        return partOf(inspection).map(Part::number).orElse(0);
    }

    /** Parts that follow each other without a missing number and fit together. */
    private static List<Recording> runs(List<Inspection> parts) {
        List<Recording> runs = new ArrayList<>();
        List<Inspection> run = new ArrayList<>();
        for (Inspection part : parts.stream()
                .sorted(Comparator.comparingInt(Recording::numberOf))
                .toList()) {
            if (!run.isEmpty() && !(isNextNumber(run.getLast(), part) && fit(run.getLast(), part))) {
                runs.add(new Recording(List.copyOf(run)));
                run.clear();
            }
            run.add(part);
        }
        runs.add(new Recording(List.copyOf(run)));
        return runs;
    }

    private static boolean isNextNumber(Inspection before, Inspection next) {
        return numberOf(next) == numberOf(before) + 1;
    }

    /** Two files that cannot be decoded may be parts too: of a recording in a raw format. */
    private static boolean fit(Inspection before, Inspection next) {
        MediaFacts a = before.facts();
        MediaFacts b = next.facts();
        if (a == null || b == null) {
            return a == null && b == null;
        }
        return SpannedClips.looksAlike(a, b);
    }

    private static List<Recording> streams(List<Inspection> inspected) {
        List<Recording> recordings = new ArrayList<>();
        List<Inspection> run = new ArrayList<>();
        for (Inspection each : inspected) {
            if (!run.isEmpty() && !continuesStream(run.getLast(), each)) {
                recordings.add(new Recording(List.copyOf(run)));
                run.clear();
            }
            run.add(each);
        }
        if (!run.isEmpty()) {
            recordings.add(new Recording(List.copyOf(run)));
        }
        return recordings;
    }

    private static boolean continuesStream(Inspection before, Inspection next) {
        Path a = before.seen().file();
        Path b = next.seen().file();
        MediaFacts factsA = before.facts();
        MediaFacts factsB = next.facts();
        return factsA != null
                && factsB != null
                && String.valueOf(a.getParent()).equals(String.valueOf(b.getParent()))
                && continues(a, factsA, b, factsB);
    }

    private static boolean continues(Path a, MediaFacts factsA, Path b, MediaFacts factsB) {
        String name = String.valueOf(a.getFileName());
        String next = String.valueOf(b.getFileName());
        return SpannedClips.isNextStream(name, next)
                ? SpannedClips.continues(factsA, factsB)
                : SpannedClips.isNextNumbered(name, next) && SpannedClips.continuesByTimecode(bytes(a), factsA, factsB);
    }

    private static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }
}
