package backbeat.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreenTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void whereThereIsAScreenThePageIsHandedToTheDesktop() throws Exception {
        Path asked = folder.resolve("asked");
        desktopThatNotes(asked);
        Path page = folder.resolve("my report.html");
        boolean shown = new Screen(Map.of("DISPLAY", ":0", "PATH", folder.toString())).show(page);
        assertThat(shown).isTrue();
        Instant end = Instant.now().plus(PATIENCE);
        while (!Files.exists(asked) && Instant.now().isBefore(end)) {
            Thread.sleep(20);
        }
        assertThat(asked).hasContent(page.toUri().toString());
    }

    @Test
    void withoutAScreenOrADesktopNothingHappens() throws IOException {
        desktopThatNotes(folder.resolve("asked"));
        Path page = folder.resolve("report.html");
        assertThat(new Screen(Map.of("DISPLAY", "", "PATH", folder.toString())).show(page))
                .isFalse();
        assertThat(new Screen(Map.of("DISPLAY", ":0", "PATH", "/nowhere")).show(page))
                .isFalse();
        assertThat(new Screen(Map.of()).show(page)).isFalse();
    }

    private void desktopThatNotes(Path asked) throws IOException {
        Path program = Files.writeString(
                folder.resolve("xdg-open"),
                "#!/bin/sh\nprintf '%s' \"$1\" > '" + asked + ".new'\n/bin/mv '" + asked + ".new' '" + asked + "'\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }
}
