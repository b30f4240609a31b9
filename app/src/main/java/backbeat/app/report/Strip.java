package backbeat.app.report;

import backbeat.engine.cut.Choice;
import backbeat.engine.song.SongMap;
import backbeat.engine.song.SongMap.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The song strip: the song from left to right, and below it everything that stands on it.
 *
 * <p>Lines and curves are drawn into boxes of the song's own units and stretched; names are text that keeps its size. So zooming is one number of the style and
 * needs nothing drawn again.
 */
final class Strip {
    private final Production production;
    private final SongClock clock;

    Strip(Production production) {
        this.production = production;
        clock = production.clock();
    }

    Html html() {
        List<Lane> lanes = lanes();
        return Html.of(
                """
                <section class="strip" id="strip" aria-label="Song strip" data-duration="{}" data-beats="{}" data-beside="{}" data-step="16">
                <div class="bar">
                <button type="button" class="btn ic" id="play" hidden aria-label="Play">{}</button>
                <span class="posn" id="posn">{}</span><span class="where" id="where">{}</span>
                <span class="sp"></span>
                <span class="legend">solid: in the cut, dashed: doubtful</span>
                <button type="button" class="btn ic" id="zoom-out" aria-label="Zoom out" title="Zoom out (−)">{}</button>
                <button type="button" class="btn ic" id="zoom-in" aria-label="Zoom in" title="Zoom in (+)">{}</button>
                <button type="button" class="btn" id="zoom-song" title="Whole song (⇧Z)">{}Song</button>
                <a class="btn" href="#table">{}As table</a>
                </div>
                <div class="frame">
                <div class="labels" aria-hidden="true">{}</div>
                <div class="scroll"><div class="area" id="area">
                {}
                {}
                <div class="playhead" id="playhead" role="slider" tabindex="0" aria-label="Place in the song" aria-orientation="horizontal"
                 aria-valuemin="0" aria-valuemax="{}" aria-valuenow="0" aria-valuetext="{}"><span class="flag">{}</span></div>
                </div></div>
                </div>
                <p class="keys">Keys on the strip: <kbd>←</kbd> <kbd>→</kbd> beat, <kbd>⇧</kbd> bar, <kbd>PgUp</kbd> <kbd>PgDn</kbd> section, <kbd>↑</kbd> <kbd>↓</kbd> shot, <kbd>Home</kbd> <kbd>End</kbd>, <kbd>+</kbd> <kbd>−</kbd> zoom</p>
                <p class="vh" aria-live="polite" id="live"></p>
                </section>""",
                SongClock.decimal(clock.duration(), 4),
                beats(),
                SongClock.decimal(clock.beside(), 4),
                Parts.icon("play"),
                clock.position(0),
                SongClock.clock(0),
                Parts.icon("zout"),
                Parts.icon("zin"),
                Parts.icon("fit"),
                Parts.icon("table"),
                Html.join(lanes.stream().map(Lane::labelled)),
                grid(),
                Html.join(lanes.stream().map(Lane::drawn)),
                SongClock.decimal(clock.duration(), 2),
                clock.position(0),
                clock.position(0));
    }

    /** @param height in pixels */
    private record Lane(String kind, Html label, int height, Html content) {
        Html labelled() {
            return Html.of("<div style=\"height:{}px\">{}</div>", height, label);
        }

        Html drawn() {
            return Html.of("<div class=\"lane {}\" style=\"height:{}px\">{}</div>", kind, height, content);
        }
    }

    private List<Lane> lanes() {
        List<Lane> lanes = new ArrayList<>();
        lanes.add(new Lane("ruler", text(clock.countsBars() ? "Bars" : "Time"), 32, Ruler.of(production.map())));
        if (!production.map().sections().isEmpty()) {
            lanes.add(new Lane("sections", text("Sections"), 26, sections()));
        }
        lanes.add(new Lane("wave", text("Song"), 64, wave()));
        if (!production.map().energy().values().isEmpty()) {
            lanes.add(new Lane("energy", text("Energy"), 30, energy()));
        }
        if (!production.choices().isEmpty()) {
            lanes.add(new Lane("cut", text("Cut"), 46, cut()));
        }
        production.lanes().forEach((camera, placed) -> lanes.add(camera(camera, placed)));
        lanes.add(new Lane("coverage", text("Coverage"), 22, coverage()));
        return lanes;
    }

    private static Html text(String words) {
        return Html.of("<span>{}</span>", words);
    }

    /** Times of the beats with their names, for the keys of the playhead. */
    private String beats() {
        StringBuilder out = new StringBuilder();
        for (SongMap.Beat beat : production.map().beats()) {
            out.append(SongClock.decimal(beat.time(), 3))
                    .append(' ')
                    .append(beat.bar())
                    .append('.')
                    .append(beat.beat());
            out.append(' ');
        }
        return out.toString().strip();
    }

    private Html grid() {
        return Html.of(
                "<svg class=\"grid\" aria-hidden=\"true\" viewBox=\"0 0 {} 1\" preserveAspectRatio=\"none\">{}</svg>",
                SongClock.decimal(clock.duration(), 3),
                Ruler.lines(production.map()));
    }

