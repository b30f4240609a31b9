package backbeat.engine.media;

import backbeat.engine.problem.Finding;
import backbeat.engine.problem.MediaProblems;
import backbeat.engine.problem.Problem;
import backbeat.engine.time.Rational;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a person should know of a file that was not refused: where its headers and its packets disagree, and what was taken for granted. */
final class Doubts {
    private static final int MANY_STREAMS = 64;
    private static final double HIGHEST_RATE = 1000;
    private static final double LOWEST_RATE = 0.5;
    private static final Rational SHORT_SECONDS = Rational.of(1, 4);

    /** These containers have no header that knows a length; FFmpeg guesses one from the size. */
    private static final Set<String> GUESSED_LENGTH = Set.of("mp3", "mpegts", "mpeg", "aac");

    private final Path file;
    private final List<Finding> findings;

    Doubts(Path file, List<Finding> findings) {
        this.file = file;
        this.findings = findings;
    }

    void look(
            Headers headers,
            Headers.@Nullable Stream video,
            Packets pictures,
            Headers.@Nullable Stream sound,
            Packets sounds,
            Rational duration)
            throws IOException {
        if (headers.streams().size() > MANY_STREAMS) {
            note(MediaProblems.manyStreams(name(), headers.streams().size()));
        }
        if (headers.all("video").size() > 1) {
            note(MediaProblems.severalPictures(name(), headers.all("video").size()));
        }
        if (video != null) {
            lookAtPicture(video, pictures);
        }
        lookAtLength(headers, video, pictures, sound, sounds, duration);
        WaveHeader.announcedForEachFound(file)
                .ifPresent(more -> warn(MediaProblems.cutShort(
                        name(), seconds(duration.toDouble()), seconds(duration.toDouble() * more))));
    }

    private void lookAtPicture(Headers.Stream video, Packets pictures) {
        Cadence cadence = Cadence.of(pictures, video);
        double rate = cadence.rate().toDouble();
        if (rate > HIGHEST_RATE || (pictures.presented() > 1 && rate < LOWEST_RATE)) {
            warn(MediaProblems.rateImplausible(name(), cadence.rate().spoken()));
        }
        if (cadence.variable()) {
            note(MediaProblems.variableRate(name(), cadence.rate().spoken()));
        }
        if (pictures.hidden() > 0) {
            note(MediaProblems.hiddenFrames(name(), pictures.hidden()));
        }
        VideoFacts.Colour colour = video.colour();
        if (colour.primaries().equals("unknown") || colour.transfer().equals("unknown")) {
            note(MediaProblems.noColourTags(name(), video.height() >= 720 ? "BT.709" : "BT.601"));
        }
    }

    private void lookAtLength(
            Headers headers,
            Headers.@Nullable Stream video,
            Packets pictures,
            Headers.@Nullable Stream sound,
            Packets sounds,
            Rational duration) {
        boolean fewerFrames = video != null
                && video.announcedFrames() > pictures.presented() + pictures.hidden() + 1
                && !headers.container().equals("avi");
        boolean shorter = (video != null && isShort(video, pictures)) || (sound != null && isShort(sound, sounds));
        boolean whole = GUESSED_LENGTH.contains(headers.container())
                || !isLess(duration, headers.duration().orElse(Rational.ZERO));
        if (fewerFrames || shorter || !whole) {
            warn(MediaProblems.cutShort(
                    name(),
                    seconds(duration.toDouble()),
                    seconds(announced(headers, video, sound).toDouble())));
        }
    }

    private static boolean isShort(Headers.Stream stream, Packets packets) {
        Rational told = stream.duration().orElse(Rational.ZERO);
        return !packets.isEmpty()
                && isLess(stream.timeBase().times(packets.end()).minus(stream.startTime()), told);
    }

    private static boolean isLess(Rational found, Rational told) {
        return told.minus(found).isGreaterThan(SHORT_SECONDS.max(found.times(Rational.of(1, 50))));
    }

    private static Rational announced(Headers headers, Headers.@Nullable Stream video, Headers.@Nullable Stream sound) {
        Rational told = headers.duration().orElse(Rational.ZERO);
        told = video == null ? told : told.max(video.duration().orElse(Rational.ZERO));
        return sound == null ? told : told.max(sound.duration().orElse(Rational.ZERO));
    }

    private static String seconds(double time) {
        return String.format(Locale.ROOT, "%.2f s", time);
    }

    private String name() {
        return file.toString();
    }

    private void note(Problem problem) {
        findings.add(Finding.note(problem));
    }

    private void warn(Problem problem) {
        findings.add(Finding.warning(problem));
    }
}
