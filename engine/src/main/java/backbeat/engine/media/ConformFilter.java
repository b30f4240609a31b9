package backbeat.engine.media;

import backbeat.engine.media.Scene.Showing;
import backbeat.engine.time.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Brings decoded frames into a {@link PictureForm} in FFmpeg's filter language.
 *
 * <p>Which source frame stands at which output frame is decided before, exactly, and only written down here: {@code select} lets the wanted frames through by
 * their number, {@code setpts} puts each at the output frame where it first shows, and {@code fps} (in a time base of one output frame, so that nothing is
 * rounded) repeats it until the next one. Sizes are fitted without stretching and padded with black; interlaced pictures are made progressive, high dynamic range
 * is brought to standard range.
 */
final class ConformFilter {
    private static final int SMALLEST_HD_HEIGHT = 720;

    private ConformFilter() {}

    /** For frames that have the right size, rate and colours already: only counted and repeated at the end. */
    static String counted(PictureForm form, String pixelFormat) {
        List<String> steps = new ArrayList<>(paced("N", form));
        steps.add("tpad=stop=-1:stop_mode=clone");
        steps.add("format=" + pixelFormat);
        steps.addAll(TAGS);
        return String.join(",", steps);
    }

    /** At the end of every scene. */
    static List<String> ended(long frames, String pixelFormat) {
        List<String> steps = new ArrayList<>(List.of("trim=end_frame=" + frames, "format=" + pixelFormat));
        steps.addAll(TAGS);
        return steps;
    }

    /** The output options of the same names do not reach the file in every version of FFmpeg; this does. */
    private static final List<String> TAGS =
            List.of("setsar=1", "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709");

    static List<String> timing(Showing showing, PictureForm form) {
        return switch (showing) {
            case Showing.Frames frames when frames.isPlain() -> paced("N", form);
            case Showing.Frames frames -> picked(frames.wanted(), form);
            case Showing.Between between -> between(between, form);
        };
    }

    private static List<String> picked(List<Long> frames, PictureForm form) {
        boolean backwards = frames.getLast() < frames.getFirst();
        List<Long> wanted = frames.stream().distinct().sorted().toList();
        long first = wanted.getFirst();
        List<String> steps = new ArrayList<>();
        if (wanted.getLast() - first + 1 != wanted.size()) {
            steps.add("select='"
                    + wanted.stream()
                            .map(frame -> "eq(n," + (frame - first) + ")")
                            .collect(Collectors.joining("+"))
                    + "'");
        }
        if (backwards) {
            steps.add("reverse");
        }
        steps.addAll(paced(firstShowings(frames), form));
        steps.add("tpad=stop=-1:stop_mode=clone");
        steps.add("trim=end_frame=" + frames.size());
        return steps;
    }

    private static List<String> paced(String outputFrame, PictureForm form) {
        return List.of(
                "settb=" + form.rate().frameDuration(),
                "setpts='" + outputFrame + "'",
                "fps=" + form.rate() + ":start_time=0");
    }

    /** Source frames are put where they would be shown on the film's clock, between its frames, and pictures made on these. */
    private static List<String> between(Showing.Between between, PictureForm form) {
        Rational offset = between.offset();
        long grid = offset.times(form.rate().perSecond()).ceiling();
        Rational ahead = form.rate().timeOf(grid).minus(offset);
        String mode = between.opticalFlow() ? "mci:mc_mode=aobmc:me_mode=bidir:vsbmc=1" : "blend";
        List<String> steps = new ArrayList<>(List.of(
                "settb=1/1000000",
                "setpts='(PTS-STARTPTS)/(" + between.speed() + ")+(" + ahead + ")/TB'",
                "minterpolate=fps=" + form.rate() + ":mi_mode=" + mode,
                "trim=start=" + Encoder.seconds(form.rate().timeOf(grid).minus(halfAFrame(form)))));
        steps.addAll(paced("N", form));
        steps.add("tpad=stop=-1:stop_mode=clone");
        steps.add("trim=end_frame=" + between.frames());
        return steps;
    }

    private static Rational halfAFrame(PictureForm form) {
        return form.rate().frameDuration().times(Rational.of(1, 2));
    }

