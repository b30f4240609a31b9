package backbeat.engine.render;

import backbeat.engine.derive.Fingerprint;
import backbeat.engine.media.ColourStep;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.RenderProblems;
import backbeat.engine.timeline.GeneratedMedia;
import backbeat.engine.timeline.MediaReference;
import backbeat.engine.timeline.OfflineMedia;
import backbeat.engine.timeline.SourceMedia;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that a film is made of, opened and known by content. */
final class OpenedSources {
    private final Map<Path, Source> files = new LinkedHashMap<>();
    private final Map<GeneratedMedia, Source> generated = new LinkedHashMap<>();
    private final Map<Path, List<ColourStep>> tables = new LinkedHashMap<>();
    private final Map<Path, Fingerprint> fingerprints = new LinkedHashMap<>();

    private final Set<Finding> findings = new LinkedHashSet<>();

    private final int width;
    private final int height;

    /** @param width of the pictures that are drawn for it */
    OpenedSources(int width, int height) {
        this.width = width;
        this.height = height;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    void put(Path file, Source source) {
        files.put(file, source);
        fingerprints.put(source.facts().file(), source.fingerprint());
    }

    void put(GeneratedMedia made, Source source) {
        generated.put(made, source);
        fingerprints.put(source.facts().file(), source.fingerprint());
    }

    void put(Path cube, List<ColourStep> table) {
        tables.put(cube, table);
    }

    /** Takes note of what there is nothing to show for. */
    void isMissing(OfflineMedia media) {
        String where = media.url().isEmpty() ? media.name() : media.url();
        findings.add(Finding.warning(RenderProblems.sourceMissing(media.name(), where)));
    }

    /** What is not shown, each source once. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    boolean has(Path file) {
        return files.containsKey(file);
    }

    /** Null for what is not here: it is shown as nothing, and a finding tells. */
    @Nullable
    Source of(SourceMedia media) {
        return switch (media) {
            case MediaReference here -> files.get(here.file());
            case GeneratedMedia made -> generated.get(made);
            default -> null;
        };
    }

    List<ColourStep> table(Path cube) {
        return Objects.requireNonNull(tables.get(cube));
    }

    Fingerprint fingerprint(MediaFacts decoded) {
        return Objects.requireNonNull(fingerprints.get(decoded.file()));
    }
}
