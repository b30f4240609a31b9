package backbeat.app.report;

import backbeat.app.report.ClipView.State;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Puts the parts on one page with their style and script. */
final class Page {
    private final Production production;
    private final boolean film;

    /** @param film whether the rough cut's film stands beside the page */
    Page(Production production, boolean film) {
        this.production = production;
        this.film = film;
    }

    String markup() {
        String script = Styles.resource("report.js");
        return Html.of(
                        """
                        <!doctype html>
                        <html lang="en">
                        <head>
                        <meta charset="utf-8">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; media-src 'self' file:; style-src 'unsafe-inline'; script-src 'sha256-{}'">
                        <meta name="referrer" content="no-referrer">
                        <title>{} · Backbeat</title>
                        <style>{}</style>
                        </head>
                        <body>
                        {}
                        {}
                        <main>
                        {}
                        </main>
                        <footer><span>{}</span></footer>
                        <script>{}</script>
                        </body>
                        </html>
                        """,
                        sha256(script),
                        production.data().title(),
                        style(),
                        Html.trusted(Styles.resource("icons.svg")),
                        head(),
                        parts(),
                        production.data().made(),
                        Html.trusted(script))
                .markup();
    }

    private Html head() {
        return Html.of(
                """
                <a class="skip" href="#strip">To the song strip</a>
                <header class="top"><span class="mark" aria-hidden="true"><i></i><i></i><i></i><i></i></span>
                <b class="brand">Backbeat</b>
                <nav aria-label="Parts of the report"><a href="#strip">Strip</a><a href="#cut">Cut</a><a href="#look">To look at</a><a href="#clips">Clips</a><a href="#song">Song</a>{}</nav>
                <button type="button" class="btn ic" id="theme" aria-label="Light or dark" title="Light or dark">{}</button></header>""",
                production.data().writtenFiles().isEmpty() ? Html.NONE : Html.of("<a href=\"#written\">Files</a>"),
                Parts.icon("sun"));
    }

    private Html parts() {
        SongFacts song = new SongFacts(production);
        Trouble trouble = new Trouble(production);
        return Html.all(
                Html.of(
                        "<div class=\"phead\"><h1>{}</h1><p>{}</p></div>",
                        production.data().title(),
                        summary()),
                song.figures(),
                stage(),
                new Strip(production).html(),
                Html.of("<div class=\"grid2\">{}{}</div>", new CutTable(production).html(), trouble.html()),
                new PlanTable(production).html(),
                new ClipTable(production).html(),
                new HeardClips(production).html(),
                Html.of(
                        "<div class=\"grid2\">{}<div class=\"col\">{}</div></div>",
                        song.html(),
                        WrittenFiles.html(production.data().writtenFiles())),
                trouble.files(),
                new WholeTable(production).html());
    }

    /** The film with the reasons of the shot that is on; the reasons alone when there is no film. */
    private Html stage() {
        if (production.choices().isEmpty()) {
            return Html.NONE;
        }
        Html screen = film
                ? Html.of(
                        "<div class=\"screen\"><video id=\"film\" src=\"{}\" data-zero=\"{}\" preload=\"metadata\"{} playsinline aria-label=\"Rough cut\"></video></div>",
                        WrittenFiles.address(WrittenFiles.FILM),
                        SongClock.decimal(production.choices().getFirst().songStart(), 4),
                        production.poster())
                : Html.NONE;
        return Html.of("<div class=\"stage{}\">{}{}</div>", film ? "" : " nofilm", screen, CutTable.current());
    }

    private String summary() {
        List<ClipView> clips = production.clips();
        int placed = production.clips(State.PLACED).size();
        int doubtful = production.clips(State.DOUBTFUL).size();
        int refused = clips.size() - placed - doubtful;
        String all = clips.isEmpty()
                ? "No clip was found."
                : placed + " of " + SongClock.counted(clips.size(), "clip") + are(placed, " stands", " stand")
                        + " on the song.";
        return all
                + (doubtful > 0 ? " " + doubtful + are(doubtful, " is", " are") + " doubtful." : "")
                + (refused > 0 ? " " + refused + are(refused, " was", " were") + " refused." : "")
                + othersInWords()
                + cutInWords();
    }

    private String othersInWords() {
        int others = production.filesNotUsed();
        return others == 0
                ? ""
                : " " + SongClock.counted(others, "other file") + are(others, " was", " were") + " not used.";
    }

    private static String are(int number, String one, String many) {
        return number == 1 ? one : many;
    }

    private String cutInWords() {
        int shots = production.choices().size();
        return shots == 0
                ? " There is no cut."
                : " The cut has " + SongClock.counted(shots, "shot") + "." + gapsInWords();
    }

    private String gapsInWords() {
        List<Coverage.Run> gaps = Coverage.gaps(production.coverage());
        SongClock clock = production.clock();
        return switch (gaps.size()) {
            case 0 -> " No part of the song is without a picture.";
            case 1, 2 ->
                gaps.stream()
                        .map(gap -> clock.span(gap.start(), gap.end()))
                        .collect(Collectors.joining(" and ", " There is no picture at ", "."));
            default -> " " + gaps.size() + " stretches have no picture.";
        };
    }

    private Html style() {
        return Html.trusted(String.join(
                "\n",
                Styles.tokens(),
                "@media (prefers-color-scheme: light) { " + Styles.lightTokens(":root:not([data-theme=\"dark\"])")
                        + " }",
                Styles.lightTokens(":root[data-theme=\"light\"]"),
                Styles.resource("report.css"),
                production.pictures().markup()));
    }

    private static String sha256(String script) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