    private Html sections() {
        return Html.join(production.map().sections().stream().map(this::section));
    }

    private Html section(Section section) {
        double energy = production.map().energy().mean(section.start(), section.end());
        return Html.of(
                "<div class=\"sec e{}\" style=\"left:{}%;width:{}%\" data-start=\"{}\" data-end=\"{}\" data-name=\"{}\" title=\"{}, {}\"><b>{}</b><span>{}</span></div>",
                Math.clamp((int) Math.ceil(energy * 5), 1, 5),
                clock.percent(section.start()),
                clock.width(section.start(), section.end()),
                SongClock.decimal(section.start(), 4),
                SongClock.decimal(section.end(), 4),
                section.label(),
                section.label(),
                clock.length(section.start(), section.end()),
                section.label(),
                clock.countsBars() ? section.lastBar() - section.firstBar() + 1 : "");
    }

    private Html wave() {
        return Curves.wave(production.data().peaks());
    }

    private Html energy() {
        return Curves.energy(production.map().energy());
    }

    private Html cut() {
        List<Choice> choices = production.choices();
        return Html.join(IntStream.range(0, choices.size()).mapToObj(i -> shot(i, choices.get(i))));
    }

    private Html shot(int index, Choice choice) {
        ClipView clip = production.clip(choice.clip());
        String name = clip == null ? "Black" : clip.shortName();
        String hue = clip == null ? "black" : "cam-" + clip.hue();
        return Html.of(
                "<div class=\"shot {}\" data-shot=\"{}\" style=\"left:{}%;width:{}%\" title=\"{}\"><b>{} <span class=\"n\">{}</span></b><span class=\"r\">{}</span></div>",
                hue,
                index,
                clock.percent(choice.songStart()),
                clock.width(choice.songStart(), choice.songEnd()),
                clock.span(choice.songStart(), choice.songEnd()) + ": " + choice.camera() + " " + name,
                choice.camera(),
                name,
                choice.reasons().isEmpty() ? "" : choice.reasons().getFirst());
    }

    private Lane camera(String camera, List<Placed> placed) {
        List<List<Placed>> rows = Rows.pack(placed);
        int height = Rows.height(rows.size());
        List<Html> bars = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            for (Placed p : rows.get(row)) {
                bars.add(bar(p, 4 + row * height, height - 1));
            }
        }
        int hue = placed.getFirst().clip().hue();
        return new Lane(
                "takes" + (height < Rows.READABLE ? " dense" : ""),
                Html.of("{}<span>{}</span>", Parts.camera(camera, hue), cardOf(camera)),
                Math.max(28, rows.size() * height + 8),
                Html.join(bars));
    }

    private String cardOf(String camera) {
        return production.data().footage().cards().stream()
                .filter(card -> card.camera().equals(camera))
                .map(card -> card.path().isEmpty() ? card.kind() : card.path())
                .findFirst()
                .orElse("");
    }

    private Html bar(Placed placed, int top, int height) {
        ClipView clip = placed.clip();
        String doubt = placed.sure() ? "" : " ?";
        return Html.of(
                "<div class=\"take cam-{}{}\" style=\"left:{}%;width:{}%;top:{}px;height:{}px\" title=\"{}\">{}<b>{}</b></div>",
                clip.hue(),
                placed.sure() ? "" : " doubt",
                clock.percent(placed.start()),
                clock.width(placed.start(), placed.end()),
                top,
                height,
                clip.path() + ", " + clock.span(placed.start(), placed.end()) + doubt,
                used(placed),
                clip.shortName() + speed(placed) + doubt);
    }

    private static String speed(Placed placed) {
        double percent = placed.match().speed() * 100;
        return Math.abs(percent - 100) < 0.5 ? "" : " · " + SongClock.decimal(percent, 0) + " %";
    }

    /** The stretches of a clip that the cut shows, in percent of the clip. */
    private Html used(Placed placed) {
        double length = Math.min(placed.end(), clock.duration()) - Math.max(0, placed.start());
        return Html.join(production.shotsOf(placed.clip().path()).stream()
                .filter(c -> c.songStart() >= placed.start() - 0.05 && c.songEnd() <= placed.end() + 0.05)
                .map(c -> Html.of(
                        "<i style=\"left:{}%;width:{}%\"></i>",
                        SongClock.decimal((c.songStart() - Math.max(0, placed.start())) / length * 100, 3),
                        SongClock.decimal((c.songEnd() - c.songStart()) / length * 100, 3))));
    }

    private Html coverage() {
        Map<Integer, String> tones = Map.of(0, "none", 1, "one", 2, "many");
        Map<Integer, String> words = Map.of(0, "no clip", 1, "one clip only", 2, "two clips or more");
        return Html.join(production.coverage().stream()
                .map(run -> Html.of(
                        "<div class=\"run {}\" style=\"left:{}%;width:{}%\" title=\"{}: {}\"></div>",
                        tones.get(run.clips()),
                        clock.percent(run.start()),
                        clock.width(run.start(), run.end()),
                        clock.span(run.start(), run.end()),
                        words.get(run.clips()))));
    }
}
