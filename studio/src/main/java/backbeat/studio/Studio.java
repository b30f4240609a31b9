package backbeat.studio;

import backbeat.engine.Backbeat;
import backbeat.engine.derive.Work;
import backbeat.engine.problem.Problem;
import backbeat.studio.archive.ProductionArchive;
import backbeat.studio.edit.ClipWords;
import backbeat.studio.edit.Cuts;
import backbeat.studio.edit.Edits;
import backbeat.studio.edit.EngineSteps;
import backbeat.studio.edit.Results;
import backbeat.studio.edit.ReturnedCuts;
import backbeat.studio.edit.SongCorrections;
import backbeat.studio.edit.SongLyrics;
import backbeat.studio.edit.Step;
import backbeat.studio.jobs.Jobs;
import backbeat.studio.people.Accounts;
import backbeat.studio.people.Contacts;
import backbeat.studio.people.Crew;
import backbeat.studio.people.OneTimeCodes;
import backbeat.studio.people.PasswordHash;
import backbeat.studio.people.PasswordLinks;
import backbeat.studio.people.SignIns;
import backbeat.studio.people.StartCode;
import backbeat.studio.people.Tokens;
import backbeat.studio.plan.Plan;
import backbeat.studio.production.Activity;
import backbeat.studio.production.Productions;
import backbeat.studio.review.Comments;
import backbeat.studio.review.Mentions;
import backbeat.studio.review.ReviewLinks;
import backbeat.studio.review.Verdicts;
import backbeat.studio.shots.ShotLists;
import backbeat.studio.store.Home;
import backbeat.studio.store.Store;
import backbeat.studio.upload.Uploads;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;

/** An open studio. Everything in it may be shared by threads. */
public record Studio(
        Store store,
        StartCode startCode,
        Accounts accounts,
        SignIns signIns,
        OneTimeCodes codes,
        PasswordLinks passwordLinks,
        Tokens tokens,
        Contacts contacts,
        Crew crew,
        Productions productions,
        Activity activity,
        Uploads uploads,
        Plan plan,
        SongCorrections corrections,
        ClipWords clipWords,
        SongLyrics lyrics,
        ShotLists shots,
        EngineSteps steps,
        Jobs jobs,
        Edits edits,
        Comments comments,
        Mentions mentions,
        Verdicts verdicts,
        ReviewLinks links,
        Clock clock)
        implements AutoCloseable {
    /** So that hearing a correction need not wait for a film, nor for proxies of a whole day. */
    private static final int JOBS_AT_ONCE = 3;

    /**
     * Opens the studio of a home.
     *
     * @param engine opens the engine in a work folder; asked when the first step needs it
     * @throws backbeat.engine.problem.ProblemException when the home is another process's, newer than this program, or cannot be written
     */
    public static Studio open(Path home, PasswordHash passwords, Function<Path, Backbeat> engine, Clock clock) {
        return open(new Home(home), passwords, engine, clock, JOBS_AT_ONCE);
    }

    /** @param jobsAtOnce zero leaves all work to workers */
    public static Studio open(
            Home home, PasswordHash passwords, Function<Path, Backbeat> engine, Clock clock, int jobsAtOnce) {
        Store store = Store.open(home);
        StartCode code = StartCode.fresh();
        OneTimeCodes codes = new OneTimeCodes(store, clock);
        Accounts accounts = new Accounts(store, passwords, code, clock);
        Crew crew = new Crew(store, accounts, clock);
        Productions productions = new Productions(store, crew, clock);
        SongCorrections corrections = new SongCorrections(store, clock);
        ClipWords words = new ClipWords(store, clock);
        Supplier<Backbeat> once = once(() -> engine.apply(store.home().work()));
        EngineSteps steps = new EngineSteps(once, productions, corrections, words, store, clock);
        Jobs jobs = Jobs.open(store, steps, clock, jobsAtOnce, new Work.Limits(coresForWork()));
        Comments comments = new Comments(store, clock);
        if (!store.isShared()) {
            steps.cuts().afterStart().forEach(id -> jobs.ask(id, Step.CUT.key(), null));
        }
        Edits edits = new Edits(jobs, corrections, words, steps.cuts(), steps::results, clock);
        productions.arrived().forEach(edits::arrived);
        return new Studio(
                store,
                code,
                accounts,
                new SignIns(store, accounts, codes, clock),
                codes,
                new PasswordLinks(store, accounts, clock),
                new Tokens(store, clock),
                new Contacts(store),
                crew,
                productions,
                new Activity(store, clock),
                new Uploads(store, clock),
                new Plan(store, clock),
                corrections,
                words,
                new SongLyrics(store, clock),
                new ShotLists(store, clock),
                steps,
                jobs,
                edits,
                comments,
                new Mentions(store, clock, comments),
                new Verdicts(store, clock),
                new ReviewLinks(store, clock),
                clock);
    }

    /**
     * Works on the jobs of a studio that another process serves, until it is closed.
     *
     * @throws backbeat.engine.problem.ProblemException when its database is for one process alone
     */
    public static Working work(Home home, Function<Path, Backbeat> engine, Clock clock, int jobsAtOnce) {
        Store store = Store.visit(home);
        if (!store.isShared()) {
            store.close();
            throw new Problem(
                            "jobs/not-shared",
                            "Workers need a studio whose database is PostgreSQL.",
                            home.folder().toString(),
                            "Its database is a file in its home, for one process.",
                            "Set BACKBEAT_DATABASE for the server and for each worker, and give them the same home folder.")
                    .asException();
        }
        Accounts accounts = new Accounts(store, nobody(), StartCode.fresh(), clock);
        Productions productions = new Productions(store, new Crew(store, accounts, clock), clock);
        Supplier<Backbeat> once = once(() -> engine.apply(store.home().work()));
        EngineSteps steps = new EngineSteps(
                once, productions, new SongCorrections(store, clock), new ClipWords(store, clock), store, clock);
        int cores = Runtime.getRuntime().availableProcessors();
        return new Working(store, Jobs.open(store, steps, clock, jobsAtOnce, new Work.Limits(cores)));
    }

    /** A process that works and serves nobody. */
    public record Working(Store store, Jobs jobs) implements AutoCloseable {
        @Override
        public void close() {
            jobs.close();
            store.close();
        }
    }

    /** A worker lets nobody in. */
    private static PasswordHash nobody() {
        return new PasswordHash() {
            @Override
            public String hash(String password) {
                throw new IllegalStateException("a worker makes no accounts");
            }

            @Override
            public boolean fits(String password, String hash) {
                return false;
            }
        };
    }

    /** One core is left for those who look at pages. */
    private static int coresForWork() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }

    private static <T> Supplier<T> once(Supplier<T> maker) {
        return new Supplier<>() {
            private java.util.@org.jspecify.annotations.Nullable Optional<T> made;

            @Override
            public synchronized T get() {
                if (made == null) {
                    made = java.util.Optional.of(maker.get());
                }
                return made.orElseThrow();
            }
        };
    }

    public ProductionArchive archive() {
        return Archives.of(store, productions, clock);
    }

    public Cuts cuts() {
        return steps.cuts();
    }

    /** Of cuts that other programs changed. */
    public ReturnedCuts returned() {
        return new ReturnedCuts(cuts(), this::results);
    }

    public Results results(String productionId) {
        return steps.results(productionId);
    }

    @Override
    public void close() {
        jobs.close();
        store.close();
    }
}
