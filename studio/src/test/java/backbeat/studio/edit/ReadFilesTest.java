package backbeat.studio.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadFilesTest {
    @TempDir
    private Path folder;

    /** An archive may bring any file under the name of a result. */
    @Test
    void resultsThatTellNothingAreEmptyAndNoReasonToFail() throws IOException {
        Files.writeString(folder.resolve("footage.json"), "{}");
        Files.writeString(folder.resolve("cut.json"), "{\"version\": 1}");
        Results results = new Results(folder, new ReadFiles());
        assertThat(results.footage())
                .hasValueSatisfying(footage -> assertThat(footage.clips()).isEmpty());
        assertThat(results.cut())
                .hasValueSatisfying(cut -> assertThat(cut.whole()).isEmpty());
        Files.writeString(folder.resolve("footage.json"), "{\"clips\": [null]}");
        assertThat(new Results(folder, new ReadFiles()).footage()).isEmpty();
    }
}
