package backbeat.app.web;

import backbeat.studio.Studio;
import backbeat.studio.people.Permission;
import backbeat.studio.production.Production;
import backbeat.studio.review.ReviewLinks;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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
    ResponseEntity<String> watch(HttpServletRequest request, Here here, @PathVariable String secret) {
        ReviewLinks.Link link = here.guestLink();
        Production production = studio.productions().byId(link.productionId()).orElseThrow(() -> new Gate.Refused(410));
        Map<String, Object> content = new HashMap<>();
        content.put("secret", secret);
        content.put("link", link);
        content.put("production", production);
        content.put("film", studio.results(production.id()).filmFacts().orElse(null));
        content.put("comments", CommentRow.of(studio, production.id()));
        return pages.page("guest", production.name(), request, new Here(null, null, here.role(), link), content);
    }

    @GetMapping("/r/{secret}/film")
    @Needs(Permission.WATCH)
    ResponseEntity<Resource> film(Here here) {
        return studio.results(here.guestLink().productionId())
                .film()
                .map(Sent::shown)
                .orElseThrow(() -> new Gate.Refused(404));
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
                        studio.comments().of(id),
                        java.util.Optional.empty(),
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
    CommentRow say(Here here, @RequestParam int frame, @RequestParam String words) {
        ReviewLinks.Link link = here.guestLink();
        var made = studio.comments().say(link, ReviewPages.place(studio, link.productionId(), frame), words);
        studio.activity().note(link.productionId(), null, link.guest() + " (guest) commented on the film");
        return CommentRow.of(made, studio.results(link.productionId()));
    }
}
