package backbeat.app.web;

import backbeat.studio.Studio;
import backbeat.studio.jobs.Job;
import backbeat.studio.people.Account;
import backbeat.studio.people.Permission;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells open pages of jobs as they change, each page of the productions its person may see. */
@RestController
class JobEvents implements DisposableBean {
    private static final System.Logger LOG = System.getLogger(JobEvents.class.getName());
    private static final int MOST_PAGES = 500;
    private static final long ALIVE_SECONDS = 20;

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

    @GetMapping("/events")
    @Needs(Permission.BE_HERE)
    SseEmitter events(Here here) throws IOException {
        if (pages.size() >= MOST_PAGES) {
            throw new Gate.Refused(503);
        }
        SseEmitter page = new SseEmitter(0L);
        page.onCompletion(() -> pages.remove(page));
        page.onError(gone -> pages.remove(page));
        page.onTimeout(() -> pages.remove(page));
        page.send(SseEmitter.event().comment("here"));
        pages.put(page, here.account());
        return page;
    }

    private void tell(Job job) {
        JobView view = JobView.of(job, studio);
        pages.forEach((page, account) -> {
            if (studio.crew().roleOf(account, job.productionId()).isPresent()) {
                send(page, SseEmitter.event().name("job").data(view));
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
