package backbeat.app.report;

import backbeat.app.report.ClipView.State;
import backbeat.engine.sync.SyncResult.Alternative;
import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.sync.SyncResult.Match;
import backbeat.engine.sync.SyncResult.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Every clip with its place on the song, how sure it is, and how fast it runs against the song. */
final class ClipTable {
    private final Production production;
    private final SongClock clock;

    ClipTable(Production production) {
        this.production = production;
        clock = production.clock();
    }

    Html html() {
        List<ClipView> clips = production.clips();
        if (clips.isEmpty()) {
            return Parts.panel("clips", "Clips", Html.NONE, Parts.empty("No clip was found in the footage folder."));
        }
        return Parts.panel(
                "clips",
                "Clips on the song",
                filter(),
                Html.of(
                        """
                        <div class="tw" tabindex="0" role="region" aria-label="Clips"><table class="t clips" id="clip-table">
                        <thead><tr><th scope="col">Clip</th><th scope="col">Picture</th><th scope="col">On the song</th><th scope="col">Certainty</th><th scope="col">Speed</th><th scope="col">Drift</th><th scope="col">Exact to</th><th scope="col">In the cut</th></tr></thead>
                        <tbody>
                        {}
                        </tbody></table></div>{}""",
                        Html.join(clips.stream().flatMap(c -> rows(c).stream())),
                        new TakeNotes(production).html()));
    }

    private Html filter() {
        return Html.of(
                "<div class=\"seg\" role=\"group\" aria-label=\"Show clips\" id=\"clip-filter\" hidden>{}{}{}{}</div>",
                button("all", "All", production.clips().size()),
                button("placed", "Placed", production.clips(State.PLACED).size()),
                button("doubtful", "Doubtful", production.clips(State.DOUBTFUL).size()),
                button("refused", "Refused", production.clips(State.REFUSED).size()));
    }

    private static Html button(String state, String words, int count) {
        return Html.of(
                "<button type=\"button\" data-show=\"{}\" aria-pressed=\"{}\">{} <span class=\"dim\">{}</span></button>",
                state,
                state.equals("all"),
                words,
                count);
    }

    private List<Html> rows(ClipView clip) {
        if (clip.matches().isEmpty()) {
            return List.of(unplaced(clip));
        }
        List<Html> rows = new ArrayList<>();
        for (Match match : clip.matches()) {
            rows.add(placed(clip, match));
        }
        return rows;
    }

    private Html unplaced(ClipView clip) {
        return Html.of("""
                <tr data-state="{}"><th scope="row">{}</th><td class="c-pic">{}</td><td colspan="6" class="c-wide">{}<span class="said">{}</span></td></tr>""", word(clip), name(clip), Parts.picture(clip), Parts.state(clip.state()), reason(clip));
    }

    private Html placed(ClipView clip, Match match) {
        return Html.of(
                """
                <tr data-state="{}"><th scope="row">{}</th><td class="c-pic">{}</td>
                <td class="nw">{} – <span class="mono">{}</span><span class="sub nw">{} – {}</span></td>
                <td class="c-sure">{} <b class="mono">{}</b>{}</td>
                <td class="nw" data-label="Speed">{}</td><td class="nw" data-label="Drift">{}</td><td class="nw" data-label="Exact to">{}</td><td class="nw" data-label="In the cut">{}</td></tr>""",
                word(clip),
                name(clip),
                Parts.picture(clip),
                Parts.place(clock, match.songStart()),
                clock.position(match.songEnd()),
                SongClock.clock(match.songStart()),
                SongClock.clock(match.songEnd()),
                Parts.state(clip.state()),
                confidence(match.confidence()),
                doubt(clip, match),
                speed(match),
                drift(match),
                exactness(match.uncertaintySeconds()),
                used(clip, match));
    }

    private static Html name(ClipView clip) {
        return Html.of(
                "{}<span><bdi class=\"file\">{}</bdi><bdi class=\"sub\">{}</bdi></span>",
                Parts.camera(clip),
                clip.name(),
                clip.path());
    }

    private static String word(ClipView clip) {
        return clip.state().name().toLowerCase(Locale.ROOT);
    }

    static String reason(ClipView clip) {
        ClipSync sync = clip.sync();
        if (sync == null) {
            return "It was not compared with the song.";
        }
        Reason reason = sync.reason();
        return reason == null ? "No reason was given." : reason.text();
    }

    /** Principle of the house: doubt comes with its reason and with the next best places. */
    private Html doubt(ClipView clip, Match match) {
        if (clip.state() == State.PLACED) {
            return source(clip);
        }
        String others = match.alternatives().stream().map(this::alternative).collect(Collectors.joining(", "));
        return Html.of(
                "<span class=\"sub\">{}</span>{}",
                reason(clip),
                others.isEmpty() ? Html.NONE : Html.of("<span class=\"sub\">or at {}</span>", others));
    }

    private String alternative(Alternative other) {
        return clock.position(other.songStart()) + " (" + confidence(other.confidence()) + ")";
    }

    /** Worth a word only where the sound itself did not say it. */
    private static Html source(ClipView clip) {
        ClipSync sync = clip.sync();
        String words = switch (sync == null || sync.source() == null ? "" : sync.source()) {
            case "ltc" -> "by timecode in the sound";
            case "group" -> "through another camera";
            case "timecode" -> "by its timecode";
            case "hand" -> "by hand";
            default -> "";
        };
        if (clip.matches().stream().anyMatch(match -> match.evidence().containsKey("chosenBy"))) {
            words = "one of several places that sound alike, chosen by another camera";
        }
        return words.isEmpty() ? Html.NONE : Html.of("<span class=\"sub\">{}</span>", words);
    }

    /** {@code .94}; never rounded up to certainty. */
    static String confidence(double probability) {
        if (probability >= 0.995) {
            return "> .99";
        }
        return String.format(Locale.ROOT, "%.2f", probability).substring(1);
    }

    private static Html speed(Match match) {
        String percent = SongClock.decimal(match.speed() * 100, 2) + " %";
        boolean kept = match.mode().equals("pitchKept");
        return Html.of("{}{}", percent, kept ? Html.of("<span class=\"sub\">pitch kept</span>") : Html.NONE);
    }

    private static String drift(Match match) {
        return String.format(Locale.ROOT, "%+.1f ± %.1f ppm", match.driftPpm(), match.driftUncertaintyPpm())
                .replace('-', '−');
    }

    /** Nobody can use less than a tenth of a millisecond, and a row of equal small figures reads as more than it is. */
    private static String exactness(double seconds) {
        if (seconds < 1e-4) {
            return "under 0.1 ms";
        }
        if (seconds >= 1) {
            return "± " + SongClock.decimal(seconds, 1) + " s";
        }
        return "± " + SongClock.decimal(seconds * 1e3, 1) + " ms";
    }

    private Html used(ClipView clip, Match match) {
        long shots = production.shotsOf(clip.path()).stream()
                .filter(c -> c.songStart() >= match.songStart() - 0.05 && c.songEnd() <= match.songEnd() + 0.05)
                .count();
        return shots == 0
                ? Html.of("<span class=\"dim\">no</span>")
                : Html.of("{}", SongClock.counted((int) shots, "shot"));
    }
}
