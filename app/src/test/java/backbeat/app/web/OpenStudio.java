package backbeat.app.web;

import backbeat.engine.Backbeat;
import backbeat.studio.Studio;
import backbeat.studio.people.Account;
import backbeat.studio.people.Role;
import backbeat.studio.production.Kind;
import backbeat.studio.production.Production;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.stream.Stream;

/** A studio on a free port, in a folder that is gone afterwards. */
final class OpenStudio implements AutoCloseable {
    static final String PASSWORD = "a-long-password";

    final Path folder;
    final Studio studio;
    final WebServer server;

    private OpenStudio(Path folder, Surroundings surroundings) {
        this.folder = folder;
        this.studio = Studio.open(
                folder.resolve("home"),
                new BcryptPasswords(4),
                work -> Backbeat.open(work, 1L << 30, null),
                Clock.systemUTC());
        this.server = WebServer.start(studio, surroundings);
    }

    static OpenStudio open() throws IOException {
        return open(Surroundings.at("127.0.0.1", 0));
    }

    static OpenStudio open(Surroundings surroundings) throws IOException {
        return new OpenStudio(Files.createTempDirectory("studio-test"), surroundings);
    }

    Visitor visitor() {
        return new Visitor("http://127.0.0.1:" + server.port());
    }

    /** The owner, signed in; made when nobody is here yet. */
    Visitor owner() {
        if (studio.accounts().nobodyIsHere()) {
            studio.accounts()
                    .becomeOwner(studio.startCode().text(), "owner@example.org", "Olga Owner", PASSWORD, "test");
        }
        return signedIn("owner@example.org");
    }

    Account ownerAccount() {
        return studio.accounts().all().stream()
                .filter(Account::studioOwner)
                .findFirst()
                .orElseThrow();
    }

    Visitor signedIn(String email) {
        Visitor visitor = visitor();
        visitor.get("/sign-in");
        Visitor.Answer answer = visitor.post("/sign-in", "email", email, "password", PASSWORD);
        if (answer.status() != 303) {
            throw new AssertionError("could not sign in as " + email + ": " + answer.status());
        }
        return visitor;
    }

    Production production(String name) {
        return studio.productions().make(name, "The Band", Kind.MUSIC_VIDEO, ownerAccount());
    }

    /** Brings a song of clicks and waits until it was heard. */
    void hears(Production production, int seconds) throws InterruptedException {
        byte[] song = BrowserTest.clicks(seconds, 120);
        studio.productions().bringSong(production, "clicks.wav", song.length, new ByteArrayInputStream(song));
        studio.edits().songBrought(studio.productions().byId(production.id()).orElseThrow(), ownerAccount());
        for (int i = 0; i < 600 && studio.results(production.id()).songMap().isEmpty(); i++) {
            Thread.sleep(100);
        }
    }

    /** Somebody new with a role in a production, signed in. */
    Visitor member(Production production, Role role) {
        String email = role.name().toLowerCase(java.util.Locale.ROOT) + "-" + System.nanoTime() + "@example.org";
        String secret = studio.crew().invite(production.id(), role, ownerAccount());
        studio.crew().accept(secret, email, "Person " + role, PASSWORD);
        return signedIn(email);
    }

    @Override
    public void close() throws IOException {
        server.close();
        studio.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
