package backbeat.engine.media;

import backbeat.engine.media.ColourStep.Table.Kind;
import backbeat.engine.time.Rational;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Colour steps in FFmpeg's filter language.
 *
 * <p>They work on planes of 16 bits: the tables' tetrahedral interpolation is quick only there (three times as quick as with 8 bits, measured), and steps can follow
 * each other without loss. Into RGB and back goes zimg, which takes a third less time than FFmpeg's own conversion and rounds to the nearest.
 */
final class ColourFilter {
    /** What scenes are in. */
    static final String OURS = "min=709:rin=limited";

    private static final List<Double> WEIGHTS = List.of(0.2126, 0.7152, 0.0722);

    private ColourFilter() {}

    /** @param before matrix and range of the picture before, in zimg's words; afterwards it is limited BT.709 */
    static List<String> steps(List<ColourStep> steps, String before, String pixelFormat) {
        List<String> filters = new ArrayList<>();
        filters.add("zscale=" + before + ":m=gbr:r=full");
        filters.add("format=gbrp16le");
        for (ColourStep step : steps) {
            switch (step) {
                case ColourStep.Table table ->
                    filters.add(
                            table.kind() == Kind.CURVES
                                    ? "lut1d=file=" + fileName(table) + ":interp=linear"
                                    : "lut3d=file=" + fileName(table) + ":interp=tetrahedral");
                case ColourStep.Decision decision -> filters.addAll(decision(decision));
            }
        }
        filters.add("zscale=m=709:r=limited");
        filters.add("format=" + pixelFormat);
        return filters;
    }

    /** The plain name under which a table lies in the folder that FFmpeg runs in: names from outside stay out of filter language. */
    static String fileName(ColourStep.Table table) {
        return "table-" + table.content() + (table.kind() == Kind.WHOLE_NUMBERS ? ".m3d" : ".cube");
    }

    static Path fileIn(Path folder, ColourStep.Table table) {
        return folder.resolve(fileName(table));
    }

    private static List<String> decision(ColourStep.Decision decision) {
        List<String> filters = new ArrayList<>();
        filters.add("lutrgb=r='" + channel(decision, 0) + "':g='" + channel(decision, 1) + "':b='"
                + channel(decision, 2) + "'");
        if (!decision.saturation().equals(Rational.ONE)) {
            filters.add(saturation(decision.saturation().toDouble()));
        }
        return filters;
    }

    /** A table of 65536 entries is made of it once, so that the formula costs nothing. */
    private static String channel(ColourStep.Decision decision, int index) {
        return String.format(
                Locale.ROOT,
                "round(65535*pow(clip(val/65535*%.9f+%.9f,0,1),%.9f))",
                decision.slope().get(index).toDouble(),
                decision.offset().get(index).toDouble(),
                decision.power().get(index).toDouble());
    }

    private static String saturation(double saturation) {
        StringBuilder mixer = new StringBuilder("colorchannelmixer=");
        List<String> names = List.of("r", "g", "b");
        for (int to = 0; to < names.size(); to++) {
            for (int from = 0; from < names.size(); from++) {
                double share = (1 - saturation) * WEIGHTS.get(from) + (to == from ? saturation : 0);
                mixer.append(to + from == 0 ? "" : ":")
                        .append(names.get(to))
                        .append(names.get(from))
                        .append(String.format(Locale.ROOT, "=%.9f", share));
            }
        }
        return mixer.toString();
    }
}
