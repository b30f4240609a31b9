package backbeat.studio.archive;

import static backbeat.studio.store.db.Tables.PRODUCTION;

import backbeat.engine.derive.WholeFile;
import backbeat.studio.production.Productions;
import backbeat.studio.store.Home;
import backbeat.studio.store.Store;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A whole studio in one file: its database as of one moment, and the files of its productions. What is computed is left out, since it can be made again.
 */
public final class Backup {
    static final String CONTRACT = "studio-backup/1";
    private static final String DATABASE = "studio.db";
    private static final String PRODUCTIONS = "productions";
    private static final String FOOTAGE = "footage";
    private static final int TRIES = 8;

    /** What an archive holds. */
    public record Kept(int files, long bytes) {
        static Kept of(Manifest manifest) {
            return new Kept(manifest.files().size(), manifest.bytes());
        }
    }

    private Backup() {}

    /**
     * Keeps a studio, also one that is being served.
     *
     * @param file written aside and put in place when it is whole; a backup of before is replaced, and nothing else
     */
    public static Kept take(Home home, Path file, Clock clock) {
        ArchiveFile.requireFree(file, CONTRACT);
        Kept[] kept = new Kept[1];
        try (Store store = Store.visit(home)) {
            WholeFile.write(file, unfinished -> kept[0] = write(store, unfinished, clock));
        }
        return kept[0];
    }

    /**
     * The database is copied first and the files after it: they are only ever added or replaced as a whole. When a song was replaced by one of another name in
     * between, the copy names a file that is gone, and all is done again.
     */
    private static Kept write(Store store, Path unfinished, Clock clock) throws IOException {
        Path snapshot = Files.createTempDirectory(unfinished.toAbsolutePath().getParent(), ".backbeat-backup");
        try {
            ArchiveFile.create(unfinished);
            for (int tried = 1; ; tried++) {
                store.snapshot(snapshot.resolve(DATABASE));
                List<String> songs = DatabaseCopy.songsIn(snapshot.resolve(DATABASE));
                Set<String> judged = Set.copyOf(DatabaseCopy.judgedIn(snapshot.resolve(DATABASE)));
                try (OutputStream out = Files.newOutputStream(unfinished)) {
                    ArchiveWriter archive = new ArchiveWriter(out);
                    archive.file(DATABASE, snapshot.resolve(DATABASE));
                    archive.folder(
                            PRODUCTIONS, store.home().productions(), file -> ArchiveFile.isMadeAgain(file, 1, judged));
                    boolean whole = songs.stream().allMatch(song -> archive.has(PRODUCTIONS + "/" + song));
                    Manifest manifest = archive.finish(
                            CONTRACT, Store.migrations(), clock.instant().toString());
                    if (whole) {
                        return Kept.of(manifest);
                    }
                    if (tried == TRIES) {
                        throw ArchiveProblems.busy(store.home().folder()).asException();
                    }
                }
            }
        } finally {
            delete(snapshot);
        }
    }

    /** Gives a studio back into a home that is not there or empty. Until all of it is there and sound, nothing is. */
    public static Kept restore(Path file, Home home) {
        try {
            requireEmpty(home.folder());
            Path parent = home.folder().getParent();
            if (parent == null) {
                throw ArchiveProblems.notEmpty(home.folder()).asException();
            }
            Files.createDirectories(parent);
            Path aside = parent.resolve("." + home.folder().getFileName() + ".restoring");
            delete(aside);
            try (ArchiveReader archive = ArchiveReader.open(file, CONTRACT)) {
                Store.make(new Home(aside));
                archive.extract(PRODUCTIONS + "/", aside.resolve(PRODUCTIONS));
                for (Path production : folders(aside.resolve(PRODUCTIONS))) {
                    Files.createFile(production.resolve(Productions.ARRIVED));
                }
                archive.extractFile(DATABASE, aside.resolve(DATABASE));
                requireSound(file, new Home(aside));
                settle(new Home(aside), home);
                Files.deleteIfExists(home.folder());
                Files.move(aside, home.folder());
                return Kept.of(archive.manifest());
            } finally {
                delete(aside);
            }
        } catch (IOException e) {
            throw ArchiveProblems.cannot(home.folder(), String.valueOf(e.getMessage()))
                    .asException();
        }
    }

    private static List<Path> folders(Path of) throws IOException {
        try (Stream<Path> inside = Files.list(of)) {
            return inside.filter(Files::isDirectory).toList();
        }
    }

    private static void requireSound(Path file, Home home) throws IOException {
        if (!Files.isRegularFile(home.database()) || !DatabaseCopy.isSound(home.database())) {
            throw ArchiveProblems.damaged(file, "Its database is not sound.").asException();
        }
    }

    /** Footage that lies in the home is named by its whole path, and the home may stand elsewhere now. */
    private static void settle(Home aside, Home home) {
        try (Store store = Store.open(aside)) {
            store.change(sql -> sql.select(PRODUCTION.ID, PRODUCTION.FOOTAGE_FOLDER)
                    .from(PRODUCTION)
                    .where(PRODUCTION.FOOTAGE_FOLDER.isNotNull())
                    .forEach(row -> {
                        String inHome = "/" + PRODUCTIONS + "/" + row.value1() + "/" + FOOTAGE;
                        if (row.value2().replace('\\', '/').endsWith(inHome)) {
                            Path now = home.production(row.value1()).resolve(FOOTAGE);
                            sql.update(PRODUCTION)
                                    .set(PRODUCTION.FOOTAGE_FOLDER, now.toString())
                                    .where(PRODUCTION.ID.eq(row.value1()))
                                    .execute();
                        }
                    }));
        }
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                throw ArchiveProblems.notEmpty(folder).asException();
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
