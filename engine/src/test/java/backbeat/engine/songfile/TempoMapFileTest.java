package backbeat.engine.songfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import backbeat.engine.problem.ProblemException;
import backbeat.engine.song.Correction;
import backbeat.engine.song.SongMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TempoMapFileTest {
    @TempDir
    Path folder;

    private Path midi(String track) throws IOException {
        String events = track.replace(" ", "");
        String size = String.format(Locale.ROOT, "%08X", events.length() / 2);
        String whole = "4D546864000000060000000100604D54726B" + size + events;
        return Files.write(folder.resolve("a.mid"), HexFormat.of().parseHex(whole));
    }

    @Test
    void tempoAndMetreBecomeBars() throws IOException {
        // A bar of 3/4 at 120, then 6/8 at 60 quarters a minute; a note with running status and an exclusive message
        // between.
        Path file = midi("00 FF580403021808 00 FF510307A120 00 903C40 60 3C00 8140 FF580406031808"
                + "00 FF51030F4240 8460 803C00 00 F0030102F7 00 FF2F00");
        Correction.TempoMap map = TempoMapFile.read(file, 0.25);
        assertThat(map.by()).isEqualTo("a.mid");
        assertThat(map.bars().getFirst()).isEqualTo(new Correction.SaidBar("3/4", List.of(0.25, 0.75, 1.25)));
        assertThat(map.bars().get(1)).isEqualTo(new Correction.SaidBar("6/8", List.of(1.75, 3.25)));
        assertThat(map.bars()).hasSizeBetween(3, 4);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.03, 0.5631, 2.4, 31})
    void whatIsWrittenReadsBackOnItsBeats(double firstDownbeat) throws IOException {
        List<String> metres = List.of("4/4", "4/4", "3/4", "6/8", "7/8", "12/8", "5/4", "2/4", "4/4");
        SongMap song = SomeSong.of(firstDownbeat, metres, 0.47, 1.004);
        Path file = folder.resolve("b.mid");
        write(song, file);
        Correction.TempoMap back = TempoMapFile.read(file, 0);
        List<Double> beats =
                back.bars().stream().flatMap(bar -> bar.beats().stream()).toList();
        for (int i = 0; i < song.beats().size(); i++) {
            assertThat(beats.get(i)).isCloseTo(song.beats().get(i).time(), within(0.0052));
        }
        assertThat(back.bars()).extracting(Correction.SaidBar::metre).startsWith(metres.toArray(String[]::new));
    }

    @Test
    void musicMadeToAClickHasOneTempo() throws IOException {
        SongMap song = SomeSong.of(0.5, Collections.nCopies(40, "4/4"), 60 / 128.0, 1);
        Path file = folder.resolve("c.mid");
        write(song, file);
        String bytes = HexFormat.of().formatHex(Files.readAllBytes(file));
        // One tempo for the lead-in, one of exactly 468750 microseconds a quarter for the song.
        assertThat(bytes.split("ff5103", -1)).hasSize(3);
        assertThat(bytes).contains("ff510307270e");
    }

    @Test
    void sectionsAreMarkers() throws IOException {
        Path file = folder.resolve("d.mid");
        write(SomeSong.of(0.5, Collections.nCopies(8, "4/4"), 0.5, 1), file);
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains("Verse A", "Section B", "bar 1");
    }

    @Test
    void foreignAndBrokenBytesAreAProblemAndNoFault() throws IOException {
        Path whole = folder.resolve("e.mid");
        write(SomeSong.of(0.5, Collections.nCopies(8, "4/4"), 0.5, 1), whole);
        byte[] bytes = Files.readAllBytes(whole);
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            byte[] broken = bytes.clone();
            for (int i = 0; i < 1 + round % 9; i++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            Path file = Files.write(
                    folder.resolve("f.mid"), java.util.Arrays.copyOf(broken, 1 + random.nextInt(broken.length)));
            try {
                assertThat(TempoMapFile.read(file, 0).bars()).isNotEmpty();
            } catch (ProblemException told) {
                assertThat(told.problem().code()).isEqualTo("songfile/tempo-map");
            }
        }
        Path text = Files.writeString(folder.resolve("g.mid"), "no MIDI at all, but text");
        assertThatThrownBy(() -> TempoMapFile.read(text, 0)).isInstanceOf(ProblemException.class);
    }

    private static void write(SongMap song, Path file) {
        new SongFiles(song, SongFilesTest.order()).write(SongFormat.MIDI, file);
    }
}
