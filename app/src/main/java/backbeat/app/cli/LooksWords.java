package backbeat.app.cli;

import backbeat.engine.looks.FootageLooks;
import backbeat.engine.looks.Looks;
import backbeat.engine.looks.Passage;
import backbeat.engine.looks.ShotSize;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** What clips look like, for people: each with its quality and, below it, what is to be known of it. */
final class LooksWords {
    private static final int MOST_PASSAGES = 12;

    private LooksWords() {}

    static void print(FootageLooks looks, PrintWriter to) {
        looks.clips().forEach(clip -> print(clip, to));
        looks.findings()
                .forEach(finding -> to.println("finding   " + finding.problem().oneLine()));
    }

    private static void print(Looks clip, PrintWriter to) {
        double seconds = (double) clip.quality().size() / clip.rate();
        double mean = clip.quality().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
        String size = clip.shotSize() == ShotSize.UNKNOWN
                ? ""
                : ", " + clip.shotSize().words();
        to.println(String.format(
                Locale.ROOT, "%-9s %s, %.1f s%s", Math.round(100 * mean) + " %", clip.path(), seconds, size));
        List<Passage> passages = clip.passages();
        passages.stream().limit(MOST_PASSAGES).forEach(passage -> to.println("          " + words(passage)));
        if (passages.size() > MOST_PASSAGES) {
            to.println("          and " + (passages.size() - MOST_PASSAGES) + " more");
        }
    }

    private static String words(Passage passage) {
        return String.format(Locale.ROOT, "%8.2f to %8.2f s  %s", passage.start(), passage.end(), passage.words());
    }
}
