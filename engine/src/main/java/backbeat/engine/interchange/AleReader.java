package backbeat.engine.interchange;

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
    private final Map<String, String> heading = new HashMap<>();
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
        ForeignTimeline log = new ForeignTimeline("", rate, false, Rational.ZERO, at, List.of(track), List.of());
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

    private void heading(String line) {
        String[] pair = line.split("\t", 2);
        heading.put(pair[0].strip(), pair.length > 1 ? pair[1].strip() : "");
        if (pair[0].strip().equals("FPS") && pair.length > 1) {
            rate = rate(pair[1].strip(), rate);
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
        for (int i = 0; i < Math.min(fields.size(), columns.size()); i++) {
            row.put(columns.get(i).strip(), fields.get(i).strip());
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
