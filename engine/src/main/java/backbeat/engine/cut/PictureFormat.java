package backbeat.engine.cut;

import backbeat.engine.media.VideoFacts;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Rate and size of a cut: those of most of the footage, so that as few clips as possible are changed. */
record PictureFormat(Rate rate, int width, int height) {
    private static final int LONG_SIDE = 1920;
    private static final int SHORT_SIDE = 1080;
    private static final Rational FASTEST = Rational.of(60);
    private static final PictureFormat WITHOUT_FOOTAGE = new PictureFormat(Rate.FPS_25, LONG_SIDE, SHORT_SIDE);
    private static final List<Rate> STANDARD = List.of(
            Rate.FPS_23_976,
            Rate.FPS_24,
            Rate.FPS_25,
            Rate.FPS_29_97,
            Rate.FPS_30,
            Rate.FPS_50,
            Rate.FPS_59_94,
            Rate.FPS_60);

    private record Size(int width, int height) implements Comparable<Size> {
        @Override
        public int compareTo(Size other) {
            return Comparator.comparingInt(Size::width)
                    .thenComparingInt(Size::height)
                    .compare(this, other);
        }
    }

    /** A picture and how many seconds of it lie on the song. */
    record Weighted(VideoFacts video, double seconds) {}

    static PictureFormat ofMost(List<Weighted> pictures) {
        if (pictures.isEmpty()) {
            return WITHOUT_FOOTAGE;
        }
        Rate rate = most(pictures, PictureFormat::standing);
        Size size = most(pictures, PictureFormat::upTo1080);
        return new PictureFormat(rate, size.width, size.height);
    }

    /** 01:00:00:00, as editors start; with dropped labels where the rate has them. */
    Timecode firstFrame() {
        return Timecode.of(1, 0, 0, 0, rate, rate.canDropFrame());
    }

    private static <T extends Comparable<T>> T most(List<Weighted> pictures, Function<VideoFacts, T> property) {
        Map<T, Double> seconds = new TreeMap<>();
        pictures.forEach(p -> seconds.merge(property.apply(p.video), p.seconds, Double::sum));
        return seconds.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private static Rate standing(VideoFacts video) {
        Rate rate = video.variableRate() ? nearestStandard(video.rate()) : video.rate();
        while (rate.perSecond().isGreaterThan(FASTEST)) {
            rate = new Rate(rate.perSecond().times(Rational.of(1, 2)));
        }
        return rate;
    }

    private static Rate nearestStandard(Rate rate) {
        return STANDARD.stream()
                .min(Comparator.comparing(
                        standard -> standard.perSecond().minus(rate.perSecond()).abs()))
                .orElseThrow();
    }

    private static Size upTo1080(VideoFacts video) {
        double width = Math.max(2, video.width() * video.pixelAspect().toDouble());
        double height = Math.max(2, video.height());
        double scale = Math.min(1, Math.min(LONG_SIDE / Math.max(width, height), SHORT_SIDE / Math.min(width, height)));
        return new Size(even(width * scale), even(height * scale));
    }

    private static int even(double pixels) {
        return Math.max(2, 2 * (int) Math.round(pixels / 2));
    }
}
