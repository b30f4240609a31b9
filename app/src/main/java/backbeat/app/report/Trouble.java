package backbeat.app.report;

import backbeat.app.report.ClipView.State;
import backbeat.engine.footage.Footage.FileOutcome;
import backbeat.engine.footage.Footage.Outcome;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What somebody should look at: gaps, clips without a place, files that could not be used, findings; and every file with what became of it. */
final class Trouble {
    private final Production production;
    private final SongClock clock;

    Trouble(Production production) {
        this.production = production;
        clock = production.clock();
    }

    Html html() {
        List<Html> rows = new ArrayList<>();
        List<Coverage.Run> gaps = Coverage.gaps(production.coverage());
        gaps.forEach(gap -> rows.add(gap(gap)));
        production.clips(State.DOUBTFUL).forEach(clip -> rows.add(clip("warn", "Doubtful", clip)));
        production.clips(State.REFUSED).stream()
                .filter(this::isNotAFileProblem)
                .forEach(c -> rows.add(clip("bad", "Refused", c)));
        problems().forEach(file -> rows.add(file(file)));
        production.findings().stream()
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .forEach(finding -> rows.add(finding(finding)));
        Html body = rows.isEmpty()
                ? Parts.empty("Nothing: every file was used, no part of the song is without a picture.")
                : Html.of("<ul class=\"trouble\">{}</ul>", Html.join(rows));
        return Parts.panel("look", "To look at", Parts.note(rows.isEmpty() ? "" : Integer.toString(rows.size())), body);
    }

    Html files() {
        List<FileOutcome> files = production.data().footage().files();
        if (files.isEmpty()) {
            return Html.NONE;
        }
        return Parts.panel(
                "files",
                "Every file of the footage folder",
                Parts.note(Integer.toString(files.size())),
                Html.of("""
                        <details><summary>Show all, with what became of each</summary>
                        <div class="tw" tabindex="0" role="region" aria-label="Files"><table class="t">
                        <thead><tr><th scope="col">File</th><th scope="col">Outcome</th><th scope="col">Why</th></tr></thead>
                        <tbody>
                        {}
                        </tbody></table></div></details>""", Html.join(files.stream().map(Trouble::outcome))));
    }

    List<FileOutcome> problems() {
        return production.data().footage().files().stream()
                .filter(file -> file.problem() != null || file.outcome() == Outcome.UNREADABLE)
                .toList();
    }

    /** A file that could not be read is told once, with its remedy, not again as a clip without a place. */
    private boolean isNotAFileProblem(ClipView clip) {
        return problems().stream().noneMatch(file -> file.path().equals(clip.path()));
    }

    private Html gap(Coverage.Run gap) {
        return Html.of(
                """
                <li>{}<div><p class="where">{}<span class="sub">{}, {}</span></p>
                <p class="what">No clip with a picture stands here.</p>
                <p class="do">Film this stretch, add the clips that show it, or put another picture over it.</p></div></li>""",
                Parts.tag("bad", "error", "Gap"),
                Html.of(
                        "{} – <span class=\"mono\">{}</span>",
                        Parts.place(clock, gap.start()),
                        clock.position(gap.end())),
                clock.length(gap.start(), gap.end()),
                SongClock.clock(gap.start()) + " – " + SongClock.clock(gap.end()));
    }

    private static Html clip(String tone, String word, ClipView clip) {
        return Html.of(
                """
                <li>{}<div><p class="where">{}<bdi class="file">{}</bdi></p><p class="what">{}</p></div></li>""",
                Parts.tag(tone, tone.equals("warn") ? "warn" : "x", word),
                Parts.camera(clip),
                clip.path(),
                ClipTable.reason(clip));
    }

    private static Html file(FileOutcome file) {
        Problem problem = file.problem();
        return Html.of(
                """
                <li>{}<div><p class="where"><bdi class="file">{}</bdi></p>{}</div></li>""",
                Parts.tag(file.outcome() == Outcome.UNREADABLE ? "bad" : "warn", "x", words(file.outcome())),
                file.path(),
                problem == null ? Html.NONE : Parts.problem(problem));
    }

    private static Html finding(Finding finding) {
        boolean warning = finding.severity() == Finding.Severity.WARNING;
        Problem problem = finding.problem();
        return Html.of(
                """
                <li>{}<div>{}{}</div></li>""",
                warning ? Parts.tag("warn", "warn", "Look") : Parts.tag("info", "info", "Note"),
                problem.where().isBlank()
                        ? Html.NONE
                        : Html.of("<p class=\"where\"><bdi class=\"file\">{}</bdi></p>", problem.where()),
                Parts.problem(problem));
    }

    private static Html outcome(FileOutcome file) {
        Problem problem = file.problem();
        return Html.of(
                "<tr><th scope=\"row\"><bdi class=\"file\">{}</bdi></th><td class=\"nw\">{}</td><td>{}</td></tr>",
                file.path(),
                words(file.outcome()),
                problem == null ? "" : problem.what() + " " + problem.remedy());
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case USABLE -> "Used";
            case SILENT -> "No sound";
            case UNREADABLE -> "Unreadable";
            case NOT_MEDIA -> "No media";
            case SIDE_FILE -> "Side file";
            case PART_OF_CLIP -> "Part of a clip";
        };
    }
}
