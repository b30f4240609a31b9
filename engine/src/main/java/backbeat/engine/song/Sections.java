package backbeat.engine.song;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sections with labels (equal music, equal letter) and the roles they are likely to have, judged by how full a letter sounds and how often it comes. */
final class Sections {
    private static final double SAME_MUSIC = 0.65;
    private static final int HOOK_BARS = 8;
    private static final int LONGEST_PRECHORUS = 8;

    /** Fullness of the song's bars on the whole. */
    private static final double AVERAGE = 0;

    private Sections() {}

    static List<SongMap.Section> of(
            SongSpectra spectra, List<SongMap.Bar> bars, SongMap.Energy energy, double duration, Corrections said) {
        BarFeatures features = BarFeatures.of(spectra, bars, energy);
        double[] odds = SectionBorders.odds(BorderCurves.of(features));
        SaidSections wishes = new SaidSections(said, bars);
        List<Integer> firsts = SectionBorders.of(odds, wishes.borders(), wishes.noBorders());
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
            double confidence = i == 0 ? 0.9 : Math.clamp(1 / (1 + Math.exp(-odds[first])), 0.05, 0.95);
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

    /** A section gets the letter whose sections it is most like on the whole, or a new one. */
    private static int[] labels(BarFeatures features, List<int[]> spans) {
        int[] labels = new int[spans.size()];
        List<List<int[]>> alike = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            int[] span = spans.get(i);
            int best = alike.size();
            double most = SAME_MUSIC;
            for (int label = 0; label < alike.size(); label++) {
                double likeness = alike.get(label).stream()
                        .mapToDouble(other -> likeness(features, span, other))
                        .average()
                        .orElse(0);
                if (likeness > most) {
                    most = likeness;
                    best = label;
                }
            }
            if (best == alike.size()) {
                alike.add(new ArrayList<>());
            }
            alike.get(best).add(span);
            labels[i] = best;
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
            double sum = 0;
            for (int k = 0; k < lengthA; k++) {
                int here = a[0] + k;
                int there = b[0] + offset + k;
                sum += 0.6 * features.harmony[here][there]
                        + 0.2 * features.timbre[here][there]
                        + 0.2 * features.rhythm[here][there];
            }
            best = Math.max(best, sum / lengthA);
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
            double[] fullness = features.fullness();
            for (int i = 0; i < labels.length; i++) {
                levels[i] = BorderCurves.mean(fullness, spans.get(i)[0], spans.get(i)[1]);
                counts.merge(labels[i], 1, Integer::sum);
            }
            mean = BorderCurves.mean(levels, 0, levels.length);
            chorus = loudestRepeated();
        }

        /** -1 when what comes again is softer than the song is on the whole: a frame around it, not its chorus. */
        private int loudestRepeated() {
            int best = -1;
            double loudest = AVERAGE;
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

        /** Short, always before the chorus, and somewhere after a verse: music that comes again and is neither. */
        private boolean leadsToChorus(int label) {
            boolean afterVerse = false;
            for (int i = 0; i < labels.length; i++) {
                if (labels[i] == label) {
                    boolean before = i + 1 < labels.length && labels[i + 1] == chorus;
                    if (!before || spans.get(i)[1] - spans.get(i)[0] > LONGEST_PRECHORUS) {
                        return false;
                    }
                    afterVerse |= i > 0 && labels[i - 1] != chorus && count(labels[i - 1]) > 1;
                }
            }
            return afterVerse;
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
                return leadsToChorus(labels[section]) ? "prechorus" : "verse";
            }
            boolean late = section > labels.length / 2;
            return !late ? null : bars <= 4 ? "break" : "bridge";
        }
    }
}
