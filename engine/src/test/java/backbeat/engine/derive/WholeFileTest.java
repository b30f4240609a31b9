package backbeat.engine.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backbeat.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    Path folder;

    @Test
    void makesTheFoldersAndLeavesTheFileAlone() throws IOException {
        Path file = folder.resolve("new/result.json");
        WholeFile.write(file, unfinished -> Files.writeString(unfinished, "whole"));
        assertThat(file).hasContent("whole");
        assertThat(namesIn(folder.resolve("new"))).containsExactly("result.json");
    }

    @Test
    void whatStoodThereStaysWhenWritingFails() throws IOException {
        Path file = Files.writeString(folder.resolve("result.json"), "before");
        assertThatThrownBy(() -> WholeFile.write(file, unfinished -> {
                    Files.writeString(unfinished, "ha");
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(file).hasContent("before");
        assertThat(namesIn(folder)).containsExactly("result.json");
    }

    @Test
    void aFullDiskAndAPlaceThatCannotBeWrittenAreToldAsSuch() throws IOException {
        assertThatThrownBy(() -> WholeFile.write(folder.resolve("a"), unfinished -> {
                    throw new IOException("No space left on device");
                }))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().code()).isEqualTo("derive/disk-filled-up");
                    assertThat(e.problem().where()).isEqualTo(folder.toString());
                });
        Path noFolder = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> WholeFile.write(noFolder.resolve("b"), unfinished -> {}))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("derive/cannot-write"));
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
