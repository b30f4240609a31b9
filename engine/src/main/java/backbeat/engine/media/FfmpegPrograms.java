package backbeat.engine.media;

import backbeat.engine.derive.Work;
import backbeat.engine.problem.MediaProblems;
import backbeat.engine.problem.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The two programs, found and proved to run.
 *
 * @param version as the program itself says it, such as {@code 8.0.1}
 */
record FfmpegPrograms(Path ffmpeg, Path ffprobe, String version) {
    private static final Pattern VERSION = Pattern.compile("ff(?:mpeg|probe) version (\\S+)");
    private static final Duration TIME_TO_SAY_VERSION = Duration.ofSeconds(20);

    /** @throws ProblemException when there is none for this platform or it does not run */
    static FfmpegPrograms find(Path toolsFolder, @Nullable Path other, MediaLimits limits) {
        Path ffmpeg = other == null ? BundledFfmpeg.unpacked(toolsFolder).resolve("ffmpeg") : other;
        Path ffprobe = besides(ffmpeg);
        if (other != null) { // the two that come along were unpacked together
            versionOf(ffprobe, limits);
        }
        return new FfmpegPrograms(ffmpeg, ffprobe, versionOf(ffmpeg, limits));
    }

    /** {@code /opt/x/ffmpeg-7} has {@code /opt/x/ffprobe-7} beside it; a bare name is looked for by the system. */
    private static Path besides(Path ffmpeg) {
        String name = String.valueOf(ffmpeg.getFileName());
        return ffmpeg.resolveSibling(name.replaceFirst("ffmpeg", "ffprobe"));
    }

    /** A program that is not there is missed by the guard that should have started it. */
    private static String withoutGuard(String said) {
        return said.replaceFirst("^prlimit: failed to execute .*?: (?=[^:]*$)", "");
    }

    private static String versionOf(Path program, MediaLimits limits) {
        List<String> words = List.of(program.toString(), "-version");
        try (FfmpegProcess process = FfmpegProcess.start(words, limits, TIME_TO_SAY_VERSION, Work.quiet())) {
            Matcher matcher = VERSION.matcher(process.wholeOutput());
            FfmpegProcess.Ending ending = process.await();
            if (ending.exit() != 0 || !matcher.find()) {
                throw MediaProblems.ffmpegDoesNotRun(program.toString(), withoutGuard(ending.lastErrorLine()))
                        .asException();
            }
            return matcher.group(1);
        }
    }
}
