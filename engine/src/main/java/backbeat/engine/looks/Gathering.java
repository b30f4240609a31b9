package backbeat.engine.looks;

import backbeat.engine.looks.Course.Stretch;
import backbeat.engine.signal.Flashes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** Makes the even course of a clip from what was seen of its frames, whatever times they have. */
final class Gathering {
    private static final Flashes FLASHES = new Flashes(4, 6, 15, 8);
    private static final double PICTURES_A_SECOND = 25;
    private static final double LEAST_FREEZE_SECONDS = 0.5;
    /** Frames; film that was made of fewer pictures a second stands shorter. */
    private static final int PULSE_APART = 6;

    private static final double MOST_PULSE = 0.05;
    private static final int DECIMALS = 10_000;

    private final List<Frame> frames;
    private final int length;

    /** @param seconds of the clip */
    Gathering(List<Frame> frames, double seconds) {
        this.frames = frames;
        this.length = Math.max(1, (int) Math.ceil(seconds * Course.RATE - 1e-6));
    }

    Course course(boolean motionSeen, List<Stretch> soundClipped) {
        Steadiness steadiness = Steadiness.of(motionSeen ? frames : List.of());
        List<Frame> asked =
                frames.stream().filter(frame -> !Float.isNaN(frame.sharpness())).toList();
        return new Course(
                motionSeen,
                sharpness(asked),
                means(frame -> frame.exposure().mean()),
                means(frame -> frame.exposure().bright()),
                means(frame -> frame.exposure().clipped()),
                means(frame -> frame.exposure().crushed()),
                at(steadiness::shake),
                at(steadiness::panAcross),
                at(steadiness::panDown),
                at(steadiness::zoom),
                motionSeen ? motion() : at(time -> 0),
                motionSeen ? flashes() : List.of(),
                motionSeen ? frozen() : List.of(),
                frames.stream().filter(Frame::cut).map(Frame::seconds).toList(),
                soundClipped,
                frames.stream().map(Frame::faces).filter(Objects::nonNull).toList());
    }

    private static double middle(int sample) {
        return (sample + 0.5) / Course.RATE;
    }

    private List<Double> at(ToDoubleFunction<Double> value) {
        List<Double> values = new ArrayList<>(length);
        for (int sample = 0; sample < length; sample++) {
            values.add(rounded(value.applyAsDouble(middle(sample))));
        }
        return List.copyOf(values);
    }

    /** Of the frames that begin in a sample's time; where none does, of the one that is shown or near. */
    private List<Double> means(ToDoubleFunction<Frame> of) {
        double[] sums = new double[length];
        int[] counts = new int[length];
        for (Frame frame : frames) {
            int sample = Math.clamp((int) Math.floor(frame.seconds() * Course.RATE + 1e-6), 0, length - 1);
            sums[sample] += of.applyAsDouble(frame);
            counts[sample]++;
        }
        int[] near = new int[length];
        int next = 0;
        for (int sample = 0; sample < length; sample++) {
            while (next + 1 < frames.size()
                    && Math.abs(frames.get(next + 1).seconds() - middle(sample))
                            <= Math.abs(frames.get(next).seconds() - middle(sample))) {
                next++;
            }
            near[sample] = next;
        }
        List<Double> means = new ArrayList<>(length);
        for (int sample = 0; sample < length; sample++) {
            means.add(rounded(
                    counts[sample] > 0 ? sums[sample] / counts[sample] : of.applyAsDouble(frames.get(near[sample]))));
        }
        return List.copyOf(means);
    }

    /** Asked of some frames only. */
    private List<Double> sharpness(List<Frame> asked) {
        if (asked.isEmpty()) {
            return at(time -> Sharpness.UNKNOWN);
        }
        return new Gathering(asked, (double) length / Course.RATE).means(Frame::sharpness);
    }

    /** Larger steps of time hold more motion. */
    private List<Double> motion() {
        double[] sums = new double[length];
        double last = frames.getFirst().seconds();
        for (Frame frame : frames) {
            int sample = Math.clamp((int) Math.floor(frame.seconds() * Course.RATE + 1e-6), 0, length - 1);
            if (!frame.cut() && frame.seconds() > last) {
                sums[sample] += frame.motion().within();
            }
            last = frame.seconds();
        }
        return Arrays.stream(sums)
                .mapToObj(sum -> rounded(sum * Course.RATE / PICTURES_A_SECOND))
                .toList();
    }

    private List<Stretch> flashes() {
        double[] brightness = frames.stream()
                .mapToDouble(frame -> 255 * frame.exposure().mean())
                .toArray();
        return FLASHES.in(brightness).stream()
                .map(flash -> new Stretch(frames.get(flash.first()).seconds(), timeOf(flash.first() + flash.length())))
                .toList();
    }

    private double timeOf(int frame) {
        return frame < frames.size() ? frames.get(frame).seconds() : (double) length / Course.RATE;
    }

    private List<Stretch> frozen() {
        List<Stretch> stretches = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= frames.size(); i++) {
            if (i == frames.size() || !(frames.get(i).motion().still() || isPulse(i))) {
                if (timeOf(i) - frames.get(first).seconds() >= LEAST_FREEZE_SECONDS && i - first > 2) {
                    stretches.add(new Stretch(frames.get(first).seconds(), timeOf(i)));
                }
                first = i;
            }
        }
        return List.copyOf(stretches);
    }

    /** A key frame among frames that stand still is drawn afresh, and so a little differently. */
    private boolean isPulse(int i) {
        return frames.get(i).motion().within() < MOST_PULSE && stands(i - PULSE_APART, i) && stands(i + 1, i + 3);
    }

    private boolean stands(int from, int to) {
        return from > 0
                && to <= frames.size()
                && frames.subList(from, to).stream()
                        .allMatch(frame -> frame.motion().still());
    }

    private static double rounded(double value) {
        return (double) Math.round(value * DECIMALS) / DECIMALS;
    }
}
