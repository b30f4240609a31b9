package backbeat.studio.archive;

import static backbeat.studio.store.db.Tables.PRODUCTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backbeat.studio.OpenHome;
import backbeat.studio.Told;
import backbeat.studio.production.Production;
import backbeat.studio.review.Author;
import backbeat.studio.review.Verdicts;
import backbeat.studio.store.Home;
import backbeat.studio.store.Store;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

@DisabledIfSystemProperty(
        named = "backbeat.test.database",
        matches = "postgres",
        disabledReason = "PostgreSQL keeps its own copies")
class BackupTest {
    private static final byte[] SONG = "as if it were a song".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("studio.backup");
    }

    private Home fresh() {
        return new Home(folder.resolve("given-back"));
    }

    private Production makeAndKeep() {
        try (OpenHome home = new OpenHome(folder.resolve("home"), Clock.systemUTC())) {
            Production production = home.production();
            home.productions.bringSong(production, "song.wav", SONG.length, new ByteArrayInputStream(SONG));
            Backup.take(home.store.home(), file(), Clock.systemUTC());
            return production;
        }
    }

    @Test
    void aStudioThatIsOpenIsKeptAndGivenBackWithItsFiles() throws IOException {
        Production production = makeAndKeep();
        assertThat(Backup.restore(file(), fresh()).files()).isEqualTo(2);
        assertThat(Files.readAllBytes(fresh().production(production.id()).resolve("song.wav")))
                .isEqualTo(SONG);
        try (Store store = Store.open(fresh())) {
            assertThat(store.sql().fetchCount(backbeat.studio.store.db.Tables.PRODUCTION))
                    .isOne();
        }
    }

    @Test
    void whatIsWrittenMeanwhileNeverBreaksACopy() throws Exception {
        try (OpenHome home = new OpenHome(folder.resolve("home"), Clock.systemUTC())) {
            AtomicBoolean over = new AtomicBoolean();
            Production busy = home.production();
            home.productions.bringSong(busy, "song.wav", SONG.length, new ByteArrayInputStream(SONG));
            Thread writer = Thread.ofPlatform().start(() -> {
                for (int i = 0; !over.get(); i++) {
                    home.productions.bringSong(
                            home.productions.byId(busy.id()).orElseThrow(),
                            "song." + (i % 2 == 0 ? "mp3" : "wav"),
                            SONG.length,
                            new ByteArrayInputStream(SONG));
                    LockSupport.parkNanos(20_000_000);
                }
            });
            for (int i = 0; i < 5; i++) {
                Path kept = folder.resolve("copy-" + i);
                Backup.take(home.store.home(), kept, Clock.systemUTC());
                Home back = new Home(folder.resolve("back-" + i));
                Backup.restore(kept, back);
                String song = DatabaseCopy.songsIn(back.database()).getFirst();
                assertThat(back.productions().resolve(song)).isRegularFile();
            }
            over.set(true);
            writer.join();
        }
    }

    @Test
    void aHomeThatIsNotEmptyIsLeftAsItIs() throws IOException {
        makeAndKeep();
        Files.createDirectories(fresh().folder());
        Files.writeString(fresh().folder().resolve("mine.txt"), "mine");
        assertThatThrownBy(() -> Backup.restore(file(), fresh())).satisfies(Told.problem("archive/home-not-empty"));
        assertThat(fresh().folder()).isDirectoryContaining("glob:**mine.txt");
    }

    @Test
    void aFileThatLostItsEndIsRefused() throws IOException {
        makeAndKeep();
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), java.util.Arrays.copyOf(whole, whole.length - 40));
        refused("archive/damaged");
    }

    @Test
    void aFileWithAChangedByteIsRefused() throws IOException {
        makeAndKeep();
        rewrite(text -> text.replaceFirst("\"sha256\" : \"..", "\"sha256\" : \"zz"), "studio.db");
        refused("archive/damaged");
    }

    @Test
    void aNewerBackupIsRefused() throws IOException {
        makeAndKeep();
        rewrite(text -> text.replaceFirst("\"schema\" : \\[", "\"schema\" : [ 999,"), "studio.db");
        refused("archive/newer");
    }

    @Test
    void anotherArchiveIsNoBackup() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file()))) {
            zip.putNextEntry(new ZipEntry("a.txt"));
        }
        refused("archive/damaged");
        Files.delete(file());
        makeAndKeep();
        rewrite(text -> text.replace(Backup.CONTRACT, ProductionArchive.CONTRACT), "studio.db");
        refused("archive/another");
    }

    @Test
    void namesThatLeaveTheHomeAreRefusedBeforeAnythingIsWritten() throws IOException {
        for (String name :
                List.of("../evil", "/etc/evil", "a/../../evil", "..\\\\evil", "C:/evil", "a//b", ".ssh/key", "")) {
            makeAndKeep();
            rewrite(text -> text.replace("\"studio.db\"", "\"" + name + "\""), name.replace("\\\\", "\\"));
            refused("archive/hostile");
            Files.delete(file());
            Backup.delete(folder.resolve("home"));
        }
        assertThat(folder.resolve("evil")).doesNotExist();
    }

    @Test
    void footageInTheHomeIsFoundInTheNewOneAndWhatIsMadeOfItIsNotKept() throws IOException {
        Production elsewhere;
        Production brought;
        try (OpenHome home = new OpenHome(folder.resolve("home"), Clock.systemUTC())) {
            brought = home.production();
            Path clip = Files.writeString(folder.resolve("brought.mov"), "as if it were a clip");
            home.productions.bringClip(brought, "proxies/a.mov", clip);
            for (String made : List.of(
                    "proxies/x.mp4",
                    "pictures/0.jpg",
                    "song-map.json",
                    "films/f1.mp4",
                    "films/f1.json",
                    "films/f2.mp4")) {
                Path file = home.productions.folder(brought.id()).resolve(made);
                Files.createDirectories(file.getParent());
                Files.writeString(file, "made");
            }
            new Verdicts(home.store, Clock.systemUTC()).say(brought.id(), "f1", 1, true, "", Author.of(home.owner));
            elsewhere = home.production();
            Files.createDirectories(folder.resolve("cards"));
            home.productions.useFootage(elsewhere, folder.resolve("cards").toString());
            Backup.take(home.store.home(), file(), Clock.systemUTC());
        }
        Backup.delete(folder.resolve("home"));
        Backup.restore(file(), fresh());
        assertThat(fresh().production(brought.id()).resolve("song-map.json")).exists();
        assertThat(fresh().production(brought.id()).resolve("proxies")).doesNotExist();
        assertThat(fresh().production(brought.id()).resolve("pictures")).doesNotExist();
        assertThat(fresh().production(brought.id()).resolve("films"))
                .as("a film that was approved cannot be made again")
                .isDirectoryContaining("glob:**f1.mp4")
                .isDirectoryContaining("glob:**f1.json")
                .isDirectoryNotContaining("glob:**f2.mp4");
        try (Store store = Store.open(fresh())) {
            assertThat(footage(store, brought))
                    .isEqualTo(fresh().production(brought.id()).resolve("footage"));
            assertThat(footage(store, brought).resolve("proxies/a.mov")).hasContent("as if it were a clip");
            assertThat(footage(store, elsewhere))
                    .isEqualTo(folder.resolve("cards").toRealPath());
        }
    }

    private static Path footage(Store store, Production of) {
        return Path.of(java.util.Objects.requireNonNull(store.sql()
                .select(PRODUCTION.FOOTAGE_FOLDER)
                .from(PRODUCTION)
                .where(PRODUCTION.ID.eq(of.id()))
                .fetchOne(PRODUCTION.FOOTAGE_FOLDER)));
    }

    @Test
    void onlyWhatAStudioKeepsIsTaken() throws IOException {
        makeAndKeep();
        rewrite(text -> text.replaceFirst("productions/[^\"]*", "work/ffmpeg"), "studio.db");
        Backup.restore(file(), fresh());
        assertThat(fresh().work()).doesNotExist();
    }

    @Test
    void sizesThatNoNumberHoldsAreRefused() throws IOException {
        makeAndKeep();
        rewrite(text -> text.replaceAll("\"bytes\" : [0-9]+", "\"bytes\" : " + Long.MAX_VALUE), "studio.db");
        refused("archive/damaged");
    }

    @Test
    void aBackupReplacesABackupAndNothingElseAndIsReadByItsOwnerAlone() throws IOException {
        makeAndKeep();
        assertThat(Files.getPosixFilePermissions(file())).hasToString("[OWNER_READ, OWNER_WRITE]");
        try (Store store = Store.visit(new Home(folder.resolve("home")))) {
            Home home = store.home();
            Backup.take(home, file(), Clock.systemUTC());
            Path thesis = Files.writeString(folder.resolve("thesis.odt"), "years of work");
            assertThatThrownBy(() -> Backup.take(home, thesis, Clock.systemUTC()))
                    .satisfies(Told.problem("archive/would-replace"));
            assertThat(thesis).hasContent("years of work");
        }
    }

    private void refused(String code) {
        assertThatThrownBy(() -> Backup.restore(file(), fresh())).satisfies(Told.problem(code));
        assertThat(fresh().folder()).doesNotExist();
    }

    /** Writes the archive again with another list of files, and its database under another name. */
    private void rewrite(UnaryOperator<String> manifest, String database) throws IOException {
        Path changed = folder.resolve("changed");
        try (ZipFile in = new ZipFile(file().toFile());
                OutputStream to = Files.newOutputStream(changed);
                ZipOutputStream out = new ZipOutputStream(to)) {
            for (ZipEntry entry : in.stream().toList()) {
                byte[] content = in.getInputStream(entry).readAllBytes();
                boolean list = entry.getName().equals(Manifest.NAME);
                out.putNextEntry(new ZipEntry(entry.getName().equals("studio.db") ? database : entry.getName()));
                out.write(
                        list
                                ? manifest.apply(new String(content, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
            }
        }
        Files.move(changed, file(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
