package backbeat.studio.edit;

import backbeat.engine.Backbeat;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Clip;
import backbeat.engine.footage.Footage;
import backbeat.engine.media.Peaks;
import backbeat.engine.problem.FootageProblems;
import backbeat.studio.jobs.Steps;
import backbeat.studio.production.Production;
import backbeat.studio.production.Productions;
import backbeat.studio.review.Verdicts;
import backbeat.studio.shots.ShotLists;
import backbeat.studio.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs the steps by the engine. Each begins from the song and the folder again: what was computed is kept by its content, so that costs nothing, and a step can be
 * run at any time, also when the files changed meanwhile.
 */
public final class EngineSteps implements Steps {
    private static final int COLUMNS_PER_SECOND = 400;

    private static final Work.Limits ONE = new Work.Limits(1);

    private final Supplier<Backbeat> engine;
    private final Productions productions;
    private final Loading loading;
    private final Cuts cuts;
    private final CutMaking cutMaking;
    private final FilmMaking filmMaking;
    private final ScannedFootage scanned;
    private final SmallPictures pictures;
    private final ClipPieces clipPieces;
    private final boolean isShared;
    private final ReadFiles read = new ReadFiles();

    /** @param engine opened when the first step needs it */
    public EngineSteps(
            Supplier<Backbeat> engine,
            Productions productions,
            SongCorrections corrections,
            ClipWords words,
            Store store,
            Clock clock) {
        this.engine = engine;
        this.productions = productions;
        this.isShared = store.isShared();
        this.loading = new Loading(engine, corrections, words);
        this.scanned = new ScannedFootage(loading::footage);
        this.pictures = new SmallPictures(engine, scanned);
        this.clipPieces = new ClipPieces(engine, loading, scanned);
        this.cuts = new Cuts(store, clock, this::results);
        this.cutMaking = new CutMaking(engine, loading, cuts, words, new ShotLists(store, clock));
        this.filmMaking = new FilmMaking(engine, loading, cuts, new Verdicts(store, clock), clock);
    }

    public Results results(String productionId) {
        return new Results(productions.folder(productionId), read);
    }

    /** A clip's small picture; where an older program left none it is made soon. */
    public Optional<Path> picture(Production production, int clip) {
        return pictures.of(production, clip, results(production.id()));
    }

    public Cuts cuts() {
        return cuts;
    }

    @Override
    public void run(String productionId, String name, Work work) {
        Productions.MadeOf madeOf = productions.madeOf(productionId);
        Production production = productions
                .byId(productionId)
                .orElseThrow(() -> new IllegalStateException("no production " + productionId));
        Step step = Step.of(name).orElseThrow(() -> new IllegalStateException("no step " + name));
        Results results = results(productionId).whileTrue(() -> holds(step, madeOf, productions.madeOf(productionId)));
        switch (step) {
            case ANALYSE -> analyse(production, results, work);
            case INGEST -> ingest(production, results, work);
            case PROXIES -> {
                // Their pieces are all there is to do.
            }
            case SYNC ->
                results.write("sync.json", loading.placed(production, work).sync());
            case CUT -> cutMaking.make(production, results, work);
            case RENDER -> filmMaking.make(production, results, work);
        }
    }

    /** Hearing the song does not care for the footage that comes meanwhile, nor the other way round. */
    private static boolean holds(Step step, Productions.MadeOf then, Productions.MadeOf now) {
        return switch (step) {
            case ANALYSE -> now.song().equals(then.song());
            case INGEST, PROXIES -> now.footage().equals(then.footage());
            case SYNC, CUT, RENDER -> now.equals(then);
        };
    }

    /** Where one process has the home for itself, its own threads do these steps as quickly in one piece. */
    @Override
    public List<String> units(String productionId, String name, Work work) {
        Production production = productions.byId(productionId).orElseThrow();
        Step step = Step.of(name).orElseThrow();
        if (step == Step.PROXIES) {
            return proxies(productionId).wanted(loading.footage(production, work));
        }
        return isShared ? sharedPieces(production, step, work) : List.of();
    }

