package backbeat.app.web;

import backbeat.studio.Studio;
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
import org.springframework.web.bind.annotation.RestController;

/** The rough cut: the film, the reason for each shot, and the files for other programs. */
@RestController
class CutPages {
    private final Studio studio;
    private final Pages pages;

    CutPages(Studio studio, Pages pages) {
        this.studio = studio;
        this.pages = pages;
    }

    @GetMapping("/p/{production}/cut")
    @Needs(Permission.SEE)
    ResponseEntity<String> cut(HttpServletRequest request, Here here) {
        Results results = studio.results(here.production().id());
        Map<String, Object> content = new HashMap<>();
        content.put("cut", results.cut().orElse(null));
        content.put("notes", results.cut().map(cut -> ToKnow.of(cut.findings())).orElse(List.of()));
        content.put("film", results.filmFacts().orElse(null));
        content.put("takeaways", results.takeaways());
        content.put("cutIsBehind", results.cutIsBehindSong());
        content.put("filmIsBehind", results.filmIsBehindCut());
        content.put("jobs", JobView.newestOf(here.production(), studio));
        return pages.page("cut", "Cut · " + here.production().name(), request, here, content);
    }

    @GetMapping("/p/{production}/film")
    @Needs(Permission.SEE)
    ResponseEntity<Resource> film(Here here) {
        return studio.results(here.production().id()).film().map(Sent::shown).orElseThrow(() -> new Gate.Refused(404));
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
