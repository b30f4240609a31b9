package backbeat.engine.looks;

import backbeat.engine.looks.Course.Stretch;
import backbeat.engine.looks.Passage.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** What the course of a clip means: its faults with words, and a quality for every moment. Cheap, and so told anew whenever somebody asks. */
final class Judgement {
    /** Of the sharpest values of a clip, so that single lucky frames do not count; nor do pictures in bad light, whose edges are cut short and so look steeper. */
    private static final double OWN_BEST = 0.8;

    private static final double BRIGHTEST = 0.75;
    private static final double MOST_CLIPPED = 0.15;
    /** A clip that is softer than the shoot's usual by this is soft all through. */
    private static final double SOFT_CLIP = 0.45;

    private static final double BLURRED = 0.65;
    private static final double UTTERLY_BLURRED = 0.25;
    private static final double BLACK_BRIGHT = 0.08;
    private static final double BLACK_MEAN = 0.04;
    private static final double OVER_CLIPPED = 0.25;
    private static final double OVER_MEAN = 0.62;
    private static final double UNDER_MEAN = 0.08;
    private static final double UNDER_BRIGHT = 0.25;
    private static final double SHAKY = 0.12;
    private static final double VERY_SHAKY = 0.6;
    private static final double WORTH_TELLING_SECONDS = 0.3;
    private static final double SAME_PASSAGE_SECONDS = 0.4;

    private final Course course;
    private final double best;

    private Judgement(Course course, double best) {
        this.course = course;
        this.best = best;
    }

    /** @param usual the best sharpness of clips of the same shoot at their median; 0 where it is not known */
    static Looks of(String path, Depth depth, Course course, double usual) {
        return new Judgement(course, Math.max(best(course), SOFT_CLIP * usual)).looks(path, depth);
    }

    /** How sharp a clip is where it is sharp; 0 when that cannot be told. */
    static double best(Course course) {
        List<Double> known = IntStream.range(0, course.length())
                .filter(i -> isWellLit(course, i))
                .mapToObj(course.sharpness()::get)
                .filter(value -> value >= 0)
                .sorted()
                .toList();
        return known.isEmpty() ? 0 : known.get((int) (OWN_BEST * (known.size() - 1)));
    }

    private static boolean isWellLit(Course course, int i) {
        double brightness = course.brightness().get(i);
        return brightness > UNDER_MEAN
                && brightness < BRIGHTEST
                && course.clipped().get(i) < MOST_CLIPPED;
    }

    private Looks looks(String path, Depth depth) {
        return new Looks(
                path,
                depth,
                Course.RATE,
                passages(),
                each(this::quality),
                each(this::sharpness),
                course.brightness(),
                course.clipped(),
                course.crushed(),
                course.shake(),
                course.panAcross(),
                course.panDown(),
                course.zoom(),
                course.motion(),
                course.faces(),
                ShotSize.of(course.faces()));
    }

    private List<Double> each(IntToDoubleFunction value) {
        List<Double> values = new ArrayList<>(course.length());
        for (int i = 0; i < course.length(); i++) {
            values.add(Math.round(value.applyAsDouble(i) * 1000) / 1000.0);
        }
        return List.copyOf(values);
    }

    private double sharpness(int i) {
        double value = course.sharpness().get(i);
        return value < 0 || best == 0 ? Sharpness.UNKNOWN : Math.min(1, value / best);
    }

    private boolean isBlack(int i) {
        return course.bright().get(i) < BLACK_BRIGHT && course.brightness().get(i) < BLACK_MEAN;
    }

    private double quality(int i) {
        if (isBlack(i)) {
            return 0;
        }
        double sharp = sharpness(i);
        double focus = sharp < 0 ? 0.8 : share(sharp, 0.3, 0.9);
        double light = 1 - share(course.clipped().get(i), 0.15, 0.6);
        double shadow = share(course.brightness().get(i), 0.01, 0.12);
        double calm = 1 - share(course.shake().get(i), 0.04, 0.4);
        return (0.1 + 0.9 * focus) * (0.2 + 0.8 * light) * (0.2 + 0.8 * shadow) * (0.1 + 0.9 * calm) * moves(i);
    }

    private double moves(int i) {
        double time = (i + 0.5) / Course.RATE;
        boolean frozen = course.frozen().stream().anyMatch(stretch -> stretch.start() <= time && time < stretch.end());
        return frozen ? 0.3 : 1;
    }

