package backbeat.studio.store;

import static backbeat.studio.store.db.Tables.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backbeat.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    @TempDir
    private Path folder;

    @Test
    void aFreshHomeHasItsTablesAndKeepsThemOverAClose() {
        try (Store store = Store.open(new Home(folder))) {
            addAccount(store, "a");
        }
        try (Store store = Store.open(new Home(folder))) {
            assertThat(store.sql().fetchCount(ACCOUNT)).isOne();
        }
    }

    @Test
    void aHomeHasOneOwnerAtATime() {
        try (Store first = Store.open(new Home(folder))) {
            assertThat(first.sql().fetchCount(ACCOUNT)).isZero();
            assertThatThrownBy(() -> Store.open(new Home(folder)))
                    .satisfies(refused -> tells(refused, "store/home-in-use"));
        }
        Store.open(new Home(folder)).close();
    }

    @Test
    void aNewerHomeIsRefusedAndLeftAsItIs() throws IOException {
        try (Store store = Store.open(new Home(folder))) {
            store.sql()
                    .execute(
                            "insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by, execution_time, success) values (99, '99', 'later', 'SQL', 'V99__later.sql', 'x', 1, 1)");
        }
        byte[] before = Files.readAllBytes(folder.resolve("studio.db"));
        assertThatThrownBy(() -> Store.open(new Home(folder))).satisfies(refused -> tells(refused, "store/newer"));
        assertThat(Files.readAllBytes(folder.resolve("studio.db"))).isEqualTo(before);
    }

    @Test
    void anOlderHomeIsCopiedBeforeItIsBroughtUpToDate() {
        try (Store store = Store.open(new Home(folder))) {
            addAccount(store, "a");
            store.sql().execute("drop table review_link");
            store.sql().execute("drop table comment");
            store.sql().execute("delete from flyway_schema_history where version = '5'");
        }
        try (Store store = Store.open(new Home(folder))) {
            assertThat(store.sql().fetchCount(ACCOUNT)).isOne();
            assertThat(store.sql().fetchCount(backbeat.studio.store.db.Tables.COMMENT))
                    .isZero();
        }
        assertThat(folder.resolve("backup/before-version-" + Schema.KNOWN.last() + ".db"))
                .isNotEmptyFile();
    }

    @Test
    void everyMigrationIsKnown() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/backbeat/studio"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".sql"))
                            .map(name -> Integer.valueOf(name.substring(1, name.indexOf('_')))))
                    .containsExactlyInAnyOrderElementsOf(Schema.KNOWN);
        }
    }

    @Test
    void ofSeveralChangesAllOrNoneHappen() {
        try (Store store = Store.open(new Home(folder))) {
            assertThatThrownBy(() -> store.change(sql -> {
                        addAccount(store, "outside", sql);
                        throw new IllegalStateException("in the middle");
                    }))
                    .hasMessageContaining("in the middle");
            assertThat(store.sql().fetchCount(ACCOUNT)).isZero();
        }
    }

    @Test
    void aKeyIsNoPath() {
        assertThatThrownBy(() -> new Home(folder).production("../../etc")).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Home(folder).production(Id.fresh())).startsWithRaw(folder);
    }

    private static void tells(Throwable refused, String code) {
        assertThat(refused)
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .extracting(known -> known.problem().code())
                .isEqualTo(code);
    }

    private static void addAccount(Store store, String id) {
        addAccount(store, id, store.sql());
    }

    private static void addAccount(Store store, String id, org.jooq.DSLContext sql) {
        assertThat(store.home()).isNotNull();
        sql.insertInto(ACCOUNT)
                .set(ACCOUNT.ID, id)
                .set(ACCOUNT.EMAIL, id + "@example.org")
                .set(ACCOUNT.NAME, "A")
                .set(ACCOUNT.PASSWORD, "-")
                .set(ACCOUNT.STUDIO_OWNER, true)
                .set(ACCOUNT.MADE_AT, 1L)
                .execute();
    }
}
