package backbeat.studio.edit;

import backbeat.engine.Backbeat;
import backbeat.engine.cut.CutWishes;
import backbeat.engine.cut.RoughCut;
import backbeat.engine.cut.StoryClips;
import backbeat.engine.cut.Style;
import backbeat.engine.cut.Styles;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Footage;
import backbeat.engine.interchange.Format;
import backbeat.engine.looks.Depth;
import backbeat.engine.looks.FootageLooks;
import backbeat.engine.problem.CutProblems;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.Problem;
import backbeat.engine.shotlist.ShotList;
import backbeat.engine.song.SongMap;
import backbeat.engine.sync.SyncResult;
import backbeat.studio.production.Production;
import backbeat.studio.shots.ShotLists;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Plans versions of a cut and writes what each holds: its shots with reasons, and the files for other programs. */
final class CutMaking {
    /** What pictures are worth must not keep people waiting for the first cut. */
    static final Depth LOOKS_AT = Depth.KEY_FRAMES;

    private static final Map<String, Format> INTERCHANGE = interchange();

    private final Supplier<Backbeat> engine;
    private final Loading loading;
    private final Cuts cuts;
    private final ClipWords words;
    private final ShotLists shots;
    private final Map<String, Lock> turns = new ConcurrentHashMap<>();

    /** Everything that a cut is planned of. */
    private record Ground(Loading.Placed placed, SongMap map, FootageLooks looks, Set<String> circled, ShotList plan) {}

    CutMaking(Supplier<Backbeat> engine, Loading loading, Cuts cuts, ClipWords words, ShotLists shots) {
        this.words = words;
        this.shots = shots;
        this.engine = engine;
        this.loading = loading;
        this.cuts = cuts;
    }

    /** Plans what people asked for; when nobody did, a cut by what is wished so far, unless people work on it. One at a time for each production. */
    void make(Production production, Results results, Work work) {
        Lock turn = turns.computeIfAbsent(production.id(), id -> new ReentrantLock());
        turn.lock();
        try {
            makeInTurn(production, results, work);
        } finally {
            turn.unlock();
        }
    }

    /** Whether the machine cuts by itself next: a change that somebody asks for is of clips that were looked at. */
    boolean isByMachine(String productionId) {
        return cuts.isByMachine(productionId) && cuts.asked(productionId).isEmpty();
    }

    private void makeInTurn(Production production, Results results, Work work) {
        AskedCuts asked = new AskedCuts(cuts, production.id());
        if (asked.any()) {
            asked.makeEach(version -> make(production, results, ground(production, work.part(0, 0.9)), version));
        } else if (cuts.isByMachine(production.id())) {
            byMachine(production, results, ground(production, work.part(0, 0.9)));
        }
    }

    private Ground ground(Production production, Work work) {
        Loading.Placed placed = loading.placed(production, work.part(0, 0.6));
        boolean anySure = placed.sync().clips().stream()
                .filter(SyncResult.ClipSync::isMatched)
                .flatMap(clip -> clip.matches().stream())
                .anyMatch(SyncResult.Match::sure);
        if (!anySure) {
            throw CutProblems.nothingOnTheSong(placed.footage().clips().size()).asException();
        }
        SongMap map = loading.map(production, placed.song(), work.part(0.6, 0.65));
        return new Ground(
                placed,
                map,
                looks(placed, work.part(0.65, 1)),
                words.circled(production.id()),
                shots.of(production.id()).list());
    }

    private FootageLooks looks(Loading.Placed placed, Work work) {
        Set<String> shown = new HashSet<>(onTheSong(placed.sync()));
        Footage all = placed.footage();
        StoryClips.of(all, placed.sync(), CutWishes.NONE).forEach(clip -> shown.add(clip.path()));
        Footage cuttable = new Footage(
                all.folder(),
                all.cards(),
                all.clips().stream().filter(clip -> shown.contains(clip.path())).toList(),
                all.files(),
                all.findings());
        return engine.get().looks(cuttable, LOOKS_AT, work);
    }

