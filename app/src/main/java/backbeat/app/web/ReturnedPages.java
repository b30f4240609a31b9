package backbeat.app.web;

import backbeat.studio.Studio;
import backbeat.studio.edit.ReturnedView;
import backbeat.studio.people.Permission;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A cut that came back from another program: what was changed, and taking it over. */
@RestController
class ReturnedPages {
    private final Studio studio;
    private final Pages pages;

    ReturnedPages(Studio studio, Pages pages) {
        this.studio = studio;
        this.pages = pages;
    }

    @GetMapping("/p/{production}/cut/returned")
    @Needs(Permission.SEE)
    ResponseEntity<String> changes(HttpServletRequest request, Here here) {
        ReturnedView view = studio.returned().waiting(here.production().id()).orElseThrow(() -> new Gate.Refused(404));
        Map<String, Object> content = new HashMap<>();
        content.put("returned", view);
        content.put("notes", ToKnow.of(view.findings()));
        content.put("map", studio.results(here.production().id()).songMap().orElse(null));
        return pages.page("returned", "Came back · " + here.production().name(), request, here, content);
    }

    /** The file's bytes are the request itself. */
    @PostMapping("/p/{production}/cut/returned")
    @Needs(Permission.EDIT_CUT)
    Map<String, String> bring(
            HttpServletRequest request,
            Here here,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam String name)
            throws IOException {
        studio.returned().bring(here.production(), seen, name, request.getInputStream(), here.account());
        return Map.of("next", "/p/" + here.production().id() + "/cut/returned");
    }

    @PostMapping("/p/{production}/cut/returned/take")
    @Needs(Permission.EDIT_CUT)
    ResponseEntity<String> take(Here here, @RequestParam String seen) {
        studio.returned().take(here.production(), seen, here.account());
        studio.activity().note(here.production().id(), here.account(), "took over a cut that came back");
        return DoorPages.seeOther("/p/" + here.production().id() + "/cut");
    }

    @PostMapping("/p/{production}/cut/returned/drop")
    @Needs(Permission.EDIT_CUT)
    ResponseEntity<String> drop(Here here, @RequestParam String seen) {
        studio.returned().drop(here.production(), seen);
        return DoorPages.seeOther("/p/" + here.production().id() + "/cut");
    }
}
