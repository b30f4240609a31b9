package backbeat.engine.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backbeat.engine.derive.CancelledException;
import backbeat.engine.derive.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs(OS.LINUX)
@Timeout(20)
class FfmpegProcessTest {
    private static final MediaLimits LIMITS = MediaLimits.standard();

    private static FfmpegProcess shell(String script, Duration limit, Work work) {
        return FfmpegProcess.start(List.of("/bin/sh", "-c", script), LIMITS, limit, work);
    }

    @Test
    void cancelledWorkStopsItEvenIfItDoesNotListen() {
        Work work = Work.quiet();
        try (FfmpegProcess process = shell("trap '' TERM; while :; do :; done", Duration.ofMinutes(1), work)) {
            work.cancel();
            assertThatThrownBy(process::await).isInstanceOf(CancelledException.class);
        }
    }

    /** A terminal's Ctrl-C goes to the programs too; FFmpeg then ends its output as if all had been read. */
    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void whatAnInterruptedFfmpegWroteIsNeverTakenForTheWhole(String signal) throws IOException {
        String endless = MadeMedia.MEDIA.programs().ffmpeg() + " -v error -nostdin -f lavfi -i anullsrc -f f32le -";
        String script = endless + " & child=$!; sleep 0.5; kill -" + signal + " $child; wait $child";
        // A shell lets the programs that it starts aside ignore SIGINT; env gives it back.
        List<String> words = List.of("/usr/bin/env", "--default-signal=INT", "/bin/bash", "-mc", script);
        try (FfmpegProcess process = FfmpegProcess.start(words, LIMITS, Duration.ofMinutes(1), Work.quiet())) {
            process.output().skip(Long.MAX_VALUE);
            assertThatThrownBy(process::await).isInstanceOf(CancelledException.class);
        }
    }

    @Test
    void besidePeopleItStandsBackBehindOthers() {
        MediaLimits limits = LIMITS.standingBack();
        try (FfmpegProcess process =
                FfmpegProcess.start(List.of("/bin/sh", "-c", "nice"), limits, Duration.ofMinutes(1), Work.quiet())) {
            assertThat(Integer.parseInt(process.wholeOutput().strip())).isGreaterThanOrEqualTo(10);
        }
    }

    @Test
    void whatTakesTooLongIsAProblem() {
        try (FfmpegProcess process = shell("exec sleep 60", Duration.ofMillis(200), Work.quiet())) {
            assertThat(process.wholeOutput()).isEmpty();
            assertThatThrownBy(process::await).hasMessageContaining("[media/timeout]");
        }
    }

    @Test
    void complaintsWithoutEndNeitherBlockNorFillTheMemory() {
        String script =
                "i=0; while [ $i -lt 20000 ]; do echo 'a complaint of some length' >&2; i=$((i+1)); done; echo ok";
        try (FfmpegProcess process = shell(script, Duration.ofMinutes(1), Work.quiet())) {
            assertThat(process.wholeOutput().strip()).isEqualTo("ok");
            assertThat(process.await().errors().length()).isLessThan(80_000);
        }
    }

    @Test
    void memoryBeyondTheLimitIsRefusedToIt() {
        MediaLimits tight = new MediaLimits(Duration.ofSeconds(5), Duration.ofSeconds(5), 64L << 20, 1, 1, 0);
        List<String> words = List.of(MadeMedia.MEDIA.programs().ffmpeg().toString(), "-version");
        try (FfmpegProcess process = FfmpegProcess.start(words, tight, Duration.ofSeconds(5), Work.quiet())) {
            assertThat(process.await().isGood()).isFalse();
        }
    }

    @Test
    void progressIsToldInSeconds(@TempDir Path folder) {
        FfmpegCommand command = FfmpegCommand.ffmpeg(MadeMedia.MEDIA.programs(), LIMITS)
                .with("-progress", "pipe:1", "-nostats", "-f", "lavfi", "-i", "sine=d=3", folder.resolve("s.wav"));
        double[] last = {0};
        FfmpegProcess.run(command, LIMITS, Work.quiet(), seconds -> last[0] = seconds);
        assertThat(last[0]).isBetween(2.9, 3.1);
    }

    @Test
    void whoeverNamesAProgramThatDoesNotRunIsToldWhatToDo(@TempDir Path folder) {
        assertThatThrownBy(() -> Media.open(folder, folder.resolve("no-ffmpeg"), LIMITS))
                .hasMessageContaining("BACKBEAT_FFMPEG");
    }

    @Test
    void theFfmpegThatComesAlongCanDoAllThatIsWanted() {
        Abilities can = MadeMedia.MEDIA.abilities();
        assertThat(can.missing()).isEmpty();
        assertThat(can.unread()).isEmpty();
        assertThat(can.writes()).contains("libx264", "aac");
        assertThat(can.filters()).contains("tonemap", "bwdif");
    }

    @Test
    void anFfmpegThatLacksSomethingIsFoundOut(@TempDir Path folder) throws Exception {
        Path program = Files.writeString(folder.resolve("ffmpeg"), """
                #!/bin/sh
                case $* in
                    -version) echo 'ffmpeg version 7.0 of a test' ;;
                    *-encoders) printf ' V....D mjpeg  Motion JPEG\\n A....D aac  AAC\\n' ;;
                    *-filters) printf ' .. scale  V->V  Scale\\n' ;;
                esac
                """);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        assertThatThrownBy(() -> Media.open(folder, program, LIMITS))
                .hasMessageContaining(folder.resolve("ffprobe").toString())
                .hasMessageNotContaining("prlimit");
        Files.copy(program, folder.resolve("ffprobe"), StandardCopyOption.COPY_ATTRIBUTES);
        Abilities can = Media.open(folder, program, LIMITS).abilities();
        assertThat(can.writes()).containsExactly("aac", "mjpeg");
        assertThat(can.filters()).containsExactly("scale");
        assertThat(can.missing()).contains("libx264", "zscale").doesNotContain("scale", "aac");
        assertThat(can.unread()).contains("h264");
    }

    @Test
    @Tag("slow")
    void damagedToolsAreUnpackedAgain(@TempDir Path folder) throws Exception {
        Path tools = BundledFfmpeg.unpacked(folder);
        Files.writeString(tools.resolve("ffprobe"), "broken");
        assertThat(BundledFfmpeg.unpacked(folder)).isEqualTo(tools);
        assertThat(tools.resolve("ffprobe")).isExecutable();
        assertThat(Files.size(tools.resolve("ffprobe"))).isGreaterThan(100_000);
    }
}
