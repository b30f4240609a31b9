package backbeat.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {
    @TempDir
    Path folder;

    /** What it does not reach is not in the start cache. */
    @Test
    void aRehearsalGoesTheWholeWayToAFilm() throws IOException {
        Rehearsal.main(new String[] {folder.toString()});
        assertThat(folder.resolve("out/report.html")).isNotEmptyFile();
        assertThat(folder.resolve("out/rough-cut.mp4")).isNotEmptyFile();
        assertThat(folder.resolve("film.mp4")).isNotEmptyFile();
    }
}
