package backbeat.studio.production;

import static backbeat.studio.store.db.Tables.PRODUCTION;

import backbeat.studio.people.Account;
import backbeat.studio.people.Crew;
import backbeat.studio.store.Id;
import backbeat.studio.store.Store;
import backbeat.studio.store.db.tables.records.ProductionRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The productions of a studio. */
public final class Productions {
    /** Stands in a production's folder that came from elsewhere, until its files name this place. */
    public static final String ARRIVED = ".arrived";

    private static final int LONGEST_NAME = 120;

    private final Store store;
    private final Crew crew;
    private final Clock clock;

    public Productions(Store store, Crew crew, Clock clock) {
        this.store = store;
        this.crew = crew;
        this.clock = clock;
    }

    public Production make(String name, String artist, Kind kind, Account by) {
        String id = Id.fresh();
        store.sql()
                .insertInto(PRODUCTION)
                .set(PRODUCTION.ID, id)
                .set(PRODUCTION.NAME, checked("The name", name))
                .set(PRODUCTION.ARTIST, checked("The artist", artist))
                .set(PRODUCTION.KIND, kind.name())
                .set(PRODUCTION.MADE_BY, by.id())
                .set(PRODUCTION.MADE_AT, clock.millis())
                .execute();
        return byId(id).orElseThrow();
    }

    private static String checked(String which, String text) {
        String plain = text.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
        if (plain.isEmpty() || plain.length() > LONGEST_NAME) {
            throw ProductionProblems.name(which, LONGEST_NAME).asException();
        }
        return plain;
    }

    public Optional<Production> byId(String id) {
        return store.sql().selectFrom(PRODUCTION).where(PRODUCTION.ID.eq(id)).fetchOptional(this::production);
    }

    /** What results of a production stand on, told by texts that are others once it has another song, or another folder of footage. */
    public record MadeOf(String song, String footage) {}

    public MadeOf madeOf(String id) {
        return store.sql()
                .select(PRODUCTION.SONG_FILE, PRODUCTION.SONG_AT, PRODUCTION.FOOTAGE_FOLDER)
                .from(PRODUCTION)
                .where(PRODUCTION.ID.eq(id))
                .fetchOptional(row -> new MadeOf(row.value1() + "|" + row.value2(), String.valueOf(row.value3())))
                .orElse(new MadeOf("", ""));
    }

    /** Those that somebody may know of, the newest first. */
    public List<Production> visibleTo(Account account) {
        var all = store.sql().selectFrom(PRODUCTION);
        var visible = account.studioOwner() ? all : all.where(PRODUCTION.ID.in(crew.productionsOf(account)));
        return visible.orderBy(PRODUCTION.MADE_AT.desc()).fetch(this::production);
    }

    /**
     * Takes a song in the place of the one before.
     *
     * @param name of the file, for people
     * @param bytes how many will come; below zero when that is not known
     */
    public void bringSong(Production production, String name, long bytes, InputStream content) {
        try {
            songIs(production, name, new SongUpload(folder(production.id())).take(name, bytes, content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a whole file as the song; it is moved. */
    public void bringSong(Production production, String name, Path whole) {
        try {
            songIs(production, name, new SongUpload(folder(production.id())).take(name, whole));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws backbeat.engine.problem.ProblemException when a file of this name and size is no song */
    public static void requireSong(String name, long bytes) {
        SongUpload.require(name, bytes);
    }

    /** The one before goes last: a killed process must not leave a name without its file. */
    private void songIs(Production production, String name, Path file) throws IOException {
        store.sql()
                .update(PRODUCTION)
                .set(PRODUCTION.SONG_NAME, shown(name))
                .set(PRODUCTION.SONG_FILE, String.valueOf(file.getFileName()))
                .set(PRODUCTION.SONG_AT, clock.millis())
                .where(PRODUCTION.ID.eq(production.id()))
                .execute();
        Production.Song before = production.song();
        if (before != null && !before.file().equals(file)) {
            Files.deleteIfExists(before.file());
        }
    }

    private static String shown(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("\\p{Cntrl}", "").strip();
        return plain.length() > 200 ? plain.substring(plain.length() - 200) : plain;
    }

    /** Names a folder of the server as footage. */
    public void useFootage(Production production, String folder) {
        Path checked = FootageFolder.checked(folder, store.home());
        store.sql()
                .update(PRODUCTION)
                .set(PRODUCTION.FOOTAGE_FOLDER, checked.toString())
                .set(PRODUCTION.FOOTAGE_AT, clock.millis())
                .where(PRODUCTION.ID.eq(production.id()))
                .execute();
    }

    /** Where footage lies that was brought from a browser. */
    public Path ownFootage(String productionId) {
        return folder(productionId).resolve("footage");
    }

    /**
     * Takes a whole file as a clip; it is moved. Brought again, it is not kept twice.
     *
     * @param name clean path below the footage folder
     */
    public void bringClip(Production production, String name, Path whole) {
        requireOwnFootage(production);
        try {
            new BroughtClip(ownFootage(production.id())).take(name, whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        store.sql()
                .update(PRODUCTION)
                .set(PRODUCTION.FOOTAGE_FOLDER, ownFootage(production.id()).toString())
                .set(PRODUCTION.FOOTAGE_AT, clock.millis())
                .where(PRODUCTION.ID.eq(production.id()))
                .execute();
    }

    /** @throws backbeat.engine.problem.ProblemException when the footage is a folder elsewhere, which is only read */
    public void requireOwnFootage(Production production) {
        Path footage = production.footage();
        if (footage != null && !footage.equals(ownFootage(production.id()))) {
            throw ProductionProblems.footageElsewhere(footage.toString()).asException();
        }
    }

    /** Those that came from elsewhere and were not looked at here yet. */
    public List<Production> arrived() {
        return store.sql().selectFrom(PRODUCTION).fetch(this::production).stream()
                .filter(production ->
                        Files.isRegularFile(folder(production.id()).resolve(ARRIVED)))
                .toList();
    }

    public Path folder(String productionId) {
        return store.home().production(productionId);
    }

    private Production production(ProductionRecord row) {
        String song = row.getSongFile();
        String footage = row.getFootageFolder();
        return new Production(
                row.getId(),
                row.getName(),
                row.getArtist(),
                Kind.valueOf(row.getKind()),
                Instant.ofEpochMilli(row.getMadeAt()),
                song == null
                        ? null
                        : new Production.Song(
                                row.getSongName(), folder(row.getId()).resolve(song)),
                footage == null ? null : Path.of(footage));
    }
}
