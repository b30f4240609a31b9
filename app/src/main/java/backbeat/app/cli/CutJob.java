package backbeat.app.cli;

import backbeat.app.report.Report;
import backbeat.engine.Backbeat;
import backbeat.engine.cut.CutWishes;
import backbeat.engine.cut.RoughCut;
import backbeat.engine.cut.Style;
import backbeat.engine.derive.JsonFile;
import backbeat.engine.derive.WholeFile;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Footage;
import backbeat.engine.interchange.Format;
import backbeat.engine.looks.FootageLooks;
import backbeat.engine.problem.CutProblems;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.FootageProblems;
import backbeat.engine.problem.Problem;
import backbeat.engine.problem.SongProblems;
import backbeat.engine.shotlist.ShotListFile;
import backbeat.engine.song.Corrections;
import backbeat.engine.song.SongMap;
import backbeat.engine.sync.SongAt;
import backbeat.engine.sync.SyncResult;
import backbeat.engine.take.SlateLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The main job: song and footage in; map, sync, cut, video and report out. What {@code cut} and {@code demo} do. */
final class CutJob {
    private static final Map<String, Format> INTERCHANGE = interchange();

    /** What the job made, for the closing lines. */
    record Outcome(
            SongMap map,
            Footage footage,
            SyncResult sync,
            Style style,
            RoughCut cut,
            List<Finding> findings,
            List<String> files) {
        /** Also of the files that could not be used, which people read in a table of their own. */
        List<Finding> allFindings() {
            return Stream.concat(UnusedFiles.findings(footage), findings.stream())
                    .distinct()
                    .toList();
        }
    }

    private final Backbeat backbeat;
    private final Path out;
    private final Corrections said;
    private final Wishing wishing;
    private final LookingDepth looking;
    private final List<String> written = new ArrayList<>();

    /** What people want of the cut, said of bars and clips that are known by then. */
    interface Wishing {
        CutWishes of(SongMap map, Footage footage, List<Finding> findings);
    }

    /** @param said of the song; what was said of another one is left out and told */
    CutJob(Backbeat backbeat, Path out, Corrections said, Wishing wishing, LookingDepth looking) {
        this.backbeat = backbeat;
        this.out = out;
        this.said = said;
        this.wishing = wishing;
        this.looking = looking;
    }

    /**
     * Does the whole job.
     *
     * @param songAt timecodes of the song's start, where somebody knows them
     * @param slate what a person wrote down of the takes
     * @throws backbeat.engine.problem.ProblemException when nothing could be cut; map, sync and report are written all the same
     */
    Outcome run(Path songFile, Path footageFolder, List<SongAt> songAt, SlateLog slate, Work work) {
        Backbeat.Song song = backbeat.song(songFile, work.part(0, 0.01));
        boolean fitting = said.mayBeOf(song.facts().duration().toDouble());
        SongMap map = backbeat.analyse(song, fitting ? said : Corrections.none(), work.part(0.01, 0.06));
        json("song-map.json", map);
        if (map.loudness().isSilence()) {
            throw SongProblems.songSilent(songFile.toString()).asException();
        }
        List<Finding> surroundings = both(
                Surroundings.findings(song, footageFolder, out),
                fitting
                        ? List.of()
                        : List.of(Finding.warning(SongProblems.correctionsOfAnotherSong(songFile.toString()))));
        Footage footage = backbeat.ingest(footageFolder, work.part(0.06, 0.15));
        List<Finding> ofWishes = new ArrayList<>();
        CutWishes wishes = wishing.of(map, footage, ofWishes).of(map.duration());
        Style style = LastCut.style(wishes);
        ShotListFile.Reading plan = LastCut.plan(wishes);
        ofWishes.addAll(plan.findings());
        SyncResult sync = backbeat.sync(song, footage, songAt, slate, work.part(0.15, 0.45));
        json("sync.json", sync);
        Problem nothing = reasonForNoCut(footageFolder, footage, sync);
        if (nothing != null) {
            report(
                    song,
                    map,
                    footage,
                    sync,
                    null,
                    both(surroundings, List.of(Finding.warning(nothing))),
                    work.part(0.45, 1));
            throw toldInReport(nothing).asException();
        }
        FootageLooks looks = looking.at(footage, sync, wishes, backbeat, work.part(0.45, 0.65));
        RoughCut cut = backbeat.cut(song, map, footage, sync, looks, plan.list(), style, wishes);
        json(LastCut.SHOTS, LastCut.data(cut, style));
        json(LastCut.WISHES, wishes);
        INTERCHANGE.forEach((name, format) -> interchange(cut, name, format));
        backbeat.render(cut, song, out.resolve("rough-cut.mp4"), work.part(0.65, 0.95));
        written.add("rough-cut.mp4");
        List<Finding> findings = both(
                both(both(surroundings, ofWishes), looks.findings()),
                backbeat.findings(footage, sync, cut, INTERCHANGE.values()));
        report(song, map, footage, sync, cut, findings, work.part(0.95, 1));
        backbeat.tidy();
        return new Outcome(map, footage, sync, style, cut, findings, List.copyOf(written));
    }

    private static List<Finding> both(List<Finding> first, List<Finding> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    private static @Nullable Problem reasonForNoCut(Path folder, Footage footage, SyncResult sync) {
        if (footage.clips().isEmpty()) {
            return FootageProblems.noUsableFootage(
                    folder.toString(), footage.files().size());
        }
        boolean anyOnTheSong = sync.clips().stream()
                .filter(SyncResult.ClipSync::isMatched)
                .flatMap(clip -> clip.matches().stream())
                .anyMatch(SyncResult.Match::sure);
        return anyOnTheSong
                ? null
                : CutProblems.nothingOnTheSong(footage.clips().size());
    }

    private Problem toldInReport(Problem nothing) {
        String where = " Why each file or clip was refused stands in " + out.resolve(Report.NAME) + ".";
        return new Problem(nothing.code(), nothing.what(), nothing.where(), nothing.cause(), nothing.remedy() + where);
    }

    private void report(
            Backbeat.Song song,
            SongMap map,
            Footage footage,
            SyncResult sync,
            @Nullable RoughCut cut,
            List<Finding> findings,
            Work work) {
        var data = new ReportPictures(backbeat).data(song, map, footage, sync, cut, findings, written, work);
        Report.write(out, data);
        written.add(Report.NAME);
    }

    private void json(String name, Object value) {
        WholeFile.write(out.resolve(name), unfinished -> JsonFile.write(unfinished, value));
        written.add(name);
    }

    private void interchange(RoughCut cut, String name, Format format) {
        backbeat.write(cut, format, out.resolve(name)).forEach(file -> written.add(String.valueOf(file.getFileName())));
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
