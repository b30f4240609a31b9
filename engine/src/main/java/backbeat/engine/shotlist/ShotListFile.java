package backbeat.engine.shotlist;

import backbeat.engine.problem.Finding;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.problem.ShotListProblems;
import backbeat.engine.shotlist.PlannedShot.Framing;
import backbeat.engine.shotlist.PlannedShot.Kind;
import backbeat.engine.shotlist.PlannedShot.Priority;
import backbeat.engine.text.ForeignText;
import backbeat.engine.text.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Shot lists as tables: a row of names, then a row for each shot, parted by commas, semicolons or tabs. Columns stand in any order, and one thing has the several
 * names that people give it.
 */
public final class ShotListFile {
    private static final Set<String> WHERE = Set.of(
            "where", "bars", "bar", "bars covered", "song position", "position", "place", "time", "times", "song time");
    private static final Set<String> SECTION = Set.of("section", "scene/section", "scene", "part", "song section");
    private static final Set<String> FROM = Set.of("from", "start", "in", "from bar", "song position from");
    private static final Set<String> TO = Set.of("to", "end", "out", "to bar", "until", "song position to");
    private static final Set<String> NAME =
            Set.of("shot", "shot id", "shot no", "shot no.", "no", "no.", "id", "number", "#");
    private static final Set<String> ANGLE = Set.of("camera", "cam", "angle", "camera/angle", "camera angle");
    private static final Set<String> CLIP =
            Set.of("clip", "clip name", "set-up", "setup", "set up", "slate", "file", "set-up it belongs to");
    private static final Set<String> KIND =
            Set.of("kind", "type", "performance/story", "performance or story", "story/performance");
    private static final Set<String> SIZE = Set.of("size", "shot size", "framing", "field size");
    private static final Set<String> LENGTH = Set.of("length", "shot length", "shots of", "duration", "pace");
    private static final Set<String> PRIORITY = Set.of("priority", "prio", "importance");
    private static final Set<String> NOTE =
            Set.of("note", "notes", "comment", "comments", "description", "action", "subject", "remarks");
    private static final Set<String> STATUS = Set.of("status", "state");

    /** How high a camera stands is no camera's name. */
    private static final Pattern HEIGHT =
            Pattern.compile("(?i)eye.?level|high|low|overhead|top( shot)?|ground|dutch.*|bird.*|worm.*");

    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST_ROWS = 5_000;
    /** Who has made so many mistakes has made one of them in every row. */
    private static final int MOST_FINDINGS = 100;

    /**
     * What was read.
     *
     * @param findings of cells that could not be understood: the rest of their rows counts
     */
    public record Reading(ShotList list, List<Finding> findings) {}

    private final String where;
    private final Table table;
    private final List<Finding> findings = new ArrayList<>();

    private ShotListFile(String where, Table table) {
        this.where = where;
        this.table = table;
    }

    /** @throws ProblemException when it cannot be opened, or is no shot list */
    public static Reading read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in.readNBytes(MOST_BYTES), file.toString());
        } catch (IOException e) {
            throw new ProblemException(ShotListProblems.unreadable(file.toString(), "It cannot be opened."), e);
        }
    }

    /** @throws ProblemException when it is no shot list */
    public static Reading read(byte[] content, String where) {
        return new ShotListFile(where, Table.of(ForeignText.of(content))).read();
    }

    private Reading read() {
        if (Stream.of(WHERE, SECTION, FROM).noneMatch(table::hasAny)) {
            throw refused("No column tells where on the song a row belongs" + columns() + ".");
        }
        if (table.rows().size() > MOST_ROWS) {
            throw refused("It has more than " + MOST_ROWS + " rows.");
        }
        tellUnusedColumns();
        List<PlannedShot> shots = table.rows().stream()
                .filter(row -> !table.cell(row, STATUS).equalsIgnoreCase("dropped"))
                .map(this::shot)
                .toList();
        if (shots.stream().noneMatch(PlannedShot::saysAnything)) {
            throw refused("No row says what should be seen" + columns() + ".");
        }
        return new Reading(new ShotList(shots), List.copyOf(findings));
    }

    private ProblemException refused(String cause) {
        return ShotListProblems.unreadable(where, cause).asException();
    }

    /** What its first row names, for who brought another table by mistake. */
    private String columns() {
        String names = table.names().stream().filter(name -> !name.isEmpty()).collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : "; its columns are " + ShotListProblems.shortened(names);
    }

    private void tellUnusedColumns() {
        Set<String> used = Stream.of(
                        WHERE, SECTION, FROM, TO, NAME, ANGLE, CLIP, KIND, SIZE, LENGTH, PRIORITY, NOTE, STATUS)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        List<String> unused = table.names().stream()
                .filter(name -> !name.isEmpty() && !used.contains(name))
                .toList();
        if (!unused.isEmpty()) {
            findings.add(Finding.note(ShotListProblems.columnsNotUsed(where, String.join(", ", unused))));
        }
    }

    private PlannedShot shot(Table.Row row) {
        List<String> angles = table.cells(row, ANGLE);
        Optional<String> camera = angles.stream()
                .filter(angle -> !HEIGHT.matcher(angle).matches())
                .findFirst();
        String notes = Stream.concat(
                        angles.stream().filter(angle -> HEIGHT.matcher(angle).matches()),
                        table.cells(row, NOTE).stream())
                .collect(Collectors.joining("; "));
        return new PlannedShot(
                row.line(),
                table.cell(row, NAME),
                place(row),
                camera.orElse(""),
                table.cell(row, CLIP),
                said(row, KIND, Kind::of, "performance or story"),
                said(row, SIZE, Framing::of, "wide, medium or close, or a code such as MCU"),
                said(row, LENGTH, ShotLength::of, "2 bars, 4 beats, 1.5 s, short or long"),
                Optional.ofNullable(said(row, PRIORITY, Priority::of, "must, want or wish"))
                        .orElse(Priority.WANT),
                notes);
    }

    /** Bars say it more exactly than a section does. */
    private String place(Table.Row row) {
        String place = table.cell(row, WHERE);
        String from = table.cell(row, FROM);
        String to = table.cell(row, TO);
        if (!place.isEmpty()) {
            return place;
        }
        return from.isEmpty() ? table.cell(row, SECTION) : to.isEmpty() ? from : from + " - " + to;
    }

    private <T> @Nullable T said(
            Table.Row row, Set<String> column, Function<String, Optional<T>> reader, String expected) {
        String written = table.cell(row, column);
        Optional<T> read = written.isEmpty() ? Optional.empty() : reader.apply(written);
        if (read.isEmpty() && !written.isEmpty() && findings.size() < MOST_FINDINGS) {
            String place = where.isEmpty() ? "line " + row.line() : where + ", line " + row.line();
            findings.add(Finding.warning(ShotListProblems.cellNotUnderstood(place, written, expected)));
        }
        return read.orElse(null);
    }

    /** As a table that can be read again, by spreadsheets too. */
    public static String text(ShotList list) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Shot", "Where", "Camera", "Clip", "Kind", "Size", "Length", "Priority", "Note"));
        for (PlannedShot shot : list.shots()) {
            Kind kind = shot.kind();
            Framing framing = shot.framing();
            ShotLength length = shot.length();
            rows.add(List.of(
                    shot.name(),
                    shot.where(),
                    shot.angle(),
                    shot.clip(),
                    kind == null ? "" : kind.words(),
                    framing == null ? "" : framing.words(),
                    length == null ? "" : length.toString(),
                    shot.priority().name().toLowerCase(Locale.ROOT),
                    shot.note()));
        }
        return Table.text(rows);
    }
}