    private List<String> sharedPieces(Production production, Step step, Work work) {
        Results results = results(production.id());
        return switch (step) {
            case SYNC -> clipPieces.toHear(production, work);
            case CUT ->
                results.sync()
                        .filter(sync -> cutMaking.isByMachine(production.id()))
                        .map(sync -> clipPieces.toLookAt(production, sync, work))
                        .orElse(List.of());
            case RENDER -> filmMaking.pieces(production, results, work);
            case ANALYSE, INGEST, PROXIES -> List.of();
        };
    }

    @Override
    public void runUnit(String productionId, String name, String unit, Work work) {
        Production production = productions.byId(productionId).orElseThrow();
        switch (Step.of(name).orElseThrow()) {
            case PROXIES ->
                scanned.clip(production, unit, work)
                        .ifPresent(clip -> proxies(productionId).make(clip, work.within(ONE)));
            case RENDER -> filmMaking.makePiece(production, results(productionId), unit, work);
            case SYNC -> clipPieces.hear(production, unit, work);
            case CUT -> clipPieces.lookAt(production, unit, work);
            case ANALYSE, INGEST -> {
                // These are done in one piece.
            }
        }
    }

    @Override
    public List<String> urgent(String productionId, String name) {
        return name.equals(Step.PROXIES.key()) ? proxies(productionId).ofTheCut() : List.of();
    }

    /** A day's footage takes hours, and pages play the clips themselves meanwhile where they can. */
    @Override
    public boolean isAwaited(String name) {
        return !name.equals(Step.PROXIES.key());
    }

    private ProxyMaking proxies(String productionId) {
        return new ProxyMaking(engine, results(productionId));
    }

    /** A change of the cut that was stopped is not made by the next job either. */
    @Override
    public void stopped(String productionId, String name) {
        if (name.equals(Step.CUT.key())) {
            cuts.stopped(productionId);
        }
    }

    @Override
    public List<String> next(String productionId, String name) {
        Production production = productions.byId(productionId).orElseThrow();
        Results results = results(productionId);
        boolean both = production.hasSong() && production.hasFootage();
        return switch (Step.of(name).orElseThrow()) {
            case ANALYSE ->
                both && results.footage().isPresent() && results.sync().isEmpty()
                        ? List.of(Step.SYNC.key())
                        : List.of();
            case INGEST ->
                both && results.songMap().isPresent()
                        ? List.of(Step.SYNC.key(), Step.PROXIES.key())
                        : List.of(Step.PROXIES.key());
            // A cut that people work on is theirs: the page tells that it can be made anew.
            case SYNC -> cuts.isByMachine(productionId) ? List.of(Step.CUT.key()) : List.of();
            case CUT, PROXIES, RENDER -> List.of();
        };
    }

    private void analyse(Production production, Results results, Work work) {
        Backbeat.Song song = loading.song(production, work.part(0, 0.05));
        Peaks peaks = engine.get().outline(song, COLUMNS_PER_SECOND, work.part(0.05, 0.2));
        results.write("peaks.bin", peaks::write);
        results.write("song-map.json", loading.map(production, song, work.part(0.2, 1)));
    }

    private void ingest(Production production, Results results, Work work) {
        Footage footage = loading.footage(production, work.part(0, 0.6));
        if (footage.clips().isEmpty()) {
            throw FootageProblems.noUsableFootage(
                            String.valueOf(production.footage()),
                            footage.files().size())
                    .asException();
        }
        int clips = footage.clips().size();
        for (int index = 0; index < clips; index++) {
            Clip clip = footage.clips().get(index);
            work.progress(0.6 + 0.4 * index / clips, "taking pictures of " + clip.name());
            pictures.make(clip, results);
        }
        results.write("footage.json", FootageView.of(footage));
        if (results.cameFromElsewhere()) {
            settle(production, results);
        }
    }

    /** A folder in which nothing of the cuts lies is another one, named by mistake: the right one may still come. */
    private void settle(Production production, Results results) {
        MovedVersions versions = new MovedVersions(production, results);
        versions.settle();
        cuts.open(production.id()).ifPresent(open -> results.publish(open.number()));
        if (versions.foundAny()) {
            results.settled();
        }
    }
}
