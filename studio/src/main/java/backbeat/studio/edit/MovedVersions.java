package backbeat.studio.edit;

import backbeat.engine.interchange.Interchange;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.timeline.KnownMedia;
import backbeat.engine.timeline.Timeline;
import backbeat.studio.production.Production;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Versions of a cut that were made elsewhere: their files for other programs name the clips and the song where they lay there. Here each file is the clip whose path
 * ends its own, the longest first; what fits none keeps its old name, which is told as offline.
 */
final class MovedVersions {
    private final Production production;
    private final Results results;
    private final List<String> clips;
    private boolean found;
    private boolean missed;

    MovedVersions(Production production, Results results) {
        this.production = production;
        this.results = results;
        this.clips = results.footage().stream()
                .flatMap(footage -> footage.clips().stream())
                .map(FootageView.ClipView::path)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** Writes the files of all versions anew. */
    void settle() {
        results.versions().forEach(number -> settle(results.version(number)));
    }

    /** Whether a file of any version lies here; also when no version has a file. */
    boolean foundAny() {
        return found || !missed;
    }

    /** One that cannot be read stays what it was: whoever opens it is told. */
    private void settle(Results version) {
        if (version.file(VersionFile.NAME).toFile().isFile()) {
            try {
                Timeline here = KnownMedia.moved(VersionFile.asTold(version), this::here);
                CutMaking.interchange()
                        .forEach((name, format) -> new Interchange().write(here, format, version.file(name)));
            } catch (ProblemException unreadable) {
                System.getLogger(MovedVersions.class.getName())
                        .log(
                                System.Logger.Level.WARNING,
                                version.file(VersionFile.NAME) + ": "
                                        + unreadable.problem().oneLine());
            }
        }
    }

    private Path here(Path file) {
        if (VersionFile.isOf(production, file)) {
            return file;
        }
        Optional<Path> clip = clip(file);
        Optional<Path> here = song(file).or(() -> clip);
        found |= clip.isPresent();
        missed |= here.isEmpty();
        return here.orElse(file);
    }

    private Optional<Path> song(Path file) {
        Production.Song song = production.song();
        return Optional.ofNullable(song)
                .map(Production.Song::file)
                .filter(own -> own.getFileName().equals(file.getFileName()));
    }

    private Optional<Path> clip(Path file) {
        Path folder = production.footage();
        return folder == null
                ? Optional.empty()
                : clips.stream().filter(file::endsWith).findFirst().map(folder::resolve);
    }
}
