package backbeat.studio.plan;

import backbeat.studio.production.Kind;
import backbeat.studio.store.Id;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tasks that a kind of production begins with, from a file of lines: key, stage, days before the release, days of work, keys of what it needs, title. */
final class TaskTemplates {
    private TaskTemplates() {}

    /**
     * When fewer days are left than the tasks ask for, all of them move together: nobody begins late.
     *
     * @param release null leaves the tasks without dates
     */
    static List<Task> of(Kind kind, String productionId, @Nullable LocalDate release, LocalDate today) {
        List<String[]> lines =
                lines(kind).stream().map(line -> line.split("\\|", -1)).toList();
        double share = release == null ? 1 : shareOfDaysLeft(lines, today.until(release, ChronoUnit.DAYS));
        Map<String, String> keys = new LinkedHashMap<>();
        List<Task> tasks = new ArrayList<>();
        for (String[] cells : lines) {
            String id = keys.computeIfAbsent(cells[0].strip(), fresh -> Id.fresh());
            tasks.add(new Task(
                    id,
                    productionId,
                    Stage.valueOf(cells[1].strip().toUpperCase(Locale.ROOT)),
                    cells[5].strip(),
                    null,
                    release == null ? null : release.minusDays((long) (share * daysBefore(cells))),
                    Math.max(1, (int) (share * Integer.parseInt(cells[3].strip()))),
                    null,
                    tasks.size(),
                    Stream.of(cells[4].strip().split(" "))
                            .filter(need -> !need.isEmpty())
                            .map(need -> known(keys, need))
                            .toList()));
        }
        return tasks;
    }

    /** 1 when there is time for all, or when the release is over: then the dates tell what was. */
    private static double shareOfDaysLeft(List<String[]> lines, long left) {
        long wanted = lines.stream().mapToLong(TaskTemplates::daysBefore).max().orElse(0);
        return left < 0 || left >= wanted ? 1 : (double) left / wanted;
    }

    private static long daysBefore(String[] cells) {
        return Long.parseLong(cells[2].strip());
    }

    private static String known(Map<String, String> keys, String need) {
        String key = keys.get(need);
        if (key == null) {
            throw new IllegalStateException("a template needs \"" + need + "\", which is not above it");
        }
        return key;
    }

    private static List<String> lines(Kind kind) {
        String name = kind.name().toLowerCase(Locale.ROOT) + ".tasks";
        try (InputStream file = TaskTemplates.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("no tasks for " + kind);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
