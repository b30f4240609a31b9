package backbeat.app.web;

import backbeat.studio.Studio;
import backbeat.studio.jobs.Job;
import backbeat.studio.people.Account;
import backbeat.studio.people.Permission;
import backbeat.studio.production.Production;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells open pages of jobs as they change, each page of the productions its person may see. */
@RestController
class JobEvents implements DisposableBean {
    private static final System.Logger LOG = System.getLogger(JobEvents.class.getName());
    private static final int MOST_PAGES = 500;
    private static final long ALIVE_SECONDS = 20;
    private static final Duration MISSED = Duration.ofMinutes(1);
    private static final int MOST_MISSED = 30;

    private final Studio studio;
    private final Map<SseEmitter, Account> pages = new ConcurrentHashMap<>();
    private final ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("events").factory());
    private final AutoCloseable listening;
    private final ScheduledFuture<?> alive;

    JobEvents(Studio studio) {
        this.studio = studio;
        this.listening = studio.jobs().listen(job -> sender.execute(() -> tell(job)));
        this.alive = sender.scheduleWithFixedDelay(this::stayAlive, ALIVE_SECONDS, ALIVE_SECONDS, TimeUnit.SECONDS);
    }

    /** @param away for how many seconds the page has not listened since it was made; 0 for one that is just made */
    @GetMapping("/events")
    @Needs(Permission.BE_HERE)
    SseEmitter events(Here here, @RequestParam(defaultValue = "0") int away) throws IOException {
        if (pages.size() >= MOST_PAGES) {
            throw new Gate.Refused(503);
        }
        SseEmitter page = new SseEmitter(0L);
        page.onCompletion(() -> pages.remove(page));
        page.onError(gone -> pages.remove(page));
        page.onTimeout(() -> pages.remove(page));
        page.send(SseEmitter.event().comment("here"));
        pages.put(page, here.account());
        String name = away > 0 ? "job" : "was";
        Duration missed = away > 0 ? Duration.ofSeconds(away) : MISSED;
        recent(here.account(), missed).forEach(job -> send(page, event(name, JobView.of(job, studio))));
        return page;
    }

    /** What a page may have missed before its first event: of its jobs, those that are not long over. */
    private Stream<Job> recent(Account account, Duration missed) {
        Instant since = studio.clock().instant().minus(missed);
        List<String> seen = studio.productions().visibleTo(account).stream()
                .map(Production::id)
                .toList();
        return studio.jobs().in(seen, MOST_MISSED).stream()
                .filter(job -> job.ended() == null || job.ended().isAfter(since));
    }

    private static SseEmitter.SseEventBuilder event(String name, JobView job) {
        return SseEmitter.event().name(name).data(job);
    }

    private void tell(Job job) {
        if (pages.isEmpty()) {
            return;
        }
        JobView view = JobView.of(job, studio);
        pages.forEach((page, account) -> {
            if (studio.crew().roleOf(account, job.productionId()).isPresent()) {
                send(page, event("job", view));
            }
        });
    }

    private void stayAlive() {
        pages.keySet().forEach(page -> send(page, SseEmitter.event().comment("still here")));
    }

    private void send(SseEmitter page, SseEmitter.SseEventBuilder event) {
        try {
            page.send(event);
        } catch (IOException | IllegalStateException gone) {
            pages.remove(page);
        }
    }

    @Override
    public void destroy() throws Exception {
        listening.close();
        alive.cancel(false);
        sender.shutdownNow();
        pages.keySet().forEach(JobEvents::end);
    }

    private static void end(SseEmitter page) {
        try {
            page.complete();
        } catch (IllegalStateException gone) {
            LOG.log(System.Logger.Level.DEBUG, "the browser went away", gone);
        }
    }
}
