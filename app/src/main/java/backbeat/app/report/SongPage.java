package backbeat.app.report;

import backbeat.engine.derive.WholeFile;
import backbeat.engine.song.SongExplanation;
import backbeat.engine.song.SongExplanation.Curve;
import backbeat.engine.song.SongMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A page of its own that shows why a song has the map it has: sections, bars, onset strength, chance of a beat and tempogram on one axis, and the readings that were
 * weighed. It holds no script.
 */
public final class SongPage {
    private static final String MARK = "Why these bars? · Backbeat</title>";
    private static final int BEGINNING_BYTES = 4096;
    private static final double PIXELS_A_SECOND = 6;

    private final String name;
    private final SongExplanation why;
    private final SongMap map;

    private SongPage(String name, SongExplanation why) {
        this.name = name;
        this.why = why;
        map = why.map();
    }

    /** Writes the page; one that is there is replaced in one step. */
    public static void write(Path file, String name, SongExplanation why) {
        String markup = new SongPage(name, why).markup();
        WholeFile.write(file, unfinished -> Files.writeString(unfinished, markup));
    }

    /** Whether a file is such a page, so that it may be replaced. */
    public static boolean isOne(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(BEGINNING_BYTES), StandardCharsets.UTF_8).contains(MARK);
        } catch (IOException unreadable) {
            return false;
        }
    }

    String markup() {
        return Html.of(
                        """
                        <!doctype html>
                        <html lang="en">
                        <head>
                        <meta charset="utf-8">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
                        <meta name="referrer" content="no-referrer">
                        <title>{}: Why these bars? · Backbeat</title>
                        <style>{}</style>
                        </head>
                        <body>
                        <header class="top"><span class="mark" aria-hidden="true"><i></i><i></i><i></i><i></i></span><b class="brand">Backbeat</b></header>
                        <main>
                        <div class="phead"><h1>{}</h1>{}</div>
                        {}
                        {}
                        </main>
                        </body>
                        </html>
                        """,
                        name,
                        style(),
                        name,
                        Html.join(why.why().stream().map(sentence -> Html.of("<p>{}</p>", sentence))),
                        lanes(),
                        readings())
                .markup();
    }

    private Html lanes() {
        int width = (int) Math.round(Math.max(300, map.duration() * PIXELS_A_SECOND));
        Html lanes = Html.all(
                lane("Sections", "sections", Html.join(map.sections().stream().map(this::section))),
                lane("Bars", "bars", bars()),
                lane("Onset strength", "curve", Html.all(beatLines(), curve(why.onsets(), "on"))),
                lane("Chance of a beat", "curve", Html.all(beatLines(), curve(why.beatChances(), "ch"))),
                lane("Tempogram, 40 to 240 bpm", "tempogram", Html.all(TempogramPicture.of(why.tempogram()), tempi())));
        return Parts.panel(
                "axis",
                "The song from its start to its end",
                Parts.note(SongClock.clock(map.duration())),
                Html.of(
                        "<div class=\"axis\" tabindex=\"0\" role=\"region\" aria-label=\"Lanes, scroll sideways\"><div class=\"lanes\" style=\"min-width:{}px\">{}</div></div>",
                        width,
                        lanes));
    }

    private static Html lane(String title, String kind, Html content) {
        return Html.of("<p class=\"name\">{}</p><div class=\"ln {}\">{}</div>", title, kind, content);
    }

    private Html section(SongMap.Section section) {
        return Html.of(
                "<div class=\"sec\" style=\"left:{}%;width:{}%\" title=\"{}\"><b>{}</b><span>{}</span></div>",
                percent(section.start()),
                percent(section.end() - section.start()),
                SongClock.clock(section.start()) + ", bars " + section.firstBar() + " to " + section.lastBar(),
                section.label(),
                section.role());
    }

    private Html bars() {
        int every = Math.max(1, Integer.highestOneBit(Math.max(1, (int)
                (map.bars().size() / Math.max(4, map.duration() / 8)))));
        return Html.join(map.bars().stream()
                .filter(bar -> (bar.index() - 1) % every == 0)
                .map(bar ->
                        Html.of("<span class=\"no\" style=\"left:{}%\">{}</span>", percent(bar.start()), bar.index())));
    }

    private Html beatLines() {
        StringBuilder ones = new StringBuilder();
        StringBuilder others = new StringBuilder();
        for (SongMap.Beat beat : map.beats()) {
            (beat.beat() == 1 ? ones : others)
                    .append('M')
                    .append(SongClock.decimal(beat.time(), 3))
                    .append(" 0V1");
        }
        return Html.of(
                "<svg aria-hidden=\"true\" viewBox=\"0 0 {} 1\" preserveAspectRatio=\"none\"><path class=\"bt\" d=\"{}\"/><path class=\"br\" d=\"{}\"/></svg>",
                SongClock.decimal(Math.max(map.duration(), 0.1), 3),
                others,
                ones);
    }

    private Html curve(Curve curve, String kind) {
        List<Double> values = curve.values();
        StringBuilder path = new StringBuilder("M0 100");
        for (int i = 0; i < values.size(); i++) {
            path.append('L').append(i).append(' ').append(Math.round(100 - 100 * values.get(i)));
        }
        return Html.of(
                "<svg aria-hidden=\"true\" viewBox=\"0 0 {} 100\" preserveAspectRatio=\"none\"><path class=\"{}\" d=\"{}V100Z\"/></svg>",
                SongClock.decimal(Math.max(map.duration() / curve.step(), 1), 2),
                kind,
                path);
    }

    /** The chosen tempo as a line, where it is within the picture. */
    private Html tempi() {
        StringBuilder path = new StringBuilder();
        for (SongMap.Tempo tempo : map.tempo()) {
            double height = why.tempogram().fastest() / why.tempogram().slowest();
            double up = Math.log(tempo.bpm() / why.tempogram().slowest()) / Math.log(height);
            if (up > 0 && up < 1) {
                path.append('M').append(SongClock.decimal(tempo.start(), 2)).append(' ');
                path.append(SongClock.decimal(100 * (1 - up), 2)).append('H').append(SongClock.decimal(tempo.end(), 2));
            }
        }
        return Html.of(
                "<svg aria-hidden=\"true\" viewBox=\"0 0 {} 100\" preserveAspectRatio=\"none\"><path class=\"tp\" d=\"{}\"/></svg>",
                SongClock.decimal(Math.max(map.duration(), 0.1), 3),
                path);
    }

    private Html readings() {
        Html rows = Html.join(IntStream.range(0, why.readings().size())
                .mapToObj(i -> row(i + 1, why.readings().get(i))));
        Html table = why.readings().isEmpty()
                ? Parts.empty("There was none.")
                : Html.of(
                        "<div class=\"axis\"><table class=\"t\"><thead><tr><th>#</th><th>Tempo</th><th>Is</th><th>Beats in a bar</th><th>The one at</th><th>Score</th><th>Chance at beats</th><th>Between</th></tr></thead><tbody>{}</tbody></table></div>",
                        rows);
        return Parts.panel("readings", "Readings that were weighed", Parts.note("best first"), table);
    }

    private static Html row(int number, SongExplanation.Reading reading) {
        return Html.of(
                "<tr><th scope=\"row\">{}</th><td class=\"nw\">{} bpm</td><td>{}</td><td>{}</td><td>{} s</td><td>{}</td><td>{}</td><td>{}</td></tr>",
                number,
                SongClock.decimal(reading.bpm(), 2),
                reading.kind(),
                reading.beatsPerBar(),
                SongClock.decimal(reading.firstDownbeat(), 2),
                SongClock.decimal(reading.score(), 2),
                SongClock.decimal(reading.atBeats(), 2),
                SongClock.decimal(reading.between(), 2));
    }

    private String percent(double seconds) {
        return SongClock.decimal(100 * seconds / Math.max(map.duration(), 0.1), 3);
    }

    private static Html style() {
        return Html.trusted(String.join(
                "\n",
                Styles.tokens(),
                "@media (prefers-color-scheme: light) { " + Styles.lightTokens(":root") + " }",
                Styles.resource("report.css"),
                Styles.resource("song.css")));
    }
}
