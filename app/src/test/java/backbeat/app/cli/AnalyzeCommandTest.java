package backbeat.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backbeat.engine.derive.JsonFile;
import backbeat.engine.song.Correction;
import backbeat.engine.song.Corrections;
import backbeat.engine.song.SongMap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzeCommandTest {
    @TempDir
    Path folder;

    @Test
    void correctionsAreKeptByTheNextAnalysisTakenBackAndForgotten() throws IOException {
        Path song = clicks(folder.resolve("song.wav"), 12);
        assertThat(analyze(song, "--tempo", "100", "--first-beat", "0:00.5").corrections())
                .containsExactly(new Correction.Tempo(0.5, 100, "hand"));
        SongMap half = analyze(song, "--half");
        assertThat(half.corrections()).hasSize(2);
        assertThat(half.tempo().getFirst().bpm()).isCloseTo(50, within(0.1));
        assertThat(analyze(song).corrections()).hasSize(2);
        SongMap undone = analyze(song, "--undo");
        assertThat(undone.tempo().getFirst().bpm()).isCloseTo(100, within(0.1));
        assertThat(analyze(song, "--forget", "--one", "1").corrections())
                .containsExactly(new Correction.Downbeat(1, "hand"));
    }

    @Test
    void correctionsOfAnotherRecordingAreRefused() throws IOException {
        analyze(clicks(folder.resolve("song.wav"), 12), "--one", "1");
        Spoken said = Spoken.by(
                "analyze",
                clicks(folder.resolve("other.wav"), 9),
                "--out",
                folder.resolve("map.json"),
                "--work",
                folder.resolve("work"));
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err()).contains("[song/other-corrections]", "--forget");
        assertThat(Corrections.read(folder.resolve("map.json")).all()).hasSize(1);
    }

    @Test
    void anotherSongMayReplaceAMapThatNobodyCorrected() throws IOException {
        analyze(clicks(folder.resolve("song.wav"), 12));
        assertThat(analyze(clicks(folder.resolve("other.wav"), 9)).duration()).isCloseTo(9, within(0.01));
    }

    @Test
    void whatWasHeardHeldToAndTakenBackIsToldInALineEach() throws IOException {
        Path song = clicks(folder.resolve("song.wav"), 12);
        assertThat(told(song, "--tempo", "100", "--first-beat", "0.5", "--one", "1.7"))
                .contains("song      0:12.0", "100.0 beats a minute", "held to   100.000 bpm from 0:00.50")
                .contains("held to   the one at 0:01.70");
        assertThat(told(song, "--undo"))
                .contains("undone    the one at 0:01.70")
                .doesNotContain("held to   the one");
    }

    @Test
    void whatIsSaidOfATimeAfterTheSongIsRefused() throws IOException {
        Path song = clicks(folder.resolve("song.wav"), 12);
        Spoken said = Spoken.by("analyze", song, "--one", "12.5", "--work", folder.resolve("work"));
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err()).contains("[song/beyond-its-end]", "the one at 0:12.50");
    }

    @Test
    void theBeatIsTwiceAsFastOrHalfAsFastButNotBoth() throws IOException {
        Path song = clicks(folder.resolve("song.wav"), 12);
        Spoken said = Spoken.by("analyze", song, "--double", "--half", "--work", folder.resolve("work"));
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err()).contains("--double", "--half");
    }

    @Test
    void aFileOfCorrectionsThatIsNoneIsToldInWordsOfThePersonWhoWroteIt() throws IOException {
        Path song = clicks(folder.resolve("song.wav"), 12);
        Path wrong = Files.writeString(folder.resolve("wrong.json"), """
                {"contract": "corrections/1", "corrections": [{"kind": "level", "bpm": 4000, "by": "hand"}]}""");
        Spoken said = Spoken.by("analyze", song, "--corrections", wrong, "--work", folder.resolve("work"));
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err())
                .contains("[song/corrections-unreadable]", "At corrections[1]: not a tempo: 4000.0 beats a minute");
    }

    private String told(Path song, String... wishes) {
        List<Object> words = new ArrayList<>(
                List.of("analyze", song, "--out", folder.resolve("map.json"), "--work", folder.resolve("work")));
        words.addAll(List.of(wishes));
        return Spoken.by(words.toArray()).out();
    }

    @Test
    void wishesThatCannotBeUnderstoodAreTold() throws IOException {
        Path song = clicks(folder.resolve("song.wav"), 12);
        for (String[] wish : new String[][] {
            {"--metre", "4/5"}, {"--section", "chorus"}, {"--section", "1=coda"}, {"--one", "half"}, {"--tempo", "120"}
        }) {
            Spoken said = Spoken.by("analyze", song, wish[0], wish[1], "--work", folder.resolve("work"));
            assertThat(said.status()).isEqualTo(2);
            assertThat(said.err()).contains("[cli/bad-argument]");
        }
    }

    private SongMap analyze(Path song, String... wishes) throws IOException {
        Object[] words = new Object[wishes.length + 6];
        Path map = folder.resolve("map.json");
        Object[] first = {"analyze", song, "--out", map, "--work", folder.resolve("work")};
        System.arraycopy(first, 0, words, 0, first.length);
        System.arraycopy(wishes, 0, words, first.length, wishes.length);
        Spoken said = Spoken.by(words);
        assertThat(said.status()).as(said.err()).isZero();
        return JsonFile.read(map, SongMap.class);
    }

    /** A click twice a second, as 16-bit mono WAV. */
    static Path clicks(Path file, int seconds) throws IOException {
        int rate = 8000;
        ByteBuffer wave = ByteBuffer.allocate(44 + 2 * rate * seconds).order(ByteOrder.LITTLE_ENDIAN);
        wave.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * rate * seconds);
        wave.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1);
        wave.putShort((short) 1)
                .putInt(rate)
                .putInt(2 * rate)
                .putShort((short) 2)
                .putShort((short) 16);
        wave.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * rate * seconds);
        for (int i = 0; i < rate * seconds; i++) {
            int since = i % (rate / 2);
            wave.putShort((short) (12000 * Math.exp(-since / 40.0) * Math.cos(since)));
        }
        return Files.write(file, wave.array());
    }
}
