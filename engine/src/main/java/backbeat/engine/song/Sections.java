package backbeat.engine.song;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sections with labels (equal music, equal letter) and the roles they are likely to have, judged by how loud and how often a letter is. */
final class Sections {
    private static final double SAME_MUSIC = 0.62;
    private static final int HOOK_BARS = 8;

    private Sections() {}

    static List<SongMap.Section> of(SongSpectra spectra, List<SongMap.Bar> bars, double duration, Corrections said) {
        BarFeatures features = BarFeatures.of(spectra, bars);
        SaidSections wishes = new SaidSections(said, bars);
        List<Integer> firsts = SectionBorders.of(features, wishes.borders(), wishes.noBorders());
        double[] novelty = SectionBorders.novelty(features);
        List<int[]> spans = new ArrayList<>();
        for (int i = 0; i < firsts.size(); i++) {
            spans.add(new int[] {firsts.get(i), i + 1 < firsts.size() ? firsts.get(i + 1) : bars.size()});
        }
        int[] labels = labels(features, spans);
        Roles roles = new Roles(features, spans, labels);
        List<SongMap.Section> sections = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            int first = spans.get(i)[0];
            int end = spans.get(i)[1];
            double confidence = i == 0 ? 0.9 : Math.clamp(novelty[first] / 2, 0.2, 0.9);
            sections.add(new SongMap.Section(
                    bars.get(first).start(),
                    end == bars.size() ? duration : bars.get(end).start(),
                    bars.get(first).index(),
                    bars.get(end - 1).index(),
                    letter(labels[i]),
                    roles.of(i),
                    wishes.borders().contains(first) ? 0.95 : confidence));
        }
        return wishes.named(sections);
    }

    /** The eight bars that a listener is most likely to take home: the start of each chorus, the loudest first. */
    static List<SongMap.Hook> hooks(List<SongMap.Section> sections, List<SongMap.Bar> bars, SongMap.Energy energy) {
        return sections.stream()
                .filter(section -> "chorus".equals(section.role()) && section.firstBar() > 0)
                .map(section -> {
                    int last = Math.min(section.lastBar(), section.firstBar() + HOOK_BARS - 1);
                    double end = bars.get(last - 1).end();
                    return new SongMap.Hook(
                            section.start(), end, section.firstBar(), last, energy.mean(section.start(), end));
                })
                .sorted((a, b) -> Double.compare(b.score(), a.score()))
                .toList();
    }

    private static String letter(int label) {
        return label < 26 ? String.valueOf((char) ('A' + label)) : "Z" + (label - 25);
    }

    private static int[] labels(BarFeatures features, List<int[]> spans) {
        int[] labels = new int[spans.size()];
        int used = 0;
        for (int i = 0; i < labels.length; i++) {
            int best = -1;
            double likeness = SAME_MUSIC;
            for (int j = 0; j < i; j++) {
                double alike = likeness(features, spans.get(i), spans.get(j));
                if (alike > likeness) {
                    likeness = alike;
                    best = j;
                }
            }
            labels[i] = best < 0 ? used++ : labels[best];
        }
        return labels;
    }

    /** Best alignment of the shorter section in the longer one. */
    private static double likeness(BarFeatures features, int[] a, int[] b) {
        int lengthA = a[1] - a[0];
        int lengthB = b[1] - b[0];
        if (lengthA > lengthB) {
            return likeness(features, b, a);
        }
        double best = 0;
        for (int offset = 0; offset <= lengthB - lengthA; offset++) {
            double harmony = 0;
            double timbre = 0;
            for (int k = 0; k < lengthA; k++) {
                harmony += features.harmony[a[0] + k][b[0] + offset + k];
                timbre += features.timbre[a[0] + k][b[0] + offset + k];
            }
            best = Math.max(best, (0.8 * harmony + 0.2 * timbre) / lengthA);
        }
        return best * Math.pow((double) lengthA / lengthB, 0.25);
    }

    /** Roles from energy and repetition: a first guess for people to correct. */
    private static final class Roles {
        private final List<int[]> spans;
        private final int[] labels;
        private final double[] levels;
        private final Map<Integer, Integer> counts = new HashMap<>();
        private final double mean;
        private final int chorus;

        Roles(BarFeatures features, List<int[]> spans, int[] labels) {
            this.spans = spans;
            this.labels = labels;
            levels = new double[labels.length];
            for (int i = 0; i < labels.length; i++) {
                levels[i] = SectionBorders.mean(features.level, spans.get(i)[0], spans.get(i)[1]);
                counts.merge(labels[i], 1, Integer::sum);
            }
            mean = SectionBorders.mean(levels, 0, levels.length);
            chorus = loudestRepeated();
        }

        private int loudestRepeated() {
            int best = -1;
            double loudest = 0;
            for (int i = 0; i < labels.length; i++) {
                double level = levelOf(labels[i]);
                if (count(labels[i]) > 1 && level > loudest) {
                    loudest = level;
                    best = labels[i];
                }
            }
            return best;
        }

        private int count(int label) {
            return counts.getOrDefault(label, 0);
        }

        private double levelOf(int label) {
            double sum = 0;
            for (int i = 0; i < labels.length; i++) {
                sum += labels[i] == label ? levels[i] : 0;
            }
            return sum / count(label);
        }

        @Nullable
        String of(int section) {
            int bars = spans.get(section)[1] - spans.get(section)[0];
            boolean soft = levels[section] < mean;
            if (section == 0 && bars <= 16 && labels[section] != chorus && (soft || bars <= 4)) {
                return "intro";
            }
            if (section == labels.length - 1 && section > 1 && labels[section] != chorus && (soft || bars <= 4)) {
                return "outro";
            }
            if (labels[section] == chorus) {
                return "chorus";
            }
            if (count(labels[section]) > 1) {
                return "verse";
            }
            boolean late = section > labels.length / 2;
            return !late ? null : soft ? "break" : "bridge";
        }
    }
}
