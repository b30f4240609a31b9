package backbeat.app.web;

import backbeat.engine.problem.ProblemException;
import backbeat.studio.Studio;
import backbeat.studio.edit.Step;
import backbeat.studio.people.Permission;
import backbeat.studio.production.Kind;
import backbeat.studio.production.Production;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Making a production, its home, and bringing song and footage to it. */
@RestController
class ProductionPages {
    private final Studio studio;
    private final Pages pages;

    ProductionPages(Studio studio, Pages pages) {
        this.studio = studio;
        this.pages = pages;
    }

    @GetMapping("/productions/new")
    @Needs(Permission.MAKE_PRODUCTION)
    ResponseEntity<String> fresh(HttpServletRequest request, Here here) {
        return freshPage(request, here, HttpStatus.OK, new HashMap<>(Map.of("name", "", "artist", "")));
    }

    private ResponseEntity<String> freshPage(
            HttpServletRequest request, Here here, HttpStatus status, Map<String, Object> content) {
        content.put("kinds", List.of(Kind.values()));
        content.putIfAbsent("problem", null);
        return pages.page(status, "new", "New production", request, here, content);
    }

    @PostMapping("/productions")
    @Needs(Permission.MAKE_PRODUCTION)
    ResponseEntity<String> make(
            HttpServletRequest request,
            Here here,
            @RequestParam String name,
            @RequestParam String artist,
            @RequestParam Kind kind,
            @RequestParam(defaultValue = "") String release,
            @RequestParam(defaultValue = "false") boolean tasks) {
        try {
            Production made = studio.productions().make(name, artist, kind, here.account());
            if (tasks) {
                studio.plan().begin(made, release);
            } else {
                studio.plan().release(made.id(), release, false, here.account());
            }
            studio.activity().note(made.id(), here.account(), "made the production");
            return DoorPages.seeOther("/p/" + made.id());
        } catch (ProblemException known) {
            Map<String, Object> said = new HashMap<>(Map.of("name", name, "artist", artist));
            said.put("problem", known.problem());
            return freshPage(request, here, HttpStatus.UNPROCESSABLE_CONTENT, said);
        }
    }

    @GetMapping("/p/{production}")
    @Needs(Permission.SEE)
    ResponseEntity<String> home(HttpServletRequest request, Here here) {
        Production production = here.production();
        return pages.page(
                "home",
                production.name(),
                request,
                here,
                Map.of(
                        "unfinished", studio.uploads().unfinished(production.id()),
                        "ownFootage", hasOwnFootage(production),
                        "plan", PlanView.of(studio, production.id()),
                        "facts", ProductionRow.all(studio, List.of(production)).getFirst(),
                        "jobs", JobView.newestOf(production, studio),
                        "activity", studio.activity().of(production.id(), 8),
                        "people", studio.crew().of(production.id()),
                        "now", studio.clock().instant()));
    }

    /** Whether clips may be brought from the browser: there are none yet, or they were. */
    private boolean hasOwnFootage(Production production) {
        Path footage = production.footage();
        return footage == null || footage.equals(studio.productions().ownFootage(production.id()));
    }

    /** The song's bytes are the request itself: they are streamed to disk, however many they are. */
    @PostMapping("/p/{production}/song")
    @Needs(Permission.BRING_SONG)
    Map<String, String> bringSong(HttpServletRequest request, Here here, @RequestParam String name) throws IOException {
        studio.productions()
                .bringSong(here.production(), name, request.getContentLengthLong(), request.getInputStream());
        Production now = studio.productions().byId(here.production().id()).orElseThrow();
        studio.edits().songBrought(now, here.account());
        studio.activity().note(now.id(), here.account(), "brought the song");
        return Map.of("next", "/p/" + now.id());
    }

    @PostMapping("/p/{production}/footage")
    @Needs(Permission.NAME_SERVER_FOLDER)
    ResponseEntity<String> nameFootage(Here here, @RequestParam String folder) {
        studio.productions().useFootage(here.production(), folder);
        Production now = studio.productions().byId(here.production().id()).orElseThrow();
        studio.edits().footageNamed(now, here.account());
        studio.activity().note(now.id(), here.account(), "named the footage");
        return DoorPages.seeOther("/p/" + now.id());
    }

    /** Written as it is sent: an archive of any size needs neither memory nor a second place on the disk. */
    @GetMapping("/p/{production}/archive")
    @Needs(Permission.TAKE_PRODUCTION)
    ResponseEntity<StreamingResponseBody> archive(Here here) throws IOException {
        Production production = here.production();
        studio.archive().requireWritable(production);
        StreamingResponseBody content = out -> studio.archive().write(production, false, out);
        studio.activity().note(production.id(), here.account(), "took the whole production away");
        return Sent.taken(content, production.name() + ".zip");
    }

    @PostMapping("/p/{production}/steps/{step}")
    @Needs(Permission.RUN)
    ResponseEntity<String> ask(Here here, @PathVariable String step, @RequestParam(defaultValue = "/") String to) {
        Step asked = Step.of(step).orElseThrow(() -> new Gate.Refused(404));
        studio.edits().ask(here.production(), asked, here.account());
        return DoorPages.seeOther(DoorPages.own(to));
    }
}
