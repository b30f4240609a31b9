package backbeat.engine.cut;

import backbeat.engine.song.SongMap;
import backbeat.engine.song.SongMap.Section;
import backbeat.engine.time.BarBeat;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where the song is heard again: which step of the cut repeats which earlier one. */
final class Repeats {
    private static final int NONE = -1;

    private final List<CutPoint> points;
    private final int[] earlier;

    Repeats(SongMap map, List<CutPoint> points) {
        this.points = points;
        Map<BarBeat, Integer> steps = new HashMap<>();
        for (int i = 0; i < points.size(); i++) {
            BarBeat place = points.get(i).place();
            if (place != null) {
                steps.put(place, i);
            }
        }
        this.earlier = new int[points.size()];
        Arrays.setAll(earlier, i -> earlier(points.get(i).place(), map.sections(), steps));
    }

    private static int earlier(@Nullable BarBeat place, List<Section> sections, Map<BarBeat, Integer> steps) {
        if (place == null) {
            return NONE;
        }
        for (Section section : sections) {
            if (section.firstBar() <= place.bar() && place.bar() <= section.lastBar()) {
                Section first = firstLike(section, sections);
                int bar = first.firstBar() + place.bar() - section.firstBar();
                boolean inside = !first.equals(section) && bar <= first.lastBar();
                return inside ? steps.getOrDefault(new BarBeat(bar, place.beat()), NONE) : NONE;
            }
        }
        return NONE;
    }

    private static Section firstLike(Section section, List<Section> sections) {
        return sections.stream()
                .filter(other -> other.label().equals(section.label()))
                .findFirst()
                .orElse(section);
    }

    boolean any() {
        return Arrays.stream(earlier).anyMatch(step -> step != NONE);
    }

    /** What it costs not to do what the style asks for where the song repeats itself; the first time is to look as these shots do. */
    StepCosts.Step costs(List<Shot> shots, List<Take> takes, Style style) {
        @Nullable String[] cameras = new @Nullable String[points.size()];
        for (Shot shot : shots) {
            Take take = shot.take();
            Arrays.fill(cameras, shot.from(), shot.to(), take == null ? null : take.camera());
        }
        boolean alike = style.repeats() == Style.Repeats.ALIKE;
        Set<Integer> models = Arrays.stream(earlier).boxed().collect(Collectors.toSet());
        return (take, step) -> {
            String camera = takes.get(take).camera();
            boolean isRight = earlier[step] == NONE
                    ? !models.contains(step) || isSame(camera, cameras[step])
                    : isSame(camera, cameras[earlier[step]]) == alike;
            double seconds = points.get(step + 1).seconds() - points.get(step).seconds();
            return isRight ? 0 : style.prices().repeat() * seconds;
        };
    }

    /** The same costs with what it costs to cut elsewhere than the first time, or at the same places, as the style asks for. */
    ShotCosts withCuts(ShotCosts costs, List<Shot> shots) {
        Style style = costs.style();
        boolean alike = style.repeats() == Style.Repeats.ALIKE;
        double price = style.prices().repeatCut();
        Set<Integer> models = Arrays.stream(earlier).boxed().collect(Collectors.toSet());
        Set<Integer> first = shots.stream().map(Shot::from).collect(Collectors.toSet());
        double[] cut = new double[points.size()];
        double[] pass = new double[points.size()];
        for (int i = 0; i < points.size(); i++) {
            boolean repeats = earlier[i] != NONE;
            boolean wasCut = first.contains(repeats ? earlier[i] : i);
            boolean counts = points.get(i).kind() != CutPoint.Kind.HELD && (repeats || models.contains(i));
            boolean keeps = alike || !repeats;
            boolean border = points.get(i).kind() == CutPoint.Kind.SECTION;
            cut[i] = counts && (keeps ? !wasCut : wasCut && !border) ? price : 0;
            pass[i] = counts && keeps && wasCut ? price : 0;
        }
        return costs.withRepeatedCuts(cut, pass);
    }

    private static boolean isSame(String camera, @Nullable String other) {
        return camera.equals(other);
    }
}
