package backbeat.app.web;

import backbeat.engine.cut.Styles;
import backbeat.engine.song.SongMap;
import backbeat.studio.Studio;
import backbeat.studio.edit.CutEdit;
import backbeat.studio.edit.CutVersion;
import backbeat.studio.edit.CutView;
import backbeat.studio.edit.Films;
import backbeat.studio.edit.Results;
import backbeat.studio.people.Permission;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The cut: played from proxies, the reason for each shot, its versions, the film, and the files for other programs. */
@RestController
class CutPages {
    private final Studio studio;
    private final Pages pages;

    CutPages(Studio studio, Pages pages) {
        this.studio = studio;
        this.pages = pages;
    }

    /**
     * The page.
     *
     * @param shot that is opened
     */
    @GetMapping("/p/{production}/cut")
    @Needs(Permission.SEE)
    ResponseEntity<String> cut(HttpServletRequest request, Here here, @RequestParam(defaultValue = "0") int shot) {
        String id = here.production().id();
        Results results = studio.results(id);
        CutView cut = results.cut().orElse(null);
        CutEdit.On edited = studio.cuts().toEdit(id).orElse(null);
        SongMap map = results.songMap().orElse(null);
        List<ShotRow> rows = cut == null ? List.of() : ShotRow.of(cut, edited, map);
        Map<String, Object> content = new HashMap<>();
        content.put("cut", cut);
        content.put("rows", rows);
        content.put("open", cut == null || rows.isEmpty() ? null : panel(results, cut, rows, shot, here));
        content.put("version", studio.cuts().open(id).map(CutVersion::number).orElse(0));
        content.put("versions", versions(id, cut));
        content.put("wishes", edited == null ? null : edited.wishes());
        content.put("styles", Styles.names());
        content.put("repeating", Repeating.of(edited == null ? null : edited.wishes()));
        content.put("notes", cut == null ? List.of() : ToKnow.of(cut.findings()));
        content.put("returned", studio.returned().waiting(id).orElse(null));
        content.put("film", results.filmFacts().orElse(null));
        content.put("takeaways", results.takeaways());
        content.put("cutIsBehind", results.cutIsBehindSong());
        content.put("filmIsBehind", results.filmIsBehindCut());
        content.put("jobs", JobView.newestOf(here.production(), studio));
        return pages.page("cut", "Cut · " + here.production().name(), request, here, content);
    }

    private List<VersionRow> versions(String id, @org.jspecify.annotations.Nullable CutView cut) {
        int open = studio.cuts().open(id).map(CutVersion::number).orElse(cut == null ? 0 : cut.version());
        return VersionRow.of(studio.cuts().of(id), open, studio.clock().instant());
    }

    private static ShotPanel panel(Results results, CutView cut, List<ShotRow> rows, int shot, Here here) {
        int wanted = Math.clamp(shot, 0, rows.size() - 1);
        return ShotPanel.of(
                results, cut, rows, wanted, "/p/" + here.production().id());
    }

    /** One shot, to be put into the page. */
    @GetMapping("/p/{production}/cut/shots/{index}")
    @Needs(Permission.SEE)
    ResponseEntity<String> shot(HttpServletRequest request, Here here, @PathVariable int index) {
        String id = here.production().id();
        Results results = studio.results(id);
        CutView cut = results.cut().orElseThrow(() -> new Gate.Refused(404));
        List<ShotRow> rows = ShotRow.of(
                cut, studio.cuts().toEdit(id).orElse(null), results.songMap().orElse(null));
        if (index < 0 || index >= rows.size()) {
            throw new Gate.Refused(404);
        }
        int version = studio.cuts().open(id).map(CutVersion::number).orElse(0);
        return pages.page(
                "shot", "", request, here, Map.of("open", panel(results, cut, rows, index, here), "version", version));
    }

    /**
     * What is played where.
     *
     * @param version of the cut; 0 for the open one
     */
    @GetMapping("/p/{production}/cut/play.json")
    @Needs(Permission.SEE)
    PlayList playList(Here here, @RequestParam(defaultValue = "0") int version) {
        Results results = studio.results(here.production().id());
        CutView cut =
                (version == 0 ? results : results.version(version)).cut().orElseThrow(() -> new Gate.Refused(404));
        return PlayList.of(cut, results, "/p/" + here.production().id());
    }

    /** Two versions side by side. */
    @GetMapping("/p/{production}/cut/compare")
    @Needs(Permission.SEE)
    ResponseEntity<String> compare(
            HttpServletRequest request,
            Here here,
            @RequestParam(defaultValue = "0") int one,
            @RequestParam(defaultValue = "0") int other) {
        String id = here.production().id();
        Results results = studio.results(id);
        CutView first = results.version(one).cut().orElseThrow(() -> new Gate.Refused(404));
        CutView second = results.version(other).cut().orElseThrow(() -> new Gate.Refused(404));
        SongMap map = results.songMap().orElse(null);
        List<ShotRow> ofFirst = ShotRow.of(first, null, map);
        List<ShotRow> ofSecond = ShotRow.of(second, null, map);
        int open = studio.cuts().open(id).map(CutVersion::number).orElse(0);
        List<VersionRow> all =
                VersionRow.of(studio.cuts().of(id), open, studio.clock().instant());
        Map<String, Object> content = new HashMap<>();
        content.put("one", version(all, one));
        content.put("other", version(all, other));
        content.put("ofOne", ShotRow.against(ofFirst, ofSecond));
        content.put("ofOther", ShotRow.against(ofSecond, ofFirst));
        content.put("versions", all);
        return pages.page("compare", "Two versions · " + here.production().name(), request, here, content);
    }

    private static VersionRow version(List<VersionRow> all, int number) {
        return all.stream().filter(row -> row.number() == number).findFirst().orElseThrow(() -> new Gate.Refused(404));
    }

    @GetMapping("/p/{production}/film")
    @Needs(Permission.SEE)
    ResponseEntity<Resource> film(Here here, @RequestParam(defaultValue = "") String v) {
        Films films = studio.results(here.production().id()).films();
        return Sent.film(films, films.all(), v);
    }

    @GetMapping("/p/{production}/files/{name}")
    @Needs(Permission.TAKE_FILES)
    ResponseEntity<Resource> take(Here here, @PathVariable String name) {
        return studio.results(here.production().id())
                .takeaway(name)
                .map(file -> Sent.taken(file, here.production().name() + " - " + name))
                .orElseThrow(() -> new Gate.Refused(404));
    }
}
