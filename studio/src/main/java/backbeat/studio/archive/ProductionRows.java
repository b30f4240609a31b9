package backbeat.studio.archive;

import backbeat.studio.store.db.DefaultSchema;
import backbeat.studio.store.db.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/**
 * The rows of one production, whatever package owns them: every table with a column {@code production_id} but those that belong to this studio alone. So a table that
 * is added later comes along by itself.
 */
final class ProductionRows {
    /** Who may come in, what the machine does and what can be undone is each studio's own. */
    static final Set<String> OF_THE_STUDIO =
            Set.of("member", "invitation", "review_link", "job", "upload", "plan_change");

    private static final String PRODUCTION_ID = "production_id";

    private ProductionRows() {}

    /** The production's own first, then each after those that it refers to. */
    static List<Table<?>> tables() {
        List<Table<?>> left = new ArrayList<>(DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
                .filter(table -> table.field(PRODUCTION_ID) != null && !OF_THE_STUDIO.contains(table.getName()))
                .toList());
        List<Table<?>> ordered = new ArrayList<>(List.of(Tables.PRODUCTION));
        while (!left.isEmpty()) {
            Table<?> next = left.stream()
                    .filter(table -> table.getReferences().stream()
                            .map(key -> key.getKey().getTable())
                            .noneMatch(other -> left.contains(other) && !other.equals(table)))
                    .findFirst()
                    .orElse(left.getFirst());
            left.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    static Map<String, List<Map<String, Object>>> read(DSLContext sql, String productionId) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        for (Table<?> table : tables()) {
            all.put(
                    table.getName(),
                    sql.selectFrom(table)
                            .where(key(table).eq(productionId))
                            .fetch(row -> new LinkedHashMap<>(row.intoMap())));
        }
        return all;
    }

    /** A row of an archive that an older program wrote, with what the migrations since would have made of it. */
    static Map<String, Object> asOfNow(Table<?> table, Map<String, Object> told) {
        String gone = Tables.CLIP_WORD.GONE.getName();
        Object undone = told.get(Tables.CLIP_WORD.UNDONE.getName());
        if (!table.equals(Tables.CLIP_WORD) || told.containsKey(gone) || undone == null) {
            return told;
        }
        Map<String, Object> row = new LinkedHashMap<>(told);
        row.put(gone, undone);
        return row;
    }

    private static Field<String> key(Table<?> table) {
        String name = table.equals(Tables.PRODUCTION) ? "id" : PRODUCTION_ID;
        return Optional.ofNullable(table.field(name, String.class)).orElseThrow();
    }
}
