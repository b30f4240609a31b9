package backbeat.engine.interchange;

import backbeat.engine.problem.ReadingProblems;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads edit decision lists: CMX3600 and its relatives, File32 and File128, and the marker lists of Resolve. */
final class EdlReader {
    private static final Pattern RESOLVE_MARKER = Pattern.compile("\\|C:(\\w*)|\\|M:([^|]*)|\\|D:(\\d{1,9})");

    private static final int MOST_COMMENTS = 1 << 14;

    private final List<String> lines;
    private final ReadingFindings findings;
    private final EdlClock clock;
    private final EdlTracks tracks;
    private final List<ForeignMarker> markers = new ArrayList<>();
    private final ForeignRest before;
    private String title = "";
    private @Nullable EdlEvent event;
    private long first = Long.MAX_VALUE;
    private long last;

    private EdlReader(List<String> lines, @Nullable Rate given, ReadingFindings findings) {
        this.lines = lines;
        this.findings = findings;
        this.before = new ForeignRest(findings);
        this.clock = EdlClock.of(lines, given, findings);
        this.tracks = new EdlTracks(clock, findings);
    }

    static ForeignFile read(byte[] content, @Nullable Rate given) {
        ReadingFindings findings = new ReadingFindings();
        List<String> lines = ForeignText.lines(content, findings);
        ForeignTimeline timeline = new EdlReader(lines, given, findings).timeline();
        return new ForeignFile("edl", dialect(lines), "", List.of(timeline), findings.told());
    }

    /** Resolve alone writes its colours into marker lists. */
    private static String dialect(List<String> lines) {
        return lines.stream().anyMatch(line -> line.contains("|C:ResolveColor")) ? "resolve" : "";
    }

    /** Whether the text has at least one event, or a title. */
    static boolean isOne(List<String> lines) {
        return lines.stream()
                .limit(2000)
                .anyMatch(line -> line.startsWith("TITLE:")
                        || line.startsWith("FCM:")
                        || (EdlEvent.beginsLikeOne(line) && EdlEvent.of(line, 0) != null));
    }

    private ForeignTimeline timeline() {
        for (int i = 0; i < lines.size(); i++) {
            line(lines.get(i).strip(), i + 1);
        }
        finish();
        if (first == Long.MAX_VALUE) {
            findings.warn(ReadingProblems.noEvents());
            first = 0;
        }
        return new ForeignTimeline(
                title,
                clock.rate(),
                clock.sawDropFrame(),
                clock.timeOf(first),
                clock.timeOf(last - first),
                tracks.told(),
                List.copyOf(markers),
                before.told(),
                null);
    }

    private void line(String line, int number) {
        if (EdlEvent.beginsLikeOne(line)) {
            event(line, number);
        } else if (line.startsWith("*")) {
            comment(line, line.replaceFirst("^[*\\s]+", ""), number);
        } else if (line.startsWith("TITLE:")) {
            title = line.substring(6).strip();
        } else if (line.startsWith("FCM:")) {
            clock.mode(line);
        } else if (!line.isEmpty()) {
            statement(line, number);
        }
    }

    private void event(String line, int number) {
        EdlEvent next = EdlEvent.of(line, number);
        if (next == null) {
            boolean isLast = lines.subList(number, lines.size()).stream().allMatch(String::isBlank);
            String where = "line " + number;
            findings.warn(isLast ? ReadingProblems.truncated(where) : ReadingProblems.badEvent(where));
            return;
        }
        finish();
        next.read(clock);
        event = next;
    }

    private void statement(String line, int number) {
        EdlEvent open = event;
        if (open != null && line.startsWith("M2")) {
            EdlEvent.words(line).reversed().stream()
                    .filter(word -> word.matches("[-+]?\\d{1,6}(\\.\\d{0,6})?"))
                    .findFirst()
                    .ifPresent(speed -> open.motion = speed);
        } else if (open != null && line.startsWith("AUD")) {
            open.addSound(line);
        } else if (open != null && line.contains("|M:")) {
            marker(line, open);
        } else {
            comment(line, line, number);
        }
    }

    private void comment(String line, String text, int number) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (Seal.WORD.matcher(text).matches()) {
            return;
        }
        if (upper.startsWith("LOC:")) {
            locator(text.substring(4).strip(), number);
        } else if (event == null) {
            before.add("edl/comments", line);
        } else if (upper.startsWith("FROM CLIP NAME:")) {
            event.fromName = text.substring(15).strip();
        } else if (upper.startsWith("TO CLIP NAME:")) {
            event.toName = text.substring(13).strip();
        } else if (upper.startsWith("SOURCE FILE:")) {
            event.file = text.substring(12).strip();
        } else if (upper.startsWith("ASC_SOP")) {
            event.slopeOffsetPower = text.substring(7).strip();
        } else if (upper.startsWith("ASC_SAT")) {
            event.saturation = text.substring(7).strip();
        } else if (upper.startsWith("FROM FILE:") || upper.startsWith("FROM CLIP:")) {
            event.file = text.substring(10).strip();
        } else if (event.comments.length() < MOST_COMMENTS) {
            event.comments.append(event.comments.isEmpty() ? "" : "\n").append(line);
        }
    }

    private void locator(String text, int number) {
        String[] parts = text.split("\\s+", 3);
        String label = parts[0].length() == 10 && parts[0].charAt(1) == ':' ? "0" + parts[0] : parts[0];
        if (!EdlClock.isLabel(label)) {
            return;
        }
        Rational at = clock.timeOf(clock.frame(label, "line " + number));
        String colour = parts.length > 1 ? parts[1] : "";
        String name = parts.length > 2 ? parts[2] : "";
        markers.add(new ForeignMarker(name, "", colour, at, Rational.ZERO, event == null ? "" : event.name(), false));
    }

    private void marker(String line, EdlEvent on) {
        String comment = line.substring(0, line.indexOf('|')).strip();
        String colour = "";
        String name = "";
        long frames = 0;
        for (Matcher matcher = RESOLVE_MARKER.matcher(line); matcher.find(); ) {
            if (matcher.group(1) != null) {
                colour = matcher.group(1).replaceFirst("^ResolveColor", "");
            } else if (matcher.group(2) != null) {
                name = matcher.group(2).strip();
            } else {
                frames = Long.parseLong(matcher.group(3));
            }
        }
        on.marker = true;
        markers.add(
                new ForeignMarker(name, comment, colour, clock.timeOf(on.recordIn), clock.timeOf(frames), "", false));
    }

    /** An event ends where the next begins: only then are its comments complete. */
    private void finish() {
        if (event == null) {
            return;
        }
        EdlEvent done = event;
        event = null;
        if (done.recordOut < done.recordIn) {
            findings.warn(ReadingProblems.badEvent(done.where()));
            return;
        }
        first = Math.min(first, done.recordIn);
        last = Math.max(last, done.recordOut);
        if (!done.marker) {
            tracks.add(done);
        }
    }
}
