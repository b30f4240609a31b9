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

/**
 * Writes media files: shots in one form, black, a song's sound, copies into another container, and whole films joined of pieces without encoding again.
 *
 * <p>Everything is encoded by one thread with fixed settings, so that the same input gives the same bytes; who wants more speed encodes several pieces at once.
 * The {@code ...Words} methods say everything that decides the bytes besides the content of the source: the stuff of keys.
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

    private static final List<String> PICTURE_CODEC = List.of(
            "-c:v",
            "libx264",
            "-preset",
            "veryfast",
            "-crf",
            "18",
            "-profile:v",
            "high",
            "-pix_fmt",
            "yuv420p",
            "-bf",
            "2",
            "-x264-params",
            "open-gop=0:keyint=50:min-keyint=1:scenecut=0",
            "-threads",
            "1",
            "-fps_mode",
            "passthrough");
    private static final List<String> SOUND_CODEC = List.of("-c:a", "aac", "-b:a", "256k", "-ac", "2", "-threads", "1");
    private static final List<String> REPEATABLE =
            List.of("-map_metadata", "-1", "-map_chapters", "-1", "-fflags", "+bitexact", "-flags", "+bitexact");

    private final Media media;

    public Encoder(Media media) {
        this.media = media;
    }

    /**
     * Encodes a shot.
     *
     * @param frames the source frame to show at each output frame; never going back
     * @param target an MP4 file that does not exist yet
     */
    public void shot(MediaFacts source, List<Long> frames, PictureForm form, Path target, Work work)
            throws IOException {
        VideoFacts video = picture(source);
        FrameSeek seek = FrameSeek.to(source, video, frames.getFirst());
        FfmpegCommand command = seek.putInto(command()).input(source.file()).with("-map", "0:" + video.stream());
        encode(command.with("-vf", seek.drop() + ConformFilter.of(video, frames, form)), frames.size(), target, work);
    }

    public static String shotWords(MediaFacts source, List<Long> frames, PictureForm form) {
        VideoFacts video = picture(source);
        return String.join(
                " ",
                video.stream() + " " + FrameSeek.to(source, video, frames.getFirst()),
                ConformFilter.of(video, frames, form),
                Long.toString(frames.size()),
                String.join(" ", PICTURE_CODEC));
    }

    /** Encodes frames of black. */
    public void black(long frames, PictureForm form, Path target, Work work) throws IOException {
        Path frame = target.resolveSibling(target.getFileName() + ".yuv");
        try {
            Files.write(frame, blackFrame(form));
            rawFrames(frame, "yuv420p", form, frames, target, work);
        } finally {
            Files.deleteIfExists(frame);
        }
    }

    public static String blackWords(long frames, PictureForm form) {
        return frames + " " + ConformFilter.counted(form) + " " + form.width() + "x" + form.height() + " "
                + String.join(" ", PICTURE_CODEC);
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
                .with("-map", "0:v", "-vf", ConformFilter.counted(form));
        encode(command, frames, target, work);
    }

    private void encode(FfmpegCommand command, long frames, Path target, Work work) throws IOException {
        command.with("-frames:v", frames).with(PICTURE_CODEC.toArray());
        run(command, "mp4", target, work);
    }

    /** Encodes a stretch of a file's sound as AAC; silence follows where the file is shorter. */
    public void sound(MediaFacts source, SoundRange range, Path target, Work work) throws IOException {
        AudioFacts audio = source.audio();
        if (audio == null) {
            throw new IllegalArgumentException("no sound in " + source.file());
        }
        FfmpegCommand command = command()
                .with("-copyts")
                .input(source.file())
                .with("-map", "0:" + audio.stream(), "-af", soundFilter(source, range))
                .with(SOUND_CODEC.toArray());
        run(command, "mp4", target, work);
    }

    public static String soundWords(MediaFacts source, SoundRange range) {
        return soundFilter(source, range) + " " + String.join(" ", SOUND_CODEC);
    }

    /** Decoded from the start and cut by sample number: seeking in sound is not exact. */
    private static String soundFilter(MediaFacts source, SoundRange range) {
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
    public void film(List<Piece> pictures, Path sound, Path target, Path scratch, Work work) throws IOException {
        try (ConcatList list = ConcatList.of(pictures, scratch)) {
            FfmpegCommand command = list.asInput(command())
                    .input(sound)
                    .with("-map", "0:v:0", "-map", "1:a:0", "-c", "copy", "-movflags", "+faststart")
                    .with("-metadata", "comment=" + FILM_MARK);
            run(command, "mp4", target, work);
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
        try {
            FfmpegProcess.run(command, media.limits(), work, seconds -> {});
        } catch (ProblemException e) {
            Files.deleteIfExists(target);
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

    private static byte[] blackFrame(PictureForm form) {
        int luma = form.width() * form.height();
        byte[] frame = new byte[luma + luma / 2];
        java.util.Arrays.fill(frame, 0, luma, (byte) 16);
        java.util.Arrays.fill(frame, luma, frame.length, (byte) 128);
        return frame;
    }

    static String seconds(Rational seconds) {
        return String.format(Locale.ROOT, "%.6f", seconds.toDouble());
    }
}
