package backbeat.studio.edit;

import backbeat.engine.Backbeat;
import backbeat.engine.cut.RoughCut;
import backbeat.engine.derive.WholeFile;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Clip;
import backbeat.engine.footage.Footage;
import backbeat.engine.interchange.Format;
import backbeat.engine.media.Peaks;
import backbeat.engine.problem.CutProblems;
import backbeat.engine.problem.FootageProblems;
import backbeat.engine.problem.Problem;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.song.SongMap;
import backbeat.engine.sync.SyncResult;
import backbeat.studio.jobs.Steps;
import backbeat.studio.production.Production;
import backbeat.studio.production.Productions;
import backbeat.studio.store.Id;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Runs the steps by the engine. Each begins from the song and the folder again: what was computed is kept by its content, so that costs nothing, and a step can be
 * run at any time, also when the files changed meanwhile.
 */
public final class EngineSteps implements Steps {
    private static final int COLUMNS_PER_SECOND = 400;
    private static final int PICTURE_WIDTH = 320;
    private static final Map<String, Format> INTERCHANGE = interchange();

    private final Supplier<Backbeat> engine;
    private final Productions productions;
    private final SongCorrections corrections;
    private final ReadFiles read = new ReadFiles();

    /** @param engine opened when the first step needs it */
    public EngineSteps(Supplier<Backbeat> engine, Productions productions, SongCorrections corrections) {
        this.engine = engine;
        this.productions = productions;
        this.corrections = corrections;
    }

    public Results results(String productionId) {
        return new Results(productions.folder(productionId), read);
    }

    @Override
    public void run(String productionId, String name, Work work) {
        Production production = productions
                .byId(productionId)
                .orElseThrow(() -> new IllegalStateException("no production " + productionId));
        Step step = Step.of(name).orElseThrow(() -> new IllegalStateException("no step " + name));
        Results results = results(productionId);
        switch (step) {
            case ANALYSE -> analyse(production, results, work);
            case INGEST -> ingest(production, results, work);
            case PROXIES ->
                new ProxyMaking(engine.get(), results).of(footage(production, work.part(0, 0.02)), work.part(0.02, 1));
            case SYNC -> sync(production, results, work);
            case CUT -> cut(production, results, work);
            case RENDER -> render(production, results, work);
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
            case SYNC -> List.of(Step.CUT.key());
            case CUT, PROXIES, RENDER -> List.of();
        };
    }

    private void analyse(Production production, Results results, Work work) {
        Backbeat.Song song = song(production, work.part(0, 0.05));
        Peaks peaks = engine.get().outline(song, COLUMNS_PER_SECOND, work.part(0.05, 0.2));
        WholeFile.write(results.file("peaks.bin"), peaks::write);
        results.write("song-map.json", map(production, song, work.part(0.2, 1)));
    }

    private Backbeat.Song song(Production production, Work work) {
        Production.Song brought = production.song();
        if (brought == null) {
            throw missing("edit/no-song", "This production has no song yet.", "Bring the song first.");
        }
        return engine.get().song(brought.file(), work);
    }

    private SongMap map(Production production, Backbeat.Song song, Work work) {
        return engine.get().analyse(song, corrections.of(production.id()), work);
    }

    private static ProblemException missing(String code, String what, String remedy) {
        return new Problem(code, what, "", "", remedy).asException();
    }

    private Footage footage(Production production, Work work) {
        Path folder = production.footage();
        if (folder == null) {
            throw missing(
                    "edit/no-footage", "This production has no footage yet.", "Name the folder of the footage first.");
        }
        if (!Files.isDirectory(folder)) {
            throw new Problem(
                            "edit/footage-gone",
                            "The footage folder is not there.",
                            folder.toString(),
                            "",
                            "Connect the disk, or name the folder where the footage is now.")
                    .asException();
        }
        return engine.get().ingest(folder, work);
    }

    private void ingest(Production production, Results results, Work work) {
        Footage footage = footage(production, work.part(0, 0.6));
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
            if (clip.hasPicture()) {
                picture(clip, results.file("pictures/" + index + ".jpg"));
            }
        }
        results.write("footage.json", FootageView.of(footage));
    }

    /** A clip without a picture to show is no reason to stop. */
    private void picture(Clip clip, Path file) {
        try {
            byte[] jpeg = engine.get().picture(clip, PICTURE_WIDTH, Work.quiet());
            WholeFile.write(file, unfinished -> Files.write(unfinished, jpeg));
        } catch (ProblemException unreadable) {
            file.toFile().delete();
        }
    }

    private record Placed(Backbeat.Song song, Footage footage, SyncResult sync) {}

    private Placed placed(Production production, Work work) {
        Backbeat.Song song = song(production, work.part(0, 0.02));
        Footage footage = footage(production, work.part(0.02, 0.2));
        return new Placed(song, footage, engine.get().sync(song, footage, work.part(0.2, 1)));
    }

    private void sync(Production production, Results results, Work work) {
        results.write("sync.json", placed(production, work).sync());
    }

    private RoughCut roughCut(Production production, Placed placed, Work work) {
        boolean anySure = placed.sync().clips().stream()
                .filter(SyncResult.ClipSync::isMatched)
                .flatMap(clip -> clip.matches().stream())
                .anyMatch(SyncResult.Match::sure);
        if (!anySure) {
            throw CutProblems.nothingOnTheSong(placed.footage().clips().size()).asException();
        }
        SongMap map = map(production, placed.song(), work);
        return engine.get().cut(placed.song(), map, placed.footage(), placed.sync());
    }

    private void cut(Production production, Results results, Work work) {
        Placed placed = placed(production, work.part(0, 0.8));
        RoughCut cut = roughCut(production, placed, work.part(0.8, 0.95));
        INTERCHANGE.forEach((name, format) -> engine.get().write(cut, format, results.file(name)));
        results.write(
                "cut.json",
                new CutView(
                        cut.choices(),
                        cut.unused(),
                        engine.get().findings(placed.footage(), placed.sync(), cut, INTERCHANGE.values())));
    }

    private void render(Production production, Results results, Work work) {
        Placed placed = placed(production, work.part(0, 0.05));
        RoughCut cut = roughCut(production, placed, work.part(0.05, 0.1));
        engine.get().render(cut, placed.song(), results.file("rough-cut.mp4"), work.part(0.1, 1));
        results.write(
                "film.json",
                new FilmView(
                        Id.fresh(),
                        String.valueOf(cut.timeline().rate()),
                        placed.song().facts().duration().toDouble()));
        engine.get().tidy();
    }

    private static Map<String, Format> interchange() {
        Map<String, Format> formats = new LinkedHashMap<>();
        formats.put("rough-cut.otio", Format.OTIO);
        formats.put("rough-cut.fcpxml", Format.FCPXML);
        formats.put("rough-cut.xml", Format.PREMIERE_XML);
        formats.put("rough-cut.edl", Format.EDL);
        return formats;
    }
}
