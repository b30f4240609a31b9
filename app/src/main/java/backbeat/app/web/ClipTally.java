package backbeat.app.web;

import java.util.List;

/** How many clips there are of each state. */
public record ClipTally(int all, int placed, int doubtful, int refused, int circled) {
    static ClipTally of(List<ClipRow> rows) {
        return new ClipTally(
                rows.size(),
                (int) rows.stream().filter(ClipRow::isPlaced).count(),
                (int) rows.stream().filter(ClipRow::isDoubtful).count(),
                (int) rows.stream().filter(ClipRow::isRefused).count(),
                (int) rows.stream().filter(row -> row.said().circled()).count());
    }
}
