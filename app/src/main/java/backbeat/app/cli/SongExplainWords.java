package backbeat.app.cli;

import backbeat.engine.song.SongExplanation;
import backbeat.engine.song.SongExplanation.Curve;
import backbeat.engine.song.SongExplanation.Reading;
import backbeat.engine.song.SongMap;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An explanation of a song map for people at a terminal: the answer, then what led to it, each curve as one line of characters. */
final class SongExplainWords {
    private static final int COLUMNS = 64;
    private static final String SHADES = " .:-=+*#";
    private static final int MOST_READINGS = 8;

    private SongExplainWords() {}

    static void print(String name, SongExplanation why, PrintWriter to) {
        SongMap map = why.map();
        row(to, "song", printable(name) + ", " + StepWords.clock(map.duration()));
        row(to, "answer", answer(map));
        why.why().forEach(sentence -> row(to, "", sentence));
        to.println();
        row(to, "onsets", chart(why.onsets()));
        row(to, "beats", chart(why.beatChances()));
        row(to, "sections", sections(map));
        row(to, "", "onset strength, chance of a beat, and sections from the song's start to its end");
        to.println();
        row(
                to,
                "tempi",
                why.peaks().isEmpty()
                        ? "none stands out"
                        : why.peaks().stream()
                                .map(peak -> String.format(Locale.ROOT, "%.0f (%.2f)", peak.bpm(), peak.strength()))
                                .collect(Collectors.joining(", ")));
        readings(why.readings(), to);
        to.println();
        map.sections()
                .forEach(section -> row(
                        to,
                        "",
                        String.format(
                                Locale.ROOT,
                                "%-3s %-10s %s - %s  bars %d to %d  confidence %.2f",
                                section.label(),
                                section.role() == null ? "" : section.role(),
                                StepWords.clock(section.start()),
                                StepWords.clock(section.end()),
                                section.firstBar(),
                                section.lastBar(),
                                section.confidence())));
    }

    private static String answer(SongMap map) {
        if (!map.steady() || map.bars().isEmpty() || map.tempo().isEmpty()) {
            return "no steady beat";
        }
        SongMap.Tempo tempo = map.tempo().getFirst();
        return String.format(
                Locale.ROOT,
                "%.2f bpm%s, %s, the first bar at %.3f s, confidence %.2f",
                tempo.bpm(),
                map.tempo().size() > 1 ? " at first (" + map.tempo().size() + " tempi)" : "",
                map.bars().getFirst().metre(),
                map.bars().getFirst().start(),
                tempo.confidence());
    }

    private static void readings(List<Reading> readings, PrintWriter to) {
        if (readings.isEmpty()) {
            return;
        }
        row(to, "readings", "   bpm    beats  the one at  score   chance at beats / between");
        for (Reading reading : readings.subList(0, Math.min(MOST_READINGS, readings.size()))) {
            row(
                    to,
                    "",
                    String.format(
                            Locale.ROOT,
                            "%6.2f  %3d      %7.3f   %+7.2f  %.2f / %.2f  %s",
                            reading.bpm(),
                            reading.beatsPerBar(),
                            reading.firstDownbeat(),
                            reading.score(),
                            reading.atBeats(),
                            reading.between(),
                            reading.kind()));
        }
        if (readings.size() > MOST_READINGS) {
            row(to, "", "and " + (readings.size() - MOST_READINGS) + " more");
        }
    }

    /** Means, so that dense passages are darker than sparse ones. */
    private static String chart(Curve curve) {
        int count = curve.values().size();
        double[] means = new double[COLUMNS];
        double most = 1e-6;
        for (int column = 0; column < COLUMNS && count > 0; column++) {
            int from = (int) ((long) column * count / COLUMNS);
            int to = Math.max(from + 1, (int) ((long) (column + 1) * count / COLUMNS));
            means[column] = curve.values().subList(from, Math.min(count, to)).stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElse(0);
            most = Math.max(most, means[column]);
        }
        StringBuilder chart = new StringBuilder();
        for (double mean : means) {
            chart.append(SHADES.charAt((int) Math.round(mean / most * (SHADES.length() - 1))));
        }
        return chart.toString();
    }

    private static String sections(SongMap map) {
        StringBuilder chart = new StringBuilder(" ".repeat(COLUMNS));
        for (SongMap.Section section : map.sections()) {
            int at = Math.clamp((long) (section.start() / Math.max(map.duration(), 1e-3) * COLUMNS), 0, COLUMNS - 1);
            chart.setCharAt(at, '|');
            if (at + 1 < COLUMNS) {
                chart.setCharAt(at + 1, section.label().charAt(0));
            }
        }
        return chart.toString();
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    private static void row(PrintWriter to, String name, String text) {
        to.println(String.format(Locale.ROOT, "%-10s%s", name, text).stripTrailing());
    }
}
