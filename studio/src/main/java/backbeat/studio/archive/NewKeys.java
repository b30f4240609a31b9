package backbeat.studio.archive;

import backbeat.studio.store.Id;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Gives the rows of an archive keys of their own, so that nothing that is here can be written over by what somebody else made; and turns them into rows of the
 * tables, or says what does not fit. People are other studios' people: who is not known here becomes nobody, or the one who reads the archive in.
 */
final class NewKeys {
    private final Path archive;
    private final Set<String> accountsHere;
    private final Map<String, String> people;
    private final String reader;
    private String production = "";
    private int row;
    private final Map<String, String> keys = new HashMap<>();

    /**
     * @param people of the archive, names by key
     * @param reader key of the account that reads it in
     */
    NewKeys(Path archive, Set<String> accountsHere, Map<String, String> people, String reader) {
        this.archive = archive;
        this.accountsHere = accountsHere;
        this.people = people;
        this.reader = reader;
    }

    void learn(List<Map<String, Object>> rows) {
        rows.forEach(row -> {
            if (row.get("id") instanceof String id) {
                keys.put(id, Id.fresh());
            }
        });
    }

    /** The key that the production has here; all rows belong to it, whatever they say. */
    String production(String oldKey) {
        String fresh = keys.get(oldKey);
        if (fresh == null) {
            throw ArchiveProblems.unfit(archive, "It tells of no production.").asException();
        }
        production = fresh;
        return fresh;
    }

    /**
     * A row as this studio's tables want it.
     *
     * @param number of the row in the archive, counted from 1
     */
    <R extends Record> R row(Table<R> table, int number, Map<String, Object> told) {
        row = number;
        Map<String, @Nullable Object> values = new HashMap<>();
        for (Field<?> field : table.fields()) {
            Object value = value(table, field, told.get(field.getName()));
            if (value != null || field.getDataType().nullable()) {
                values.put(field.getName(), value);
            }
        }
        R made = table.newRecord();
        made.fromMap(values);
        if (table.getName().equals("activity")) {
            nameWhoIsNotHere(made, told);
        }
        return made;
    }

    private @Nullable Object value(Table<?> table, Field<?> field, @Nullable Object told) {
        if (told == null) {
            if (!field.getDataType().nullable() && !field.getDataType().defaulted()) {
                throw unfit(table, field, "is missing");
            }
            return null;
        }
        if (!isOfKind(field.getType(), told)) {
            throw unfit(table, field, "is of another kind");
        }
        if (!(told instanceof String text)) {
            return told;
        }
        if (people.containsKey(text)) {
            return accountsHere.contains(text) ? text : field.getDataType().nullable() ? null : reader;
        }
        if (field.getName().equals("production_id")) {
            return production;
        }
        int longest = field.getDataType().length();
        if (longest > 0 && text.length() > longest) {
            throw unfit(table, field, "is too long");
        }
        if (field.getName().endsWith("file")
                && !text.isEmpty()
                && (text.contains("/") || !ArchiveReader.isPlain(text))) {
            throw unfit(table, field, "is no plain name of a file");
        }
        return keys.getOrDefault(text, text);
    }

    /** Text with a character that no database keeps is none, and neither is a number too large for its column. */
    private static boolean isOfKind(Class<?> kind, Object told) {
        return switch (told) {
            case String text -> kind == String.class && text.indexOf('\0') < 0;
            case Boolean _ -> kind == Boolean.class;
            case Integer _ -> kind == Integer.class || kind == Long.class || kind == Double.class;
            case Long _ -> kind == Long.class || kind == Double.class;
            case Number number -> kind == Double.class && Double.isFinite(number.doubleValue());
            default -> false;
        };
    }

    private RuntimeException unfit(Table<?> table, Field<?> field, String why) {
        return ArchiveProblems.unfitRow(archive, table.getName(), row, "\"" + field.getName() + "\" " + why + ".")
                .asException();
    }

    private void nameWhoIsNotHere(Record made, Map<String, Object> told) {
        String name = told.get("account_id") instanceof String id && !accountsHere.contains(id) ? people.get(id) : null;
        Field<String> done = made.field("done", String.class);
        if (name != null && done != null) {
            String words = made.get(done) + " (" + name + ")";
            made.set(done, words.substring(0, Math.min(300, words.length())));
        }
    }
}
