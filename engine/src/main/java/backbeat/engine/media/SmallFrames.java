package backbeat.engine.media;

import backbeat.engine.derive.Work;
import backbeat.engine.problem.MediaProblems;
import java.io.IOException;
import java.util.List;

/**
 * A clip's pictures one after the other, upright, small and grey, each with its time: what an eye needs that looks at whole clips.
 *
 * <p>Brightness is taken as it is stored and shrunk before anything else is done with it: converting colours and turning pictures at full size would cost more than
 * looking. A picture's time comes along in the picture itself: FFmpeg paints it as a row of black and white dots below, so that variable rates and frames that a
 * damaged clip lacks need no second list to be matched with.
 */
public final class SmallFrames implements AutoCloseable {
    /** Which pictures are decoded. */
    public enum Which {
        EVERY,
        /** Those that need no other picture, a sixth of the cost of all; one a second where these lie far apart. */
        KEY_FRAMES
    }

    /** Milliseconds, in binary, one dot each. */
    private static final int TIME_DOTS = 32;
    /** Shown times may lie a little before the file's zero. */
    private static final int TIME_OFFSET_MS = 10_000;

    private static final double FARTHEST_KEY_FRAMES_SECONDS = 6;
    private static final int SHORTEST_SIDE = 2 * TIME_DOTS;
    private static final int LIMITED_BLACK = 16;
    private static final int LIMITED_WHITE = 235;

    private final FfmpegProcess process;
    private final String file;
    private final int width;
    private final int height;
    private final byte[] levels;
    private final byte[] timeRow;
    private double seconds;
    private long read;

    private SmallFrames(FfmpegProcess process, String file, List<Integer> size, byte[] levels) {
        this.process = process;
        this.file = file;
        this.width = size.get(0);
        this.height = size.get(1);
        this.levels = levels;
        this.timeRow = new byte[width];
    }

    static SmallFrames open(
            FfmpegPrograms programs, MediaLimits limits, MediaFacts facts, int longSide, Which which, Work work) {
        VideoFacts video = facts.video();
        if (video == null) {
            throw MediaProblems.noPicture(facts.file().toString()).asException();
        }
        List<Integer> size = size(video, longSide);
        FfmpegCommand command = decoded(FfmpegCommand.ffmpeg(programs, limits), video, which)
                .with("-copyts", "-noautorotate")
                .input(facts.file(), limits.decodingThreads())
                .with("-map", "0:" + video.stream(), "-an", "-sn", "-dn")
                .with(
                        "-vf",
                        chosen(video, which) + filter(video, facts, size),
                        "-fps_mode",
                        "passthrough",
                        "-f",
                        "rawvideo",
                        "pipe:1");
        FfmpegProcess process = FfmpegProcess.start(command.words(), limits, FfmpegProcess.LONG_WORK, work);
        return new SmallFrames(process, facts.file().toString(), size, levels(video));
    }

    /** Where every picture is a key frame, one of each second is kept, before it is decoded. */
    private static FfmpegCommand decoded(FfmpegCommand command, VideoFacts video, Which which) {
        if (which == Which.EVERY || hasFewKeyFrames(video)) {
            return command;
        }
        long second = Math.max(1, Math.round(video.rate().toDouble()));
        return video.keyframeSpacing() == 1
                ? command.with("-bsf:v", "noise=drop='mod(n," + second + ")'")
                : command.with("-skip_frame", "nokey");
    }

    private static boolean hasFewKeyFrames(VideoFacts video) {
        return video.keyframeSpacing() == 0
                || video.keyframeSpacing()
                        > FARTHEST_KEY_FRAMES_SECONDS * video.rate().toDouble();
    }

    /** Where key frames lie too far apart to tell of a clip by them, all is decoded and a picture of each second taken. */
    private static String chosen(VideoFacts video, Which which) {
        return which == Which.KEY_FRAMES && hasFewKeyFrames(video)
                ? "select='isnan(prev_selected_t)+gte(t-prev_selected_t,1)',"
                : "";
    }

