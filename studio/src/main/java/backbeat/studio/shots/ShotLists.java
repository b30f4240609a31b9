package backbeat.studio.shots;

import static backbeat.studio.store.db.Tables.SHOT_LIST;

import backbeat.engine.derive.JsonFile;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.Problem;
import backbeat.engine.shotlist.PlannedShot;
import backbeat.engine.shotlist.ShotList;
import backbeat.engine.shotlist.ShotListFile;
import backbeat.studio.people.Account;
import backbeat.studio.store.Store;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The shot lists of productions. Each change is made on what somebody saw; the last one can be taken back. */
public final class ShotLists {
    private static final int MOST_ROWS = 1_000;
    private static final int LONGEST_CELL = 300;
    private static final int LONGEST_WORDS = 300;
    /** Each holds the whole list. */
    private static final int MOST_REVISIONS = 100;

    /**
     * A list as it was left.
     *
     * @param revision that rises with every change; 0 while there is none
     * @param words of the change that made it
     * @param findings of the table that it was read from
     */
    public record Kept(int revision, String words, ShotList list, List<Finding> findings) {}

    private record Content(ShotList list, List<Finding> findings) {
        static final Content NONE = new Content(ShotList.NONE, List.of());

        static Content of(String text) throws IOException {
            Content content = JsonFile.parse(text, Content.class);
            if (content == null || !content.isWhole()) {
                throw new IOException("no shot list");
            }
            return content;
        }

        /** Jackson leaves out what is not there. */
        private boolean isWhole() {
            return Stream.of(list, findings).allMatch(Objects::nonNull)
                    && findings.stream().allMatch(Content::isWhole);
        }

        private static boolean isWhole(@Nullable Finding finding) {
            return finding != null
                    && Stream.of(finding.severity(), finding.problem()).allMatch(Objects::nonNull)
                    && Stream.of(finding.problem().where(), finding.problem().cause())
                            .allMatch(Objects::nonNull);
        }
    }

    private final Store store;
    private final Clock clock;

    public ShotLists(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public Kept of(String productionId) {
        return of(store.sql(), productionId);
    }

    private static Kept of(DSLContext sql, String productionId) {
        return sql.selectFrom(SHOT_LIST)
                .where(SHOT_LIST.PRODUCTION_ID.eq(productionId))
                .and(SHOT_LIST.UNDONE.isFalse())
                .orderBy(SHOT_LIST.REVISION.desc())
                .limit(1)
                .fetchOptional(row -> kept(row.getRevision(), row.getWords(), row.getContent()))
                .orElse(new Kept(0, "", ShotList.NONE, List.of()));
    }

    private static Kept kept(int revision, String words, String text) {
        Content content = content(text);
        return new Kept(revision, words, content.list(), content.findings());
    }

    private static Content content(String text) {
        try {
            return Content.of(text);
        } catch (IOException fromElsewhere) {
            return Content.NONE;
        }
    }

    /** Whether a text that comes from elsewhere is a list as it is kept here. */
    public static boolean isList(String text) {
        try {
            return !isTooLarge(Content.of(text).list());
        } catch (IOException junk) {
            return false;
        }
    }

    public void add(String productionId, int seen, PlannedShot shot, Account by) {
        change(productionId, seen, "added " + words(shot), by, rows -> rows.add(shot));
    }

    public void change(String productionId, int seen, int row, PlannedShot shot, Account by) {
        change(productionId, seen, "changed " + words(shot), by, rows -> rows.set(there(row, rows), shot));
    }

    public void remove(String productionId, int seen, int row, Account by) {
        change(productionId, seen, "removed row " + (row + 1), by, rows -> rows.remove(there(row, rows)));
    }

    /**
     * A table takes the place of the list.
     *
     * @throws backbeat.engine.problem.ProblemException when it is no shot list
     */
    public void bring(String productionId, byte[] table, Account by) {
        ShotListFile.Reading read = ShotListFile.read(table, "");
        store.change(sql -> keep(
                sql,
                productionId,
                "brought " + read.list().shots().size() + " rows",
                read.list(),
                read.findings(),
                by));
    }

    private static String words(PlannedShot shot) {
        return shot.where() + (shot.picture().isEmpty() ? "" : ": " + shot.picture());
    }

    private static int there(int row, List<PlannedShot> rows) {
        if (row < 0 || row >= rows.size()) {
            throw changedMeanwhile();
        }
        return row;
    }

    private static RuntimeException changedMeanwhile() {
        return new Problem(
                        "shots/changed",
                        "Somebody changed the shot list meanwhile.",
                        "",
                        "",
                        "Load the page again, then make the change on what you see.")
                .asException();
    }

    private void change(String productionId, int seen, String words, Account by, Consumer<List<PlannedShot>> change) {
        store.change(sql -> {
            Kept now = of(sql, productionId);
            if (now.revision() != seen) {
                throw changedMeanwhile();
            }
            List<PlannedShot> rows = new ArrayList<>(now.list().shots());
            change.accept(rows);
            keep(sql, productionId, words, new ShotList(rows), List.of(), by);
        });
    }

    private void keep(
            DSLContext sql, String productionId, String words, ShotList list, List<Finding> findings, Account by) {
        if (isTooLarge(list)) {
            throw new Problem(
                            "shots/too-large",
                            "The shot list is too large.",
                            "",
                            "",
                            "Keep it to 1,000 rows, with 300 characters in a field.")
                    .asException();
        }
        int revision = 1
                + Objects.requireNonNullElse(
                        sql.select(DSL.max(SHOT_LIST.REVISION))
                                .from(SHOT_LIST)
                                .where(SHOT_LIST.PRODUCTION_ID.eq(productionId))
                                .fetchOne(0, Integer.class),
                        0);
        sql.deleteFrom(SHOT_LIST)
                .where(SHOT_LIST.PRODUCTION_ID.eq(productionId))
                .and(SHOT_LIST.REVISION.le(revision - MOST_REVISIONS))
                .execute();
        sql.insertInto(SHOT_LIST)
                .set(SHOT_LIST.PRODUCTION_ID, productionId)
                .set(SHOT_LIST.REVISION, revision)
                .set(SHOT_LIST.WORDS, words.substring(0, Math.min(LONGEST_WORDS, words.length())))
                .set(SHOT_LIST.CONTENT, JsonFile.text(new Content(list.numbered(), findings)))
                .set(SHOT_LIST.ACCOUNT_ID, by.id())
                .set(SHOT_LIST.SAID_AT, clock.millis())
                .set(SHOT_LIST.UNDONE, false)
                .execute();
    }

    private static boolean isTooLarge(ShotList list) {
        return list.shots().size() > MOST_ROWS || list.shots().stream().anyMatch(ShotLists::isTooLong);
    }

    private static boolean isTooLong(PlannedShot shot) {
        return List.of(shot.name(), shot.where(), shot.angle(), shot.clip(), shot.note()).stream()
                .anyMatch(cell -> cell.length() > LONGEST_CELL);
    }

    /**
     * Takes the last change back.
     *
     * @param seen the revision that it made
     */
    public void undo(String productionId, int seen) {
        int undone = store.changed(sql -> of(sql, productionId).revision() == seen
                ? sql.update(SHOT_LIST)
                        .set(SHOT_LIST.UNDONE, true)
                        .where(SHOT_LIST.PRODUCTION_ID.eq(productionId))
                        .and(SHOT_LIST.REVISION.eq(seen))
                        .execute()
                : 0);
        if (undone == 0) {
            throw changedMeanwhile();
        }
    }
}
