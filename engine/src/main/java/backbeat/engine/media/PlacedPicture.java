package backbeat.engine.media;

import backbeat.engine.media.Scene.Placing;
import backbeat.engine.time.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A picture that stands somewhere in the frame, in pixels.
 *
 * @param width of what is left of it after cropping, before it is turned
 * @param left of the middle of what is seen, from the frame's left edge
 * @param top of that middle
 */
record PlacedPicture(Placing placing, int width, int height, int left, int top) {
    private static final Rational HALF = Rational.of(1, 2);

    static PlacedPicture of(Placing placing, VideoFacts video, PictureForm form) {
        Rational shownWidth = video.pixelAspect().times(video.width());
        Rational factor = Rational.of(form.width())
                .dividedBy(shownWidth)
                .min(Rational.of(form.height(), video.height()))
                .times(placing.scale());
        Rational width = shownWidth.times(factor);
        Rational height = factor.times(video.height());
        double aside = placing.cropLeft()
                .minus(placing.cropRight())
                .times(HALF)
                .times(width)
                .toDouble();
        double below = placing.cropTop()
                .minus(placing.cropBottom())
                .times(HALF)
                .times(height)
                .toDouble();
        double angle = Math.toRadians(placing.clockwiseDegrees().toDouble());
        double middle = placing.right().plus(HALF).times(form.width()).toDouble();
        double half = placing.down().plus(HALF).times(form.height()).toDouble();
        return new PlacedPicture(
                placing,
                even(width.times(keptAcross(placing))),
                even(height.times(keptAlong(placing))),
                Math.toIntExact(Math.round(middle + aside * Math.cos(angle) - below * Math.sin(angle))),
                Math.toIntExact(Math.round(half + aside * Math.sin(angle) + below * Math.cos(angle))));
    }

    private static Rational keptAcross(Placing placing) {
        return Rational.ONE.minus(placing.cropLeft()).minus(placing.cropRight());
    }

    private static Rational keptAlong(Placing placing) {
        return Rational.ONE.minus(placing.cropTop()).minus(placing.cropBottom());
    }

    private static int even(Rational length) {
        return Math.toIntExact(Math.max(2, 2 * length.times(HALF).nearest()));
    }

    List<String> filters(VideoFacts video, String pixelFormat, List<ColourStep> colour) {
        List<String> filters = new ArrayList<>();
        boolean isWhole =
                keptAcross(placing).equals(Rational.ONE) && keptAlong(placing).equals(Rational.ONE);
        if (!isWhole) {
            filters.add(crop(video));
        }
        filters.addAll(ConformFilter.sized(video, width, height, pixelFormat, colour));
        if (placing.clockwiseDegrees().signum() != 0) {
            filters.add("format=" + pixelFormat.replaceFirst("^yuv(?!a)", "yuva"));
            String angle = String.format(
                    Locale.ROOT,
                    "%.9f",
                    Math.toRadians(placing.clockwiseDegrees().toDouble()));
            filters.add("rotate=a=" + angle + ":ow=rotw(" + angle + "):oh=roth(" + angle + "):c=none");
        }
        return filters;
    }

    private String crop(VideoFacts video) {
        return "crop=w=" + even(keptAcross(placing).times(video.width())) + ":h="
                + even(keptAlong(placing).times(video.height())) + ":x="
                + evenPlace(placing.cropLeft().times(video.width())) + ":y="
                + evenPlace(placing.cropTop().times(video.height())) + ":exact=1";
    }

    /** FFmpeg cuts the colours of pictures of ten bits in the middle of a number where a place is odd. */
    private static long evenPlace(Rational place) {
        return 2 * place.times(HALF).nearest();
    }

    String overlay(String format) {
        return "overlay=x=" + left + "-w/2:y=" + top + "-h/2:format=" + format;
    }
}
