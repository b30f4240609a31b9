package backbeat.studio.archive;

import static backbeat.studio.store.db.Tables.ACTIVITY;
import static backbeat.studio.store.db.Tables.CLIP_WORD;
import static backbeat.studio.store.db.Tables.COMMENT;
import static backbeat.studio.store.db.Tables.SHOT_LIST;
import static backbeat.studio.store.db.Tables.SONG_CORRECTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backbeat.studio.Archives;
import backbeat.studio.OpenHome;
import backbeat.studio.Told;
import backbeat.studio.production.Activity;
import backbeat.studio.production.Production;
import backbeat.studio.shots.ShotLists;
import backbeat.studio.store.db.DefaultSchema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jooq.Named;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductionArchiveTest {
    private static final byte[] SONG = "as if it were a song".getBytes(StandardCharsets.UTF_8);

    private static final String SHOTS = "{\"list\":{\"shots\":[{\"line\":1,\"name\":\"\",\"where\":\"chorus\","
            + "\"angle\":\"A\",\"clip\":\"\",\"priority\":\"WANT\",\"note\":\"\"}]},\"findings\":[]}";

    @TempDir
    private Path folder;

    private OpenHome one;
    private OpenHome other;
    private Production production;

    @BeforeEach
    void openBoth() throws IOException {
        one = new OpenHome(folder.resolve("one"), Clock.systemUTC());
        other = new OpenHome(folder.resolve("other"), Clock.systemUTC());
        production = one.production();
        one.productions.bringSong(production, "Ä song.wav", SONG.length, new ByteArrayInputStream(SONG));
        new Activity(one.store, Clock.systemUTC()).note(production.id(), one.owner, "brought the song");
        Files.createDirectories(folder.resolve("cards"));
        Files.writeString(folder.resolve("cards/a.mov"), "as if it were a clip");
        one.productions.useFootage(production, folder.resolve("cards").toString());
        one.store
                .sql()
                .insertInto(SONG_CORRECTION)
                .values(
                        production.id(),
                        1,
                        "{\"kind\":\"downbeat\",\"at\":1.5,\"by\":\"hand\"}",
                        "a word",
                        one.owner.id(),
                        5L,
                        false)
                .execute();
        production = one.productions.byId(production.id()).orElseThrow();
    }

    @AfterEach
    void closeBoth() {
        one.close();
        other.close();
    }

    private Path written(boolean withFootage) {
        Path file = folder.resolve("production.zip");
        archive(one).write(production, withFootage, file);
        return file;
    }

    private Production read(Path file) {
        return archive(other).read(file, other.owner);
    }

    @Test
    void aProductionIsTheSameElsewhere() throws IOException {
        Production there = read(written(true));
        assertThat(there.id()).isNotEqualTo(production.id());
        assertThat(there.name()).isEqualTo(production.name());
        Production.Song song = java.util.Objects.requireNonNull(there.song());
        assertThat(song.name()).isEqualTo("Ä song.wav");
        assertThat(Files.readAllBytes(song.file())).isEqualTo(SONG);
        assertThat(java.util.Objects.requireNonNull(there.footage()).resolve("a.mov"))
                .hasContent("as if it were a clip");
        assertThat(other.store.sql().fetchCount(SONG_CORRECTION)).isOne();
        assertThat(new Activity(other.store, Clock.systemUTC()).of(there.id(), 5))
                .extracting(Activity.Entry::done)
                .containsExactly("brought the song (Olga Owner)");
    }

    @Test
    void aFolderOfAnotherMachineIsNotBelieved() {
        assertThat(read(written(false)).footage()).isNull();
    }

    @Test
    void readInTwiceItIsTwoProductions() {
        Path file = written(false);
        read(file);
        read(file);
        assertThat(other.productions.visibleTo(other.owner)).hasSize(2);
        assertThat(other.store.sql().fetchCount(ACTIVITY)).isEqualTo(2);
    }

    @Test
    void howToReachPeopleStaysHere() throws IOException {
        assertThat(new String(Files.readAllBytes(written(false)), StandardCharsets.ISO_8859_1))
                .doesNotContain("owner@example.org");
        try (ArchiveReader archive = ArchiveReader.open(folder.resolve("production.zip"), ProductionArchive.CONTRACT)) {
            assertThat(archive.text("production.json"))
                    .contains("Olga Owner")
                    .doesNotContain("example.org", "plain long enough");
        }
    }

    @Test
    void rowsThatSayTheyBelongElsewhereBelongToTheNewProduction() throws IOException {
        Production victim = other.production();
        read(forged(told -> told.replaceFirst(
                "\"production_id\" : \"" + production.id() + "\"", "\"production_id\" : \"" + victim.id() + "\"")));
        assertThat(other.store.sql().fetchCount(ACTIVITY, ACTIVITY.PRODUCTION_ID.eq(victim.id())))
                .isZero();
    }

    @Test
    void aSongOutsideOfTheProductionIsRefusedAndNothingStays() throws IOException {
        for (String evil : List.of("../../studio.db", "/etc/passwd", "..")) {
            Path file = forged(told -> told.replace("\"song.wav\"", "\"" + evil + "\""));
            assertThatThrownBy(() -> read(file)).satisfies(Told.problem("archive/unfit"));
        }
        assertThat(other.productions.visibleTo(other.owner)).isEmpty();
        assertThat(other.store.home().productions()).doesNotExist();
    }

    @Test
    void anArchiveOfANewerStudioIsRefused() throws IOException {
        Path file = forged(told -> told, List.of(1, 999));
        assertThatThrownBy(() -> read(file)).satisfies(Told.problem("archive/newer"));
    }

    @Test
    void namesThatCouldNotBeReadAgainAreRefusedBeforeAnythingIsWritten() throws IOException {
        Files.writeString(folder.resolve("cards/take 1:2.mov"), "as if it were a clip");
        assertThatThrownBy(() -> written(true))
                .satisfies(Told.problem("archive/name"))
                .hasMessageContaining("take 1:2.mov");
        assertThat(folder.resolve("production.zip")).doesNotExist();
        assertThat(written(false)).exists();
    }

    @Test
    void nonsenseIsRefused() throws IOException {
        for (UnaryOperator<String> nonsense : List.<UnaryOperator<String>>of(
                told -> "{}",
                told -> "[",
                told -> told.replaceFirst("\"id\" : \"" + production.id() + "\"", "\"id\" : \"0123456789\""),
                told -> told.replace("MUSIC_VIDEO", "NOTHING"),
                told -> told.replace("\"name\" : \"Song\"", "\"name\" : [ 1 ]"),
                told -> told.replace("\"name\" : \"Song\"", "\"name\" : \"" + "x".repeat(5000) + "\""))) {
            Path file = forged(nonsense);
            assertThatThrownBy(() -> read(file)).satisfies(Told.problem("archive/unfit"));
        }
    }

    @Test
    void aShotListThatIsNoneIsRefused() throws IOException {
        one.store
                .sql()
                .insertInto(SHOT_LIST)
                .values(production.id(), 1, "brought", SHOTS, one.owner.id(), 5L, false)
                .execute();
        Production there = read(written(false));
        assertThat(new ShotLists(other.store, Clock.systemUTC())
                        .of(there.id())
                        .list()
                        .shots())
                .hasSize(1);
        String row = SHOTS.substring(SHOTS.indexOf('[') + 1, SHOTS.indexOf(']'));
        for (String junk : List.of(
                "no JSON",
                "null",
                "{}",
                "{'list':null,'findings':[]}",
                "{'list':{},'findings':[]}",
                "{'list':{'shots':[null]},'findings':[]}",
                "{'list':{'shots':[]}}",
                "{'list':{'shots':[]},'findings':[{'severity':'NOTE'}]}",
                "{'list':{'shots':[" + (row + ",").repeat(1000) + row + "]},'findings':[]}",
                SHOTS.replace("chorus", "c".repeat(301)))) {
            one.store
                    .sql()
                    .update(SHOT_LIST)
                    .set(SHOT_LIST.CONTENT, junk.replace('\'', '"'))
                    .execute();
            Path file = written(false);
            assertThatThrownBy(() -> read(file)).as(junk).satisfies(Told.problem("archive/unfit"));
        }
        assertThat(other.productions.visibleTo(other.owner)).hasSize(1);
    }

    /** Words that were taken back before the column came cannot come back; those that stand, stand. */
    @Test
    void anArchiveFromBeforeWordsCouldComeBackIsReadAsItsMigrationWouldHave() throws IOException {
        for (int place = 1; place <= 2; place++) {
            one.store
                    .sql()
                    .insertInto(CLIP_WORD)
                    .set(CLIP_WORD.PRODUCTION_ID, production.id())
                    .set(CLIP_WORD.PLACE, place)
                    .set(CLIP_WORD.CLIP, "a.mov")
                    .set(CLIP_WORD.MATTER, "PLACE")
                    .set(CLIP_WORD.SAID, "{\"songTime\":1.0,\"clipTime\":2.0,\"speed\":1.0}")
                    .set(CLIP_WORD.WORDS, "a word")
                    .set(CLIP_WORD.SAID_AT, 5L)
                    .set(CLIP_WORD.UNDONE, place == 2)
                    .set(CLIP_WORD.GONE, false)
                    .execute();
        }
        read(forged(told -> {
            String older = told.replaceAll(",\\s*\"gone\" : false", "").replaceAll("\"gone\" : false,", "");
            assertThat(older).isNotEqualTo(told).doesNotContain("gone");
            return older;
        }));
        assertThat(other.store
                        .sql()
                        .selectFrom(CLIP_WORD)
                        .orderBy(CLIP_WORD.PLACE)
                        .fetch(CLIP_WORD.GONE))
                .containsExactly(false, true);
    }

    /** A table that is neither taken along nor left out on purpose would be lost without a word. */
    @Test
    void everyTableIsTakenAlongOrLeftOutOnPurpose() {
        List<String> others = List.of(
                "account",
                "sign_in",
                "api_token",
                "password_link",
                "second_factor",
                "contact",
                "job_turn",
                "job_unit",
                "scheduled_awaited_units");
        List<String> taken =
                ProductionRows.tables().stream().map(Named::getName).toList();
        assertThat(DefaultSchema.DEFAULT_SCHEMA.getTables().stream().map(Named::getName))
                .filteredOn(name ->
                        !taken.contains(name) && !ProductionRows.OF_THE_STUDIO.contains(name) && !others.contains(name))
                .isEmpty();
        assertThat(taken).contains(COMMENT.getName());
    }

    private static ProductionArchive archive(OpenHome home) {
        return Archives.of(home.store, home.productions, Clock.systemUTC());
    }

    @Test
    void resultsThatAreNotWhatTheyShouldBeAreRefused() throws IOException {
        for (String junk : new String[] {
            "{", "[]", "{\"beats\":null}", "{\"contract\":\"song-map/1\",\"bars\":[{}]}", "{\"beats\":[null]}"
        }) {
            Files.writeString(one.productions.folder(production.id()).resolve("song-map.json"), junk);
            Path file = written(false);
            assertThatThrownBy(() -> read(file)).as(junk).satisfies(Told.problem("archive/unfit"));
        }
        assertThat(other.productions.visibleTo(other.owner)).isEmpty();
    }

    private Path forged(UnaryOperator<String> change) throws IOException {
        return forged(change, List.of(1));
    }

    private Path forged(UnaryOperator<String> change, List<Integer> schema) throws IOException {
        Path file = folder.resolve("forged.zip");
        try (ArchiveReader archive = ArchiveReader.open(written(false), ProductionArchive.CONTRACT);
                OutputStream out = Files.newOutputStream(file)) {
            ArchiveWriter writer = new ArchiveWriter(out);
            writer.text("production.json", change.apply(archive.text("production.json")));
            writer.finish(ProductionArchive.CONTRACT, schema, "2026-01-01T00:00:00Z");
        }
        return file;
    }
}
