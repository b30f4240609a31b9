package backbeat.app.report;

import backbeat.engine.song.SongMap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Numbers and lines of the strip: of bars, or of seconds where the song has no steady beat. */
final class Ruler {
    private static final int MOST_MARKS = 240;

    /** @param every the largest of 1, 2, 4, 8, 16 steps at which this mark is still shown */
    private record Mark(double seconds, String label, int every) {}

    private Ruler() {}

    static Html of(SongMap map) {
        double duration = Math.max(map.duration(), 0.001);
        return Html.all(
                Html.of(
                        "<svg class=\"ticks\" aria-hidden=\"true\" viewBox=\"0 0 {} 10\" preserveAspectRatio=\"none\">{}</svg>",
                        SongClock.decimal(duration, 3),
                        ticks(map)),
                Html.join(marks(map).stream()
                        .map(mark -> Html.of(
                                "<span class=\"n{}{}\" style=\"left:{}%\">{}</span>",
                                mark.every(),
                                mark.every() >= 8 ? " b" : "",
                                SongClock.decimal(mark.seconds() / duration * 100, 4),
                                mark.label()))));
    }

    /** Bar lines through all lanes, those of eight bars stronger. */
    static Html lines(SongMap map) {
        List<Mark> marks = marks(map);
        return Html.all(
                path("bl", verticals(marks.stream().filter(m -> m.every() < 8).toList(), 0, 1)),
                path("pl", verticals(marks.stream().filter(m -> m.every() >= 8).toList(), 0, 1)));
    }

    /** Beats 2 and 4 are taller. */
    private static Html ticks(SongMap map) {
        List<Mark> back = new ArrayList<>();
        List<Mark> other = new ArrayList<>();
        for (SongMap.Beat beat : map.beats()) {
            (beat.beat() % 2 == 0 ? back : other).add(new Mark(beat.time(), "", 1));
        }
        return Html.all(path("t24", verticals(back, 1, 10)), path("t13", verticals(other, 5, 10)));
    }

    private static List<Mark> marks(SongMap map) {
        return map.bars().isEmpty() ? seconds(map.duration()) : bars(map.bars());
    }

    private static List<Mark> bars(List<SongMap.Bar> bars) {
        return bars.stream()
                .filter(bar -> bar.index() > 0)
                .map(bar -> new Mark(bar.start(), Integer.toString(bar.index()), every(bar.index() - 1)))
                .toList();
    }

    private static List<Mark> seconds(double duration) {
        int step = Math.max(1, (int) Math.ceil(duration / MOST_MARKS));
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; (double) i * step < duration; i++) {
            int at = i * step;
            marks.add(new Mark(at, at / 60 + ":" + (at % 60 < 10 ? "0" : "") + at % 60, every(i)));
        }
        return marks;
    }

    private static int every(int index) {
        return index == 0 ? 16 : Math.min(16, Integer.lowestOneBit(index));
    }

    private static Html path(String kind, String d) {
        return Html.of("<path class=\"{}\" d=\"{}\"/>", kind, d);
    }

    private static String verticals(List<Mark> marks, int from, int to) {
        return marks.stream()
                .map(m -> "M" + SongClock.decimal(m.seconds(), 3) + " " + from + "V" + to)
                .collect(Collectors.joining());
    }
}
