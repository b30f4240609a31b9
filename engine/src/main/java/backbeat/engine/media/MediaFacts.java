package backbeat.engine.media;

import backbeat.engine.problem.Finding;
import backbeat.engine.time.Rational;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one media file. Clip time 0 is its earliest presented sample or frame over the chosen picture and sound.
 *
 * @param file where it was read, absolute
 * @param container FFmpeg's name of the format
 * @param duration presented length in seconds
 * @param start the container's own time of clip time 0, in seconds ({@code -copyts} times count from the container's zero)
 * @param video the chosen picture; null when there is none (covers of songs are none)
 * @param audio the chosen sound; null when there is none
 * @param created when the file says it was begun (some cameras: ended), by the camera's own clock; null when it does not say
 */
public record MediaFacts(
        Path file,
        String container,
        Rational duration,
        Rational start,
        @Nullable VideoFacts video,
        @Nullable AudioFacts audio,
        List<Finding> findings,
        @Nullable Instant created) {
    MediaFacts with(List<Finding> otherFindings) {
        return new MediaFacts(file, container, duration, start, video, audio, otherFindings, created);
    }

    /** The same content at another place. */
    MediaFacts at(Path otherFile) {
        return new MediaFacts(otherFile, container, duration, start, video, audio, findings, created);
    }

    /** The same facts with one more finding. */
    public MediaFacts withFinding(Finding finding) {
        return with(Stream.concat(findings.stream(), Stream.of(finding)).toList());
    }
}
