package backbeat.studio.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backbeat.studio.OpenHome;
import backbeat.studio.TestClock;
import backbeat.studio.Told;
import java.nio.file.Path;
import java.time.Duration;
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
    void commentsStandInTheOrderOfTheSong() {
        try (OpenHome home = new OpenHome(folder, clock)) {
            Comments comments = new Comments(home.store, clock);
            ReviewLinks links = new ReviewLinks(home.store, clock);
            String production = home.production().id();
            String secret = links.make(production, "Jon", Duration.ofDays(1), false, home.owner);
            comments.say(production, new Comments.Place("f", 250, 10), "later", home.owner);
            comments.say(links.open(secret).orElseThrow(), new Comments.Place("f", 25, 1), "sooner");
            assertThat(comments.of(production))
                    .extracting(Comments.Comment::words)
                    .containsExactly("sooner", "later");
            assertThat(comments.of(production).getFirst().guest()).isTrue();
            assertThat(comments.of(home.production().id())).isEmpty();
        }
    }

    @Test
    void aCommentWithoutWordsOrPlaceIsRefused() {
        try (OpenHome home = new OpenHome(folder, clock)) {
            Comments comments = new Comments(home.store, clock);
            assertThatThrownBy(
                            () -> comments.say(home.production().id(), new Comments.Place("f", 0, 0), "  ", home.owner))
                    .satisfies(Told.problem("review/words"));
            assertThatThrownBy(() -> new Comments.Place("f", -1, 0)).satisfies(Told.problem("review/place"));
            assertThatThrownBy(() -> new Comments.Place("f", 1, Double.NaN)).satisfies(Told.problem("review/place"));
        }
    }
}
