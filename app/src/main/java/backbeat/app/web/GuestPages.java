package backbeat.app.web;

import backbeat.studio.Studio;
import backbeat.studio.edit.Films;
import backbeat.studio.people.Permission;
import backbeat.studio.production.Production;
import backbeat.studio.review.Author;
import backbeat.studio.review.ReviewLinks;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a guest with a link sees: one film, its bars, and the comments. Clips and people stay hidden. */
@RestController
class GuestPages {
    private final Studio studio;
    private final Pages pages;

    GuestPages(Studio studio, Pages pages) {
        this.studio = studio;
        this.pages = pages;
    }

    @GetMapping("/r/{secret}")
    @Needs(Permission.WATCH)
    ResponseEntity<String> watch(
            HttpServletRequest request,
            Here here,
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String with,
            @RequestParam(defaultValue = "") String how) {
        ReviewLinks.Link link = here.guestLink();
        Production production = studio.productions().byId(link.productionId()).orElseThrow(() -> new Gate.Refused(410));
        List<Films.Kept> films = studio.results(production.id()).films().all();
        Map<String, Object> content = new HashMap<>();
        content.put("secret", secret);
        content.put("link", link);
        content.put("production", production);
        content.put(
                "screening",
                Screening.of(forGuest(films, link), with, how, studio.clock().instant()));
        content.put("comments", CommentRow.of(studio, production.id(), films));
        content.put("approval", Approval.of(studio, production.id()));
        return pages.page("guest", production.name(), request, new Here(null, null, here.role(), link), content);
    }

    /** A guest compares what could be seen by the link, and nothing from before it was made. */
    private static List<Films.Kept> forGuest(List<Films.Kept> films, ReviewLinks.Link link) {
        return films.stream().filter(kept -> kept.wasShownAfter(link.made())).toList();
    }

    @GetMapping("/r/{secret}/film")
    @Needs(Permission.WATCH)
    ResponseEntity<Resource> film(Here here, @RequestParam(defaultValue = "") String v) {
        ReviewLinks.Link link = here.guestLink();
        Films films = studio.results(link.productionId()).films();
        return Sent.film(films, forGuest(films.all(), link), v);
    }

    @GetMapping("/r/{secret}/peaks")
    @Needs(Permission.WATCH)
    ResponseEntity<Resource> peaks(Here here) {
        return studio.results(here.guestLink().productionId())
                .peaks()
                .map(Sent::shown)
                .orElseThrow(() -> new Gate.Refused(404));
    }

    @GetMapping("/r/{secret}/strip.json")
    @Needs(Permission.WATCH)
    StripData strip(Here here) {
        String id = here.guestLink().productionId();
        return StripData.of(
                        studio.results(id),
                        Optional.empty(),
                        studio.comments().of(id),
                        Optional.empty(),
                        studio.lyrics().of(id).sheet())
                .map(StripData::withoutFootage)
                .orElseThrow(() -> new Gate.Refused(404));
    }

    @GetMapping("/r/{secret}/take")
    @Needs(Permission.WATCH)
    ResponseEntity<Resource> take(Here here) {
        ReviewLinks.Link link = here.guestLink();
        if (!link.mayDownload()) {
            throw new Gate.Refused(403);
        }
        return studio.results(link.productionId())
                .film()
                .map(film -> Sent.taken(film, "film.mp4"))
                .orElseThrow(() -> new Gate.Refused(404));
    }

    @PostMapping("/r/{secret}/comments")
    @Needs(Permission.WATCH)
    ResponseEntity<?> say(
            Here here,
            @RequestHeader(name = "Accept", defaultValue = "") String accept,
            @PathVariable String secret,
            @RequestParam int frame,
            @RequestParam(defaultValue = "0") int last,
            @RequestParam String words,
            @RequestParam(defaultValue = "") String drawing) {
        CommentRow made = said(here).comment(frame, last, words, drawing);
        return accept.contains("text/html") ? DoorPages.seeOther("/r/" + secret) : ResponseEntity.ok(made);
    }

    @PostMapping("/r/{secret}/comments/{comment}/answer")
    @Needs(Permission.WATCH)
    ResponseEntity<String> answer(
            Here here, @PathVariable String secret, @PathVariable String comment, @RequestParam String words) {
        said(here).answer(comment, words);
        return DoorPages.seeOther("/r/" + secret);
    }

    @PostMapping("/r/{secret}/verdict")
    @Needs(Permission.WATCH)
    ResponseEntity<String> verdict(
            Here here,
            @PathVariable String secret,
            @RequestParam boolean approved,
            @RequestParam(defaultValue = "") String words,
            @RequestParam String film) {
        said(here).verdict(approved, words, film);
        return DoorPages.seeOther("/r/" + secret);
    }

    private Said said(Here here) {
        ReviewLinks.Link link = here.guestLink();
        return new Said(studio, link.productionId(), Author.of(link), done -> note(here, done));
    }

    private void note(Here here, String done) {
        ReviewLinks.Link link = here.guestLink();
        studio.activity().note(link.productionId(), null, link.guest() + " (guest) " + done);
    }
}