    static Set<String> onTheSong(SyncResult sync) {
        return sync.clips().stream()
                .filter(SyncResult.ClipSync::isMatched)
                .map(SyncResult.ClipSync::path)
                .collect(Collectors.toSet());
    }

    /** A cut that comes out the same is the same version. */
    private void byMachine(Production production, Results results, Ground ground) {
        CutVersion open = cuts.open(production.id()).orElse(null);
        CutWishes wishes = open == null ? CutWishes.NONE : open.wishes();
        RoughCut cut = plan(ground, wishes);
        CutView now = CutView.of(cut, open == null ? 1 : open.number(), List.of());
        if (open != null && results.cut().filter(now::showsTheSameAs).isPresent()) {
            write(results, cut, ground, open.number(), null);
            results.requireStillTrue();
            cuts.ready(production.id(), open.number());
            return;
        }
        int number = cuts.begin(
                production.id(),
                open == null ? null : open.number(),
                open == null ? "rough cut by Backbeat" : "cut anew for what changed of song and clips",
                null,
                wishes,
                wishes);
        cuts.fill(production.id(), number, () -> {
            write(results, cut, ground, number, null);
            results.requireStillTrue();
        });
    }

    private void make(Production production, Results results, Ground ground, CutVersion version) {
        CutWishes told = version.told() == null ? version.wishes() : version.told();
        RoughCut cut = plan(ground, told);
        if (!told.equals(version.wishes())) {
            requireKept(cut);
        }
        CutView before = version.parent() == null
                ? null
                : results.version(version.parent()).cut().orElse(null);
        write(results, cut, ground, version.number(), before);
        results.requireStillTrue();
        cuts.ready(production.id(), version.number());
    }

    private RoughCut plan(Ground ground, CutWishes wishes) {
        return engine.get()
                .cut(
                        ground.placed.song(),
                        ground.map,
                        ground.placed.footage(),
                        ground.placed.sync(),
                        ground.looks,
                        ground.plan,
                        style(wishes),
                        circling(ground.circled, wishes));
    }

    private static CutWishes circling(Set<String> clips, CutWishes wishes) {
        CutWishes all = wishes;
        for (String clip : clips) {
            all = all.circling(clip);
        }
        return all;
    }

    private static Style style(CutWishes wishes) {
        String name = wishes.style();
        return name != null && Styles.names().contains(name) ? Styles.named(name) : Styles.standard();
    }

    /** A change that moves what it should not touch is none. */
    private static void requireKept(RoughCut cut) {
        for (Finding finding : cut.findings()) {
            Problem problem = finding.problem();
            if (problem.code().equals("cut/wish-not-kept")) {
                throw new Problem(
                                "edit/not-kept",
                                "The change cannot be made, and the cut stays as it is.",
                                problem.where(),
                                problem.what() + " " + problem.cause(),
                                "Choose another clip or place; where song or clips changed meanwhile, cut again first.")
                        .asException();
            }
        }
    }

    private void write(Results results, RoughCut cut, Ground ground, int number, @Nullable CutView before) {
        Results version = results.version(number);
        INTERCHANGE.forEach((name, format) -> engine.get().write(cut, format, version.file(name)));
        CutView view = CutView.of(
                cut,
                number,
                engine.get().findings(ground.placed.footage(), ground.placed.sync(), cut, INTERCHANGE.values()));
        version.write("cut.json", before == null ? view : view.withReasonsOf(before));
    }

    static Map<String, Format> interchange() {
        Map<String, Format> formats = new LinkedHashMap<>();
        formats.put("rough-cut.otio", Format.OTIO);
        formats.put("rough-cut.fcpxml", Format.FCPXML);
        formats.put("rough-cut.xml", Format.PREMIERE_XML);
        formats.put("rough-cut.edl", Format.EDL);
        return formats;
    }
}
