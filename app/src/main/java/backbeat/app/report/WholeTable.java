package backbeat.app.report;

import backbeat.engine.cut.Choice;
import backbeat.engine.song.SongMap.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The song strip as a table: everything that stands on it, in the order of the song. */
final class WholeTable {
    private final Production production;
    private final SongClock clock;

    private record Row(String lane, double start, double end, String name, String note) {}

    WholeTable(Production production) {
        this.production = production;
        clock = production.clock();
    }

    Html html() {
        List<Row> rows = rows();
        return Parts.panel(
                "table",
                "The strip as a table",
                Parts.note(SongClock.counted(rows.size(), "row")),
                Html.of("""
                        <details id="table-all"><summary>Everything on the song strip, in the order of the song</summary>
                        <div class="tw" tabindex="0" role="region" aria-label="Everything on the song strip"><table class="t">
                        <thead><tr><th scope="col">Lane</th><th scope="col">From</th><th scope="col">To</th><th scope="col">Time</th><th scope="col">What</th><th scope="col">Remark</th></tr></thead>
                        <tbody>
                        {}
                        </tbody></table></div></details>""", Html.join(rows.stream().map(this::row))));
    }

    private Html row(Row row) {
        return Html.of(
                "<tr><td class=\"nw\">{}</td><td class=\"mono nw\">{}</td><td class=\"mono nw\">{}</td><td class=\"mono nw\">{} – {}</td><td><bdi>{}</bdi></td><td>{}</td></tr>",
                row.lane(),
                clock.position(row.start()),
                clock.position(row.end()),
                SongClock.clock(row.start()),
                SongClock.clock(row.end()),
                row.name(),
                row.note());
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        production.map().sections().forEach(s -> rows.add(section(s)));
        production.choices().forEach(c -> rows.add(shot(c)));
        production.lanes().values().forEach(lane -> lane.forEach(p -> rows.add(take(p))));
        production.coverage().forEach(run -> rows.add(coverage(run)));
        rows.sort(Comparator.comparingDouble(Row::start));
        return rows;
    }

    private Row section(Section s) {
        double energy = production.map().energy().mean(s.start(), s.end());
        return new Row("Section", s.start(), s.end(), s.label(), "energy " + SongClock.decimal(energy * 100, 0) + " %");
    }

    private Row shot(Choice c) {
        ClipView clip = production.clip(c.clip());
        String name = clip == null ? "Black" : "Camera " + clip.camera() + ", " + clip.path();
        return new Row(
                "Cut", c.songStart(), c.songEnd(), name, String.join("; ", c.reasons()) + nextBest(c.runnerUp()));
    }

    private static String nextBest(@Nullable String runnerUp) {
        return runnerUp == null ? "" : " (next best: " + runnerUp + ")";
    }

    private static Row take(Placed p) {
        String certainty = (p.sure() ? "placed, " : "doubtful, ")
                + ClipTable.confidence(p.match().confidence());
        return new Row(
                "Camera " + p.clip().camera(), p.start(), p.end(), p.clip().path(), certainty);
    }

    private static Row coverage(Coverage.Run run) {
        String name = switch (run.clips()) {
            case 0 -> "No clip";
            case 1 -> "One clip";
            default -> "Two clips or more";
        };
        return new Row("Coverage", run.start(), run.end(), name, run.clips() == 0 ? "gap" : "");
    }
}
