package backbeat.engine.footage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CardLayoutTest {
    @Test
    void aCardIsTheFolderAboveItsMakersForm() {
        CardLayout layout = CardLayout.of(List.of(
                "day 1/B_CAM/PRIVATE/M4ROOT/CLIP/C0001.MP4",
                "PHONE/DCIM/100APPLE/IMG_1.MOV",
                "PHONE/Recordings/memo.wav"));

        assertThat(layout.cardOf("day 1/B_CAM/PRIVATE/M4ROOT/CLIP/C0001.MP4").path())
                .isEqualTo("day 1/B_CAM");
        assertThat(layout.cardOf("PHONE/Recordings/memo.wav").path()).isEqualTo("PHONE");
    }

    @Test
    void reelsBesideEachOtherAreOneCameraAndNamedLettersAreKept() {
        CardLayout layout =
                CardLayout.of(List.of("A_CAM/A001/x.mov", "A_CAM/A002/y.mov", "B_CAM/z.mov", "drone/w.mp4"));

        assertThat(layout.cardOf("A_CAM/A001/x.mov").camera()).isEqualTo("A");
        assertThat(layout.cardOf("A_CAM/A002/y.mov").camera()).isEqualTo("A");
        assertThat(layout.cardOf("B_CAM/z.mov").camera()).isEqualTo("B");
        assertThat(layout.cardOf("drone/w.mp4").camera()).isEqualTo("C");
    }

    @Test
    void chaptersOfOneRecordingShareItsName() {
        assertThat(SpannedClips.byName("f", "GX020042.MP4")).contains(new SpannedClips.Part("f/GX0042", 2));
        assertThat(SpannedClips.byName("f", "GOPR0042.MP4").orElseThrow().recording())
                .isEqualTo(
                        SpannedClips.byName("f", "GP010042.MP4").orElseThrow().recording());
        assertThat(SpannedClips.byName("BPAV/CLPR/001_0007_02", "001_0007_02.MP4"))
                .contains(new SpannedClips.Part("BPAV/CLPR/001_0007", 2));
        assertThat(SpannedClips.byName("CLIPS001/AA0001", "AA000102.MXF"))
                .contains(new SpannedClips.Part("CLIPS001/AA0001/AA0001", 2));
        assertThat(SpannedClips.byName("f", "C0001.MP4")).isEmpty();
        assertThat(SpannedClips.isNextNumbered("C0001.MP4", "C0002.MP4")).isTrue();
        assertThat(SpannedClips.isNextNumbered("MVI_0009.MOV", "MVI_0010.MP4")).isFalse();
        assertThat(SpannedClips.isNextStream("00009.MTS", "00010.MTS")).isTrue();
        assertThat(SpannedClips.isNextStream("00009.MTS", "00011.MTS")).isFalse();
    }

    @Test
    void sideFilesAreKnownByNameAndFolder() {
        assertThat(FileKind.of("a/._C0001.MP4")).isEqualTo(FileKind.SIDE_FILE);
        assertThat(FileKind.of("PRIVATE/M4ROOT/THMBNL/C0001T01.JPG")).isEqualTo(FileKind.SIDE_FILE);
        assertThat(FileKind.of("PRIVATE/M4ROOT/SUB/C0001S03.MP4")).isEqualTo(FileKind.SIDE_FILE);
        assertThat(FileKind.of("DCIM/100GOPRO/GL010042.LRV")).isEqualTo(FileKind.SIDE_FILE);
        assertThat(FileKind.of("DCIM/100APPLE/IMG_1.HEIC")).isEqualTo(FileKind.STILL);
        assertThat(FileKind.of("notes.txt")).isEqualTo(FileKind.OTHER);
    }
}
