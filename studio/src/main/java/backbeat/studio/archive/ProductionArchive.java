package backbeat.studio.archive;

import static backbeat.studio.store.db.Tables.ACCOUNT;
import static backbeat.studio.store.db.Tables.PRODUCTION;
import static backbeat.studio.store.db.Tables.VERDICT;

import backbeat.engine.derive.JsonFile;
import backbeat.engine.derive.WholeFile;
import backbeat.studio.people.Account;
import backbeat.studio.production.Kind;
import backbeat.studio.production.Production;
import backbeat.studio.production.Productions;
import backbeat.studio.store.Id;
import backbeat.studio.store.Store;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/**
 * One production as an archive of open formats: {@code production.json} with all that people did, and its files as they lie in the home (song, song map, places,
 * cuts for other programs, film). Read in elsewhere, it is a new production there.
 */
public final class ProductionArchive {
    static final String CONTRACT = "production-archive/1";
    private static final String TOLD = "production.json";
    private static final String FILES = "files";
    private static final String FOOTAGE = "footage";

    /**
     * What people did.
     *
     * @param people names by key; how to reach them is not told
     * @param rows by table
     */
    private record Told(
            String contract, String id, Map<String, String> people, Map<String, List<Map<String, Object>>> rows) {}

    private final Store store;
    private final Productions productions;
    private final Clock clock;
    private final Function<String, List<String>> unreadable;
    private final List<TableContract<?>> contracts;

    /**
     * @param unreadable names of a production's results that cannot be read as what they should be
     * @param contracts of the tables' owners
     */
    public ProductionArchive(
            Store store,
            Productions productions,
            Clock clock,
            Function<String, List<String>> unreadable,
            List<TableContract<?>> contracts) {
        this.unreadable = unreadable;
        this.contracts = contracts;
        this.store = store;
        this.productions = productions;
        this.clock = clock;
    }

