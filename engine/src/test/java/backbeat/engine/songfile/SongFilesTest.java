package backbeat.engine.songfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backbeat.engine.problem.ProblemException;
import backbeat.engine.song.MadeSongMap;
import backbeat.engine.song.SongMap;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Timecode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SongFilesTest {
    private final SongMap song = SomeSong.of(0.5, List.of("4/4", "4/4", "3/4", "4/4"), 0.5, 1);

    @TempDir
    Path folder;

    static SongFiles.Order order(Part... parts) {
        Set<Part> told = EnumSet.noneOf(Part.class);
        told.addAll(List.of(parts));
        return new SongFiles.Order("song", told, Timecode.parse("01:00:00:00", Rate.FPS_25));
    }

    private String text(SongFormat format, Part... parts) throws IOException {
        Path file = folder.resolve("song." + format.extension());
        new SongFiles(song, order(parts)).write(format, file);
        return Files.readString(file);
    }

    @Test
    void labelsHaveSectionsAsRegionsAndBarsAsPoints() throws IOException {
        assertThat(text(SongFormat.AUDACITY))
                .startsWith("0.5000\t4.5000\tVerse A\n0.5000\t0.5000\t1\n2.5000\t2.5000\t2\n");
        assertThat(text(SongFormat.AUDACITY, Part.BEATS)).contains("1.0000\t1.0000\t1.2\n");
    }

    @Test
    void beatListsHoldTimeAndNumber() throws IOException {
        assertThat(text(SongFormat.BEATS)).startsWith("0.5000\t1\n1.0000\t2\n").hasLineCount(15);
    }

    @Test
    void labListsHoldSectionsOrChords() throws IOException {
        assertThat(text(SongFormat.LAB)).isEqualTo("0.5000 4.5000 Verse_A\n4.5000 9.0000 Section_B\n");
        assertThat(text(SongFormat.LAB, Part.CHORDS)).startsWith("0.5000 2.5000 N\n2.5000 4.5000 Am\n");
    }

    @Test
    void markersOfResolveStandOnTheFrameOfTheirTimeWithColourNameAndLength() throws IOException {
        assertThat(text(SongFormat.MARKERS))
                .startsWith("TITLE: song - song map by Backbeat\r\nFCM: NON-DROP FRAME\r\n\r\n001  001      V     C  ")
                .contains(
                        "01:00:00:12 01:00:00:13 01:00:00:12 01:00:00:13  \r\n |C:ResolveColorGreen |M:Verse A |D:100\r\n")
                .contains("002  001", "|C:ResolveColorBlue |M:Bar 2 |D:1")
                .doesNotContain("Bar 1 ");
    }

    @Test
    void clicksBeginOnTheSampleOfTheirBeatAndTheOneIsLouder() throws IOException {
        Path file = folder.resolve("click.wav");
        new SongFiles(song, order()).write(SongFormat.CLICK, file);
        ByteBuffer wave = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int samples = (int) Math.round(song.duration() * 48_000);
        int data = wave.limit() - 2 * samples;
        assertThat(wave.getInt(data - 4)).isEqualTo(2 * samples);
        for (SongMap.Beat beat : song.beats()) {
            int at = (int) Math.round(beat.time() * 48_000);
            assertThat(wave.getShort(data + 2 * (at - 1))).isZero();
            assertThat((int) wave.getShort(data + 2 * at)).isEqualTo(beat.beat() == 1 ? 26214 : 16384);
        }
    }

    @Test
    void theTimelineHoldsTheMarkersAndNoPicture() {
        var timeline = new SongFiles(song, order(Part.SECTIONS)).timeline(null);
        assertThat(timeline.markers()).hasSize(2);
        assertThat(timeline.tracks()).hasSize(1);
        assertThat(timeline.duration().toDouble())
                .isCloseTo(song.duration(), org.assertj.core.api.Assertions.within(0.04));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"JSON", "FCPXML", "PREMIERE_XML"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatWasWrittenIsKnownAgainAndOtherFilesAreNot(SongFormat format) throws IOException {
        Path file = folder.resolve("x." + format.extension());
        new SongFiles(song, order()).write(format, file);
        assertThat(SongFiles.isOne(file)).isTrue();
        assertThat(SongFiles.isOne(Files.write(file, new byte[200_000])))
                .as("a recording without a line break")
                .isFalse();
        assertThat(SongFiles.isOne(Files.writeString(file, "my notes\n1. call the drummer\n")))
                .isFalse();
        assertThat(SongFiles.isOne(Files.writeString(file, "0.500000\t8.250000\tverse\n8.250000\t8.250000\tclap\n")))
                .as("labels that somebody made in Audacity")
                .isFalse();
    }

    @Test
    void aSongWithoutBeatsHasLabelsOnly() throws IOException {
        SongMap none = MadeSongMap.ofSeconds(9)
                .unsteady("Speech.")
                .sections(List.of(new SongMap.Section(0, 9, 0, 0, "A", null, 0.1)))
                .map();
        SongFiles files = new SongFiles(none, order());
        for (SongFormat format : List.of(SongFormat.MIDI, SongFormat.CLICK, SongFormat.BEATS)) {
            assertThatThrownBy(() -> files.write(format, folder.resolve("n")))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            told -> assertThat(told.problem().code()).isEqualTo("songfile/no-beats"));
        }
        files.write(SongFormat.AUDACITY, folder.resolve("n.txt"));
        assertThat(folder.resolve("n.txt")).hasContent("0.0000\t9.0000\tSection A\n");
    }
}
