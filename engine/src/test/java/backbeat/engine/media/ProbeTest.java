package backbeat.engine.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backbeat.engine.derive.JsonFile;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.time.Rate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeTest {
    private static final List<String> H264 = List.of("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p");

    @TempDir
    Path folder;

    private MediaFacts probe(Path file) {
        return MadeMedia.MEDIA.probe(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"24000/1001", "25", "60000/1001"})
    void rateIsExactEvenWhereTheContainerRoundsTimes(String rate) throws IOException {
        Path file = MadeMedia.make(folder.resolve("a.mkv"), MadeMedia.framesInput(folder, 48, rate), H264);
        assertThat(probe(file).video()).isNotNull().satisfies(video -> {
            assertThat(video.rate()).isEqualTo(Rate.parse(rate));
            assertThat(video.variableRate()).isFalse();
            assertThat(video.frames()).isEqualTo(48);
        });
    }

    @Test
    void framesAtUnevenTimesAreAVariableRateWithATable() throws IOException {
        Path file = MadeMedia.make(
                folder.resolve("v.mkv"),
                MadeMedia.framesInput(folder, 30, "25"),
                List.of("-vf", "settb=1/1000,setpts=40*N+floor(N/10)*200", "-fps_mode", "passthrough"),
                List.of("-enc_time_base", "1:1000"),
                H264);
        MediaFacts facts = probe(file);
        assertThat(facts.video()).isNotNull().satisfies(video -> {
            assertThat(video.variableRate()).isTrue();
            assertThat(video.rate()).isEqualTo(Rate.FPS_25);
            assertThat(video.timeOfFrame(10).minus(video.timeOfFrame(9)).toString())
                    .isEqualTo("6/25");
        });
        assertThat(facts.findings()).anyMatch(f -> f.problem().code().equals("media/variable-rate"));
    }

    @Test
    void factsComeBackFromJsonUnchanged() throws IOException {
        Path file = MadeMedia.make(
                folder.resolve("a.mov"),
                MadeMedia.framesInput(folder, 10, "30000/1001"),
                H264,
                List.of("-timecode", "01:00:00;02"));
        MediaFacts facts = probe(file);
        Path json = folder.resolve("facts.json");
        JsonFile.write(json, facts);
        assertThat(JsonFile.read(json, MediaFacts.class)).isEqualTo(facts);
        assertThat(MediaFactsJson.text(facts)).contains("\"media-facts/1\"", "\"01:00:00;02\"", "\"30000/1001\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ffconcat version 1.0\nfile clicks.raw\n", "#EXTM3U\n#EXTINF:1,\nclicks.raw\n", "", "text"})
    void whatPointsToOtherFilesOrIsNoMediaIsRefused(String content) throws IOException {
        MadeMedia.clicks(folder);
        Path file = Files.writeString(folder.resolve("clip.mp4"), content);
        assertThatThrownBy(() -> probe(file))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("[media/not-media]");
    }

    @Test
    void nameThatLooksLikeAnOptionOrAPatternIsAName() throws IOException {
        for (String name : List.of("-i.wav", "http:x.wav", "a%03d.wav", "pipe:0.wav", "two\nlines.wav")) {
            Path made = MadeMedia.make(folder.resolve("plain.wav"), MadeMedia.clicksInput(folder));
            Path file = Files.move(made, folder.resolve(name));
            assertThat(probe(file).duration().toString()).as(name).isEqualTo("2");
        }
    }

    @Test
    @Timeout(10)
    void namedPipeIsRefusedAtOnce() throws Exception {
        Path pipe = folder.resolve("pipe.mp4");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        assertThatThrownBy(() -> probe(pipe)).hasMessageContaining("[media/not-a-file]");
        assertThatThrownBy(() -> probe(folder)).hasMessageContaining("[media/not-a-file]");
        assertThatThrownBy(() -> probe(folder.resolve("none.mp4"))).hasMessageContaining("[media/unreadable]");
    }

    @Test
    void waveThatWasCutIsToldAsShort() throws IOException {
        Path whole = MadeMedia.make(folder.resolve("a.wav"), MadeMedia.clicksInput(folder));
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("cut.wav"), Arrays.copyOf(bytes, bytes.length / 3));
        assertThat(probe(whole).findings()).isEmpty();
        assertThat(probe(cut).findings()).anyMatch(f -> f.problem().code().equals("media/cut-short"));
    }
}
