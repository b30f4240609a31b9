package backbeat.engine.take;

import backbeat.engine.problem.ProblemException;
import backbeat.engine.problem.TakeProblems;
import backbeat.engine.text.ForeignText;
import backbeat.engine.text.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
            return of(ForeignText.of(Files.readAllBytes(file)), file.toString());
        } catch (IOException e) {
            throw new ProblemException(
                    TakeProblems.slateLogUnreadable(file.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    static SlateLog of(String text, String where) {
        Table table = Table.of(text);
        if (!table.hasAny(CLIP)) {
            throw TakeProblems.slateLogUnreadable(where, "It has no column named clip.")
                    .asException();
        }
        List<Entry> entries = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            String take = table.cell(row, TAKE);
            String slate = table.cell(row, SLATE);
            entries.add(new Entry(
                    table.cell(row, CLIP), take.isEmpty() ? "" : slate + "/" + take, seconds(table.cell(row, SONG))));
        }
        return new SlateLog(entries);
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
