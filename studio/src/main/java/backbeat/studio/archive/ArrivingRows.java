package backbeat.studio.archive;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.SQLStateClass;

/** The rows of an archive as they go into the tables, all of them looked at before the first goes in. */
final class ArrivingRows {
    private final Path archive;
    private final Map<Table<?>, List<Record>> rows = new LinkedHashMap<>();

    private ArrivingRows(Path archive) {
        this.archive = archive;
    }

    /** @throws backbeat.engine.problem.ProblemException that names the table and the row that cannot be taken */
    static ArrivingRows of(
            Path archive, NewKeys keys, Map<String, List<Map<String, Object>>> told, List<TableContract<?>> contracts) {
        ArrivingRows arriving = new ArrivingRows(archive);
        for (Table<?> table : ProductionRows.tables()) {
            List<Record> rows = new ArrayList<>();
            for (Map<String, Object> row : told.getOrDefault(table.getName(), List.of())) {
                rows.add(keys.row(table, rows.size() + 1, ProductionRows.asOfNow(table, row)));
            }
            arriving.rows.put(table, rows);
        }
        contracts.forEach(arriving::require);
        return arriving;
    }

    private <R extends Record> void require(TableContract<R> contract) {
        List<R> of = rows.getOrDefault(contract.table(), List.of()).stream()
                .map(row -> row.into(contract.table()))
                .toList();
        contract.faults().apply(of).findFirst().ifPresent(fault -> {
            throw unfit(contract.table(), fault.row(), fault.what());
        });
    }

    void insert(DSLContext sql) {
        rows.forEach((table, all) -> {
            for (int i = 0; i < all.size(); i++) {
                insert(sql, table, i + 1, all.get(i));
            }
        });
    }

    /** Two rows with one key, or one that refers to none that is there, are the archive's fault and not the studio's. */
    private void insert(DSLContext sql, Table<?> table, int number, Record row) {
        try {
            sql.insertInto(table).set(row).execute();
        } catch (DataAccessException e) {
            throw e.sqlStateClass() == SQLStateClass.C23_INTEGRITY_CONSTRAINT_VIOLATION
                    ? unfit(table, number, "It does not fit to other rows.")
                    : e;
        }
    }

    private RuntimeException unfit(Table<?> table, int row, String why) {
        return ArchiveProblems.unfitRow(archive, table.getName(), row, why).asException();
    }
}
