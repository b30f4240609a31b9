package backbeat.engine.media;

import backbeat.engine.derive.Work;
import backbeat.engine.problem.MediaProblems;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Upright pictures of a clip, from an exact frame on, scaled, as plain bytes row after row.
 *
 * <p>FFmpeg is sent half a frame before the wanted one, on the container's own clock: rounding in a container can then not lead to a neighbour. It decodes from the
 * key frame before. Transport streams have no index to be sent to; of them everything before the frame is decoded and dropped. Frames come one for one as
 * they are in the file, never doubled or dropped to fit a rate.
 */
public final class FrameReader implements AutoCloseable {
    /** How a picture's dots are given. */
    enum Dots {
        GREY("gray", 1),
        RGB("rgb24", 3);

        private final String ffmpegName;
        private final int bytes;

        Dots(String ffmpegName, int bytes) {
            this.ffmpegName = ffmpegName;
            this.bytes = bytes;
        }
    }

    private static final Set<String> WITHOUT_INDEX = Set.of("mpegts", "mpeg");

    private final FfmpegProcess process;
    private final String file;
    private final int frameBytes;
    private long framesRead;

    private FrameReader(FfmpegProcess process, String file, int frameBytes) {
        this.process = process;
        this.file = file;
        this.frameBytes = frameBytes;
    }

    static FrameReader open(
            FfmpegPrograms programs,
            MediaLimits limits,
            MediaFacts facts,
            Dots dots,
            int width,
            int height,
            long firstFrame,
            long count) {
        String picture = "scale=" + width + ":" + height + ":flags=area,format=" + dots.ffmpegName;
        FfmpegCommand command = from(FfmpegCommand.ffmpeg(programs, limits), limits, facts, firstFrame, picture)
                .with("-frames:v", count, "-f", "rawvideo", "pipe:1");
        FfmpegProcess process = FfmpegProcess.start(command.words(), limits, FfmpegProcess.LONG_WORK, Work.quiet());
        return new FrameReader(process, facts.file().toString(), Math.multiplyExact(width * height, dots.bytes));
    }

    /** Input, stream and filter of a call whose first picture is that frame. */
    static FfmpegCommand from(
            FfmpegCommand command, MediaLimits limits, MediaFacts facts, long firstFrame, String filter) {
        VideoFacts video = videoOf(facts);
        if (firstFrame < 0 || firstFrame >= video.frames()) {
            throw new IllegalArgumentException("no frame " + firstFrame + " among " + video.frames());
        }
        FrameSeek seek = hasIndex(facts) ? FrameSeek.to(facts, video, firstFrame) : FrameSeek.fromTheStart(firstFrame);
        return seek.putInto(command)
                .input(facts.file(), limits.decodingThreads())
                .with("-map", "0:" + video.stream(), "-an", "-sn", "-dn")
                .with("-vf", seek.drop() + filter)
                .with("-fps_mode", "passthrough");
    }

    /** Whether a frame can be gone to without decoding all that is before it. */
    static boolean hasIndex(MediaFacts facts) {
        return !WITHOUT_INDEX.contains(facts.container());
    }

    private static VideoFacts videoOf(MediaFacts facts) {
        VideoFacts video = facts.video();
        if (video == null) {
            throw MediaProblems.noPicture(facts.file().toString()).asException();
        }
        return video;
    }

    /** Bytes of one picture: width times height, times three when it has colours. */
    public int frameBytes() {
        return frameBytes;
    }

    /**
     * Reads the next picture into the first {@link #frameBytes} bytes of a buffer.
     *
     * @return false when there is none any more, because the count is reached or the clip is over
     */
    public boolean read(byte[] buffer) {
        try {
            int count = process.output().readNBytes(buffer, 0, frameBytes);
            if (count == frameBytes) {
                framesRead++;
                return true;
            }
        } catch (IOException stopped) {
            return finish();
        }
        return finish();
    }

    private boolean finish() {
        FfmpegProcess.Ending ending = process.await();
        if (framesRead == 0) {
            throw MediaProblems.pictureUndecodable(file, "FFmpeg says: " + ending.lastErrorLine() + ".")
                    .asException();
        }
        return false;
    }

    /** Fewer than asked for when the clip is damaged. */
    public long framesRead() {
        return framesRead;
    }

    @Override
    public void close() {
        process.close();
    }

    /** Width and height of a picture with square pixels that is at most so wide; even, as JPEG and H.264 like it. */
    static List<Integer> shownSize(VideoFacts video, int widthMax) {
        double shown = video.width() * video.pixelAspect().toDouble();
        double width = Math.min(widthMax, shown);
        return List.of(even(width), even(width * video.height() / shown));
    }

    private static int even(double length) {
        return Math.max(2, 2 * (int) Math.round(length / 2));
    }
}
