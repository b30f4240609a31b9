package backbeat.app.web;

import backbeat.studio.Studio;
import backbeat.studio.edit.ClipSaid;
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

/** The clips: where they stand on the song, how sure that is, and what could not be used. */
@RestController
class FootagePages {
    private final Studio studio;
    private final Pages pages;

    FootagePages(Studio studio, Pages pages) {
        this.studio = studio;
        this.pages = pages;
    }

    /**
     * The page.
     *
     * @param clip the one that is opened; -1 for none
     */
    @GetMapping("/p/{production}/footage")
    @Needs(Permission.SEE)
    ResponseEntity<String> footage(
            HttpServletRequest request,
            Here here,
            @RequestParam(defaultValue = "-1") int clip,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String card,
            @RequestParam(defaultValue = "0") int from) {
        Results results = studio.results(here.production().id());
        Map<String, Object> content = new HashMap<>();
        Map<String, ClipSaid> said = studio.clipWords().of(here.production().id());
        List<ClipRow> rows = ClipRow.of(results, said);
        ClipChoice choice = new ClipChoice(show, card, Math.max(0, from));
        content.put("rows", choice.of(rows));
        content.put("all", ClipTally.of(rows));
        content.put("choice", choice);
        content.put("more", choice.hasMore(rows));
        content.put("cards", CardRow.of(results, rows));
        content.put("proxies", results.proxies());
        content.put("open", ClipPanel.of(results, clip, said).orElse(null));
        content.put("last", studio.clipWords().last(here.production().id()));
        content.put("next", studio.clipWords().next(here.production().id()));
        content.put("footage", results.footage().orElse(null));
        content.put("hasMap", results.songMap().isPresent());
        content.put("jobs", JobView.newestOf(here.production(), studio));
        return pages.page("footage", "Footage · " + here.production().name(), request, here, content);
    }

    /** One clip, to be put into the page. */
    @GetMapping("/p/{production}/clips/{index}")
    @Needs(Permission.SEE)
    ResponseEntity<String> clip(HttpServletRequest request, Here here, @PathVariable int index) {
        String id = here.production().id();
        ClipPanel open = ClipPanel.of(
                        studio.results(id), index, studio.clipWords().of(id))
                .orElseThrow(() -> new Gate.Refused(404));
        return pages.page("clip", "", request, here, Map.of("open", open));
    }

    @GetMapping("/p/{production}/clips/{index}.jpg")
    @Needs(Permission.SEE)
    ResponseEntity<Resource> picture(Here here, @PathVariable int index) {
        return studio.steps()
                .picture(here.production(), index)
                .map(Sent::shown)
                .orElseThrow(() -> new Gate.Refused(404));
    }

    /** What browsers play of a clip. */
    @GetMapping("/p/{production}/proxies/{name}")
    @Needs(Permission.SEE)
    ResponseEntity<Resource> proxy(Here here, @PathVariable String name) {
        return studio.results(here.production().id())
                .proxy(name)
                .map(Sent::played)
                .orElseThrow(() -> new Gate.Refused(404));
    }
}
