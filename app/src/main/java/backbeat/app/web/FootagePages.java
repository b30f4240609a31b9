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

/** The clips: where they stand on the song, how sure that is, and what could not be used. */
@RestController
class FootagePages {
    private final Studio studio;
    private final Pages pages;

    FootagePages(Studio studio, Pages pages) {
        this.studio = studio;
        this.pages = pages;
    }

    @GetMapping("/p/{production}/footage")
    @Needs(Permission.SEE)
    ResponseEntity<String> footage(HttpServletRequest request, Here here) {
        Results results = studio.results(here.production().id());
        Map<String, Object> content = new HashMap<>();
        List<ClipRow> rows = ClipRow.of(results);
        content.put("rows", rows);
        content.put("footage", results.footage().orElse(null));
        content.put("hasMap", results.songMap().isPresent());
        content.put("jobs", JobView.newestOf(here.production(), studio));
        return pages.page("footage", "Footage · " + here.production().name(), request, here, content);
    }

    @GetMapping("/p/{production}/clips/{index}.jpg")
    @Needs(Permission.SEE)
    ResponseEntity<Resource> picture(Here here, @PathVariable int index) {
        return studio.results(here.production().id())
                .picture(index)
                .map(Sent::shown)
                .orElseThrow(() -> new Gate.Refused(404));
    }
}
