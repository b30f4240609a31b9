package backbeat.app.web;

import backbeat.engine.song.SongMap;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.studio.Studio;
import backbeat.studio.edit.FilmView;
import backbeat.studio.edit.Films;
import backbeat.studio.edit.Results;
import backbeat.studio.mail.Letter;
import backbeat.studio.people.Crew;
import backbeat.studio.people.Permission;
import backbeat.studio.plan.Plan;
import backbeat.studio.plan.Stage;
import backbeat.studio.review.Author;
import backbeat.studio.review.CommentFile;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Comments on the frame, answers, and who approved, for members. */
@RestController
class ReviewPages {
    private static final Duration ASKED_AGAIN_AFTER = Duration.ofHours(1);

    private final Studio studio;
    private final Pages pages;
    private final Surroundings surroundings;

    ReviewPages(Studio studio, Pages pages, Surroundings surroundings) {
        this.studio = studio;
        this.pages = pages;
        this.surroundings = surroundings;
    }

    @GetMapping("/p/{production}/review")
    @Needs(Permission.SEE)
    ResponseEntity<String> review(
            HttpServletRequest request,
            Here here,
            @RequestParam(defaultValue = "") String with,
            @RequestParam(defaultValue = "") String how,
            @RequestParam(defaultValue = "-1") int written) {
        Results results = studio.results(here.production().id());
        List<Films.Kept> films = results.films().all();
        Map<String, Object> content = new HashMap<>();
        content.put("filmIsBehind", results.filmIsBehindCut());
        content.put("screening", Screening.of(films, with, how, studio.clock().instant()));
        content.put("comments", CommentRow.of(studio, here.production().id(), films));
        content.put("approval", Approval.of(studio, here.production().id()));
        content.put("letters", surroundings.post().isOpen());
        content.put("written", written);
        content.put(
                "people",
                studio.crew().of(here.production().id()).stream()
                        .map(Crew.Member::account)
                        .toList());
        return pages.page("review", "Review · " + here.production().name(), request, here, content);
    }

    /** Gives the room of an older film back. */
    @PostMapping("/p/{production}/films/{film}/drop")
    @Needs(Permission.EDIT_CUT)
    ResponseEntity<String> drop(Here here, @PathVariable String film) {
        Films films = studio.results(here.production().id()).films();
        films.byVersion(film).filter(kept -> !kept.isCurrent()).ifPresent(kept -> {
            films.drop(film);
            String which =
                    kept.film().cut() > 0 ? "the film of version " + kept.film().cut() : "an older film";
            studio.activity().note(here.production().id(), here.account(), "dropped " + which);
        });
        return backToReview(here);
    }

    @PostMapping("/p/{production}/comments")
    @Needs(Permission.COMMENT)
    ResponseEntity<?> say(
            Here here,
            @RequestHeader(name = "Accept", defaultValue = "") String accept,
            @RequestParam int frame,
            @RequestParam(defaultValue = "0") int last,
            @RequestParam String words,
            @RequestParam(defaultValue = "") String drawing) {
        CommentRow made = said(here).comment(frame, last, words, drawing);
        return accept.contains("text/html") ? backToReview(here) : ResponseEntity.ok(made);
    }

    @PostMapping("/p/{production}/comments/{comment}/answer")
    @Needs(Permission.COMMENT)
    ResponseEntity<String> answer(Here here, @PathVariable String comment, @RequestParam String words) {
        said(here).answer(comment, words);
        return backToReview(here);
    }

    @PostMapping("/p/{production}/verdict")
    @Needs(Permission.APPROVE)
    ResponseEntity<String> verdict(
            Here here,
            @RequestParam boolean approved,
            @RequestParam(defaultValue = "") String words,
            @RequestParam String film) {
        said(here).verdict(approved, words, film);
        return backToReview(here);
    }

    /** Asks those who approve, and have not said anything of this film, for their word; once an hour for a film. */
    @PostMapping("/p/{production}/review/ask")
    @Needs(Permission.INVITE)
    ResponseEntity<String> askForWord(HttpServletRequest request, Here here) {
        String id = here.production().id();
        if (!surroundings.post().isOpen()) {
            throw new Gate.Refused(404);
        }
        FilmView film = studio.results(id).filmFacts().orElseThrow(() -> new Gate.Refused(404));
        String which = film.cut() > 0 ? "Version " + film.cut() : "The film";
        Letters letters = new Letters(surroundings.base(request));
        List<Letter> all = Approval.waitsFor(studio, id, film).stream()
                .filter(account -> account.hasAddress()
                        && !account.id().equals(here.account().id()))
                .map(account -> letters.filmWaits(account, here.account(), here.production(), which))
                .toList();
        boolean sent = surroundings.post().sendOnce(id + film.version(), ASKED_AGAIN_AFTER, all);
        return DoorPages.seeOther("/p/" + id + "/review?written=" + (sent ? all.size() : 0));
    }

    private Said said(Here here) {
        String id = here.production().id();
        return new Said(
                studio, id, Author.of(here.account()), done -> studio.activity().note(id, here.account(), done));
    }

    @GetMapping("/p/{production}/comments.{ending}")
    @Needs(Permission.TAKE_FILES)
    ResponseEntity<byte[]> file(Here here, @PathVariable String ending) {
        CommentFile kind = CommentFile.ofEnding(ending).orElseThrow(() -> new Gate.Refused(404));
        String id = here.production().id();
        FilmView film = studio.results(id).filmFacts().orElseThrow(() -> new Gate.Refused(404));
        SongMap map = studio.results(id).songMap().orElse(null);
        CommentFile.Film stage = new CommentFile.Film(
                here.production().name(),
                Rate.parse(film.rate()),
                Rational.nearest(film.seconds(), 1_000_000),
                seconds -> ClipRow.position(seconds, map));
        return ResponseEntity.ok()
                .header("Content-Disposition", "attachment; filename=\"comments." + kind.ending() + "\"")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(kind.of(stage, studio.comments().of(id)));
    }

    /** A comment becomes a task of the plan. */
    @PostMapping("/p/{production}/comments/{comment}/task")
    @Needs(Permission.PLAN)
    ResponseEntity<String> task(
            Here here,
            @PathVariable String comment,
            @RequestParam String title,
            @RequestParam(defaultValue = "CUT") Stage stage,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String due) {
        String id = here.production().id();
        studio.comments().byId(id, comment);
        Plan.Said said = new Plan.Said(title, stage, PlanPages.member(studio, here, owner), due, 1, List.of());
        studio.plan().add(id, said, here.account(), studio.comments().becoming(id, comment));
        studio.activity().note(id, here.account(), "made a task of a comment");
        return DoorPages.seeOther("/p/" + id + "/review#c-" + comment);
    }

    @PostMapping("/p/{production}/comments/{comment}/resolve")
    @Needs(Permission.RESOLVE)
    ResponseEntity<String> resolve(
            Here here, @PathVariable String comment, @RequestParam(defaultValue = "true") boolean resolved) {
        studio.comments().resolve(here.production().id(), comment, resolved);
        return backToReview(here);
    }

    private static ResponseEntity<String> backToReview(Here here) {
        return DoorPages.seeOther("/p/" + here.production().id() + "/review");
    }
}
