package backbeat.engine.media;

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

    /** @param frames wanted source frame for each output frame; never going back */
    static String of(VideoFacts video, List<Long> frames, PictureForm form) {
        List<String> steps = new ArrayList<>();
        if (List.of("tt", "bb", "tb", "bt").contains(video.fieldOrder())) {
            steps.add("bwdif=mode=send_frame:deint=interlaced");
        }
        steps.addAll(timing(frames, form));
        steps.addAll(fit(video, form));
        steps.addAll(COLOUR_TAGS);
        return String.join(",", steps);
    }

    /** For frames that have the right size, rate and colours already: only counted and repeated at the end. */
    static String counted(PictureForm form) {
        List<String> steps = new ArrayList<>(paced("N", form));
        steps.addAll(List.of("setsar=1", "format=yuv420p"));
        steps.addAll(COLOUR_TAGS);
        return String.join(",", steps);
    }

    /** The output options of the same names do not reach the file in every version of FFmpeg; this does. */
    private static final List<String> COLOUR_TAGS =
            List.of("setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709");

    private static List<String> timing(List<Long> frames, PictureForm form) {
        List<Long> wanted = frames.stream().distinct().toList();
        long first = wanted.getFirst();
        List<String> steps = new ArrayList<>();
        if (wanted.getLast() - first + 1 != wanted.size()) {
            steps.add("select='"
                    + wanted.stream()
                            .map(frame -> "eq(n," + (frame - first) + ")")
                            .collect(Collectors.joining("+"))
                    + "'");
        }
        steps.addAll(paced(firstShowings(frames), form));
        return steps;
    }

    private static List<String> paced(String outputFrame, PictureForm form) {
        return List.of(
                "settb=" + form.rate().frameDuration(),
                "setpts='" + outputFrame + "'",
                "fps=" + form.rate() + ":start_time=0",
                "tpad=stop=-1:stop_mode=clone");
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

    private static List<String> fit(VideoFacts video, PictureForm form) {
        Rational shownWidth = video.pixelAspect().times(video.width());
        Rational factor = Rational.of(form.width())
                .dividedBy(shownWidth)
                .min(Rational.of(form.height()).dividedBy(Rational.of(video.height())));
        int width = even(shownWidth.times(factor), form.width());
        int height = even(factor.times(video.height()), form.height());
        List<String> steps = new ArrayList<>();
        String scale = "scale=w=" + width + ":h=" + height + ":flags=bicubic";
        steps.add(
                ToneMap.isNeededFor(video)
                        ? ToneMap.after(scale, video)
                        : scale + ":in_color_matrix=" + matrix(video) + ":out_color_matrix=bt709:out_range=tv");
        if (width != form.width() || height != form.height()) {
            steps.add("pad=" + form.width() + ":" + form.height() + ":(ow-iw)/2:(oh-ih)/2:black");
        }
        steps.addAll(List.of("setsar=1", "format=yuv420p"));
        return steps;
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
