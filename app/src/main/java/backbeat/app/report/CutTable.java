package backbeat.app.report;

import backbeat.engine.cut.Choice;
import backbeat.engine.cut.CutMeasures;
import backbeat.engine.cut.RoughCut;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The cut, shot by shot: what is seen, why, and what would have been next. */
final class CutTable {
    private final Production production;
    private final SongClock clock;

    CutTable(Production production) {
        this.production = production;
        clock = production.clock();
    }

    Html html() {
        List<Choice> choices = production.choices();
        if (choices.isEmpty()) {
            return Parts.panel(
                    "cut",
                    "Cut",
                    Html.NONE,
                    Parts.empty("There is no cut: no clip with a picture stands on this song for certain."));
        }
        return Parts.panel(
                "cut",
                "Cut",
                Parts.note(numbers()),
                Html.of(
                        """
                        <div class="tw" tabindex="0" role="region" aria-label="Shots"><table class="t shots">
                        <thead><tr><th scope="col">No.</th><th scope="col">Picture</th><th scope="col">From</th><th scope="col">Length</th><th scope="col">Clip</th><th scope="col">Why</th><th scope="col">Next best</th></tr></thead>
                        <tbody>
                        {}
                        </tbody></table></div>
                        {}""",
                        Html.join(IntStream.range(0, choices.size()).mapToObj(i -> row(i, choices.get(i)))),
                        unused()));
    }

    /** The cut in numbers. */
    private String numbers() {
        RoughCut cut = production.data().cut();
        if (cut == null) {
            return "";
        }
        CutMeasures m = cut.measures();
        String onBeat =
                m.cuts() == 0 ? "" : String.format(Locale.ROOT, ", %d of %d cuts on a beat", m.cutsOnBeat(), m.cuts());
        String unseen = m.unusedCameras().isEmpty() ? "" : ", not seen: camera " + String.join(", ", m.unusedCameras());
        return String.format(
                Locale.ROOT,
                "%s, %.1f to %.1f s (half below %.1f s)%s, %.0f %% of the song covered%s",
                SongClock.counted(m.shots(), "shot"),
                m.shortestSeconds(),
                m.longestSeconds(),
                m.medianSeconds(),
                onBeat,
                Math.floor(m.coverage() * 100),
                unseen);
    }

    /** What is shown beside the film: filled by the script from the row of the shot at the playhead. */
    static Html current() {
        return Html.of("""
                <aside class="why" id="why" aria-labelledby="why-h">
                <header><h2 id="why-h">Why this shot</h2><span class="aside" id="why-no"></span></header>
                <div id="why-body"><p class="empty">Go to a place on the song: the reasons for its shot appear here.</p></div>
                <div class="steps"><button type="button" class="btn" id="shot-before">{}Shot before</button><button type="button" class="btn" id="shot-next">Next shot{}</button></div>
                </aside>""", Parts.icon("left"), Parts.icon("right"));
    }

    private Html row(int index, Choice choice) {
        ClipView clip = production.clip(choice.clip());
        return Html.of(
                """
                <tr id="shot-{}" data-start="{}" data-end="{}">
                <td class="no">{}</td><td class="c-pic">{}</td><td>{}</td><td class="nw">{}</td>
                <td class="c-clip">{}</td><td class="c-why">{}</td><td class="c-next">{}</td></tr>""",
                index + 1,
                SongClock.decimal(choice.songStart(), 4),
                SongClock.decimal(choice.songEnd(), 4),
                index + 1,
                clip == null ? Html.NONE : Parts.picture(production.pictureOf(index, clip)),
                Parts.when(clock, choice.songStart()),
                clock.length(choice.songStart(), choice.songEnd()),
                clipOf(choice, clip),
                reasons(choice),
                next(choice));
    }

    private static Html clipOf(Choice choice, @Nullable ClipView clip) {
        if (clip == null) {
            return Parts.tag("warn", "warn", choice.clip() == null ? "Black" : choice.clip());
        }
        return Html.of(
                "{}<bdi class=\"file\" title=\"{}\">{}</bdi>", Parts.camera(clip), clip.path(), clip.shortName());
    }

    private static Html reasons(Choice choice) {
        return Html.of(
                "<ul>{}</ul>", Html.join(choice.reasons().stream().map(reason -> Html.of("<li>{}</li>", reason))));
    }

    private Html next(Choice choice) {
        ClipView next = production.clip(choice.runnerUp());
        if (next == null) {
            return Html.of("<span class=\"dim\">{}</span>", choice.runnerUp() == null ? "none" : choice.runnerUp());
        }
        return Html.of(
                "{}<bdi class=\"file\" title=\"{}\">{}</bdi>", Parts.camera(next), next.path(), next.shortName());
    }

    private Html unused() {
        RoughCut cut = production.data().cut();
        if (cut == null || cut.unused().isEmpty()) {
            return Html.NONE;
        }
        return Html.of(
                "<details><summary>{} on the song that the cut does not show</summary><ul class=\"plain\">{}</ul></details>",
                SongClock.counted(cut.unused().size(), "clip"),
                Html.join(cut.unused().stream()
                        .map(u -> Html.of(
                                "<li><bdi class=\"file\">{}</bdi><span>{}</span></li>", u.path(), u.reason()))));
    }
}
