package backbeat.app.web;

import backbeat.studio.Studio;
import backbeat.studio.jobs.Job;
import backbeat.studio.people.Permission;
import backbeat.studio.production.Production;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What runs, waits, failed; stopping it and doing it again. */
@RestController
class JobPages {
    private static final int SHOWN = 60;

    private final Studio studio;
    private final Pages pages;

    JobPages(Studio studio, Pages pages) {
        this.studio = studio;
        this.pages = pages;
    }

    @GetMapping("/jobs")
    @Needs(Permission.BE_HERE)
    ResponseEntity<String> jobs(HttpServletRequest request, Here here) {
        List<String> visible = studio.productions().visibleTo(here.account()).stream()
                .map(Production::id)
                .toList();
        List<JobView> all = studio.jobs().in(visible, SHOWN).stream()
                .map(job -> JobView.of(job, studio))
                .toList();
        return pages.page(
                "jobs",
                "Jobs",
                request,
                here,
                Map.of(
                        "active",
                                all.stream().filter(JobView::isActive).toList().reversed(),
                        "over", all.stream().filter(job -> !job.isActive()).toList()));
    }

    @PostMapping("/p/{production}/jobs/{job}/stop")
    @Needs(Permission.RUN)
    ResponseEntity<String> stop(Here here, @PathVariable String job, @RequestParam(defaultValue = "/jobs") String to) {
        studio.jobs().stop(in(here, job));
        return DoorPages.seeOther(DoorPages.own(to));
    }

    @PostMapping("/p/{production}/jobs/{job}/again")
    @Needs(Permission.RUN)
    ResponseEntity<String> again(Here here, @PathVariable String job, @RequestParam(defaultValue = "/jobs") String to) {
        studio.jobs().again(in(here, job), here.account().id());
        return DoorPages.seeOther(DoorPages.own(to));
    }

    /** A job of another production is not there. */
    private Job in(Here here, String job) {
        return studio.jobs()
                .byId(job)
                .filter(found -> found.productionId().equals(here.production().id()))
                .orElseThrow(() -> new Gate.Refused(404));
    }
}
