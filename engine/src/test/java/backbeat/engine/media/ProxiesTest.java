package backbeat.engine.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backbeat.engine.derive.Fingerprint;
import backbeat.engine.derive.Vault;
import backbeat.engine.derive.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
    private static final List<String> LONG_GROUPS = List.of(
            "-pix_fmt", "yuv420p", "-c:v", "libx264", "-crf", "5", "-x264-params", "bframes=4:keyint=250:scenecut=0");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"24000/1001", "25", "30000/1001", "60000/1001"})
    void frameNOfAProxyIsFrameNOfTheClip(String rate) throws IOException {
        Path clip = MadeMedia.make(folder.resolve("clip.mp4"), MadeMedia.framesInput(folder, 48, rate), LONG_GROUPS);

        MediaFacts proxy = proxyOf(clip);

        VideoFacts video = Objects.requireNonNull(proxy.video());
        assertThat(video.rate()).hasToString(rate);
        assertThat(video.keyframeSpacing()).isBetween(1, video.rate().nominal() / 2);
        List<Double> levels = brightness(proxy);
        assertThat(levels).hasSize(48);
        List<Double> original = brightness(MadeMedia.MEDIA.probe(clip));
        for (int frame = 0; frame < 48; frame++) {
            assertThat(levels.get(frame)).as("frame " + frame).isCloseTo(original.get(frame), within(2.1));
        }
    }

    @Test
    void aClipWithoutConstantRateIsShownByItsTimes() throws IOException {
        Path even = MadeMedia.make(folder.resolve("even.mp4"), MadeMedia.framesInput(folder, 40, "25"), LONG_GROUPS);
        Path clip = MadeMedia.make(
                folder.resolve("gaps.mp4"),
                List.of("-i", "file:" + even, "-vf", "select='not(between(n,10,13)+between(n,20,26))'"),
                List.of("-fps_mode", "vfr", "-pix_fmt", "yuv420p", "-c:v", "libx264", "-crf", "5"));
        VideoFacts gaps = Objects.requireNonNull(MadeMedia.MEDIA.probe(clip).video());
        assertThat(gaps.variableRate()).isTrue();

        List<Double> levels = brightness(proxyOf(clip));

        assertThat(levels).hasSizeGreaterThanOrEqualTo(39);
        assertThat(levels.get(9)).isCloseTo(levels.get(13), within(2.1));
        assertThat(levels.get(14)).isGreaterThan(levels.get(13) + 8);
        assertThat(levels.get(26)).isCloseTo(levels.get(19), within(2.1));
        assertThat(levels.get(27)).isGreaterThan(levels.get(26) + 8);
    }

    @Test
    void soundStaysWhereThePictureIs() throws IOException {
        Path clip = MadeMedia.make(
                folder.resolve("sound.mp4"),
                MadeMedia.framesInput(folder, 48, "25"),
                MadeMedia.clicksInput(folder),
                List.of("-map", "0:v", "-map", "1:a", "-c:a", "aac"),
                LONG_GROUPS);

        MediaFacts proxy = proxyOf(clip);

        assertThat(loudestAt(proxy)).isCloseTo(loudestAt(MadeMedia.MEDIA.probe(clip)), within(0.003));
    }

    @Test
    void whatABrowserPlaysFrameByFrameIsPlayedAsItIs() throws IOException {
        List<String> shortGroups =
                List.of("-pix_fmt", "yuv420p", "-c:v", "libx264", "-x264-params", "keyint=12:scenecut=0:bframes=0");
        Path safe = MadeMedia.make(folder.resolve("a.mp4"), MadeMedia.framesInput(folder, 30, "25"), shortGroups);
        Path longGroup = MadeMedia.make(folder.resolve("b.mp4"), MadeMedia.framesInput(folder, 30, "25"), LONG_GROUPS);
        Path prores = MadeMedia.make(
                folder.resolve("c.mov"), MadeMedia.framesInput(folder, 30, "25"), List.of("-c:v", "prores_ks"));

        assertThat(Proxies.playsAsItIs(MadeMedia.MEDIA.probe(safe))).isTrue();
        assertThat(Proxies.playsAsItIs(MadeMedia.MEDIA.probe(longGroup))).isFalse();
        assertThat(Proxies.playsAsItIs(MadeMedia.MEDIA.probe(prores))).isFalse();
    }

    private MediaFacts proxyOf(Path clip) throws IOException {
        Vault vault = Vault.open(folder.resolve("vault"), 1L << 30);
        MediaFacts facts = MadeMedia.MEDIA.probe(clip);
        Path made = new Proxies(MadeMedia.MEDIA, vault).of(facts, Fingerprint.of(clip), Work.quiet());
        return MadeMedia.MEDIA.probe(made);
    }

    private static List<Double> brightness(MediaFacts facts) {
        List<Double> levels = new ArrayList<>();
        try (FrameReader frames = MadeMedia.MEDIA.greyFrames(facts, 4, 4, 0, 200)) {
            byte[] picture = new byte[16];
            while (frames.read(picture)) {
                levels.add((double) (picture[5] & 0xff));
            }
        }
        return levels;
    }

    private static double loudestAt(MediaFacts facts) {
        double best = 0;
        int at = 0;
        try (SoundReader sound = MadeMedia.MEDIA.sound(facts, MadeMedia.SAMPLE_RATE, -1)) {
            float[] block = new float[MadeMedia.SAMPLE_RATE / 2 + 24_000 / 2];
            int read = sound.read(block);
            for (int i = 0; i < read; i++) {
                if (Math.abs(block[i]) > best) {
                    best = Math.abs(block[i]);
                    at = i;
                }
            }
        }
        return (double) at / MadeMedia.SAMPLE_RATE;
    }
}
