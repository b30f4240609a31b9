package backbeat.engine.interchange;

import backbeat.engine.colour.ColourDecision;
import backbeat.engine.interchange.ForeignTrack.Kind;
import backbeat.engine.problem.ReadingProblems;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads logs of Avid (ALE). A log has no timeline: its rows are told as clips one after the other, each with its own timecode. */
final class AleReader {
    private final ReadingFindings findings = new ReadingFindings();
    private final ForeignRest head = new ForeignRest(findings);
    private final List<ForeignClip> clips = new ArrayList<>();
    private List<String> columns = List.of();
    private Rate rate = Rate.FPS_24;
    private Rational at = Rational.ZERO;

    private AleReader() {}

    static ForeignFile read(byte[] content) {
        return new AleReader().file(content);
    }

    private ForeignFile file(byte[] content) {
        List<String> lines = ForeignText.lines(content, findings);
        String part = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String word = line.strip();
            if (word.equals("Heading") || word.equals("Column") || word.equals("Data")) {
                part = word;
            } else if (!word.isEmpty()) {
                line(part, line, i + 1);
            }
        }
        ForeignTrack track = new ForeignTrack(Kind.VIDEO, 1, null, "", List.copyOf(clips), List.of());
        ForeignTimeline log =
                new ForeignTimeline("", rate, false, Rational.ZERO, at, List.of(track), List.of(), head.told(), null);
        return new ForeignFile("ale", "", "", List.of(log), findings.told());
    }

    private void line(String part, String line, int number) {
        switch (part) {
            case "Heading" -> heading(line);
            case "Column" -> columns = List.of(line.stripTrailing().split("\t", -1));
            case "Data" -> row(line, number);
            default -> {}
        }
    }

    /** A name and its value in each line; some programs write all pairs into one. */
    private void heading(String line) {
        List<String> words = List.of(line.split("\t", -1));
        for (int i = 0; i + 1 < words.size(); i += 2) {
            String name = words.get(i).strip();
            String value = words.get(i + 1).strip();
            if (!name.isEmpty()) {
                head.add("ale/" + name, value);
            }
            if (name.equals("FPS")) {
                rate = rate(value, rate);
            }
        }
    }

    private static Rate rate(String told, Rate otherwise) {
        try {
            Rate read = Rate.parse(told);
            return read.perSecond().isLessThan(Rational.of(1000)) ? read : otherwise;
        } catch (IllegalArgumentException | ArithmeticException e) {
            return otherwise;
        }
    }

    private void row(String line, int number) {
        List<String> fields = List.of(line.split("\t", -1));
        String where = "line " + number;
        if (fields.size() < columns.size()) {
            findings.warn(ReadingProblems.shortRow(where));
        }
        Map<String, String> row = new HashMap<>();
        ForeignRest rest = new ForeignRest(findings);
        for (int i = 0; i < Math.min(fields.size(), columns.size()); i++) {
            row.put(columns.get(i).strip(), fields.get(i).strip());
            rest.add("ale/" + columns.get(i).strip(), fields.get(i).strip());
        }
        Rate own = rate(row.getOrDefault("FPS", ""), rate);
        Rational start = time(row.get("Start"), own, where);
        Rational end = time(row.get("End"), own, where);
        Rational length =
                start == null || end == null ? Rational.ZERO : end.minus(start).max(Rational.ZERO);
        Rational next = at.plus(length);
        clips.add(new ForeignClip.Draft(row.getOrDefault("Name", ""), at, next)
                .reel(row.get("Tape"))
                .file(file(row))
                .sourceRate(own)
                .source(start, end)
                .speed(Rational.ONE)
                .colour(ColourDecision.parse(row.getOrDefault("ASC_SOP", ""), row.getOrDefault("ASC_SAT", ""))
                        .orElse(null))
                .foreign(rest.told())
                .clip());
        at = next;
    }

    private static @Nullable String file(Map<String, String> row) {
        String path = row.getOrDefault("Source Path", "");
        String file = row.getOrDefault("Source File", "");
        return !file.isEmpty() ? file : path.isEmpty() ? null : path;
    }

    private @Nullable Rational time(@Nullable String label, Rate own, String where) {
        return label == null || !EdlClock.isLabel(label)
                ? null
                : own.timeOf(new EdlClock(own, findings).frame(label, where));
    }
}
