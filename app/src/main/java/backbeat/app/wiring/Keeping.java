package backbeat.app.wiring;

import backbeat.app.web.BcryptPasswords;
import backbeat.engine.problem.Problem;
import backbeat.studio.Archives;
import backbeat.studio.archive.Backup;
import backbeat.studio.archive.ProductionArchive;
import backbeat.studio.edit.Step;
import backbeat.studio.jobs.Jobs;
import backbeat.studio.people.Account;
import backbeat.studio.people.Accounts;
import backbeat.studio.people.Crew;
import backbeat.studio.people.StartCode;
import backbeat.studio.production.Production;
import backbeat.studio.production.Productions;
import backbeat.studio.store.Home;
import backbeat.studio.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A studio kept in a file and given back; single productions taken out and read in. All of it may be done while the studio is served. */
public final class Keeping {
    private static final Clock CLOCK = Clock.systemUTC();

    private Keeping() {}

    /** @param home null for the usual one */
    public static String backup(@Nullable Path home, Path file) {
        return told(Backup.take(home(home), file, CLOCK), file);
    }

    public static String restore(Path file, @Nullable Path home) {
        Home into = home(home);
        Backup.Kept kept = Backup.restore(file, into);
        return told(kept, into.folder());
    }

    private static Home home(@Nullable Path home) {
        return StudioPlace.of(home, System.getenv());
    }

    private static String told(Backup.Kept kept, Path place) {
        return String.format(
                Locale.ROOT,
                "%d %s, %.1f MB: %s",
                kept.files(),
                kept.files() == 1 ? "file" : "files",
                kept.bytes() / 1e6,
                place);
    }

    /** A line for each production. */
    public static List<String> productions(@Nullable Path home) {
        try (Visit visit = new Visit(home(home))) {
            return visit.productions.visibleTo(visit.owner()).stream()
                    .map(production -> production.id() + "  " + production.name() + " · " + production.artist())
                    .toList();
        }
    }

    /** @param which key or name of the production */
    public static String exported(@Nullable Path home, String which, Path file, boolean withFootage) {
        try (Visit visit = new Visit(home(home))) {
            Production production = visit.named(which);
            return told(visit.archive().write(production, withFootage, file), file);
        }
    }

    public static String imported(@Nullable Path home, Path file) {
        try (Visit visit = new Visit(home(home))) {
            Production production = visit.archive().read(file, visit.owner());
            if (production.hasFootage()) {
                Jobs.leave(visit.store, CLOCK, production.id(), Step.INGEST.key());
            }
            return production.id() + "  " + production.name() + " · " + production.artist();
        }
    }

    /** A look into a home that may be served at the same time. */
    private static final class Visit implements AutoCloseable {
        private final Store store;
        private final Accounts accounts;
        private final Productions productions;

        Visit(Home home) {
            store = Store.visit(home);
            accounts = new Accounts(store, new BcryptPasswords(), StartCode.fresh(), CLOCK);
            productions = new Productions(store, new Crew(store, accounts, CLOCK), CLOCK);
        }

        ProductionArchive archive() {
            return Archives.of(store, productions, CLOCK);
        }

        Account owner() {
            return accounts.all().stream()
                    .filter(Account::studioOwner)
                    .findFirst()
                    .orElseThrow(() -> new Problem(
                                    "production/no-owner",
                                    "This studio has no owner yet.",
                                    store.home().folder().toString(),
                                    "",
                                    "Open it with \"backbeat serve\" and make the first account.")
                            .asException());
        }

        Production named(String which) {
            List<Production> found = productions.visibleTo(owner()).stream()
                    .filter(production ->
                            production.id().equals(which) || production.name().equals(which))
                    .toList();
            if (found.size() != 1) {
                throw new Problem(
                                "production/which",
                                found.isEmpty()
                                        ? "There is no such production."
                                        : "Several productions have this name.",
                                which,
                                "",
                                "Name it by its key: \"backbeat production list\" shows them.")
                        .asException();
            }
            return found.getFirst();
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
