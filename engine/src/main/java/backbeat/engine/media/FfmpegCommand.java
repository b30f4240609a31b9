package backbeat.engine.media;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of one call of FFmpeg, with the guard that every file from outside gets: only the {@code file} protocol, only containers that hold media themselves
 * (no playlists, no scripts, no network descriptions), a limit on pixels, and a name that can be read neither as an option nor as a protocol.
 */
final class FfmpegCommand {
    private static final String CONTAINERS =
            "mov,matroska,webm,avi,mxf,mpegts,mpeg,wav,w64,aiff,caf,flac,mp3,ogg,aac,dv,asf,"
                    + "image2,png_pipe,jpeg_pipe";

    private final List<String> words = new ArrayList<>();
    private final MediaLimits limits;
    private @Nullable Path folder;

    private FfmpegCommand(Path program, MediaLimits limits) {
        this.limits = limits;
        words.add(program.toString());
    }

    static FfmpegCommand ffmpeg(FfmpegPrograms programs, MediaLimits limits) {
        return new FfmpegCommand(programs.ffmpeg(), limits).with("-nostdin", "-hide_banner", "-v", "error");
    }

    static FfmpegCommand ffprobe(FfmpegPrograms programs, MediaLimits limits) {
        return new FfmpegCommand(programs.ffprobe(), limits).with("-hide_banner", "-v", "error");
    }

    /** Where plain names of files, as in filters, are looked for. */
    FfmpegCommand in(Path workingFolder) {
        folder = workingFolder;
        return this;
    }

    @Nullable
    Path folder() {
        return folder;
    }

    FfmpegCommand with(Object... more) {
        for (Object word : more) {
            words.add(word.toString());
        }
        return this;
    }

    /** A file that is not trusted, decoded by one thread. Options given before count for it. */
    FfmpegCommand input(Path file) {
        return input(file, 1);
    }

    FfmpegCommand input(Path file, int threads) {
        return with("-protocol_whitelist", "file", "-format_whitelist", CONTAINERS)
                .with("-max_pixels", limits.maxPixels(), "-threads", threads)
                .with("-i", "file:" + file.toAbsolutePath());
    }

    List<String> words() {
        return List.copyOf(words);
    }
}