    /**
     * Writes a production into a file.
     *
     * @param withFootage whether a footage folder outside of the home comes along
     * @param file appears when it is whole; such an archive of before is replaced, and nothing else
     */
    public Backup.Kept write(Production production, boolean withFootage, Path file) {
        ArchiveFile.requireFree(file, CONTRACT);
        Backup.Kept[] kept = new Backup.Kept[1];
        WholeFile.write(file, unfinished -> {
            ArchiveFile.create(unfinished);
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                kept[0] = write(production, withFootage, out);
            }
        });
        return kept[0];
    }

    /** Refuses a production whose files have names that no archive takes, before the first byte is written. */
    public void requireWritable(Production production) throws IOException {
        Set<String> judged = judged(production);
        ArchiveWriter.files(
                FILES, productions.folder(production.id()), file -> ArchiveFile.isMadeAgain(file, 0, judged));
    }

    private Set<String> judged(Production production) {
        return store.sql()
                .selectDistinct(VERDICT.FILM)
                .from(VERDICT)
                .where(VERDICT.PRODUCTION_ID.eq(production.id()))
                .fetchSet(VERDICT.FILM);
    }

    /** The same to whoever takes it. */
    public Backup.Kept write(Production production, boolean withFootage, OutputStream out) throws IOException {
        Path folder = productions.folder(production.id());
        Path footage = production.footage();
        Path outside = withFootage && footage != null && !footage.startsWith(folder) ? footage : null;
        if (outside != null) {
            // Before the first of many gigabytes is written.
            ArchiveWriter.files(FILES + "/" + FOOTAGE, outside, _ -> false);
        }
        requireWritable(production);
        Told told = store.changed(sql -> told(sql, production.id()));
        ArchiveWriter archive = new ArchiveWriter(out);
        archive.text(TOLD, JsonFile.text(told));
        Set<String> judged = judged(production);
        archive.folder(FILES, folder, file -> ArchiveFile.isMadeAgain(file, 0, judged));
        if (outside != null) {
            archive.folder(FILES + "/" + FOOTAGE, outside, _ -> false);
        }
        return Backup.Kept.of(
                archive.finish(CONTRACT, Store.migrations(), clock.instant().toString()));
    }

    private static Told told(DSLContext sql, String id) {
        Map<String, String> people = new LinkedHashMap<>();
        sql.select(ACCOUNT.ID, ACCOUNT.NAME).from(ACCOUNT).forEach(row -> people.put(row.value1(), row.value2()));
        Map<String, List<Map<String, Object>>> rows = ProductionRows.read(sql, id);
        people.keySet().retainAll(named(rows));
        return new Told(CONTRACT, id, people, rows);
    }

    private static Set<Object> named(Map<String, List<Map<String, Object>>> rows) {
        Set<Object> values = new java.util.HashSet<>();
        rows.values().forEach(table -> table.forEach(row -> values.addAll(row.values())));
        return values;
    }

    /**
     * Reads a production in, as a new one.
     *
     * @param by who owns it here
     */
    public Production read(Path file, Account by) {
        return read(file, by, (_, _) -> {});
    }

    /**
     * Reads a production in with something that must be known of it as soon as it is there, and not before.
     *
     * @param along what is written with the key of the production in the same change
     */
    public Production read(Path file, Account by, BiConsumer<DSLContext, String> along) {
        try (ArchiveReader archive = ArchiveReader.open(file, CONTRACT)) {
            Told told = parsed(file, archive.text(TOLD));
            NewKeys keys = new NewKeys(file, accountsHere(), told.people(), by.id());
            told.rows().values().forEach(keys::learn);
            String id = keys.production(told.id());
            ArrivingRows rows = ArrivingRows.of(file, keys, told.rows(), contracts);
            Path folder = productions.folder(id);
            try {
                archive.extract(FILES + "/", folder);
                requireReadable(file, id);
                Files.createFile(folder.resolve(Productions.ARRIVED));
                store.change(sql -> {
                    rows.insert(sql);
                    belong(sql, id, folder, by);
                    along.accept(sql, id);
                });
            } catch (RuntimeException | IOException e) {
                Backup.delete(folder);
                throw e;
            }
            return productions.byId(id).orElseThrow();
        } catch (IOException e) {
            throw ArchiveProblems.cannot(file, String.valueOf(e.getMessage())).asException();
        }
    }

    private void requireReadable(Path file, String id) {
        List<String> wrong = unreadable.apply(id);
        if (!wrong.isEmpty()) {
            throw ArchiveProblems.unfit(file, wrong.getFirst() + " is not what it should be.")
                    .asException();
        }
    }

    private static Told parsed(Path file, String text) {
        try {
            Told told = JsonFile.parse(text, Told.class);
            List<Map<String, Object>> own =
                    told.rows() == null ? List.of() : told.rows().getOrDefault(PRODUCTION.getName(), List.of());
            boolean whole = own.size() == 1
                    && told.id() != null
                    && told.id().equals(own.getFirst().get("id"))
                    && isWhole(told);
            String kind = whole ? String.valueOf(own.getFirst().get("kind")) : "";
            if (Stream.of(Kind.values()).noneMatch(known -> known.name().equals(kind))) {
                throw ArchiveProblems.unfit(file, "It tells of no production.").asException();
            }
            // Whatever folder of whatever server it names: nobody here said that it may be read.
            own.getFirst().remove(PRODUCTION.FOOTAGE_FOLDER.getName());
            return told;
        } catch (IOException e) {
            throw ArchiveProblems.unfit(file, String.valueOf(e.getMessage())).asException();
        }
    }

    /** Jackson leaves out what is not there. Keys are told from words by their form, so nothing else may pass for one. */
    private static boolean isWhole(Told told) {
        return told.people() != null
                && told.people().keySet().stream().allMatch(Id::isOne)
                && told.rows().values().stream()
                        .allMatch(rows -> rows != null
                                && rows.stream()
                                        .allMatch(row -> row != null
                                                && (!(row.get("id") instanceof String id) || Id.isOne(id))));
    }

    private Set<String> accountsHere() {
        return store.sql().select(ACCOUNT.ID).from(ACCOUNT).fetchSet(ACCOUNT.ID);
    }

    private static void belong(DSLContext sql, String id, Path folder, Account by) {
        Path footage = folder.resolve(FOOTAGE);
        sql.update(PRODUCTION)
                .set(PRODUCTION.MADE_BY, by.id())
                .set(PRODUCTION.FOOTAGE_FOLDER, Files.isDirectory(footage) ? footage.toString() : null)
                .where(PRODUCTION.ID.eq(id))
                .execute();
    }
}
