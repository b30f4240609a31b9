package backbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.studio.production.Production;
import backbeat.studio.review.Author;
import backbeat.studio.review.Comments;
import backbeat.studio.review.Note;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A production that is taken away as an archive and brought again in the browser. */
class ArchivePagesTest {
    @Test
    void anArchiveBecomesAProductionAndWhatIsNoneLeavesNothingBehind() throws Exception {
        try (OpenStudio open = OpenStudio.open()) {
            Visitor owner = open.owner();
            Production production = open.production("Moves house");
            open.studio
                    .comments()
                    .say(
                            production.id(),
                            new Comments.Place("f", 1, 1),
                            Note.of("keep"),
                            Author.of(open.ownerAccount()));
            ByteArrayOutputStream archive = new ByteArrayOutputStream();
            open.studio.archive().write(production, false, archive);
            assertThat(owner.get("/productions/new").body()).contains("data-send=\"/productions/archive\"");
            Visitor.Answer brought = owner.send("/productions/archive", archive.toByteArray());
            assertThat(brought.status()).isEqualTo(200);
            List<Production> all = open.studio.productions().visibleTo(open.ownerAccount());
            assertThat(all).extracting(Production::name).containsExactly("Moves house", "Moves house");
            Production copy = all.stream()
                    .filter(one -> !one.id().equals(production.id()))
                    .findFirst()
                    .orElseThrow();
            assertThat(brought.body()).contains("/p/" + copy.id());
            assertThat(open.studio.comments().of(copy.id()))
                    .extracting(Comments.Comment::words)
                    .containsExactly("keep");
            Visitor.Answer refused = owner.send("/productions/archive", "no archive".getBytes(StandardCharsets.UTF_8));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(open.studio.productions().visibleTo(open.ownerAccount())).hasSize(2);
            try (Stream<java.nio.file.Path> left =
                    Files.list(open.studio.store().home().work())) {
                assertThat(left).noneMatch(file -> file.toString().endsWith(".zip"));
            }
        }
    }
}
