package backbeat.studio.archive;

import static backbeat.studio.store.db.Tables.CLIP_WORD;
import static backbeat.studio.store.db.Tables.COMMENT;
import static backbeat.studio.store.db.Tables.CUT_VERSION;
import static backbeat.studio.store.db.Tables.SONG_CORRECTION;
import static backbeat.studio.store.db.Tables.SONG_LYRICS;
import static backbeat.studio.store.db.Tables.TASK;
import static backbeat.studio.store.db.Tables.TASK_NEED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backbeat.engine.cut.CutWishes;
import backbeat.engine.derive.JsonFile;
import backbeat.engine.song.Correction;
import backbeat.studio.Archives;
import backbeat.studio.OpenHome;
import backbeat.studio.Told;
import backbeat.studio.edit.ClipSaid;
import backbeat.studio.edit.ClipWords;
import backbeat.studio.edit.LyricSheet;
import backbeat.studio.edit.SongCorrections;
import backbeat.studio.edit.SongLyrics;
import backbeat.studio.plan.Plan;
import backbeat.studio.plan.Stage;
import backbeat.studio.production.Production;
import backbeat.studio.review.Author;
import backbeat.studio.review.Comments;
import backbeat.studio.review.Note;
import backbeat.studio.store.Store;
import backbeat.studio.store.db.DefaultSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that somebody wrote by hand to do harm: each lie is told with its table and row, and nothing of it comes in. */
class LyingArchiveTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final String LONG = "x".repeat(1 << 20);

    @TempDir
    private Path folder;

    private OpenHome one;
    private OpenHome other;
    private Production production;

    @BeforeEach
    void workOnAProduction() {
        one = new OpenHome(folder.resolve("one"), CLOCK);
        other = new OpenHome(folder.resolve("other"), CLOCK);
        production = one.production();
        String id = production.id();
        new SongCorrections(one.store, CLOCK)
                .say(id, new Correction.Downbeat(1.5, Correction.HAND), "the one", one.owner);
        ClipWords words = new ClipWords(one.store, CLOCK);
        words.place(id, "card/a.mov", new ClipSaid.Place(1, 2, 1), "placed", one.owner);
        words.circle(id, "card/a.mov", true, one.owner);
        LyricSheet sheet = LyricSheet.EMPTY.withText("la la").withTimes(List.of(1.25));
        new SongLyrics(one.store, CLOCK).keep(id, sheet, one.owner);
        new Comments(one.store, CLOCK)
                .say(id, new Comments.Place("f", 25, 1), new Note("here", "0.1,0.2 0.3,0.4"), Author.of(one.owner));
        Plan plan = new Plan(one.store, CLOCK);
        String first = plan.add(id, task("First", List.of()), one.owner, (_, _) -> {});
        plan.add(id, task("Second", List.of(first)), one.owner, (_, _) -> {});
        String wishes = JsonFile.text(CutWishes.NONE);
        one.store
                .sql()
                .insertInto(CUT_VERSION)
                .values(id, 1, null, "READY", "rough cut", "", null, 5L, wishes, wishes)
                .execute();
    }

    private static Plan.Said task(String title, List<String> needs) {
        return new Plan.Said(title, Stage.CUT, "", "2026-03-01", 2, needs);
    }

    @AfterEach
    void closeBoth() {
        one.close();
        other.close();
    }

    private Path written() {
        Path file = folder.resolve("production.zip");
        Archives.of(one.store, one.productions, CLOCK).write(production, false, file);
        return file;
    }

    private Production read(Path file) {
        return Archives.of(other.store, other.productions, CLOCK).read(file, other.owner);
    }

    @Test
    void whatPeopleDidComesInAsItWas() {
        Production there = read(written());
        assertThat(new SongCorrections(other.store, CLOCK).of(there.id()).all())
                .containsExactly(new Correction.Downbeat(1.5, Correction.HAND));
        assertThat(new ClipWords(other.store, CLOCK).of(there.id()).get("card/a.mov"))
                .isEqualTo(new ClipSaid(new ClipSaid.Place(1, 2, 1), false, true, 0));
        assertThat(new SongLyrics(other.store, CLOCK).of(there.id()).sheet().withTime())
                .isOne();
        assertThat(new Comments(other.store, CLOCK).of(there.id()).getFirst().drawing())
                .isEqualTo("0.1,0.2 0.3,0.4");
        assertThat(new Plan(other.store, CLOCK).of(there.id()).getLast().needs())
                .containsExactly(
                        new Plan(other.store, CLOCK).of(there.id()).getFirst().id());
    }

    /** Column by column, what is no value of it. */
    private static Map<TableField<?, ?>, List<Object>> lies() {
        String wishes = "{\"contract\":\"cut-wishes/1\",\"seed\":0,\"locks\":[%s]}";
        return Map.ofEntries(
                Map.entry(
                        SONG_CORRECTION.SAID,
                        List.of(
                                "",
                                "null",
                                "[]",
                                "{}",
                                "{\"kind\":\"downbeat\",\"at\":1}",
                                "{\"kind\":\"downbeat\",\"at\":-1,\"by\":\"hand\"}",
                                "{\"kind\":\"downbeat\",\"at\":1e999,\"by\":\"hand\"}",
                                "{\"kind\":\"java.lang.Object\",\"at\":1,\"by\":\"hand\"}",
                                "{\"kind\":\"taps\",\"times\":[1,2,null,4],\"by\":\"hand\"}",
                                "{\"kind\":\"tempoMap\",\"bars\":null,\"by\":\"hand\"}",
                                "{\"kind\":\"downbeat\",\"at\":1,\"by\":\"hand\",\"deep\":" + "[".repeat(3000)
                                        + "]".repeat(3000) + "}",
                                LONG)),
                Map.entry(SONG_CORRECTION.PLACE, List.of(0, 2, -1, 1e300, "one")),
                Map.entry(SONG_CORRECTION.SAID_AT, List.of("yesterday", 1e30, true)),
                Map.entry(SONG_CORRECTION.UNDONE, List.of("false", 0)),
                Map.entry(
                        CLIP_WORD.SAID,
                        List.of(
                                "",
                                "null",
                                "{}",
                                "{\"songTime\":1e999,\"clipTime\":1,\"speed\":1}",
                                "{\"songTime\":1e300,\"clipTime\":1,\"speed\":1}",
                                "{\"songTime\":1,\"clipTime\":1,\"speed\":0}")),
                Map.entry(CLIP_WORD.MATTER, List.of("STARS", "GUESS", "")),
                Map.entry(CLIP_WORD.CLIP, List.of("", "/etc/passwd", "../../a.mov", "card/../../a.mov")),
                Map.entry(
                        SONG_LYRICS.CONTENT,
                        List.of(
                                "{}",
                                "{\"lines\":[null]}",
                                "{\"lines\":[{\"text\":null}]}",
                                "{\"lines\":[{\"text\":\"la\",\"start\":1e300}]}",
                                "{\"lines\":[{\"text\":\"la\",\"words\":[{\"text\":\"la\",\"start\":1e999}]}]}",
                                "{\"lines\":[" + "{\"text\":\"la\"},".repeat(2000) + "{\"text\":\"la\"}]}")),
                Map.entry(
                        CUT_VERSION.WISHES,
                        List.of(
                                "",
                                "{}",
                                "{\"contract\":\"cut-wishes/2\"}",
                                wishes.formatted("null"),
                                wishes.formatted("{\"clip\":null,\"from\":1,\"to\":2}"),
                                wishes.formatted("{\"clip\":\"a\",\"from\":1,\"to\":1e999}"),
                                wishes.formatted("{\"clip\":\"" + "a".repeat(5 << 20) + "\",\"from\":1,\"to\":2}"))),
                Map.entry(CUT_VERSION.TOLD, List.of("[", "{}")),
                Map.entry(CUT_VERSION.STATE, List.of("DONE")),
                Map.entry(CUT_VERSION.NUMBER, List.of(0, Integer.MAX_VALUE)),
                Map.entry(CUT_VERSION.PARENT, List.of(1, 7, -1)),
                Map.entry(COMMENT.FRAME, List.of(-1, 2.5, 3_000_000_000L)),
                Map.entry(COMMENT.SONG_SECONDS, List.of(-1.0, 1e300, "one")),
                Map.entry(COMMENT.LAST_FRAME, List.of(3)),
                Map.entry(COMMENT.SONG_END, List.of("far")),
                Map.entry(COMMENT.DRAWING, List.of("<svg onload=1>", "9,9")),
                Map.entry(COMMENT.WORDS, List.of("", "a\0b", "x".repeat(4001))),
                Map.entry(TASK.STAGE, List.of("LATER")),
                Map.entry(TASK.TITLE, List.of(" ")),
                Map.entry(TASK.DAYS, List.of(0, 1_000_000)),
                Map.entry(TASK.DUE_ON, List.of("tomorrow", "2026-02-31")),
                Map.entry(TASK.DONE_ON, List.of("", "26-1-1")),
                Map.entry(TASK_NEED.NEEDS_ID, List.of("0".repeat(32))));
    }

    @Test
    void everyLieIsToldWithItsTableAndRowAndNothingComesIn() throws IOException {
        Map<String, Object> told = told();
        int lies = 0;
        for (Map.Entry<TableField<?, ?>, List<Object>> column : lies().entrySet()) {
            Table<?> table = Objects.requireNonNull(column.getKey().getTable());
            for (Object lie : column.getValue()) {
                Object truth = put(told, table, column.getKey(), lie);
                Path file = forged(told);
                assertThatThrownBy(
                                () -> read(file),
                                "%s.%s = %.80s",
                                table.getName(),
                                column.getKey().getName(),
                                lie)
                        .satisfies(Told.problem("archive/unfit"))
                        .hasMessageContaining("Table \"" + table.getName() + "\", row 1");
                put(told, table, column.getKey(), truth);
                lies++;
            }
        }
        assertThat(lies).isGreaterThan(60);
        nothingCameIn();
        read(forged(told));
    }

    @Test
    void rowsThatAreNoneOrContradictEachOtherAreRefused() throws IOException {
        String id = production.id();
        for (Map<String, Object> rows : List.<Map<String, Object>>of(
                Map.of("task", java.util.Arrays.asList((Object) null)),
                java.util.Collections.singletonMap("task", null))) {
            Map<String, Object> told = told();
            rows(told).putAll(rows);
            assertRefused(told, "It tells of no production");
        }
        Map<String, Object> twice = told();
        list(twice, TASK).add(list(twice, TASK).getFirst());
        assertRefused(twice, "Table \"task\", row 3: It does not fit to other rows");
        Map<String, Object> circle = told();
        Map<String, Object> need = list(circle, TASK_NEED).getFirst();
        list(circle, TASK_NEED)
                .add(Map.of("task_id", need.get("needs_id"), "needs_id", need.get("task_id"), "production_id", id));
        assertRefused(circle, "wait for each other in a circle");
        nothingCameIn();
    }

    /** Whoever is in the archive is replaced by who is here: a person whose key is a word would replace that word. */
    @Test
    void aKeyThatIsAWordIsRefused() throws IOException {
        Map<String, Object> people = told();
        people.put("people", Map.of("MUSIC_VIDEO", "Nobody"));
        assertRefused(people, "It tells of no production");
        Map<String, Object> rows = told();
        list(rows, COMMENT).getFirst().put("id", "MUSIC_VIDEO");
        assertRefused(rows, "It tells of no production");
        nothingCameIn();
    }

    private void assertRefused(Map<String, Object> told, String why) throws IOException {
        Path file = forged(told);
        assertThatThrownBy(() -> read(file))
                .satisfies(Told.problem("archive/unfit"))
                .hasMessageContaining(why);
    }

    private void nothingCameIn() {
        assertThat(other.productions.visibleTo(other.owner)).isEmpty();
        for (Table<?> table : DefaultSchema.DEFAULT_SCHEMA.getTables()) {
            if (table.field("production_id") != null) {
                assertThat(other.store.sql().fetchCount(table))
                        .as(table.getName())
                        .isZero();
            }
        }
        assertThat(other.store.home().productions())
                .satisfiesAnyOf(
                        none -> assertThat(none).doesNotExist(),
                        none -> assertThat(none).isEmptyDirectory());
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> told() throws IOException {
        try (ArchiveReader archive = ArchiveReader.open(written(), ProductionArchive.CONTRACT)) {
            return JsonFile.parse(archive.text("production.json"), Map.class);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> rows(Map<String, Object> told) {
        return (Map<String, Object>) Objects.requireNonNull(told.get("rows"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> told, Table<?> table) {
        return (List<Map<String, Object>>) Objects.requireNonNull(rows(told).get(table.getName()));
    }

    /** @return what stood there before */
    private static Object put(Map<String, Object> told, Table<?> table, Field<?> column, Object value) {
        return list(told, table).getFirst().put(column.getName(), value);
    }

    private Path forged(Map<String, Object> told) throws IOException {
        Path file = folder.resolve("forged.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            ArchiveWriter writer = new ArchiveWriter(out);
            writer.text("production.json", JsonFile.text(told));
            writer.finish(ProductionArchive.CONTRACT, List.copyOf(Store.migrations()), "2026-01-01T00:00:00Z");
        }
        return file;
    }
}
