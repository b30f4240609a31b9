package backbeat.app.web;

import backbeat.studio.Studio;
import backbeat.studio.people.Account;
import backbeat.studio.people.Permission;
import backbeat.studio.production.Production;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The first page in the morning: what is late, what waits, where each production stands, what is this week. */
@RestController
class DashboardPages {
    private static final int ON_A_PAGE = 30;
    private static final int SHOWN_LATE = 6;
    private static final int LOOKED_AT = 400;

    private final Studio studio;
    private final Pages pages;

    DashboardPages(Studio studio, Pages pages) {
        this.studio = studio;
        this.pages = pages;
    }

    @GetMapping("/")
    @Needs(Permission.BE_HERE)
    ResponseEntity<String> dashboard(
            HttpServletRequest request, Here here, @RequestParam(defaultValue = "1") int page) {
        List<Production> all = studio.productions().visibleTo(here.account());
        int last = Math.max(1, (all.size() + ON_A_PAGE - 1) / ON_A_PAGE);
        int shown = Math.clamp(page, 1, last);
        List<Production> some = all.subList((shown - 1) * ON_A_PAGE, Math.min(all.size(), shown * ON_A_PAGE));
        LocalDate today = studio.plan().today();
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<AheadTask> ahead = ahead(all, here.account(), today, monday.plusDays(7));
        List<AheadTask> late =
                ahead.stream().filter(one -> one.task().isLate(today)).toList();
        Map<String, Object> content = new HashMap<>();
        content.put("rows", ProductionRow.all(studio, some));
        content.put("failed", failed(all));
        content.put("late", late.stream().limit(SHOWN_LATE).toList());
        content.put("moreLate", Math.max(0, late.size() - SHOWN_LATE));
        content.put("week", week(ahead, monday, today));
        content.put("total", all.size());
        content.put("page", shown);
        content.put("last", last);
        return pages.page("dashboard", "Productions", request, here, content);
    }

    /** One's own first, then by date. */
    private List<AheadTask> ahead(List<Production> productions, Account who, LocalDate today, LocalDate before) {
        Map<String, String> names = productions.stream().collect(Collectors.toMap(Production::id, Production::name));
        return studio.plan().dueBefore(names.keySet(), before, LOOKED_AT).stream()
                .map(task -> new AheadTask(
                        task,
                        names.getOrDefault(task.productionId(), ""),
                        task.due() == null ? "" : TaskRow.when(task.due(), today),
                        who.id().equals(task.ownerId())))
                .sorted(Comparator.comparing(one -> !one.mine()))
                .toList();
    }

    private static List<WeekDay> week(List<AheadTask> ahead, LocalDate monday, LocalDate today) {
        return IntStream.range(0, 7)
                .mapToObj(monday::plusDays)
                .map(day -> new WeekDay(
                        day,
                        TaskRow.day(day),
                        day.equals(today),
                        ahead.stream()
                                .filter(one -> day.equals(one.task().due()))
                                .limit(5)
                                .toList()))
                .toList();
    }

    /** The newest job of each step, where that failed. */
    private List<JobView> failed(List<Production> productions) {
        Map<String, Production> known =
                productions.stream().collect(Collectors.toMap(Production::id, Function.identity()));
        return studio.jobs().in(known.keySet(), 200).stream()
                .collect(Collectors.toMap(
                        job -> job.productionId() + job.step(),
                        job -> job,
                        (newer, older) -> newer,
                        LinkedHashMap::new))
                .values()
                .stream()
                .filter(job -> job.state() == backbeat.studio.jobs.Job.State.FAILED)
                .limit(SHOWN_LATE)
                .map(job -> JobView.of(job, studio))
                .toList();
    }
}
