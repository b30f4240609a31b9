package backbeat.engine.media;

import backbeat.engine.problem.Finding;
import backbeat.engine.time.Rational;
import java.nio.file.Path;
import java.util.List;
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
 */
public record MediaFacts(
        Path file,
        String container,
        Rational duration,
        Rational start,
        @Nullable VideoFacts video,
        @Nullable AudioFacts audio,
        List<Finding> findings) {}