    /**
     * Output frame at which the N-th wanted frame first shows: N, and a jump after every frame that is repeated. The last one's repeats count too: the source goes
     * on after it.
     */
    private static String firstShowings(List<Long> frames) {
        StringBuilder expression = new StringBuilder("N");
        int number = 0;
        int repeats = 0;
        for (int k = 1; k <= frames.size(); k++) {
            if (k < frames.size() && frames.get(k).equals(frames.get(k - 1))) {
                repeats++;
                continue;
            }
            number++;
            if (repeats > 0) {
                expression.append("+gte(N,").append(number).append(")*").append(repeats);
                repeats = 0;
            }
        }
        return expression.toString();
    }

    /** The whole picture in the middle of the frame, black around it. */
    static List<String> fitted(VideoFacts video, PictureForm form, String pixelFormat, List<ColourStep> colour) {
        Rational shownWidth = video.pixelAspect().times(video.width());
        Rational factor = Rational.of(form.width())
                .dividedBy(shownWidth)
                .min(Rational.of(form.height()).dividedBy(Rational.of(video.height())));
        int width = even(shownWidth.times(factor), form.width());
        int height = even(factor.times(video.height()), form.height());
        List<String> steps = new ArrayList<>(sized(video, width, height, pixelFormat, colour));
        if (width != form.width() || height != form.height()) {
            steps.add("pad=" + form.width() + ":" + form.height() + ":(ow-iw)/2:(oh-ih)/2:black");
        }
        return steps;
    }

    /** In that size, in BT.709 and coloured. */
    static List<String> sized(VideoFacts video, int width, int height, String pixelFormat, List<ColourStep> colour) {
        boolean isRight = width == video.width() && height == video.height();
        if (isRight && !colour.isEmpty() && isPlainYuv(video)) { // into RGB in one step
            return ColourFilter.steps(colour, "min=" + zimgMatrix(matrix(video)) + ":rin=limited", pixelFormat);
        }
        List<String> steps = new ArrayList<>();
        if (isPlainYuv(video)
                && !matrix(video).equals("bt709")) { // FFmpeg's own step from matrix to matrix darkens by a hundredth
            steps.add("zscale=w=" + width + ":h=" + height + ":filter=bicubic:min=" + zimgMatrix(matrix(video))
                    + ":rin=limited:m=709:r=limited");
        } else {
            String scale = "scale=w=" + width + ":h=" + height + ":flags=bicubic";
            String matrices = ":in_color_matrix=" + matrix(video) + ":out_color_matrix=bt709:out_range=tv";
            steps.add(ToneMap.isNeededFor(video) ? ToneMap.after(scale, video) : scale + matrices);
        }
        steps.addAll(List.of("setsar=1", "format=" + pixelFormat));
        if (!colour.isEmpty()) {
            steps.addAll(ColourFilter.steps(colour, ColourFilter.OURS, pixelFormat));
        }
        return steps;
    }

    /** Such as can go into RGB without being scaled first. */
    private static boolean isPlainYuv(VideoFacts video) {
        return video.pixelFormat().matches("yuv4[0-9]{2}p(1[0-6]le)?")
                && !video.colour().range().equals("pc")
                && !ToneMap.isNeededFor(video);
    }

    private static String zimgMatrix(String matrix) {
        return switch (matrix) {
            case "bt2020" -> "2020_ncl";
            case "bt601" -> "170m";
            case "smpte240m" -> "240m";
            default -> "709";
        };
    }

    private static int even(Rational length, int most) {
        return Math.clamp(2 * length.dividedBy(Rational.of(2)).nearest(), 2, most);
    }

    /** A file that names no matrix means BT.709 from 720 lines up and BT.601 below. */
    private static String matrix(VideoFacts video) {
        return switch (video.colour().matrix()) {
            case "bt709" -> "bt709";
            case "bt2020nc", "bt2020c" -> "bt2020";
            case "smpte170m", "bt470bg", "fcc" -> "bt601";
            case "smpte240m" -> "smpte240m";
            case "gbr" -> "auto";
            default -> Math.min(video.width(), video.height()) >= SMALLEST_HD_HEIGHT ? "bt709" : "bt601";
        };
    }
}
