package backbeat.app.web;

import backbeat.studio.Studio;
import backbeat.studio.edit.Results;
import backbeat.studio.plan.Stage;
import backbeat.studio.plan.Task;
import backbeat.studio.production.Production;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far a production is: by its tasks, and by what is there of song, clips and cut. */
final class Stages {
    private static final Map<Stage, String> ICONS = Map.of(
            Stage.IDEA, "bulb",
            Stage.PLAN, "plan",
            Stage.SHOOT, "slate",
            Stage.CUT, "scissors",
            Stage.FINISH, "finish",
            Stage.RELEASE, "send");

    /** What is there, where a page of its own works on it. */
    private record Seen(int percent, String said, String link) {}

    private final Studio studio;

    Stages(Studio studio) {
        this.studio = studio;
    }

    List<StageView> of(Production production) {
        return of(production, studio.plan().of(production.id()));
    }

    List<StageView> of(Production production, List<Task> tasks) {
        LocalDate today = studio.plan().today();
        return java.util.stream.Stream.of(Stage.values())
                .map(stage -> view(
                        stage,
                        seen(stage, production),
                        tasks.stream().filter(task -> task.stage() == stage).toList(),
                        today))
                .toList();
    }

    private static StageView view(Stage stage, Seen seen, List<Task> tasks, LocalDate today) {
        long done = tasks.stream().filter(Task::isDone).count();
        Optional<Task> next = tasks.stream()
                .filter(task -> !task.isDone())
                .min(Comparator.comparing((Task task) -> String.valueOf(task.due()))
                        .thenComparingInt(Task::place));
        int percent = tasks.isEmpty() ? seen.percent() : (int) (100 * done / tasks.size());
        String said = !seen.said().isEmpty()
                ? seen.said()
                : tasks.isEmpty() ? "Nothing planned" : next.map(Task::title).orElse("Done");
        return new StageView(
                stage.key(),
                stage.words(),
                ICONS.getOrDefault(stage, "plan"),
                percent,
                percent > 0 || !tasks.isEmpty(),
                said,
                next.map(task -> next(task, today, said)).orElse(""),
                next.filter(task -> task.isLate(today)).isPresent(),
                seen.link());
    }

    private static String next(Task task, LocalDate today, String said) {
        String when = task.due() == null ? "" : TaskRow.when(task.due(), today);
        return said.equals(task.title()) ? when : when.isEmpty() ? task.title() : task.title() + " · " + when;
    }

    private Seen seen(Stage stage, Production production) {
        Results results = studio.results(production.id());
        String base = "/p/" + production.id();
        return switch (stage) {
            case IDEA ->
                new Seen(
                        production.hasSong() ? 100 : 0,
                        production.hasSong() ? "The song is here" : "Add the song",
                        base + "/song");
            case SHOOT -> shoot(production, results, base);
            case CUT -> cut(results, base);
            case PLAN -> new Seen(0, "", base + "/shots");
            case FINISH, RELEASE -> new Seen(0, "", base + "/tasks");
        };
    }

    private static Seen shoot(Production production, Results results, String base) {
        boolean placed = results.written("sync.json").isPresent();
        boolean seen = results.written("footage.json").isPresent();
        int percent = placed ? 100 : seen ? 60 : production.hasFootage() ? 20 : 0;
        String said = placed
                ? "Clips are on the song"
                : seen ? "Clips are found" : production.hasFootage() ? "Looking at clips" : "Add the footage";
        return new Seen(percent, said, base + "/footage");
    }

    private static Seen cut(Results results, String base) {
        boolean film = results.film().isPresent();
        boolean cut = results.written("cut.json").isPresent();
        String said = film ? "The film is here" : cut ? "The rough cut is here" : "Nothing cut yet";
        return new Seen(film ? 100 : cut ? 70 : 0, said, base + "/cut");
    }
}
