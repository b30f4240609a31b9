package backbeat.engine.take;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Learns how two clocks go against each other from all pairs of clips that heard the same bars.
 *
 * <p>Pairs of one take all tell the same offset; pairs of different takes tell differences between takes, which no two pairs share but by chance. So the offset
 * with the most pairs around it is taken when chance would hardly bring so many together: for {@code n} pairs spread over a range {@code R}, some {@code k} of them
 * lie within {@code w} of each other about {@code C(n, k) * (2w / R)^(k - 1)} times. Clocks that should show the same and do within a few seconds need one take only.
 * An offset under which one moment has two songs is wrong, whatever votes for it.
 */
final class ClockVote {
    private static final double WINDOW_SECONDS = 1.5;
    private static final double DRIFT_OVER_A_DAY = 50e-6;
    private static final double SET_RIGHT_SECONDS = 5;
    private static final double MOST_CHANCE = 0.02;
    private static final double CHANCE_OF_ONE = 0.05;
    private static final double CHANCE_OF_ONE_AMBIGUOUS = 0.1;
    private static final double LEAST_RANGE_SECONDS = 20;
    private static final double UNKNOWN_STABILITY_SECONDS = 0.1;

    /** @param at reading of the first clock in the middle of what both heard */
    private record Vote(SharedSong pair, double at, double offset) {}

    private record Point(double at, double offset) {}

    private final CameraClock first;
    private final CameraClock second;
    private final List<Vote> votes = new ArrayList<>();
    private final double grain;
    private final double width;

    private ClockVote(CameraClock first, CameraClock second, List<SharedSong> pairs) {
        this.first = first;
        this.second = second;
        for (SharedSong pair : pairs) {
            Reading a = first.readings().get(pair.a().path());
            Reading b = second.readings().get(pair.b().path());
            if (a != null && b != null) {
                double offset = first.difference(second, b.seconds() - a.seconds() - pair.startDifference());
                votes.add(new Vote(pair, a.seconds(), offset));
            }
        }
        votes.sort(Comparator.comparingDouble(Vote::offset));
        grain = Math.hypot(coarsest(first), coarsest(second));
        width = width();
    }

    private static double coarsest(CameraClock clock) {
        return clock.readings().values().stream()
                .mapToDouble(Reading::grain)
                .max()
                .orElse(0);
    }

    /**
     * @param pairs between the clips of the first clock's camera and those of the second one's
     * @param proven clips of both cameras that ran together whatever their clocks show
     */
    static Optional<ClockRelation> relation(
            CameraClock first, CameraClock second, List<SharedSong> pairs, List<Link> proven) {
        ClockVote vote = new ClockVote(first, second, pairs);
        return vote.proven(proven).or(vote::winner);
    }

    private Optional<ClockRelation> proven(List<Link> links) {
        List<Point> points = new ArrayList<>();
        double chance = 1;
        for (Link link : links) {
            boolean forwards = link.a().camera().equals(first.camera());
            Reading a = first.readings().get((forwards ? link.a() : link.b()).path());
            Reading b = second.readings().get((forwards ? link.b() : link.a()).path());
            if (a != null && b != null) {
                double difference = forwards ? link.startDifference() : -link.startDifference();
                points.add(new Point(a.seconds(), first.difference(second, b.seconds() - a.seconds() - difference)));
                chance *= Math.max(link.chance(), MOST_CHANCE);
            }
        }
        double[] offsets = points.stream().mapToDouble(Point::offset).sorted().toArray();
        if (points.isEmpty() || offsets[offsets.length - 1] - offsets[0] > width) {
            return Optional.empty();
        }
        return Optional.of(relation(points, points.size(), chance));
    }

    private Optional<ClockRelation> winner() {
        List<Vote> best = List.of();
        int mostTakes = 0;
        int rivalTakes = 0;
        for (int i = 0; i < votes.size(); i++) {
            List<Vote> window = window(i);
            int takes = takes(window);
            boolean sameCluster = !best.isEmpty() && Math.abs(middle(window) - middle(best)) < width;
            boolean tighter = takes == mostTakes && sameCluster && spread(window) < spread(best);
            if (takes > mostTakes || tighter) {
                rivalTakes = sameCluster ? rivalTakes : mostTakes;
                best = window;
                mostTakes = takes;
            } else if (!sameCluster) {
                rivalTakes = Math.max(rivalTakes, takes);
            }
        }
        if (mostTakes >= 2 && mostTakes > rivalTakes && isSound(best, mostTakes)) {
            double chance = chance(best, mostTakes);
            if (chance < MOST_CHANCE) {
                return Optional.of(relation(points(best), mostTakes, chance));
            }
        }
        return setRight();
    }

