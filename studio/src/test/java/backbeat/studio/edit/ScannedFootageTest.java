package backbeat.studio.edit;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.derive.Fingerprint;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Clip;
import backbeat.engine.footage.Footage;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.time.Rational;
import backbeat.studio.production.Kind;
import backbeat.studio.production.Production;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScannedFootageTest {
    @TempDir
    private Path folder;

    private final AtomicInteger scans = new AtomicInteger();
    private final ScannedFootage scanned = new ScannedFootage((production, work) -> scan());

    @Test
    void aFolderIsLookedAtOnceForManyClips() throws IOException {
        file("a.mov", Instant.EPOCH);
        file("b.mov", Instant.EPOCH);
        assertThat(found("a.mov")).isTrue();
        assertThat(found("b.mov")).isTrue();
        assertThat(scans).hasValue(1);
    }

    @Test
    void aClipThatCameMeanwhileIsFound() throws IOException {
        file("a.mov", Instant.EPOCH);
        assertThat(found("a.mov")).isTrue();
        file("b.mov", Instant.EPOCH);
        assertThat(found("b.mov")).isTrue();
        assertThat(found("c.mov")).isFalse();
    }

    @Test
    void aFileThatWasReplacedIsLookedAtAnew() throws IOException {
        file("a.mov", Instant.EPOCH);
        assertThat(found("a.mov")).isTrue();
        file("a.mov", Instant.now().plusSeconds(1));
        assertThat(found("a.mov")).isTrue();
        assertThat(scans).hasValue(2);
    }

    private boolean found(String path) {
        return scanned.clip(production(), path, Work.quiet()).isPresent();
    }

    private Production production() {
        return new Production("0".repeat(32), "Song", "Band", Kind.MUSIC_VIDEO, Instant.EPOCH, null, folder);
    }

    private void file(String name, Instant changed) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, name);
        Files.setLastModifiedTime(file, FileTime.from(changed));
    }

    private Footage scan() {
        scans.incrementAndGet();
        try (Stream<Path> files = Files.list(folder)) {
            return new Footage(
                    folder, List.of(), files.map(ScannedFootageTest::clip).toList(), List.of(), List.of());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Clip clip(Path file) {
        String name = file.getFileName().toString();
        MediaFacts facts = new MediaFacts(file, "mov", Rational.of(1), Rational.ZERO, null, null, List.of(), null);
        return new Clip(name, name, "A", "", List.of(facts), file, new Fingerprint(name), facts);
    }
}
