package backbeat.studio.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import backbeat.studio.OpenHome;
import backbeat.studio.TestClock;
import backbeat.studio.Told;
import backbeat.studio.plan.Plan;
import backbeat.studio.plan.Stage;
import backbeat.studio.plan.Task;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewTest {
    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock();

    @Test
    void aLinkHoldsUntilItsDayOrUntilItIsEnded() {
        try (OpenHome home = new OpenHome(folder, clock)) {
            ReviewLinks links = new ReviewLinks(home.store, clock);
            String production = home.production().id();
            String brief = links.make(production, "Jon", Duration.ofDays(1), false, home.owner);
            String lasting = links.make(production, "Ada", Duration.ofDays(30), true, home.owner);
            assertThat(links.open(brief))
                    .get()
                    .extracting(ReviewLinks.Link::guest)
                    .isEqualTo("Jon");
            clock.pass(Duration.ofDays(2));
            assertThat(links.open(brief)).isEmpty();
            links.end(home.production().id(), links.open(lasting).orElseThrow().id());
            assertThat(links.open(lasting))
                    .as("another production cannot end it")
                    .isPresent();
            links.end(production, links.open(lasting).orElseThrow().id());
            assertThat(links.open(lasting)).isEmpty();
        }
    }

    @Test
    void aCommentIsOneTaskUntilThatIsGone() {
        try (OpenHome home = new OpenHome(folder, clock)) {
            Comments comments = new Comments(home.store, clock);
            Plan plan = new Plan(home.store, clock);
            String production = home.production().id();
            String comment = comments.say(
                            production, new Comments.Place("f", 1, 1), Note.of("no logo"), Author.of(home.owner))
                    .id();
            Plan.Said said = new Plan.Said("Remove the logo", Stage.CUT, "", "", 1, List.of());
            String first = plan.add(production, said, home.owner, comments.becoming(production, comment));
            assertThatThrownBy(() -> plan.add(production, said, home.owner, comments.becoming(production, comment)))
                    .satisfies(Told.problem("review/is-task"));
            assertThat(plan.of(production)).extracting(Task::id).containsExactly(first);
            assertThat(comments.byTask(production)).containsOnlyKeys(first);
            plan.remove(plan.of(production).getFirst(), home.owner);
            String second = plan.add(production, said, home.owner, comments.becoming(production, comment));
            assertThat(comments.byTask(production)).containsOnlyKeys(second);
        }
    }

    @Test
    void aCommentOnAStretchKeepsBothEndsAndItsAnswersStandThere() {
        try (OpenHome home = new OpenHome(folder, clock)) {
            Comments comments = new Comments(home.store, clock);
            String production = home.production().id();
            Author owner = Author.of(home.owner);
            Comments.Comment stretch =
                    comments.say(production, new Comments.Place("f", 25, 1, 49, 2), Note.of("hold"), owner);
            Comments.Comment answer = comments.answer(production, stretch.id(), Note.of("yes"), owner);
            for (Comments.Comment one : List.of(stretch, answer)) {
                assertThat(one.isSpan()).isTrue();
                assertThat(List.of(one.frame(), one.lastFrame())).containsExactly(25, 49);
                assertThat(one.songEnd()).isEqualTo(2);
            }
            assertThat(comments.say(production, new Comments.Place("f", 25, 1), Note.of("here"), owner)
                            .isSpan())
                    .isFalse();
        }
        assertThatThrownBy(() -> new Comments.Place("f", 25, 1, 24, 2)).satisfies(Told.problem("review/place"));
        assertThatThrownBy(() -> new Comments.Place("f", 25, 1, 30, 1)).satisfies(Told.problem("review/place"));
    }

    @Test
    void commentsStandInTheOrderOfTheSong() {
        try (OpenHome home = new OpenHome(folder, clock)) {
            Comments comments = new Comments(home.store, clock);
            ReviewLinks links = new ReviewLinks(home.store, clock);
            String production = home.production().id();
            String secret = links.make(production, "Jon", Duration.ofDays(1), false, home.owner);
            comments.say(production, new Comments.Place("f", 250, 10), Note.of("later"), Author.of(home.owner));
            comments.say(
                    production,
                    new Comments.Place("f", 25, 1),
                    Note.of("sooner"),
                    Author.of(links.open(secret).orElseThrow()));
            assertThat(comments.of(production))
                    .extracting(Comments.Comment::words)
                    .containsExactly("sooner", "later");
            assertThat(comments.of(production).getFirst().guest()).isTrue();
            assertThat(comments.of(home.production().id())).isEmpty();
        }
    }

    @Test
    void whoHasALinkWritesNeitherFastNorWithoutEnd() {
        try (OpenHome home = new OpenHome(folder, clock)) {
            Comments comments = new Comments(home.store, clock);
            ReviewLinks links = new ReviewLinks(home.store, clock);
            String production = home.production().id();
            String secret = links.make(production, "Jon", Duration.ofDays(30), false, home.owner);
            Author guest = Author.of(links.open(secret).orElseThrow());
            Comments.Place place = new Comments.Place("f", 25, 1);
            for (int i = 0; i < 20; i++) {
                comments.say(production, place, Note.of("again " + i), guest);
            }
            assertThatThrownBy(() -> comments.say(production, place, Note.of("again"), guest))
                    .satisfies(Told.problem("review/too-fast"));
            assertThatThrownBy(() -> new Verdicts(home.store, clock).say(production, "f", 1, true, "", guest))
                    .satisfies(Told.problem("review/too-fast"));
            comments.say(production, place, Note.of("members are not counted"), Author.of(home.owner));

            Note long4 = Note.of("x".repeat(4000));
            for (int i = 0; i < 263; i++) {
                if (i % 20 == 0) {
                    clock.pass(Duration.ofMinutes(2));
                }
                comments.say(production, new Comments.Place("f", i, 1), long4, guest);
            }
            clock.pass(Duration.ofMinutes(2));
            assertThatThrownBy(() -> comments.say(production, place, long4, guest))
                    .satisfies(Told.problem("review/too-much"));
            comments.say(production, place, long4, Author.of(home.owner));
        }
    }

    @Test
    void whatIsSentTwiceInAMomentIsSaidOnceAndLaterItIsSaidAgain() {
        try (OpenHome home = new OpenHome(folder, clock)) {
            Comments comments = new Comments(home.store, clock);
            ReviewLinks links = new ReviewLinks(home.store, clock);
            String production = home.production().id();
            Author jon = Author.of(links.open(links.make(production, "Jon", Duration.ofDays(1), false, home.owner))
                    .orElseThrow());
            Author otherJon = Author.of(links.open(links.make(production, "Jon", Duration.ofDays(1), false, home.owner))
                    .orElseThrow());
            Comments.Place here = new Comments.Place("f", 25, 1);
            List<String> told = new ArrayList<>();
            for (Author author : List.of(Author.of(home.owner), jon, otherJon)) {
                Comments.Comment first =
                        comments.say(production, here, Note.of("dark"), author, made -> told.add(made.id()));
                clock.pass(Duration.ofSeconds(3));
                assertThat(comments.say(production, here, Note.of(" dark "), author, made -> told.add(made.id())))
                        .isEqualTo(first);
                Comments.Comment answer = comments.answer(production, first.id(), Note.of("dark"), author);
                assertThat(answer.id()).isNotEqualTo(first.id());
                assertThat(comments.answer(production, first.id(), Note.of("dark"), author))
                        .isEqualTo(answer);
            }
            assertThat(told).doesNotHaveDuplicates().hasSize(3);
            assertThat(comments.of(production)).hasSize(6);

            Author owner = Author.of(home.owner);
            comments.say(production, new Comments.Place("f", 26, 1.04), Note.of("dark"), owner);
            comments.say(production, new Comments.Place("f", 25, 1, 30, 1.24), Note.of("dark"), owner);
            comments.say(production, here, new Note("dark", "0,0 1,1"), owner);
            comments.say(production, here, Note.of("darker"), owner);
            clock.pass(Duration.ofMinutes(1));
            comments.say(production, here, Note.of("dark"), owner);
            assertThat(comments.of(production))
                    .as("another place, drawing or word, or a minute later")
                    .hasSize(11);
        }
    }

    @Test
    void answersStandWhereTheTalkBegan() {
        try (OpenHome home = new OpenHome(folder, clock)) {
            Comments comments = new Comments(home.store, clock);
            String production = home.production().id();
            Author owner = Author.of(home.owner);
            Comments.Comment first = comments.say(production, new Comments.Place("f", 25, 1), Note.of("why?"), owner);
            clock.pass(Duration.ofMinutes(1));
            Comments.Comment answer = comments.answer(production, first.id(), Note.of("because"), owner);
            clock.pass(Duration.ofMinutes(1));
            Comments.Comment toAnswer = comments.answer(production, answer.id(), Note.of("I see"), owner);
            assertThat(answer.answers()).isEqualTo(first.id());
            assertThat(toAnswer.answers()).isEqualTo(first.id());
            assertThat(toAnswer.frame()).isEqualTo(25);
            assertThat(comments.of(production))
                    .extracting(Comments.Comment::words)
                    .containsExactly("why?", "because", "I see");
            String foreign = home.production().id();
            assertThatThrownBy(() -> comments.answer(foreign, first.id(), Note.of("from elsewhere"), owner))
                    .satisfies(Told.problem("review/no-comment"));
        }
    }

    @Test
    void aDrawingIsKeptAndWhatIsNoneIsRefused() {
        try (OpenHome home = new OpenHome(folder, clock)) {
            Comments comments = new Comments(home.store, clock);
            String lines = "0.1,0.25 0.5,1;0,0 1,1";
            String production = home.production().id();
            comments.say(production, new Comments.Place("f", 0, 0), new Note("here", lines), Author.of(home.owner));
            assertThat(comments.of(production).getFirst().drawing()).isEqualTo(lines);
            for (String wrong : new String[] {"<svg>", "0.1", "2,0", "0.1,0.2;", "1.5,0", "0,0 ".repeat(9000)}) {
                assertThatThrownBy(() -> new Note("here", wrong)).satisfies(Told.problem("review/drawing"));
            }
        }
    }

    @Test
    void whoApprovedWhichFilmIsKeptWithTheNewestFirst() {
        try (OpenHome home = new OpenHome(folder, clock)) {
            Verdicts verdicts = new Verdicts(home.store, clock);
            String production = home.production().id();
            verdicts.say(production, "film-1", 1, false, " too dark ", Author.of(home.owner));
            clock.pass(Duration.ofHours(1));
            verdicts.say(production, "film-2", 2, true, "", Author.of(home.owner));
            assertThat(verdicts.of(production))
                    .extracting(Verdicts.Verdict::film, Verdicts.Verdict::approved, Verdicts.Verdict::words)
                    .containsExactly(tuple("film-2", true, ""), tuple("film-1", false, "too dark"));
            assertThat(verdicts.of(home.production().id())).isEmpty();
        }
    }

    @Test
    void aCommentWithoutWordsOrPlaceIsRefused() {
        assertThatThrownBy(() -> Note.of("  ")).satisfies(Told.problem("review/words"));
        assertThatThrownBy(() -> new Comments.Place("f", -1, 0)).satisfies(Told.problem("review/place"));
        assertThatThrownBy(() -> new Comments.Place("f", 1, Double.NaN)).satisfies(Told.problem("review/place"));
    }
}