    /** Two clocks that people set by the same time: one take is enough, if nothing speaks against it. */
    private Optional<ClockRelation> setRight() {
        if (!first.kind().shouldEqual(second.kind())) {
            return Optional.empty();
        }
        List<Vote> near = votes.stream()
                .filter(vote -> Math.abs(vote.offset()) < SET_RIGHT_SECONDS)
                .toList();
        List<Vote> sure =
                near.stream().filter(vote -> vote.pair().isUnambiguous()).toList();
        List<Vote> taken = sure.isEmpty() ? near : sure;
        if (taken.isEmpty() || spread(taken) > WINDOW_SECONDS || !isSound(taken, 1)) {
            return Optional.empty();
        }
        return Optional.of(
                relation(points(taken), takes(taken), sure.isEmpty() ? CHANCE_OF_ONE_AMBIGUOUS : CHANCE_OF_ONE));
    }

    private List<Vote> window(int from) {
        int to = from;
        while (to < votes.size() && votes.get(to).offset() - votes.get(from).offset() <= width) {
            to++;
        }
        return votes.subList(from, to);
    }

    private double width() {
        double earliest = votes.stream().mapToDouble(Vote::at).min().orElse(0);
        double latest = votes.stream().mapToDouble(Vote::at).max().orElse(0);
        return WINDOW_SECONDS + 2 * grain + DRIFT_OVER_A_DAY * (latest - earliest);
    }

    private static double middle(List<Vote> votes) {
        return votes.get(votes.size() / 2).offset();
    }

    private static double spread(List<Vote> votes) {
        return votes.getLast().offset() - votes.getFirst().offset();
    }

    /** Each playback of a camera counts once. */
    private static int takes(List<Vote> votes) {
        Set<Integer> a = new HashSet<>();
        Set<Integer> b = new HashSet<>();
        for (Vote vote : votes) {
            a.add(vote.pair().first());
            b.add(vote.pair().second());
        }
        return Math.min(a.size(), b.size());
    }

    private double chance(List<Vote> agreeing, int takes) {
        double range = Math.max(LEAST_RANGE_SECONDS, spread(votes));
        double width = Math.max(spread(agreeing), 2 * grain);
        double log = 0;
        for (int i = 0; i < takes; i++) {
            log += Math.log((votes.size() - i) / (double) (i + 1));
        }
        return Math.exp(log + (takes - 1) * Math.log(Math.min(1, 2 * width / range)));
    }

    /** Under the offset that these votes tell, hardly a moment may have two songs, and never more than a few. */
    private boolean isSound(List<Vote> agreeing, int takes) {
        double offset = middle(agreeing);
        return 3
                        * Contradictions.count(
                                first,
                                second,
                                offset,
                                votes.stream().map(Vote::pair).toList())
                <= takes - 1;
    }

    private static List<Point> points(List<Vote> votes) {
        return votes.stream().map(vote -> new Point(vote.at(), vote.offset())).toList();
    }

    private ClockRelation relation(List<Point> agreeing, int takes, double chance) {
        double[] at = agreeing.stream().mapToDouble(Point::at).toArray();
        double[] offsets = agreeing.stream().mapToDouble(Point::offset).toArray();
        ClockLine line = ClockLine.through(at, offsets, grain);
        double unknown = takes == 1 ? UNKNOWN_STABILITY_SECONDS : 0;
        double from = java.util.Arrays.stream(at).min().orElse(0);
        double to = java.util.Arrays.stream(at).max().orElse(0);
        double scatter = Math.hypot(Math.max(line.scatter(), grain), unknown);
        return new ClockRelation(
                first, second, line.at(), line.offset(), line.rate(), scatter, takes, chance, from, to);
    }
}