    /** Turned after shrinking, so that width and height change places in between. */
    private static String filter(VideoFacts video, MediaFacts facts, List<Integer> size) {
        boolean lying = video.rotation() % 180 != 0;
        String scale = "scale=" + size.get(lying ? 1 : 0) + ":" + size.get(lying ? 0 : 1) + ":flags=area";
        String turn = switch (video.rotation()) {
            case 90 -> ",transpose=clock";
            case 180 -> ",hflip,vflip";
            case 270 -> ",transpose=cclock";
            default -> "";
        };
        String milliseconds = "(T-(" + facts.start().toDouble() + "))*1000+" + TIME_OFFSET_MS + ".5";
        return String.join(
                ",",
                (hasPlainBrightness(video) ? "extractplanes=y," : "") + scale,
                "format=gray" + turn,
                "split[picture][corner];[corner]crop=" + TIME_DOTS + ":1:0:0",
                "geq=lum='255*mod(floor((" + milliseconds + ")/pow(2,X)),2)'",
                "pad=" + size.get(0) + ":1[time];[picture][time]vstack");
    }

    private static boolean hasPlainBrightness(VideoFacts video) {
        return video.pixelFormat().startsWith("yuv") || video.pixelFormat().startsWith("gray");
    }

    /** What each stored brightness is between black and white. */
    private static byte[] levels(VideoFacts video) {
        boolean limited = hasPlainBrightness(video)
                && !video.colour().range().equals("pc")
                && !video.pixelFormat().startsWith("yuvj")
                && !video.pixelFormat().startsWith("gray");
        byte[] levels = new byte[256];
        for (int stored = 0; stored < levels.length; stored++) {
            int shown =
                    limited ? Math.round((stored - LIMITED_BLACK) * 255f / (LIMITED_WHITE - LIMITED_BLACK)) : stored;
            levels[stored] = (byte) Math.clamp(shown, 0, 255);
        }
        return levels;
    }

    private static List<Integer> size(VideoFacts video, int longSide) {
        double width = video.width() * video.pixelAspect().toDouble();
        double shrink = Math.min(1, longSide / Math.max(width, video.height()));
        return List.of(side(width * shrink), side(video.height() * shrink));
    }

    private static int side(double length) {
        return Math.max(SHORTEST_SIDE, 2 * (int) Math.round(length / 2));
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /**
     * Reads the next picture, 0 black and 255 white, row after row.
     *
     * @return false when there is none any more
     * @throws backbeat.engine.problem.ProblemException when there was none at all
     */
    public boolean read(byte[] picture) {
        try {
            int dots = width * height;
            if (process.output().readNBytes(picture, 0, dots) == dots
                    && process.output().readNBytes(timeRow, 0, width) == width) {
                for (int i = 0; i < dots; i++) {
                    picture[i] = levels[picture[i] & 0xff];
                }
                seconds = secondsIn(timeRow);
                read++;
                return true;
            }
        } catch (IOException stopped) {
            return finish();
        }
        return finish();
    }

    private static double secondsIn(byte[] row) {
        long milliseconds = 0;
        for (int bit = 0; bit < TIME_DOTS; bit++) {
            milliseconds |= (row[bit] & 0xffL) >> 7 << bit;
        }
        return (milliseconds - TIME_OFFSET_MS) / 1000.0;
    }

    private boolean finish() {
        FfmpegProcess.Ending ending = process.await();
        if (read == 0) {
            throw MediaProblems.pictureUndecodable(file, "FFmpeg says: " + ending.lastErrorLine() + ".")
                    .asException();
        }
        return false;
    }

    /** Clip time at which the last read picture is shown first, to the millisecond. */
    public double seconds() {
        return seconds;
    }

    @Override
    public void close() {
        process.close();
    }
}
