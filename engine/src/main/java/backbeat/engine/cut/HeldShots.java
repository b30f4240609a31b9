package backbeat.engine.cut;

import backbeat.engine.problem.CutProblems;
import backbeat.engine.problem.Finding;
import backbeat.engine.time.Rate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person holds, as pins; a wish that nothing can fulfil becomes a finding. */
final class HeldShots {
    /** In frames of the timeline. */
    private record Stretch(CutWishes.Held wish, int from, int to, boolean exact) {}

    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Take> takes;

    HeldShots(CutWishes wishes, Rate rate, int frames, List<Take> takes) {
        this.takes = takes;
        wishes.locks().forEach(lock -> add(lock, true, rate, frames));
        wishes.picks().forEach(pick -> add(pick, false, rate, frames));
    }

    private void add(CutWishes.Held wish, boolean exact, Rate rate, int frames) {
        int from = frame(wish.from(), rate, frames);
        int to = frame(wish.to(), rate, frames);
        // The song ends inside the last frame.
        Stretch stretch = new Stretch(wish, from, to == frames - 1 ? frames : to, exact);
        boolean taken = stretches.stream().anyMatch(other -> other.from < stretch.to && stretch.from < other.to);
        if (taken) {
            refuse(wish, "Another wish stands there already.");
        } else if (stretch.to - stretch.from < ShotSearch.FEWEST_FRAMES) {
            refuse(wish, "It is shorter than " + ShotSearch.FEWEST_FRAMES + " frames.");
        } else if (takeFor(stretch).isEmpty()) {
            refuse(wish, "The clip is not on the song all the way there, its place is not certain, or it is banned.");
        } else {
            stretches.add(stretch);
        }
    }

    private static int frame(double seconds, Rate rate, int frames) {
        return Math.clamp(Math.round(seconds * rate.toDouble()), 0, frames);
    }

    private void refuse(CutWishes.Held wish, String why) {
        String words = String.format(Locale.ROOT, "%s from %.2f s to %.2f s", wish.clip(), wish.from(), wish.to());
        findings.add(Finding.warning(CutProblems.wishNotKept(words, why)));
    }

    private Optional<Take> takeFor(Stretch stretch) {
        return takes.stream()
                .filter(take -> take.clip().path().equals(stretch.wish.clip()))
                .filter(take -> take.covers(stretch.from, stretch.to))
                .min(Comparator.<Take>comparingDouble(take -> away(take, stretch))
                        .thenComparingDouble(take -> -take.match().confidence()));
    }

    /** How far a take is from the moment of the clip that was shown when it was locked, in seconds: a clip may hold the song several times. */
    private static double away(Take take, Stretch stretch) {
        Double shown = stretch.wish.clipStart();
        return shown == null ? 0 : Math.abs(take.clipTimeAt(stretch.from) - shown);
    }

    /** Frames at which the grid needs a cut point. */
    List<Integer> edges() {
        return stretches.stream()
                .flatMap(stretch -> Stream.of(stretch.from, stretch.to))
                .toList();
    }

    List<Pin> pins(List<CutPoint> points) {
        List<Integer> frames = points.stream().map(CutPoint::frame).toList();
        return stretches.stream()
                .map(s -> new Pin(
                        frames.indexOf(s.from),
                        frames.indexOf(s.to),
                        takeFor(s).orElseThrow(),
                        s.exact,
                        s.wish.clipStart()))
                .toList();
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
