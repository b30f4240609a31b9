package backbeat.engine.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backbeat.engine.problem.ProblemException;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.OfflineMedia;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was written can be written again; what somebody made of it stays. */
class WrittenFilesTest {
    @TempDir
    Path folder;

    private static Timeline cut(int tracks) {
        OfflineMedia media = new OfflineMedia("a.mov", "file:///a.mov", "A001", Rate.FPS_25, Rational.ZERO, true, null);
        Item shot = new Item.ClipItem("a.mov", media, Rational.of(3), Rational.of(2), Rational.ONE, Map.of());
        List<Track> all = IntStream.rangeClosed(1, tracks)
                .mapToObj(track -> new Track(Track.Kind.VIDEO, "V" + track, List.of(shot)))
                .toList();
        Timecode start = Timecode.of(1, 0, 0, 0, Rate.FPS_25, false);
        return new Timeline("Song", Rate.FPS_25, start, 1920, 1080, all, List.of());
    }

    private Path written(Format format, int tracks) {
        Path file = folder.resolve("cut." + format.extension());
        new Interchange().write(cut(tracks), format, file);
        return file;
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"OTIO", "OTIOZ", "OTIOD", "FCPXML", "PREMIERE_XML", "EDL"})
    void aFileOfOursIsKnownAgain(Format format) {
        assertThat(Interchange.isUntouched(written(format, 1))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"OTIO", "FCPXML", "PREMIERE_XML", "EDL"})
    void oneCharacterChangedMakesItSomebodyElses(Format format) throws IOException {
        Path file = written(format, 1);
        Files.writeString(file, Files.readString(file).replace("a.mov", "b.mov"));
        assertThat(Interchange.isUntouched(file)).isFalse();
    }

    @Test
    void whatIsReadAndWrittenAgainIsOursAgain() {
        Path file = written(Format.OTIO, 1);
        ForeignTimeline read = ForeignFiles.read(file, null).timelines().getFirst();
        Path again = folder.resolve("again.otio");
        new Interchange().write(Adopted.of(read, null).timeline(), Format.OTIO, again);
        assertThat(Interchange.isUntouched(again)).isTrue();
    }

    @Test
    void listsOfAnOlderCutDoNotStayBesideTheNew() {
        written(Format.EDL, 3);
        assertThat(folder).isDirectoryContaining("glob:**cut-2.edl").isDirectoryContaining("glob:**cut-3.edl");
        written(Format.EDL, 1);
        assertThat(folder.toFile().list()).containsExactly("cut.edl");
    }

    @Test
    void aFurtherListThatSomebodyChangedIsNeitherReplacedNorRemoved() throws IOException {
        written(Format.EDL, 2);
        Path second = folder.resolve("cut-2.edl");
        Files.writeString(second, Files.readString(second) + "* my own remark\r\n");
        String changed = Files.readString(second);
        assertThatThrownBy(() -> written(Format.EDL, 2))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("interchange/would-replace"));
        written(Format.EDL, 1);
        assertThat(second).hasContent(changed);
    }

    @Test
    void aVersionThatHappensToHaveANumberIsNoFurtherList() {
        Path version = folder.resolve("cut-2.edl");
        new Interchange().write(cut(1), Format.EDL, version);
        written(Format.EDL, 1);
        assertThat(version).exists();
        assertThatThrownBy(() -> written(Format.EDL, 2)).isInstanceOf(ProblemException.class);
    }
}
