package backbeat.app.web;

import backbeat.studio.Studio;
import backbeat.studio.edit.FilmView;
import backbeat.studio.edit.Results;
import backbeat.studio.people.Permission;
import backbeat.studio.review.Comments;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Comments on the frame, for members. */
@RestController
class ReviewPages {
    private final Studio studio;
    private final Pages pages;

    ReviewPages(Studio studio, Pages pages) {
        this.studio = studio;
        this.pages = pages;
    }

    @GetMapping("/p/{production}/review")
    @Needs(Permission.SEE)
    ResponseEntity<String> review(HttpServletRequest request, Here here) {
        Results results = studio.results(here.production().id());
        Map<String, Object> content = new HashMap<>();
        content.put("film", results.filmFacts().orElse(null));
        content.put("comments", CommentRow.of(studio, here.production().id()));
        content.put("links", studio.links().of(here.production().id()));
        content.put("now", studio.clock().instant());
        return pages.page("review", "Review · " + here.production().name(), request, here, content);
    }

    @PostMapping("/p/{production}/comments")
    @Needs(Permission.COMMENT)
    CommentRow say(Here here, @RequestParam int frame, @RequestParam String words) {
        String id = here.production().id();
        Comments.Comment made = studio.comments().say(id, place(studio, id, frame), words, here.account());
        studio.activity().note(id, here.account(), "commented on the film");
        return CommentRow.of(made, studio.results(id));
    }

    /** The frame of the film that is there now. */
    static Comments.Place place(Studio studio, String productionId, int frame) {
        FilmView film = studio.results(productionId).filmFacts().orElseThrow(() -> new Gate.Refused(404));
        double seconds = frame / film.framesPerSecond();
        if (seconds > film.seconds() + 1) {
            throw new Gate.Refused(400);
        }
        return new Comments.Place(film.version(), frame, seconds);
    }

    @PostMapping("/p/{production}/comments/{comment}/resolve")
    @Needs(Permission.RESOLVE)
    ResponseEntity<String> resolve(
            Here here, @PathVariable String comment, @RequestParam(defaultValue = "true") boolean resolved) {
        studio.comments().resolve(here.production().id(), comment, resolved);
        return DoorPages.seeOther("/p/" + here.production().id() + "/review");
    }
}
