package backbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import backbeat.studio.production.Production;
import backbeat.studio.review.Author;
import backbeat.studio.review.Comments;
import backbeat.studio.review.Note;
import backbeat.studio.upload.Upload;
import backbeat.studio.upload.Uploads;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A production that is taken away as an archive and brought again in the browser, over a line that breaks. */
class ArchivePagesTest {
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

    private static String begin(long bytes) {
        String name = Base64.getEncoder().encodeToString("moved.zip".getBytes(StandardCharsets.UTF_8));
        Visitor.Answer begun = owner.ask(
                "POST",
                "/productions/archives",
                new byte[0],
                "Tus-Resumable",
                "1.0.0",
                "Upload-Length",
                Long.toString(bytes),
                "Upload-Metadata",
                "filename " + name);
        assertThat(begun.status()).isEqualTo(201);
        return begun.place();
    }

    private static Visitor.Answer piece(Visitor visitor, String place, long offset, byte[] bytes) {
        return visitor.ask(
                "PATCH",
                place,
                bytes,
                "Tus-Resumable",
                "1.0.0",
                "Upload-Offset",
                Long.toString(offset),
                "Content-Type",
                "application/offset+octet-stream");
    }

    private static byte[] archive(Production production) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        open.studio.archive().write(production, false, archive);
        return archive.toByteArray();
    }

    private static void nothingIsLeft() throws IOException {
        Path folder = open.studio.store().home().work().resolve("archives");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void anArchiveGoesOnAfterABrokenLineAndBecomesAProduction() throws IOException {
        Production production = open.production("Moves house");
        open.studio
                .comments()
                .say(production.id(), new Comments.Place("f", 1, 1), Note.of("keep"), Author.of(open.ownerAccount()));
        byte[] bytes = archive(production);
        assertThat(owner.get("/productions/new").body()).contains("data-action=\"/productions/archives\"");
        String place = begin(bytes.length);
        int half = bytes.length / 2;
        assertThat(piece(owner, place, 0, Arrays.copyOf(bytes, half)).status()).isEqualTo(204);
        assertThat(owner.ask("HEAD", place, new byte[0], "Tus-Resumable", "1.0.0")
                        .header("Upload-Offset"))
                .isEqualTo(String.valueOf(half));
        Visitor.Answer last = piece(owner, place, half, Arrays.copyOfRange(bytes, half, bytes.length));
        assertThat(last.status()).isEqualTo(204);
        List<Production> all = open.studio.productions().visibleTo(open.ownerAccount()).stream()
                .filter(one -> one.name().equals("Moves house"))
                .toList();
        assertThat(all).hasSize(2);
        Production copy = all.stream()
                .filter(one -> !one.id().equals(production.id()))
                .findFirst()
                .orElseThrow();
        assertThat(last.header("Backbeat-Next")).isEqualTo("/p/" + copy.id());
        assertThat(open.studio.comments().of(copy.id()))
                .extracting(Comments.Comment::words)
                .containsExactly("keep");
        assertThat(piece(owner, place, bytes.length, new byte[0]).header("Backbeat-Next"))
                .as("who lost the answer hears it again")
                .isEqualTo("/p/" + copy.id());
        assertThat(owner.ask("HEAD", place, new byte[0], "Tus-Resumable", "1.0.0")
                        .status())
                .isEqualTo(200);
        assertThat(open.studio.productions().visibleTo(open.ownerAccount()).stream()
                        .filter(one -> one.name().equals("Moves house")))
                .as("it is read once")
                .hasSize(2);
        nothingIsLeft();
    }

    /** The production and its answer are one change: where the answer cannot be noted there is no production, and asking again reads it in once. */
    @Test
    void whatIsCutOffBeforeItsAnswerIsNotedIsReadInOnce() throws IOException {
        byte[] bytes = archive(open.production("Cut off"));
        String place = begin(bytes.length);
        DSLContext sql = open.studio.store().sql();
        sql.execute(
                "create trigger cut_off before update of answer on upload begin select raise(abort, 'cut off'); end");
        assertThat(piece(owner, place, 0, bytes).status()).isEqualTo(500);
        assertThat(named("Cut off")).hasSize(1);
        sql.execute("drop trigger cut_off");
        String next = piece(owner, place, bytes.length, new byte[0]).header("Backbeat-Next");
        assertThat(next).startsWith("/p/");
        assertThat(named("Cut off")).hasSize(2);
        nothingIsLeft();
    }

    @Test
    void aKillBetweenReadingInAndTheAnswerDoesNotReadItInTwice() throws IOException {
        byte[] bytes = archive(open.production("Killed"));
        String place = begin(bytes.length);
        Uploads uploads = open.studio.uploads();
        Upload upload = uploads.byId("", Upload.Purpose.ARCHIVE, place.substring(place.lastIndexOf('/') + 1))
                .orElseThrow();
        Upload whole = uploads.receive(upload, 0, bytes.length, null, new ByteArrayInputStream(bytes));
        Production brought = open.studio
                .archive()
                .read(
                        uploads.file(whole),
                        open.ownerAccount(),
                        (sql, id) -> uploads.answer(sql, whole, "{\"next\":\"/p/" + id + "\"}"));
        assertThat(uploads.file(whole)).as("as a kill leaves it").exists();
        assertThat(piece(owner, place, bytes.length, new byte[0]).header("Backbeat-Next"))
                .isEqualTo("/p/" + brought.id());
        assertThat(named("Killed")).hasSize(2);
        nothingIsLeft();
    }

    private static List<Production> named(String name) {
        return open.studio.productions().visibleTo(open.ownerAccount()).stream()
                .filter(one -> one.name().equals(name))
                .toList();
    }

    @Test
    void itIsChosenInTheBrowserAndItsProductionOpens() throws Exception {
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent(), "there is no Chromium on this machine");
        Path file = Files.write(open.folder.resolve("moved.zip"), archive(open.production("By browser")));
        try (Chromium browser = Chromium.start(program.orElseThrow(), open.folder.resolve("browser"))) {
            browser.signIn(open);
            browser.open("http://127.0.0.1:" + open.server.port() + "/productions/new");
            browser.choose("file-drop input", file);
            browser.until("the production opens", "location.pathname.startsWith('/p/')");
        }
        nothingIsLeft();
    }

    @Test
    void whatIsNoArchiveLeavesNothingBehind() throws IOException {
        int before = open.studio.productions().visibleTo(open.ownerAccount()).size();
        byte[] bytes = "no archive".getBytes(StandardCharsets.UTF_8);
        String place = begin(bytes.length);
        assertThat(piece(owner, place, 0, bytes).status()).isEqualTo(422);
        assertThat(piece(owner, place, bytes.length, new byte[0]).status())
                .as("who lost the refusal hears it again")
                .isEqualTo(422);
        assertThat(owner.ask("HEAD", place, new byte[0], "Tus-Resumable", "1.0.0")
                        .status())
                .as("and another try begins anew")
                .isEqualTo(404);
        assertThat(open.studio.productions().visibleTo(open.ownerAccount())).hasSize(before);
        nothingIsLeft();
    }

    @Test
    void moreThanWasToldAndMoreThanTheDiskHoldsIsRefused() throws IOException {
        String place = begin(4);
        assertThat(piece(owner, place, 0, new byte[5]).status()).isBetween(400, 422);
        assertThat(owner.ask("DELETE", place, new byte[0], "Tus-Resumable", "1.0.0")
                        .status())
                .isEqualTo(204);
        assertThat(owner.ask(
                                "POST",
                                "/productions/archives",
                                new byte[0],
                                "Tus-Resumable",
                                "1.0.0",
                                "Upload-Length",
                                "900000000000000000",
                                "Upload-Metadata",
                                "filename YQ==")
                        .status())
                .isEqualTo(422);
        nothingIsLeft();
    }
}
