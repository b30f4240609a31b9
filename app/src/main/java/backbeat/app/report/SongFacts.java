package backbeat.app.report;

import backbeat.engine.song.SongMap;
import backbeat.engine.song.SongMap.Alternative;
import backbeat.engine.song.SongMap.MusicalKey;
import backbeat.engine.song.SongMap.Section;
import backbeat.engine.song.SongMap.Tempo;
import java.util.Locale;
import java.util.stream.Collectors;

/** The song in figures, and its sections. */
final class SongFacts {
    /** A chance below this only makes people doubt what is certain. */
    private static final double WORTH_TELLING = 0.05;

    private final SongMap map;
    private final SongClock clock;

    SongFacts(Production production) {
        map = production.map();
        clock = production.clock();
    }

    /** The row of figures at the head of the page. */
    Html figures() {
        MusicalKey key = map.key();
        return Html.of(
                "<dl class=\"figures\">{}</dl>",
                Html.all(
                        figure("Tempo", tempo(), map.tempo().isEmpty() ? "no steady beat" : steadiness()),
                        figure("The one", map.bars().isEmpty() ? "–" : SongClock.clock(firstBar()), ""),
                        figure("Metre", metre(), ""),
                        figure("Bars", map.bars().isEmpty() ? "–" : Integer.toString(lastBar()), ""),
                        figure("Length", SongClock.clock(map.duration()), ""),
                        figure("Key", key == null ? "–" : key.name(), key == null ? "" : sureness(key)),
                        figure("Loudness", oneDigit(map.loudness().integrated()), "LUFS"),
                        figure("True peak", oneDigit(map.loudness().truePeak()), "dBTP")));
    }

    Html html() {
        return Parts.panel(
                "song",
                "Song",
                Parts.note(map.steady() ? "" : "no steady beat"),
                Html.all(reason(), sections(), more()));
    }

    private Html reason() {
        return map.steady()
                ? Html.NONE
                : Html.of(
                        "<p class=\"remark\">{} {} Places are told by the clock instead of bars.</p>",
                        Parts.tag("warn", "warn", "No steady beat"),
                        map.reason() == null ? "" : map.reason());
    }

    private Html sections() {
        if (map.sections().isEmpty()) {
            return Parts.empty("No sections were found.");
        }
        return Html.of("""
                <div class="tw" tabindex="0" role="region" aria-label="Sections"><table class="t">
                <thead><tr><th scope="col">Section</th><th scope="col">From</th><th scope="col">Length</th><th scope="col">Energy</th><th scope="col">Certainty</th></tr></thead>
                <tbody>
                {}
                </tbody></table></div>""", Html.join(map.sections().stream().map(this::section)));
    }

    private Html section(Section section) {
        String energy = SongClock.decimal(map.energy().mean(section.start(), section.end()) * 100, 0);
        return Html.of(
                """
                <tr><th scope="row">{}{}</th><td>{}</td><td class="nw">{}</td>
                <td><span class="meter" aria-hidden="true"><i style="width:{}%"></i></span><span class="fig2">{} %</span></td><td class="mono">{}</td></tr>""",
                section.label(),
                section.role() == null
                                || section.label().toLowerCase(Locale.ROOT).startsWith(section.role())
                        ? Html.NONE
                        : Html.of("<span class=\"sub\">{}</span>", section.role()),
                Parts.when(clock, section.start()),
                clock.length(section.start(), section.end()),
                energy,
                energy,
                ClipTable.confidence(section.confidence()));
    }

    private Html more() {
        return Html.of(
                "<dl class=\"facts\">{}</dl>",
                Html.all(
                        fact(
                                "Tempo",
                                map.tempo().stream().map(this::tempoStretch).collect(Collectors.joining("; "))),
                        fact(
                                "Could also be",
                                map.soundAlternatives().stream()
                                        .filter(other -> chance(other) >= WORTH_TELLING)
                                        .map(SongFacts::alternative)
                                        .collect(Collectors.joining("; "))),
                        fact(
                                "Hooks",
                                map.hooks().stream()
                                        .map(h -> clock.span(h.start(), h.end()))
                                        .collect(Collectors.joining("; "))),
                        fact("Key", key()),
                        fact("Loudness", loudness()),
                        fact("File", map.sampleRate() + " Hz, " + SongClock.counted(map.channels(), "channel"))));
    }

    private static Html fact(String name, String words) {
        return words.isEmpty() ? Html.NONE : Html.of("<dt>{}</dt><dd>{}</dd>", name, words);
    }

    private static Html figure(String name, String value, String unit) {
        return Html.of("<div><dt>{}</dt><dd>{} <small>{}</small></dd></div>", name, value, unit);
    }

    private String tempo() {
        double slowest = map.tempo().stream().mapToDouble(Tempo::bpm).min().orElse(0);
        double fastest = map.tempo().stream().mapToDouble(Tempo::bpm).max().orElse(0);
        if (map.tempo().isEmpty()) {
            return "–";
        }
        return fastest - slowest < 0.05
                ? String.format(Locale.ROOT, "%.2f", slowest)
                : String.format(Locale.ROOT, "%.1f – %.1f", slowest, fastest);
    }

    private String steadiness() {
        return map.tempo().stream().allMatch(Tempo::constant) && map.tempo().size() == 1 ? "bpm, steady" : "bpm";
    }

    private String tempoStretch(Tempo tempo) {
        return String.format(
                Locale.ROOT,
                "%.2f bpm %s from %s (%s)",
                tempo.bpm(),
                tempo.constant() ? "steady" : "moving",
                clock.position(tempo.start()),
                confidence(tempo.confidence()));
    }

    private static String confidence(double value) {
        return ClipTable.confidence(value);
    }

    private static String alternative(Alternative other) {
        return String.format(
                Locale.ROOT,
                "%s: %.2f bpm, %d beats a bar (%s)",
                other.kind(),
                other.bpm(),
                other.beatsPerBar(),
                confidence(chance(other)));
    }

    /** Scores are how far another reading is behind the chosen one; 1.5 behind is as good as impossible. */
    private static double chance(Alternative other) {
        return Math.clamp(0.5 + 0.35 * other.score(), 0, 0.5);
    }

    private String metre() {
        return map.metre().isEmpty()
                ? "–"
                : map.metre().stream()
                        .map(SongMap.Metre::metre)
                        .distinct()
                        .limit(3)
                        .collect(Collectors.joining(", "));
    }

    private double firstBar() {
        return map.bars().stream()
                .filter(bar -> bar.index() == 1)
                .mapToDouble(SongMap.Bar::start)
                .findFirst()
                .orElse(map.bars().getFirst().start());
    }

    private int lastBar() {
        return map.bars().getLast().index();
    }

    private static String sureness(MusicalKey key) {
        return confidence(key.confidence());
    }

    private String key() {
        MusicalKey key = map.key();
        return key == null ? "" : key.name() + " (" + sureness(key) + "), next best " + key.second();
    }

    private String loudness() {
        SongMap.Loudness loudness = map.loudness();
        return String.format(
                        Locale.ROOT,
                        "%.1f LUFS integrated, range %.1f LU, true peak %.1f dBTP, momentary up to %.1f and short-term up to %.1f LUFS",
                        loudness.integrated(),
                        loudness.range(),
                        loudness.truePeak(),
                        loudness.maxMomentary(),
                        loudness.maxShortTerm())
                .replace('-', '−')
                .replace("short−term", "short-term");
    }

    private static String oneDigit(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replace('-', '−');
    }
}
