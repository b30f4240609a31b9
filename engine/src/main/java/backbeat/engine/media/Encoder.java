package backbeat.engine.media;

import backbeat.engine.derive.Work;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.time.Rational;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * Writes media files: a song's sound, raw pictures, copies into another container, and whole films joined of pieces without encoding again. The pieces themselves come
 * from {@link SceneEncoder}.
 *
 * <p>Everything is encoded by one thread with fixed settings, so that the same input gives the same bytes. {@link #soundWords} says everything that decides the
 * bytes besides the content of the source: the stuff of keys.
 */
public final class Encoder {
    /** Stands in every film, so that it is not taken for footage and may be replaced by the next one. */
    public static final String FILM_MARK = "Rough cut made with Backbeat";

    /** A piece of a joined file. */
    public record Piece(Path file, Rational seconds) {}

    /**
     * A stretch of sound, in samples at its own rate.
     *
     * @param end the first sample that does not belong to it
     */
    public record SoundRange(int sampleRate, long start, long end) {}

    static final List<String> REPEATABLE =
            List.of("-map_metadata", "-1", "-map_chapters", "-1", "-fflags", "+bitexact", "-flags", "+bitexact");

    private final Media media;

    public Encoder(Media media) {
        this.media = media;
    }

    /**
     * Encodes raw pictures that this program made.
     *
     * @param raw frame after frame without headers
     * @param frames how many to write; the last one is repeated when there are fewer
     */
    public void rawFrames(Path raw, String pixelFormat, PictureForm form, long frames, Path target, Work work)
            throws IOException {
        FfmpegCommand command = command()
                .with("-f", "rawvideo", "-pixel_format", pixelFormat, "-video_size", form.width() + "x" + form.height())
                .with("-framerate", form.rate(), "-protocol_whitelist", "file", "-i", "file:" + raw.toAbsolutePath())
                .with("-map", "0:v", "-vf", ConformFilter.counted(form, FilmRecipe.H264.pixelFormat()))
                .with("-frames:v", frames, "-fps_mode", "passthrough")
                .with(FilmRecipe.H264.picture().toArray());
        run(command, "mp4", target, work);
    }

    /** Encodes a stretch of a file's sound; silence follows where the file is shorter. */
    public void sound(MediaFacts source, SoundRange range, FilmRecipe recipe, Path target, Work work)
            throws IOException {
        AudioFacts audio = source.audio();
        if (audio == null) {
            throw new IllegalArgumentException("no sound in " + source.file());
        }
        FfmpegCommand command = command()
                .with("-copyts")
                .input(source.file())
                .with("-map", "0:" + audio.stream(), "-af", soundFilter(source, range))
                .with(recipe.sound().toArray());
        run(command, recipe.container(), target, work);
    }

    public static String soundWords(MediaFacts source, SoundRange range, FilmRecipe recipe) {
        return soundFilter(source, range) + " " + String.join(" ", recipe.sound());
    }

    /** Decoded from the start and cut by sample number: seeking in sound is not exact. */
    static String soundFilter(MediaFacts source, SoundRange range) {
        return String.join(
                ",",
                "asetpts=PTS-(" + seconds(source.start()) + ")/TB",
                "aresample=async=1:first_pts=0",
                "aresample=osr=" + range.sampleRate(),
                "apad=whole_len=" + range.end(),
                "atrim=start_sample=" + range.start() + ":end_sample=" + range.end(),
                "asetpts=N/SR/TB");
    }

    /** Copies the picture into a MOV file, where frames can be sought. */
    public void copyPicture(MediaFacts source, Path target, Work work) throws IOException {
        FfmpegCommand command =
                command().input(source.file()).with("-map", "0:" + picture(source).stream(), "-c", "copy");
        run(command, "mov", target, work);
    }

    /** Joins the parts of one recording, picture and sound, by copying. */
    public void joinParts(List<MediaFacts> parts, Path target, Work work) throws IOException {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            MediaFacts part = parts.get(i);
            pieces.add(
                    new Piece(part.file(), i + 1 < parts.size() ? lengthUpTo(part, parts.get(i + 1)) : lengthOf(part)));
        }
        MediaFacts first = parts.getFirst();
        try (ConcatList list = ConcatList.of(pieces, scratchBeside(target))) {
            FfmpegCommand command = list.asInput(command());
            if (first.video() != null) {
                command.with("-map", "0:" + first.video().stream());
            }
            if (first.audio() != null) {
                command.with("-map", "0:" + first.audio().stream());
            }
            run(command.with("-c", "copy"), "mov", target, work);
        }
    }

    /** Joins encoded pictures of one form and lays sound under them, by copying. */
    public void film(List<Piece> pictures, Path sound, FilmRecipe recipe, Path target, Path scratch, Work work)
            throws IOException {
        Optional<FilmFile> film = FilmFile.of(pictures, sound, recipe.container());
        if (film.isPresent()) {
            film.get().write(target, work);
        } else {
            filmByFfmpeg(pictures, sound, recipe, target, scratch, work);
        }
    }

    private void filmByFfmpeg(List<Piece> pictures, Path sound, FilmRecipe recipe, Path target, Path scratch, Work work)
            throws IOException {
        try (ConcatList list = ConcatList.of(pictures, scratch)) {
            FfmpegCommand command = list.asInput(command())
                    .input(sound)
                    .with("-map", "0:v:0", "-map", "1:a:0", "-c", "copy", "-movflags", "+faststart")
                    .with("-metadata", "comment=" + FILM_MARK);
            run(command, recipe.container(), target, work);
        }
    }

    private static Path scratchBeside(Path target) throws IOException {
        return Files.createTempDirectory(target.toAbsolutePath().getParent(), "join-");
    }

    /** Such that the next part's first frame comes one frame after this one's last, whichever of picture and sound begins first in either. */
    private static Rational lengthUpTo(MediaFacts part, MediaFacts next) {
        VideoFacts video = part.video();
        VideoFacts nextVideo = next.video();
        return video == null || nextVideo == null || video.variableRate()
                ? lengthOf(part)
                : video.start().plus(lengthOf(part)).minus(nextVideo.start());
    }

    private static Rational lengthOf(MediaFacts part) {
        VideoFacts video = part.video();
        return video == null || video.variableRate()
                ? part.duration()
                : video.rate().timeOf(video.frames());
    }

    private FfmpegCommand command() {
        return FfmpegCommand.ffmpeg(media.programs(), media.limits()).with("-y", "-filter_threads", "1");
    }

    private void run(FfmpegCommand command, String container, Path target, Work work) throws IOException {
        command.with("-sn", "-dn").with(REPEATABLE.toArray()).with("-progress", "pipe:1", "-nostats");
        command.with("-f", container, "file:" + target.toAbsolutePath());
        run(command, media.limits(), List.of(target), work);
    }

    /** What a call that failed has written goes. */
    static void run(FfmpegCommand command, MediaLimits limits, List<Path> targets, Work work) throws IOException {
        run(command, limits, targets, work, seconds -> {});
    }

    /** @param secondsDone hears how far the output is */
    static void run(
            FfmpegCommand command, MediaLimits limits, List<Path> targets, Work work, DoubleConsumer secondsDone)
            throws IOException {
        try {
            FfmpegProcess.run(command, limits, work, secondsDone);
        } catch (ProblemException e) {
            for (Path target : targets) {
                Files.deleteIfExists(target);
            }
            if (e.problem().cause().contains("No space left")) {
                throw new IOException("No space left on device", e);
            }
            throw e;
        }
    }

    private static VideoFacts picture(MediaFacts source) {
        VideoFacts video = source.video();
        if (video == null) {
            throw new IllegalArgumentException("no picture in " + source.file());
        }
        return video;
    }

    static String seconds(Rational seconds) {
        return String.format(Locale.ROOT, "%.6f", seconds.toDouble());
    }
}
