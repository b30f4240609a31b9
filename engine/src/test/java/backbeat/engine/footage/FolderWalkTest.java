package backbeat.engine.footage;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.footage.FolderWalk.Sight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
class FolderWalkTest {
    @TempDir
    Path folder;

    @Test
    void linksThatLeadInCirclesEnd() throws IOException {
        Path card = Files.createDirectories(folder.resolve("a/b"));
        Files.createFile(card.resolve("C0001.MP4"));
        Files.createSymbolicLink(card.resolve("up"), folder);
        Files.createSymbolicLink(card.resolve("itself"), card);
        Files.createSymbolicLink(folder.resolve("x"), folder.resolve("y"));
        Files.createSymbolicLink(folder.resolve("y"), folder.resolve("x"));

        assertThat(sights())
                .isEqualTo(Map.of(
                        "a/b/C0001.MP4", Sight.REGULAR,
                        "a/b/itself", Sight.SEEN_BEFORE,
                        "a/b/up", Sight.SEEN_BEFORE,
                        "x", Sight.BROKEN_LINK,
                        "y", Sight.BROKEN_LINK));
    }

    @Test
    void aLinkToFootageElsewhereIsFollowedAndACopyByLinkIsToldAsSuch(@TempDir Path elsewhere) throws IOException {
        Files.createFile(elsewhere.resolve("C0002.MP4"));
        Files.createSymbolicLink(folder.resolve("card"), elsewhere);
        Files.createSymbolicLink(folder.resolve("twice.mp4"), elsewhere.resolve("C0002.MP4"));

        assertThat(sights()).isEqualTo(Map.of("card/C0002.MP4", Sight.REGULAR, "twice.mp4", Sight.SEEN_BEFORE));
    }

    @Test
    void aPipeIsNotOpened() throws Exception {
        assertThat(new ProcessBuilder(
                                List.of("mkfifo", folder.resolve("pipe.mp4").toString()))
                        .start()
                        .waitFor())
                .isZero();

        assertThat(sights()).isEqualTo(Map.of("pipe.mp4", Sight.NO_FILE));
    }

    private Map<String, Sight> sights() throws IOException {
        return FolderWalk.below(folder, List.of()).stream()
                .collect(Collectors.toMap(FolderWalk.Seen::path, FolderWalk.Seen::sight));
    }
}
