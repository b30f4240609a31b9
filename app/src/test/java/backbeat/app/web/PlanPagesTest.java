package backbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.studio.people.Role;
import backbeat.studio.plan.Task;
import backbeat.studio.production.Production;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlanPagesTest {
    private static OpenStudio open;
    private static Visitor owner;

    @BeforeAll
    static void openStudio() throws IOException {
        open = OpenStudio.open();
        owner = open.owner();
        owner.get("/me");
    }

    @AfterAll
    static void close() throws IOException {
        open.close();
    }

    private static Production made(String name) {
        String release = open.studio.plan().today().plusDays(60).toString();
        String place = owner.post(
                        "/productions",
                        "name",
                        name,
                        "artist",
                        "Band",
                        "kind",
                        "MUSIC_VIDEO",
                        "release",
                        release,
                        "tasks",
                        "true")
                .place();
        return open.studio.productions().byId(place.substring("/p/".length())).orElseThrow();
    }

    private static Task task(Production production, String title) {
        return open.studio.plan().of(production.id()).stream()
                .filter(task -> task.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static String in(Production production, String path) {
        return "/p/" + production.id() + path;
    }

    @Test
    void aNewProductionBeginsWithTheTasksOfItsKind() {
        Production production = made("Planned");
        assertThat(owner.get(in(production, "/tasks")).body()).contains("Picture lock", "Release on");
        assertThat(owner.get(in(production, "")).body()).contains("days to release", "60");
    }

    @Test
    void aTaskIsMadeDoneAndUndone() {
        Production production = made("Undone");
        owner.post(in(production, "/tasks"), "title", "Buy <b>lamps</b>", "stage", "PLAN", "due", "2020-01-01");
        assertThat(owner.get(in(production, "/tasks")).body())
                .contains("Buy &lt;b>lamps&lt;/b>", "days late")
                .doesNotContain("<b>lamps");
        assertThat(owner.get("/").body()).contains("days late").doesNotContain("<b>lamps");
        Task task = task(production, "Buy <b>lamps</b>");
        owner.post(in(production, "/tasks/" + task.id() + "/tick"), "done", "true");
        assertThat(task(production, task.title()).isDone()).isTrue();
        owner.post(in(production, "/plan/undo"));
        assertThat(task(production, task.title()).isDone()).isFalse();
        assertThat(owner.post(in(production, "/tasks"), "title", " ", "stage", "PLAN")
                        .body())
                .contains("The task has no name");
    }

    @Test
    void crewTicksItsOwnTasksOnly() {
        Production production = made("Crewed");
        Visitor crew = open.member(production, Role.CREW);
        Task task = task(production, "Shoot");
        String ownerId = open.ownerAccount().id();
        owner.post(
                in(production, "/tasks/" + task.id()),
                "title",
                "Shoot",
                "stage",
                "SHOOT",
                "owner",
                ownerId,
                "days",
                "2");
        crew.get("/me");
        assertThat(crew.post(in(production, "/tasks/" + task.id() + "/tick"), "done", "true")
                        .status())
                .isEqualTo(403);
        Task free = task(production, "Rough cut");
        assertThat(crew.post(in(production, "/tasks/" + free.id() + "/tick"), "done", "true")
                        .status())
                .isEqualTo(303);
    }

    @Test
    void aTaskOfAnotherProductionIsNotThereAndNobodyFromElsewhereOwnsOne() {
        Production one = made("One");
        Production other = made("Other");
        Task foreign = task(other, "Shoot");
        assertThat(owner.post(in(one, "/tasks/" + foreign.id() + "/remove")).status())
                .isEqualTo(404);
        owner.post(in(one, "/tasks"), "title", "Steal", "stage", "CUT", "owner", "00000000000000000000000000000001");
        assertThat(task(one, "Steal").ownerId()).isNull();
    }
}
