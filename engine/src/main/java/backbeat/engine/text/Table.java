package backbeat.engine.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table as text: a row of names, then a row for each thing, parted by commas, semicolons or tabs.
 *
 * @param names of the columns in small letters
 * @param rows without the one of names, and without empty ones
 */
public record Table(List<String> names, List<Row> rows) {
    private static final String SPREADSHEETS_WORD = "(?i)sep=.?";
    /** What a spreadsheet would take for a formula, and how it is written so that it does not. */
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private static final Pattern NO_FORMULA = Pattern.compile("'[=+\\-@].*", Pattern.DOTALL);
    /** A quote that is still open after so many lines was none. */
    private static final int LONGEST_CELL_IN_LINES = 40;

    /** @param line where it stands in the text, from 1 */
    public record Row(int line, List<String> cells) {}

    public Table {
        names = List.copyOf(names);
        rows = List.copyOf(rows);
    }

    public static Table of(String text) {
        List<String> lines = text.replace("\uFEFF", "").lines().toList();
        int header = 0;
        while (header < lines.size()
                && (lines.get(header).isBlank() || lines.get(header).matches(SPREADSHEETS_WORD))) {
            header++;
        }
        if (header == lines.size()) {
            return new Table(List.of(), List.of());
        }
        char separator = separatorOf(lines.get(header));
        List<Row> rows = new ArrayList<>();
        for (int at = header; at < lines.size(); ) {
            int lineCount = linesOfRow(lines, at);
            List<String> cells = cells(String.join("\n", lines.subList(at, at + lineCount)), separator);
            if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                rows.add(new Row(at + 1, cells));
            }
            at += lineCount;
        }
        List<String> names = rows.isEmpty()
                ? List.of()
                : rows.getFirst().cells().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList();
        return new Table(names, rows.isEmpty() ? rows : rows.subList(1, rows.size()));
    }

    private static char separatorOf(String header) {
        return header.indexOf('\t') >= 0 ? '\t' : header.indexOf(';') >= 0 ? ';' : ',';
    }

    /** A row goes on where a quote is still open. */
    private static int linesOfRow(List<String> lines, int at) {
        long quotes = 0;
        for (int i = at; i < Math.min(lines.size(), at + LONGEST_CELL_IN_LINES); i++) {
            quotes += lines.get(i).chars().filter(letter -> letter == '"').count();
            if (quotes % 2 == 0) {
                return i - at + 1;
            }
        }
        return 1;
    }

    /** Within quotes a separator is a part of the text, and two quotes are one. */
    private static List<String> cells(String row, char separator) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < row.length(); i++) {
            char next = row.charAt(i);
            if (next == '"' && quoted && i + 1 < row.length() && row.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (next == '"' && (quoted || cell.toString().isBlank())) {
                quoted = !quoted;
            } else if (next == separator && !quoted) {
                cells.add(meant(cell.toString().strip()));
                cell.setLength(0);
            } else {
                cell.append(next);
            }
        }
        cells.add(meant(cell.toString().strip()));
        return List.copyOf(cells);
    }

    private static String meant(String cell) {
        return NO_FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }

    /** The first cell of a row that is not empty in a column of one of these names. */
    public String cell(Row row, Set<String> wanted) {
        return cells(row, wanted).stream().findFirst().orElse("");
    }

    /** The cells of a row that are not empty in columns of these names. */
    public List<String> cells(Row row, Set<String> wanted) {
        return IntStream.range(0, Math.min(row.cells().size(), names.size()))
                .filter(i -> wanted.contains(names.get(i)))
                .mapToObj(row.cells()::get)
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    public boolean hasAny(Set<String> wanted) {
        return names.stream().anyMatch(wanted::contains);
    }

    /** The rows as text with commas, as every spreadsheet reads it. */
    public static String text(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(Table::written).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String written(String cell) {
        String harmless = FORMULA.matcher(cell).matches() ? "'" + cell : cell;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
