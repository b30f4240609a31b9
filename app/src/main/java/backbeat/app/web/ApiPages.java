package backbeat.app.web;

import backbeat.studio.Studio;
import backbeat.studio.edit.Results;
import backbeat.studio.edit.Step;
import backbeat.studio.jobs.Job;
import backbeat.studio.people.Permission;
import backbeat.studio.plan.Task;
import backbeat.studio.production.Production;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What programs ask, with a token of a person: the same things as on the pages, under the same permissions, as JSON. Described at {@code /api/openapi.json}. */
@RestController
class ApiPages {
    private static final String OF = "/api/productions/{production}";
    private static final int MOST_JOBS = 100;

    /** A production. */
    public record ProductionData(
            String id,
            String name,
            String artist,
            String kind,
            @Nullable String song,
            boolean footage,
            @Nullable String release) {}

    /** A task of the plan, with the day by which it is expected. */
    public record TaskData(
            String id,
            String stage,
            String title,
            @Nullable String owner,
            @Nullable String due,
            int days,
            @Nullable String done,
            String expected,
            List<String> needs) {}

    /** A job. */
    public record JobData(
            String id,
            String step,
            String state,
            double fraction,
            String doing,
            @Nullable String problem) {
        static JobData of(Job job) {
            return new JobData(
                    job.id(),
                    job.step(),
                    job.state().name(),
                    job.fraction(),
                    job.doing(),
                    job.problem() == null ? null : job.problem().oneLine());
        }
    }

    private final Studio studio;

    ApiPages(Studio studio) {
        this.studio = studio;
    }

    @GetMapping("/api/openapi.json")
    @Needs(Permission.BE_HERE)
    ResponseEntity<Resource> description() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(new ClassPathResource("openapi.json", ApiPages.class));
    }

    @GetMapping("/api/productions")
    @Needs(Permission.BE_HERE)
    List<ProductionData> productions(Here here) {
        return studio.productions().visibleTo(here.account()).stream()
                .map(this::data)
                .toList();
    }

    private ProductionData data(Production production) {
        return new ProductionData(
                production.id(),
                production.name(),
                production.artist(),
                production.kind().name(),
                production.song() == null ? null : production.song().name(),
                production.hasFootage(),
                studio.plan().release(production.id()).map(Objects::toString).orElse(null));
    }

    @GetMapping(OF)
    @Needs(Permission.SEE)
    ProductionData production(Here here) {
        return data(here.production());
    }

    @GetMapping(OF + "/tasks")
    @Needs(Permission.SEE)
    List<TaskData> tasks(Here here) {
        var forecast = studio.plan().forecast(here.production().id());
        return studio.plan().of(here.production().id()).stream()
                .map(task -> new TaskData(
                        task.id(),
                        task.stage().name(),
                        task.title(),
                        task.ownerId(),
                        Objects.toString(task.due(), null),
                        task.days(),
                        Objects.toString(task.done(), null),
                        forecast.end(task).toString(),
                        task.needs()))
                .toList();
    }

    @PostMapping(OF + "/tasks/{task}/done")
    @Needs(Permission.TICK)
    ResponseEntity<Void> done(Here here, @PathVariable String task, @RequestParam(defaultValue = "true") boolean done) {
        Task known = studio.plan().of(here.production().id()).stream()
                .filter(one -> one.id().equals(task))
                .findFirst()
                .orElseThrow(() -> new Gate.Refused(404));
        boolean mine =
                known.ownerId() == null || known.ownerId().equals(here.account().id());
        if (!mine && !here.may(Permission.PLAN)) {
            throw new Gate.Refused(403);
        }
        if (known.isDone() != done) {
            studio.plan().tick(known, done, here.account());
        }
        return ResponseEntity.noContent().build();
    }

    @GetMapping(OF + "/jobs")
    @Needs(Permission.SEE)
    List<JobData> jobs(Here here) {
        return studio.jobs().in(List.of(here.production().id()), MOST_JOBS).stream()
                .map(JobData::of)
                .toList();
    }

    @PostMapping(OF + "/steps/{step}")
    @Needs(Permission.RUN)
    ResponseEntity<Void> ask(Here here, @PathVariable String step) {
        Step asked = Step.of(step).orElseThrow(() -> new Gate.Refused(404));
        studio.edits().ask(here.production(), asked, here.account());
        return ResponseEntity.status(HttpStatus.ACCEPTED).build();
    }

    @GetMapping(OF + "/files")
    @Needs(Permission.TAKE_FILES)
    List<Results.Takeaway> files(Here here) {
        return studio.results(here.production().id()).takeaways();
    }

    @GetMapping(OF + "/files/{name}")
    @Needs(Permission.TAKE_FILES)
    ResponseEntity<Resource> file(Here here, @PathVariable String name) {
        Path file = studio.results(here.production().id()).takeaway(name).orElseThrow(() -> new Gate.Refused(404));
        return Sent.taken(file, name);
    }
}
