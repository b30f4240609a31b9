package backbeat.app.report;

import backbeat.app.report.ClipView.State;
import backbeat.engine.footage.Footage.FileOutcome;
import backbeat.engine.footage.Footage.Outcome;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.MediaProblems;
import backbeat.engine.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody should look at: gaps, clips without a place, files that could not be used, findings; and every file with what became of it. */
final class Trouble {
    /** Of one problem, so many places are named at once; the others are a click away. */
    private static final int PLACES_NAMED = 3;

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
        rows.addAll(
                toldOnce(production.troubledFiles().stream().map(Trouble::told).toList()));
        rows.addAll(toldOnce(production.findings().stream()
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .map(Trouble::told)
                .toList()));
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
                        </tbody></table></div></details>""", Html.join(files.stream().map(this::outcome))));
    }

    /** A file that could not be read is told once, with its remedy, not again as a clip without a place. */
    private boolean isNotAFileProblem(ClipView clip) {
        return production.troubledFiles().stream().noneMatch(file -> file.path().equals(clip.path()));
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

    /** One thing that is told, of one place. */
    private record Told(String tone, String icon, String word, Problem problem) {
        Told anywhere() {
            return new Told(tone, icon, word, problem.at(""));
        }
    }

    private static Told told(FileOutcome file) {
        Problem problem = file.problem();
        Problem known = problem == null ? MediaProblems.mediaUnreadable(file.path(), "") : problem.at(file.path());
        return new Told(file.outcome() == Outcome.UNREADABLE ? "bad" : "warn", "x", words(file.outcome()), known);
    }

    private static Told told(Finding finding) {
        return finding.severity() == Finding.Severity.WARNING
                ? new Told("warn", "warn", "Look", finding.problem())
                : new Told("info", "info", "Note", finding.problem());
    }

    /** A hundred clips of one camera share their troubles: these are told once, with the clips. */
    private List<Html> toldOnce(List<Told> all) {
        Map<Told, List<String>> places = new LinkedHashMap<>();
        for (Told told : all) {
            String place = production.shortened(told.problem().where());
            List<String> known = places.computeIfAbsent(told.anywhere(), key -> new ArrayList<>());
            if (!place.isBlank() && !known.contains(place)) {
                known.add(place);
            }
        }
        return places.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Html row(Told told, List<String> places) {
        int named = Math.min(PLACES_NAMED, places.size());
        int more = places.size() - named;
        Html others = more == 0
                ? Html.NONE
                : Html.of(
                        "<details><summary>and {} more</summary>{}</details>",
                        Integer.toString(more),
                        names(places.subList(named, places.size())));
        return Html.of(
                "<li>{}<div>{}{}{}</div></li>",
                Parts.tag(told.tone(), told.icon(), told.word()),
                names(places.subList(0, named)),
                others,
                Parts.problem(told.problem()));
    }

    private static Html names(List<String> places) {
        return Html.join(places.stream()
                .map(place -> Html.of("<p class=\"where\"><bdi class=\"file\">{}</bdi></p>", place))
                .toList());
    }

    private Html outcome(FileOutcome file) {
        ClipView clip = production.clip(file.path());
        return Html.of(
                "<tr><th scope=\"row\"><bdi class=\"file\">{}</bdi></th><td class=\"nw\">{}</td><td>{}</td></tr>",
                file.path(),
                clip == null ? words(file.outcome()) : words(file.outcome(), clip),
                why(file, clip));
    }

    /** What became of a clip says more than that its file could be used. */
    private String words(Outcome outcome, ClipView clip) {
        if (!production.shotsOf(clip.path()).isEmpty()) {
            return "In the cut";
        }
        return switch (clip.state()) {
            case PLACED -> "On the song, not in the cut";
            case DOUBTFUL -> "In doubt, not in the cut";
            case REFUSED -> outcome == Outcome.USABLE ? "Refused" : words(outcome);
        };
    }

    private String why(FileOutcome file, @Nullable ClipView clip) {
        Problem problem = file.problem();
        if (problem != null) {
            return problem.what() + " " + problem.remedy();
        }
        if (clip == null || !production.shotsOf(clip.path()).isEmpty()) {
            return "";
        }
        return clip.state() == State.PLACED ? production.whyUnused(clip.path()) : ClipTable.reason(clip);
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case USABLE -> "Used";
            case SILENT -> "No sound";
            case UNREADABLE -> "Unreadable";
            case NOT_MEDIA -> "No media";
            case SIDE_FILE -> "Side file";
            case PART_OF_CLIP -> "Part of a clip";
            case OWN_RESULT -> "Result of Backbeat";
        };
    }
}
