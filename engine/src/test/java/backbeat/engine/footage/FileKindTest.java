package backbeat.engine.footage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileKindTest {
    @ParameterizedTest
    @CsvSource({
        "A001.MOV, MEDIA",
        "PRIVATE/M4ROOT/CLIP/C0001.MP4, MEDIA",
        "PRIVATE/M4ROOT/SUB/C0001S03.MP4, SIDE_FILE",
        "._A001.MOV, SIDE_FILE",
        "A001.R3D, RAW_PICTURE",
        "DSC1.JPG, STILL",
        "notes.txt, OTHER",
        "notes, OTHER"
    })
    void aNameSaysWhatAFileIs(String path, FileKind kind) {
        assertThat(FileKind.of(path)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"A001.MOV, true", "take.wav, true", "main.ts, false", "song.mod, false", "notes.txt, false"})
    void someNamesSayItSurely(String path, boolean surely) {
        assertThat(FileKind.isSurelyMedia(path)).isEqualTo(surely);
    }
}
