package backbeat.engine.footage;

import backbeat.engine.derive.Fingerprint;
import backbeat.engine.derive.SideBySide;
import backbeat.engine.derive.Vault;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.FolderWalk.Seen;
import backbeat.engine.media.Media;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.media.Probes;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.FootageProblems;
import backbeat.engine.problem.MediaProblems;
import backbeat.engine.problem.Problem;
import backbeat.engine.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Opens files that may be media, several at once. One bad file never stops the others. */
final class Inspector {
    private static final int TEXT_SAMPLE_BYTES = 1024;

    private final Media media;
    private final Vault vault;
    private final Probes probes;

    Inspector(Media media, Vault vault) {
        this.media = media;
        this.vault = vault;
        this.probes = new Probes(media, vault);
    }

    /** @return in the order of the files */
    List<Inspection> inspectAll(List<Seen> files, Work work) {
        return SideBySide.each(
                files,
                file -> inspect(file, work),
                file -> count -> "reading clip " + count + " of " + files.size(),
                work);
    }

    private Inspection inspect(Seen seen, Work work) {
        work.stopIfCancelled();
        if (FileKind.of(seen.path()) == FileKind.RAW_PICTURE) {
            return Inspection.failed(seen, FootageProblems.rawPicture(seen.path()));
        }
        try {
            if (Files.size(seen.file()) == 0) {
                return Inspection.failed(seen, FootageProblems.emptyFile(seen.path()));
            }
            if (isText(seen.file())) {
                return Inspection.failed(seen, MediaProblems.notMedia(seen.path(), "It holds text."));
            }
            return inspect(seen, seen.file(), Fingerprint.of(seen.file()), work);
        } catch (IOException e) {
            return Inspection.failed(seen, MediaProblems.mediaUnreadable(seen.path(), String.valueOf(e.getMessage())));
        }
    }

    /** No container of media begins with a kilobyte without any control character. */
    private static boolean isText(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            for (byte b : in.readNBytes(TEXT_SAMPLE_BYTES)) {
                boolean layout = b == '\n' || b == '\r' || b == '\t' || b == '\f';
                if (b >= 0 && b < ' ' && !layout) {
                    return false;
                }
            }
            return true;
        }
    }

    private static MediaFacts withNote(MediaFacts facts, Problem note) {
        return facts.withFinding(Finding.note(note));
    }

    /** @param file what to open: the seen file, or the parts that begin with it joined */
    Inspection inspect(Seen seen, Path file, Fingerprint fingerprint, Work work) {
        try {
            MediaFacts facts = probes.facts(file, fingerprint, work);
            HeardSound.Verdict heard = vault.get(new HeardSound(media, facts, fingerprint), work);
            MediaFacts listened = heard.silent() || heard.isUsual()
                    ? facts
                    : withNote(
                            probes.facts(file, fingerprint, heard.sound(), work),
                            MediaProblems.otherSound(seen.path(), heard.sound() + 1));
            return new Inspection(seen, fingerprint, listened, heard.silent(), null);
        } catch (ProblemException e) {
            return Inspection.failed(seen, e.problem().at(seen.path()));
        }
    }
}
