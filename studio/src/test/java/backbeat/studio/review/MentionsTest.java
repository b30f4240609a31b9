package backbeat.studio.review;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.studio.OpenHome;
import backbeat.studio.TestClock;
import backbeat.studio.people.Account;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is called by name in a comment. */
class MentionsTest {
    private static final List<String> NAMES = List.of("Ada", "Ada Ferrow", "Jón Þór");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Ada look | [@Ada] look",
                "look @ada ferrow! | look [@ada ferrow]!",
                "@Adam is nobody | @Adam is nobody",
                "mail ada@Ada.org | mail ada@Ada.org",
                "(@Jón Þór, @Ada) | ([@Jón Þór], [@Ada])",
                "@@Ada @ | @[@Ada] @"
            })
    void aNameStandsBehindAnAtSignAndEndsWhereItEnds(String words, String expected) {
        assertThat(Mentions.parts(words, NAMES).stream()
                        .map(part -> part.isName() ? "[" + part.text() + "]" : part.text())
                        .collect(Collectors.joining()))
                .isEqualTo(expected);
    }

    @Test
    void manyCallsOfAProductionThatOneLeftHideNoneOfAnother(@TempDir Path folder) {
        TestClock clock = new TestClock();
        try (OpenHome home = new OpenHome(folder, clock)) {
            Comments comments = new Comments(home.store, clock);
            Mentions mentions = new Mentions(home.store, clock, comments);
            Account other = new Account("0".repeat(32), "o@example.org", "Otto", false);
            String stays = home.production().id();
            String left = home.production().id();
            for (int i = 0; i <= 60; i++) {
                String production = i == 0 ? stays : left;
                Author author = Author.of(home.owner);
                Comments.Comment comment =
                        comments.say(production, new Comments.Place("f", 1, 1), Note.of("@Otto look"), author);
                mentions.note(production, comment, List.of(other), author);
                clock.pass(Duration.ofMinutes(1));
            }
            assertThat(mentions.of(other, List.of(stays)))
                    .extracting(Mentions.Call::productionId)
                    .containsExactly(stays);
        }
    }

    @Test
    void whoIsCalledSeesItAndNobodyCallsHimself(@TempDir Path folder) {
        TestClock clock = new TestClock();
        try (OpenHome home = new OpenHome(folder, clock)) {
            Comments comments = new Comments(home.store, clock);
            Mentions mentions = new Mentions(home.store, clock, comments);
            String production = home.production().id();
            Account other = new Account("0".repeat(32), "o@example.org", "Otto", false);
            Comments.Comment comment = comments.say(
                    production,
                    new Comments.Place("f", 1, 1),
                    Note.of("@Otto and @" + home.owner.name() + ", again @Otto"),
                    Author.of(home.owner));
            mentions.note(production, comment, List.of(home.owner, other), Author.of(home.owner));
            assertThat(mentions.of(other, List.of(production)))
                    .extracting(call -> call.comment().id())
                    .containsExactly(comment.id());
            assertThat(mentions.of(home.owner, List.of(production))).isEmpty();
        }
    }
}
