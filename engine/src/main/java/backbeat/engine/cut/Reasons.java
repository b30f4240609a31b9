package backbeat.engine.cut;

import backbeat.engine.looks.Passage;
import backbeat.engine.song.BeatClock;
import backbeat.engine.song.SongMap;
import backbeat.engine.time.BarBeat;
import backbeat.engine.time.Rate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in words why each shot stands where it stands. */
final class Reasons {
    /** By so much a picture must be dearer to be named as the reason for another. */
    private static final double MUCH_WORSE = 0.5;

    private final SongMap map;
    private final BeatClock clock;
    private final List<CutPoint> points;
    private final List<Take> takes;
    private final Pace pace;
    private final ShotCosts costs;
    private final ShotPlan plan;
    private final List<Pin> held;
    private final PictureCosts pictures;
    private final Map<Integer, List<Take>> beside;
    private final PlanTold planned;

    Reasons(
            SongMap map,
            Rate rate,
            ShotPlan plan,
            List<Pin> held,
            PictureCosts pictures,
            PlanTold planned,
            Map<Integer, List<Take>> beside) {
        this.beside = beside;
        this.planned = planned;
        this.pictures = pictures;
        this.map = map;
        this.clock = new BeatClock(map, rate.frameDuration().toDouble());
        this.plan = plan;
        this.costs = plan.costs();
        this.points = costs.points();
        this.takes = costs.takes();
        this.pace = costs.pace();
        this.held = held;
    }

