package backbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.studio.production.Production;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Songs and clips from the browser, as a client of tus 1.0 brings them. */
class UploadTest {
    private static final byte[] CLIP = new byte[3_000_000];

    private static OpenStudio open;
    private static Visitor owner;

    static {
        new Random(2).nextBytes(CLIP);
    }

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

    private static String metadata(String name) {
        return "filename " + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }

    private static Visitor.Answer begin(Production production, String what, String name, long bytes) {
        return owner.ask(
                "POST",
                "/p/" + production.id() + "/uploads/" + what,
                new byte[0],
                "Tus-Resumable",
                "1.0.0",
                "Upload-Length",
                Long.toString(bytes),
                "Upload-Metadata",
                metadata(name));
    }

    private static Visitor.Answer piece(String place, long offset, byte[] bytes, String... more) {
        String[] headers = Arrays.copyOf(
                new String[] {
                    "Tus-Resumable",
                    "1.0.0",
                    "Upload-Offset",
                    Long.toString(offset),
                    "Content-Type",
                    "application/offset+octet-stream"
                },
                6 + more.length);
        System.arraycopy(more, 0, headers, 6, more.length);
        return owner.ask("PATCH", place, bytes, headers);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return "sha256 "
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void aClipInPiecesBecomesFootage() throws Exception {
        Production production = open.production("Pieces");
        Visitor.Answer begun = begin(production, "footage", "card A/../A001.mov", CLIP.length);
        assertThat(begun.status()).isEqualTo(201);
        byte[] first = Arrays.copyOf(CLIP, 1_000_000);
        assertThat(piece(begun.place(), 0, first, "Upload-Checksum", sha256(first)))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(204))
                .satisfies(answer -> assertThat(answer.header("Upload-Offset")).isEqualTo("1000000"));
        assertThat(piece(begun.place(), 1_000_000, first, "Upload-Checksum", sha256(CLIP))
                        .status())
                .isEqualTo(460);
        Visitor.Answer where = owner.ask("HEAD", begun.place(), new byte[0], "Tus-Resumable", "1.0.0");
        assertThat(where.header("Upload-Offset")).isEqualTo("1000000");
        assertThat(where.header("Upload-Length")).isEqualTo("3000000");
        assertThat(piece(begun.place(), 5, first).status()).isEqualTo(409);
        assertThat(piece(begun.place(), 1_000_000, Arrays.copyOfRange(CLIP, 1_000_000, CLIP.length))
                        .status())
                .isEqualTo(204);
        Production with = open.studio.productions().byId(production.id()).orElseThrow();
        Path footage = Objects.requireNonNull(with.footage());
        assertThat(Files.readAllBytes(footage.resolve("card A/A001.mov"))).isEqualTo(CLIP);
        assertThat(owner.ask("HEAD", begun.place(), new byte[0], "Tus-Resumable", "1.0.0")
                        .status())
                .isEqualTo(404);
        assertThat(open.studio.jobs().in(java.util.List.of(production.id()), 5)).isNotEmpty();
    }

    @Test
    void aSongComesTheSameWayAndMustBeCalledOne() {
        Production production = open.production("Song");
        assertThat(begin(production, "song", "song.exe", 10).status()).isEqualTo(422);
        assertThat(begin(production, "song", "song.wav", 3L << 30).status()).isEqualTo(413);
        Visitor.Answer begun = begin(production, "song", "a song.wav", 10);
        assertThat(piece(begun.place(), 0, new byte[10]).status()).isEqualTo(204);
        Production with = open.studio.productions().byId(production.id()).orElseThrow();
        assertThat(Objects.requireNonNull(with.song()).name()).isEqualTo("a song.wav");
    }

    @Test
    void whatTheDiskCannotHoldIsRefusedBeforeItsFirstByte() {
        Visitor.Answer answer = begin(open.production("Huge"), "footage", "huge.mov", 1L << 55);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("upload/no-room", "remedy");
    }

    @Test
    void whatIsGivenUpIsGone() {
        Visitor.Answer begun = begin(open.production("Given up"), "footage", "a.mov", 100);
        assertThat(owner.ask("DELETE", begun.place(), new byte[0], "Tus-Resumable", "1.0.0")
                        .status())
                .isEqualTo(204);
        assertThat(piece(begun.place(), 0, new byte[100]).status()).isEqualTo(404);
    }

    @Test
    void anUploadOfAnotherProductionIsNotThere() {
        Visitor.Answer begun = begin(open.production("Mine"), "footage", "a.mov", 100);
        String id = begun.place().substring(begun.place().lastIndexOf('/'));
        String elsewhere = "/p/" + open.production("Other").id() + "/uploads/footage" + id;
        assertThat(piece(elsewhere, 0, new byte[100]).status()).isEqualTo(404);
    }

    @Test
    void whoSpeaksAnotherProtocolOrForgesIsRefused() {
        Production production = open.production("Strict");
        String place = "/p/" + production.id() + "/uploads/footage";
        assertThat(owner.ask("POST", place, new byte[0], "Upload-Length", "5").status())
                .isEqualTo(412);
        Visitor.Answer begun = begin(production, "footage", "a.mov", 100);
        assertThat(owner.ask("PATCH", begun.place(), new byte[1], "Tus-Resumable", "1.0.0")
                        .status())
                .isEqualTo(415);
        Visitor forger = open.owner();
        forger.get("/me");
        forger.forgetToken();
        assertThat(forger.ask("POST", place, new byte[0], "Tus-Resumable", "1.0.0", "Upload-Length", "5")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aCardThatIsReadFromTheServerTakesNoUploads() throws IOException {
        Production production = open.production("Server");
        Path cards = Files.createDirectories(open.folder.resolve("cards"));
        open.studio.productions().useFootage(production, cards.toString());
        assertThat(begin(production, "footage", "a.mov", 100).body()).contains("production/footage-elsewhere");
        assertThat(cards).isEmptyDirectory();
    }
}