    /** How far a value is on the way from one to another, from 0 to 1. */
    private static double share(double value, double from, double to) {
        return Math.clamp((value - from) / (to - from), 0, 1);
    }

    private List<Passage> passages() {
        List<Passage> all = new ArrayList<>();
        all.addAll(stretches(Kind.BLACK, i -> isBlack(i) ? 1 : 0, "black: nothing can be seen"));
        all.addAll(stretches(Kind.BLURRED, this::blur, "out of focus, against this clip's own best"));
        all.addAll(
                stretches(Kind.OVEREXPOSED, this::glare, "over-exposed: much of the picture is white without drawing"));
        all.addAll(stretches(Kind.UNDEREXPOSED, this::gloom, "under-exposed: hardly anything stands out of the dark"));
        all.addAll(stretches(Kind.SHAKY, this::unrest, "the camera shakes"));
        told(all, Kind.FROZEN, frozen(), "the picture stands still");
        told(all, Kind.FLASH, course.flashes(), "a flash");
        told(all, Kind.SOUND_CLIPPED, course.soundClipped(), "the sound is distorted: it stands at its limit");
        course.cuts().forEach(cut -> all.add(new Passage(Kind.CUT, cut, cut, 1, "another picture begins here")));
        all.sort(Comparator.comparingDouble(Passage::start).thenComparing(Passage::kind));
        return List.copyOf(all);
    }

    /** Black stands still too, which says nothing more. */
    private List<Stretch> frozen() {
        return course.frozen().stream()
                .filter(stretch -> !isBlack(Math.clamp(
                        (int) ((stretch.start() + stretch.end()) / 2 * Course.RATE), 0, course.length() - 1)))
                .toList();
    }

    private static void told(List<Passage> all, Kind kind, List<Stretch> stretches, String words) {
        stretches.forEach(stretch -> all.add(new Passage(kind, stretch.start(), stretch.end(), 1, words)));
    }

    private double blur(int i) {
        double sharp = sharpness(i);
        return sharp < 0 || isBlack(i) ? 0 : strength(BLURRED - sharp, BLURRED - UTTERLY_BLURRED);
    }

    private double glare(int i) {
        boolean much =
                course.clipped().get(i) >= OVER_CLIPPED && course.brightness().get(i) >= OVER_MEAN;
        return much ? strength(course.clipped().get(i) - OVER_CLIPPED + 0.1, 0.5) : 0;
    }

    private double gloom(int i) {
        boolean dark =
                course.brightness().get(i) < UNDER_MEAN && course.bright().get(i) < UNDER_BRIGHT;
        return dark && !isBlack(i) ? strength(UNDER_MEAN - course.brightness().get(i), UNDER_MEAN) : 0;
    }

    private double unrest(int i) {
        return strength(course.shake().get(i) - SHAKY, VERY_SHAKY - SHAKY);
    }

    /** 0 when there is nothing of it, else somewhere between hardly (0.05) and 1. */
    private static double strength(double above, double most) {
        return above <= 0 ? 0 : Math.clamp(above / most, 0.05, 1);
    }

    /** Joins moments into passages; what is shorter than a blink is left out, unless moments lie far apart. */
    private List<Passage> stretches(Kind kind, IntToDoubleFunction strength, String words) {
        List<Passage> found = new ArrayList<>();
        int first = -1;
        int last = -1;
        double sum = 0;
        int count = 0;
        for (int i = 0; i <= course.length(); i++) {
            double here = i < course.length() ? strength.applyAsDouble(i) : 0;
            boolean over = first >= 0 && (i == course.length() || i - last > SAME_PASSAGE_SECONDS * Course.RATE);
            if (over && here == 0) {
                if (last - first + 1 >= WORTH_TELLING_SECONDS * Course.RATE) {
                    found.add(passage(kind, first, last, sum / count, words));
                }
                first = -1;
                sum = 0;
                count = 0;
            }
            if (here > 0) {
                first = first < 0 ? i : first;
                last = i;
                sum += here;
                count++;
            }
        }
        return found;
    }

    private static Passage passage(Kind kind, int first, int last, double strength, String words) {
        return new Passage(
                kind,
                (double) first / Course.RATE,
                (last + 1.0) / Course.RATE,
                Math.round(strength * 100) / 100.0,
                words);
    }
}
