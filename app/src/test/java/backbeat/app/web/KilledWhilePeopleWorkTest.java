package backbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.app.demo.DemoProduction;
import backbeat.engine.Backbeat;
import backbeat.engine.derive.Work;
import backbeat.engine.media.Media;
import backbeat.engine.media.MediaLimits;
import backbeat.engine.song.SongMap;
import backbeat.studio.Studio;
import backbeat.studio.edit.CutVersion;
import backbeat.studio.edit.Step;
import backbeat.studio.jobs.Job;
import backbeat.studio.people.Account;
import backbeat.studio.production.Kind;
import backbeat.studio.production.Production;
import backbeat.studio.review.Comments;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed while somebody uploads, or changes one thing after the other: what was answered is there afterwards, and nothing half-made. */
@Tag("slow")
class KilledWhilePeopleWorkTest {
    private static final int KILLS = 4;
    private static final String EMAIL = "o@example.org";

    @TempDir
    private Path folder;

    private final Random chance = new Random(20261122);

    @Test
    void anUploadGoesOnAtItsOffsetAndIsNoClipBefore() throws Exception {
        byte[] clip = new byte[48 << 20];
        new Random(3).nextBytes(clip);
        Production production = prepared(studio -> true);
        try (KillableServer server = KillableServer.serve(folder)) {
            server.awaitUp();
            Visitor owner = signedIn(server);
            String place = owner.ask(
                            "POST",
                            "/p/" + production.id() + "/uploads/footage",
                            new byte[0],
                            "Tus-Resumable",
                            "1.0.0",
                            "Upload-Length",
                            Integer.toString(clip.length),
                            "Upload-Metadata",
                            "filename "
                                    + Base64.getEncoder().encodeToString("A001.mov".getBytes(StandardCharsets.UTF_8)))
                    .place();
            long acknowledged = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                long whole = acknowledged + (1 << 20) + chance.nextInt(4 << 20);
                assertThat(piece(owner, place, acknowledged, clip, whole, 0).status())
                        .isEqualTo(204);
                killSoon(server, 200 + chance.nextInt(1200));
                assertThat(unanswered(() -> piece(owner, place, whole, clip, clip.length, 4 << 20)))
                        .isTrue();
                server.startAgain();
                assertThat(footage(production)).isEmpty();
                acknowledged = offset(owner, place);
                assertThat(acknowledged).isBetween(whole, (long) clip.length);
            }
            assertThat(piece(owner, place, acknowledged, clip, clip.length, 0).status())
                    .isEqualTo(204);
        }
        assertThat(footage(production))
                .singleElement()
                .satisfies(file -> assertThat(file).hasFileName("A001.mov").hasBinaryContent(clip));
    }

    @Test
    void everyChangeThatWasAnsweredIsThereAndOnce() throws Exception {
        Production production = prepared(KilledWhilePeopleWorkTest::isCutAndFilmed);
        List<String> said = new ArrayList<>();
        List<String> corrected = new ArrayList<>();
        AtomicInteger recut = new AtomicInteger();
        try (KillableServer server = KillableServer.serve(folder)) {
            server.awaitUp();
            Visitor owner = signedIn(server);
            for (int kill = 0; kill < KILLS; kill++) {
                killSoon(server, 1500 + chance.nextInt(4000));
                int round = kill;
                assertThat(unanswered(() -> changeOnAndOn(owner, production, round, said, corrected, recut)))
                        .isTrue();
                server.startAgain();
            }
        }
        assertThat(said).hasSizeGreaterThan(KILLS);
        assertThat(corrected).hasSizeGreaterThan(KILLS);
        assertThat(recut).hasPositiveValue();
        try (Studio studio = open()) {
            await(() -> studio.jobs().unfinished(production.id()).isEmpty());
            // One that was not answered may be there too, each time.
            assertThat(studio.comments().of(production.id()).stream().map(Comments.Comment::words))
                    .containsAll(said)
                    .doesNotHaveDuplicates()
                    .hasSizeLessThanOrEqualTo(said.size() + KILLS);
            assertThat(studio.corrections().history(production.id()).stream().map(one -> one.words()))
                    .containsSubsequence(corrected)
                    .doesNotHaveDuplicates()
                    .hasSizeLessThanOrEqualTo(corrected.size() + KILLS);
            assertThat(studio.cuts().of(production.id()).stream()
                            .filter(version -> !version.who().isEmpty()))
                    .allMatch(CutVersion::isReady)
                    .hasSizeBetween(recut.get(), recut.get() + KILLS);
            assertThat(studio.results(production.id()).songMap().orElseThrow().sections())
                    .extracting(SongMap.Section::label)
                    .contains(studio.corrections()
                            .history(production.id())
                            .getLast()
                            .words()
                            .replaceAll(".*\"(.*)\"", "$1"));
            assertThat(studio.results(production.id()).unreadable()).isEmpty();
            assertThat(studio.jobs().in(List.of(production.id()), 100))
                    .noneMatch(job -> job.state() == Job.State.FAILED);
        }
    }

    /** A comment, a word on the song, a change of the cut, until nobody answers. What was answered is noted. */
    private static Visitor.Answer changeOnAndOn(
            Visitor owner,
            Production production,
            int round,
            List<String> said,
            List<String> corrected,
            AtomicInteger recut) {
        String home = "/p/" + production.id();
        for (int i = 0; i < 10_000; i++) {
            String words = "note " + i + " of round " + round;
            Visitor.Answer comment = owner.post(home + "/comments", "frame", "30", "words", words);
            assertThat(comment.status()).isEqualTo(303);
            said.add(words);
            String name = "part " + round + "-" + i;
            Visitor.Answer correction = owner.post(home + "/corrections", "what", "section", "at", "10", "value", name);
            assertThat(correction.status()).isEqualTo(303);
            corrected.add("the section at 0:10.000 is \"" + name + "\"");
            if (owner.post(home + "/cut/again", "version", openVersion(owner, home))
                            .status()
                    == 303) {
                recut.incrementAndGet();
            }
        }
        throw new AssertionError("nobody killed the server");
    }

    private static String openVersion(Visitor owner, String home) {
        String page = owner.get(home + "/cut").body();
        return page.replaceFirst("(?s).*?name=\"version\" value=\"(\\d+)\".*", "$1");
    }

    private static boolean isCutAndFilmed(Studio studio) {
        Production production = studio.productions()
                .byId(studio.productions().visibleTo(program()).getFirst().id())
                .orElseThrow();
        Optional<Job> render = studio.jobs().in(List.of(production.id()), 50).stream()
                .filter(job -> job.step().equals(Step.RENDER.key()))
                .findFirst();
        if (render.isEmpty() && studio.results(production.id()).cut().isPresent()) {
            studio.edits().ask(production, Step.RENDER, null);
        }
        return studio.results(production.id()).film().isPresent()
                && studio.jobs().unfinished(production.id()).isEmpty();
    }

    private static Account program() {
        return new Account("0".repeat(32), "", "Backbeat", true);
    }

    /** A production of the sample's song; with its clips, where that has to be waited for. */
    private Production prepared(Predicate<Studio> isReady) throws Exception {
        try (Studio studio = open()) {
            Account owner = studio.accounts()
                    .becomeOwner(studio.startCode().text(), EMAIL, "Olga", OpenStudio.PASSWORD, "test");
            Production made = studio.productions().make("Killed", "Band", Kind.MUSIC_VIDEO, owner);
            if (isReady.test(studio)) {
                return made;
            }
            Path shoot = folder.resolve("shoot");
            Media media = Media.open(folder.resolve("tools"), null, MediaLimits.standard());
            DemoProduction.make(shoot, 1, media, Work.quiet());
            byte[] song = Files.readAllBytes(shoot.resolve("song.wav"));
            studio.productions().bringSong(made, "song.wav", song.length, new ByteArrayInputStream(song));
            studio.productions().useFootage(made, shoot.resolve("cards").toString());
            Production whole = studio.productions().byId(made.id()).orElseThrow();
            studio.edits().songBrought(whole, owner);
            studio.edits().footageNamed(whole, owner);
            await(() -> isReady.test(studio));
            return whole;
        }
    }

    private Studio open() {
        return Studio.open(
                KillableServer.home(folder),
                new BcryptPasswords(),
                work -> Backbeat.open(work, 1L << 30, null),
                Clock.systemUTC(),
                2);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 3000 && !condition.getAsBoolean(); i++) {
            Thread.sleep(100);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static Visitor signedIn(KillableServer server) {
        Visitor visitor = server.visitor();
        visitor.get("/sign-in");
        assertThat(visitor.post("/sign-in", "email", EMAIL, "password", OpenStudio.PASSWORD)
                        .status())
                .isEqualTo(303);
        visitor.get("/me");
        return visitor;
    }

    private static void killSoon(KillableServer server, int millis) {
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(server::kill);
    }

    private static boolean unanswered(Supplier<Visitor.Answer> asking) {
        try {
            return asking.get().status() < 0;
        } catch (UncheckedIOException gone) {
            return true;
        }
    }

    /** @param bytesPerSecond zero for as quick as it goes */
    private static Visitor.Answer piece(
            Visitor owner, String place, long from, byte[] clip, long to, int bytesPerSecond) {
        byte[] bytes = Arrays.copyOfRange(clip, (int) from, (int) to);
        String[] headers = {
            "Tus-Resumable",
            "1.0.0",
            "Upload-Offset",
            Long.toString(from),
            "Content-Type",
            "application/offset+octet-stream"
        };
        return bytesPerSecond == 0
                ? owner.ask("PATCH", place, bytes, headers)
                : owner.ask(
                        "PATCH",
                        place,
                        BodyPublishers.fromPublisher(
                                BodyPublishers.ofInputStream(() -> new Trickle(bytes, bytesPerSecond)), bytes.length),
                        headers);
    }

    private static long offset(Visitor owner, String place) {
        return Long.parseLong(
                owner.ask("HEAD", place, new byte[0], "Tus-Resumable", "1.0.0").header("Upload-Offset"));
    }

    /** What lies in the production's own footage folder. */
    private List<Path> footage(Production production) throws IOException {
        Path own = KillableServer.home(folder).production(production.id()).resolve("footage");
        if (!Files.isDirectory(own)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(own)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /** Bytes that come slowly. */
    private static final class Trickle extends InputStream {
        private static final int BLOCK = 1 << 16;

        private final ByteArrayInputStream bytes;
        private final long nanosForABlock;

        Trickle(byte[] bytes, int bytesPerSecond) {
            this.bytes = new ByteArrayInputStream(bytes);
            this.nanosForABlock = 1_000_000_000L * BLOCK / bytesPerSecond;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int most) {
            LockSupport.parkNanos(nanosForABlock);
            return bytes.read(into, from, Math.min(most, BLOCK));
        }
    }
}
