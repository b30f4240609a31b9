package backbeat.app.web;

import backbeat.engine.problem.Problem;
import backbeat.engine.problem.ProblemException;
import backbeat.studio.Studio;
import backbeat.studio.people.Permission;
import backbeat.studio.plan.Plan;
import backbeat.studio.plan.Stage;
import backbeat.studio.plan.Task;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tasks and dates on the way to the release: made, changed, done, and what people did here undone. */
@RestController
class PlanPages {
    private static final String TASKS = "/p/{production}/tasks";

    private final Studio studio;
    private final Pages pages;

    PlanPages(Studio studio, Pages pages) {
        this.studio = studio;
        this.pages = pages;
    }

    @GetMapping(TASKS)
    @Needs(Permission.SEE)
    ResponseEntity<String> tasks(HttpServletRequest request, Here here) {
        return page(request, here, null);
    }

    private ResponseEntity<String> page(HttpServletRequest request, Here here, @Nullable Problem problem) {
        String id = here.production().id();
        Map<String, Object> content = new HashMap<>();
        content.put("plan", PlanView.of(studio, id));
        content.put("members", studio.crew().of(id));
        content.put("stages", List.of(Stage.values()));
        content.put("undo", studio.plan().undoable(id, here.account()).orElse(""));
        content.put("redo", studio.plan().redoable(id, here.account()).orElse(""));
        content.put("problem", problem);
        return pages.page(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                "tasks",
                "Tasks · " + here.production().name(),
                request,
                here,
                content);
    }

    @PostMapping(TASKS)
    @Needs(Permission.PLAN)
    ResponseEntity<String> add(
            HttpServletRequest request,
            Here here,
            @RequestParam String title,
            @RequestParam Stage stage,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "1") int days,
            @RequestParam(defaultValue = "") List<String> needs) {
        Plan.Said said = new Plan.Said(title, stage, member(studio, here, owner), due, days, needs);
        return done(
                request,
                here,
                () -> studio.plan().add(here.production().id(), said, here.account()),
                "added a task to");
    }

    @PostMapping(TASKS + "/{task}")
    @Needs(Permission.PLAN)
    ResponseEntity<String> change(
            HttpServletRequest request,
            Here here,
            @PathVariable String task,
            @RequestParam String title,
            @RequestParam Stage stage,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "1") int days,
            @RequestParam(defaultValue = "") List<String> needs) {
        Task known = in(here, task);
        Plan.Said said = new Plan.Said(title, stage, member(studio, here, owner), due, days, needs);
        return done(request, here, () -> studio.plan().change(known, said, here.account()), "changed a task of");
    }

    /** Only people of the production own its tasks. */
    static String member(Studio studio, Here here, String account) {
        return studio.crew().of(here.production().id()).stream()
                .map(member -> member.account().id())
                .filter(account::equals)
                .findFirst()
                .orElse("");
    }

    @PostMapping(TASKS + "/{task}/tick")
    @Needs(Permission.TICK)
    ResponseEntity<String> tick(
            Here here,
            @PathVariable String task,
            @RequestParam boolean done,
            @RequestParam(defaultValue = "") String to) {
        Task known = in(here, task);
        boolean mine =
                known.ownerId() == null || known.ownerId().equals(here.account().id());
        if (!mine && !here.may(Permission.PLAN)) {
            throw new Gate.Refused(403);
        }
        if (known.isDone() != done) {
            studio.plan().tick(known, done, here.account());
            note(here, (done ? "did: " : "opened again: ") + known.title());
        }
        return to.isEmpty() ? toTasks(here) : DoorPages.seeOther(DoorPages.own(to));
    }

    @PostMapping(TASKS + "/{task}/remove")
    @Needs(Permission.PLAN)
    ResponseEntity<String> remove(Here here, @PathVariable String task) {
        Task known = in(here, task);
        studio.plan().remove(known, here.account());
        note(here, "removed the task: " + known.title());
        return toTasks(here);
    }

    @PostMapping("/p/{production}/plan/undo")
    @Needs(Permission.TICK)
    ResponseEntity<String> undo(HttpServletRequest request, Here here) {
        return done(
                request,
                here,
                () -> studio.plan().undo(here.production().id(), here.account()),
                "took back a change to");
    }

    @PostMapping("/p/{production}/plan/redo")
    @Needs(Permission.TICK)
    ResponseEntity<String> redo(HttpServletRequest request, Here here) {
        return done(
                request, here, () -> studio.plan().redo(here.production().id(), here.account()), "redid a change to");
    }

    @PostMapping("/p/{production}/release")
    @Needs(Permission.PLAN)
    ResponseEntity<String> release(
            HttpServletRequest request,
            Here here,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "false") boolean along) {
        return done(
                request,
                here,
                () -> studio.plan().release(here.production().id(), day, along, here.account()),
                "set the release date in");
    }

    private ResponseEntity<String> done(HttpServletRequest request, Here here, Runnable change, String words) {
        try {
            change.run();
            note(here, words + " the plan");
            return toTasks(here);
        } catch (ProblemException known) {
            return page(request, here, known.problem());
        }
    }

    private void note(Here here, String words) {
        studio.activity().note(here.production().id(), here.account(), words);
    }

    private static ResponseEntity<String> toTasks(Here here) {
        return DoorPages.seeOther("/p/" + here.production().id() + "/tasks");
    }

    private Task in(Here here, String task) {
        return studio.plan().of(here.production().id()).stream()
                .filter(known -> known.id().equals(task))
                .findFirst()
                .orElseThrow(() -> new Gate.Refused(404));
    }
}
