package backbeat.engine.take;

import backbeat.engine.problem.ProblemException;
import backbeat.engine.problem.TakeProblems;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a person wrote down on set: which clip belongs to which take, and where on the song it began.
 *
 * <p>A table as text: a row of names, then a row for each clip, parted by commas, semicolons or tabs. Known names: {@code clip} (file name with or without its
 * ending), {@code take}, {@code slate} (or {@code setup}, {@code scene}: takes are counted anew in each), {@code song} (or {@code position}: {@code 1:12.5} or seconds).
 */
public record SlateLog(List<Entry> entries) {
    private static final Set<String> CLIP = Set.of("clip", "file", "name", "clip name");
    private static final Set<String> TAKE = Set.of("take");
    private static final Set<String> SLATE = Set.of("slate", "setup", "set-up", "scene");
    private static final Set<String> SONG = Set.of("song", "position", "song position", "song start");

    /**
     * @param take with its slate; empty when none is written
     * @param songSeconds where on the song the playback began; negative when it is not written
     */
    public record Entry(String clip, String take, double songSeconds) {}

    public static SlateLog none() {
        return new SlateLog(List.of());
    }

    /** @throws ProblemException when it cannot be read or names no clips */
    public static SlateLog read(Path file) {
        try {
            return of(Files.readAllLines(file), file.toString());
        } catch (CharacterCodingException e) {
            throw new ProblemException(TakeProblems.slateLogUnreadable(file.toString(), "It is no text in UTF-8."), e);
        } catch (IOException e) {
            throw new ProblemException(
                    TakeProblems.slateLogUnreadable(file.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    static SlateLog of(List<String> lines, String where) {
        List<String> written = lines.stream().filter(line -> !line.isBlank()).toList();
        char separator = written.isEmpty() ? ',' : separatorOf(written.getFirst());
        List<List<String>> rows =
                written.stream().map(line -> cells(line, separator)).toList();
        List<String> names = rows.isEmpty()
                ? List.of()
                : rows.getFirst().stream()
                        .map(name -> name.replace("\uFEFF", "").toLowerCase(Locale.ROOT))
                        .toList();
        if (names.stream().noneMatch(CLIP::contains)) {
            throw TakeProblems.slateLogUnreadable(where, "It has no column named clip.")
                    .asException();
        }
        List<Entry> entries = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            String take = cell(row, names, TAKE);
            String slate = cell(row, names, SLATE);
            entries.add(new Entry(
                    cell(row, names, CLIP), take.isEmpty() ? "" : slate + "/" + take, seconds(cell(row, names, SONG))));
        }
        return new SlateLog(entries);
    }

    private static char separatorOf(String header) {
        return header.indexOf('\t') >= 0 ? '\t' : header.indexOf(';') >= 0 ? ';' : ',';
    }

    /** Within quotes a separator is a part of the text, and two quotes are one. */
    private static List<String> cells(String line, char separator) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char next = line.charAt(i);
            if (next == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (next == '"' && (quoted || cell.toString().isBlank())) {
                quoted = !quoted;
            } else if (next == separator && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(next);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    private static String cell(List<String> row, List<String> names, Set<String> wanted) {
        for (int i = 0; i < Math.min(row.size(), names.size()); i++) {
            if (wanted.contains(names.get(i))) {
                return row.get(i);
            }
        }
        return "";
    }

    private static double seconds(String written) {
        String text = written.replace(',', '.');
        String[] parts = text.split(":", -1);
        if (parts.length > 2 || !text.matches("(\\d{1,3}:)?\\d{1,5}(\\.\\d+)?")) {
            return -1;
        }
        double last = Double.parseDouble(parts[parts.length - 1]);
        return parts.length == 2 ? 60 * Integer.parseInt(parts[0]) + last : last;
    }

    Optional<Entry> of(Roll roll) {
        return entries.stream()
                .filter(entry -> isOf(entry.clip().replace('\\', '/'), roll))
                .findFirst();
    }

    private static boolean isOf(String written, Roll roll) {
        String name = roll.clip().name();
        int dot = name.lastIndexOf('.');
        return written.equalsIgnoreCase(roll.path())
                || written.equalsIgnoreCase(name)
                || written.equalsIgnoreCase(dot > 0 ? name.substring(0, dot) : name);
    }

    /** Whether a person wrote that both belong to one take. */
    boolean sameTake(Roll a, Roll b) {
        return of(a).filter(entry -> !entry.take().isEmpty())
                .flatMap(entry -> of(b).map(other -> other.take().equals(entry.take())))
                .orElse(false);
    }
}