    List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < plan.shots().size(); i++) {
            choices.add(choice(i));
        }
        return List.copyOf(choices);
    }

    private Choice choice(int i) {
        Shot shot = plan.shots().get(i);
        CutPoint from = points.get(shot.from());
        CutPoint to = points.get(shot.to());
        Take take = shot.take();
        Optional<Take> runnerUp = runnerUp(shot);
        return new Choice(
                take == null ? null : take.clip().path(),
                take == null ? "" : take.camera(),
                beside.getOrDefault(i, List.of()).stream()
                        .map(other -> other.clip().path())
                        .toList(),
                take == null ? null : rounded4(take.clipTimeAt(from.frame())),
                from.seconds(),
                Math.min(to.seconds(), map.duration()),
                from.place() == null ? "" : from.place().toString(),
                take == null ? List.of("nothing covers " + stretch(from, to)) : reasonsFor(i, shot, take),
                take == null ? Map.of() : prices(shot, take),
                runnerUp.map(other -> other.clip().path()).orElse(null),
                take == null
                        ? null
                        : runnerUp.map(other -> rounded(cost(shot, other) - cost(shot, take)))
                                .orElse(null));
    }

    private List<String> reasonsFor(int i, Shot shot, Take take) {
        CutPoint from = points.get(shot.from());
        CutPoint to = points.get(shot.to());
        List<String> reasons = new ArrayList<>();
        whyHeld(shot, take).ifPresent(reasons::add);
        planned.reason(shot).ifPresent(reasons::add);
        reasons.add(whyThisClip(i, shot, take));
        whatIsPoor(shot, take).ifPresent(reasons::add);
        pictures.sizeWords(i == 0 ? null : plan.shots().get(i - 1), shot, take).ifPresent(reasons::add);
        if (plan.isPinned(take)) {
            reasons.add("shown here so that this clip is not left out");
        }
        if (take.story()) {
            reasons.add("a story clip: it does not play the song, so its best part is shown that no other shot shows");
        }
        if (take.isSlowOrFast()) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "filmed with the song at %.0f %%: the movement is %s while the lips stay in sync",
                    take.match().speed() * 100,
                    take.match().speed() > 1 ? "slowed down" : "sped up"));
        }
        if (beside.containsKey(i)) {
            reasons.add("side by side with camera "
                    + beside.get(i).stream().map(Take::camera).collect(Collectors.joining(" and "))
                    + ": it is loud here");
        }
        reasons.add(whyThisLength(from, to));
        whyThisCut(from, i).ifPresent(reasons::add);
        return List.copyOf(reasons);
    }

    private Optional<String> whyHeld(Shot shot, Take take) {
        return held.stream()
                .filter(pin -> pin.take().isSameAs(take) && shot.from() < pin.to() && pin.from() < shot.to())
                .findFirst()
                .map(pin -> pin.exact() ? "locked by hand" : "picked by hand");
    }

    /** The dearest first. */
    private Map<String, Double> prices(Shot shot, Take take) {
        Map<String, Double> prices = new LinkedHashMap<>();
        costs.terms(shot.from(), shot.to(), take).entrySet().stream()
                .sorted(Map.Entry.<Term, Double>comparingByValue().reversed())
                .forEach(term -> prices.put(term.getKey().words(), rounded(term.getValue())));
        return prices;
    }

    private double cost(Shot shot, Take take) {
        return costs.of(shot.from(), shot.to(), take);
    }

    private static double rounded4(double seconds) {
        return Math.round(seconds * 1e4) / 1e4;
    }

    private static double rounded(double price) {
        return Math.round(price * 100) / 100.0;
    }

    /** Why a shot is divided where nothing is to be seen of it. */
    static String goesOn(Take take) {
        double drift = take.match().driftPpm();
        return String.format(
                Locale.ROOT,
                Choice.GOES_ON
                        + ": the camera's clock runs %.0f millionths %s, so a frame is %s here to stay with the song",
                Math.abs(drift),
                drift > 0 ? "slow" : "fast",
                drift > 0 ? "shown twice" : "left out");
    }

    private String whyThisClip(int i, Shot shot, Take take) {
        List<Take> others = othersFor(shot);
        if (others.isEmpty()) {
            return "the only clip that covers " + stretch(points.get(shot.from()), points.get(shot.to()));
        }
        if (others.stream().allMatch(other -> other.camera().equals(take.camera()))) {
            return "another take of camera " + take.camera() + ": no other camera covers "
                    + stretch(points.get(shot.from()), points.get(shot.to()));
        }
        return lastSeen(i, take.camera())
                .map(end -> "camera " + take.camera() + " has not been seen for "
                        + inBars(points.get(shot.from()).seconds()
                                - points.get(end).seconds()))
                .orElse("camera " + take.camera() + " is seen for the first time");
    }

    /** What a poor picture of this take, or of the one that would have been cheaper without it, did to the choice. */
    private Optional<String> whatIsPoor(Shot shot, Take take) {
        Optional<Passage> own = pictures.fault(take, shot.from(), shot.to());
        if (own.isPresent()) {
            return Optional.of(
                    "the picture is " + adjective(own.get()) + " for a part of it: nothing better fits here");
        }
        return othersFor(shot).stream()
                .filter(other -> !other.camera().equals(take.camera()))
                .filter(other -> quality(shot, other) > quality(shot, take) + MUCH_WORSE)
                .flatMap(other -> pictures
                        .fault(other, shot.from(), shot.to())
                        .map(fault -> "camera " + other.camera() + " is " + adjective(fault) + " here")
                        .stream())
                .findFirst();
    }

    private double quality(Shot shot, Take take) {
        return costs.terms(shot.from(), shot.to(), take).getOrDefault(Term.QUALITY, 0.0);
    }

    private static String adjective(Passage fault) {
        return fault.kind().name().toLowerCase(Locale.ROOT);
    }

    private Optional<Integer> lastSeen(int i, String camera) {
        for (int before = i - 1; before >= 0; before--) {
            Take take = plan.shots().get(before).take();
            if (take != null && take.camera().equals(camera)) {
                return Optional.of(plan.shots().get(before).to());
            }
        }
        return Optional.empty();
    }

    private String inBars(double seconds) {
        if (!map.steady()) {
            return seconds(seconds);
        }
        long bars = Math.round(pace.bars(seconds));
        return bars < 1 ? "less than a bar" : bars == 1 ? "a bar" : bars + " bars";
    }

    private String whyThisLength(CutPoint from, CutPoint to) {
        double loudness = pace.loudness(from.seconds(), to.seconds());
        String passage = sectionAt(from.seconds())
                .map(section -> section.role() == null ? "section " + section.label() : section.role())
                .orElse("this passage");
        String energy = loudness > 0.66 ? "loud" : loudness < 0.33 ? "calm" : "neither loud nor calm";
        double end = Math.min(to.seconds(), map.duration());
        String wished = inBars(pace.wishedSeconds(from.seconds(), end));
        boolean byPlan = pace.plannedSeconds(from.seconds(), end).isPresent();
        String why = byPlan ? passage + ": the shot list wants shots" : passage + ": " + energy + ", which wants shots";
        return why + " of about " + wished + "; this one has " + clock.length(from.seconds(), end);
    }

    private Optional<String> whyThisCut(CutPoint from, int i) {
        if (i == 0) {
            return Optional.empty();
        }
        return switch (from.kind()) {
            case HELD -> Optional.empty();
            case SECTION -> Optional.of("cut on the first beat of a section");
            case EDGE -> Optional.of("cut off the beat: a clip begins or ends here and none covers the whole beat");
            case RISE -> Optional.of("cut where the sound rises: the song has no steady beat here");
            case DOWNBEAT, MID_BAR, BEAT -> Optional.empty();
        };
    }

    private Optional<Take> runnerUp(Shot shot) {
        Take chosen = shot.take();
        return othersFor(shot).stream()
                .min(Comparator.<Take, Boolean>comparing(
                                other -> chosen != null && other.camera().equals(chosen.camera()))
                        .thenComparingDouble(other -> cost(shot, other))
                        .thenComparingDouble(other -> -other.match().confidence())
                        .thenComparingInt(Take::index));
    }

    private List<Take> othersFor(Shot shot) {
        return takes.stream()
                .filter(take -> !take.isSameAs(shot.take()))
                .filter(take -> take.covers(
                        points.get(shot.from()).frame(), points.get(shot.to()).frame()))
                .toList();
    }

    private Optional<SongMap.Section> sectionAt(double seconds) {
        return map.sections().stream()
                .filter(section ->
                        section.start() <= seconds + clock.beside() && seconds + clock.beside() < section.end())
                .findFirst();
    }

    /** "bars 12 to 14", or seconds where there are none. */
    String stretch(CutPoint from, CutPoint to) {
        BarBeat first = from.place();
        Integer last = lastBarBefore(to);
        if (first == null || last == null || first.bar() > last) {
            return seconds(from.seconds()) + " to " + seconds(to.seconds());
        }
        return first.bar() == last ? "bar " + last : "bars " + first.bar() + " to " + last;
    }

    private @Nullable Integer lastBarBefore(CutPoint end) {
        Integer bar = null;
        for (CutPoint point : points) {
            BarBeat place = point.place();
            if (place != null && point.frame() < end.frame()) {
                bar = place.bar();
            }
        }
        return bar;
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }
}
