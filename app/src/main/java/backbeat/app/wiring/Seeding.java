package backbeat.app.wiring;

import backbeat.app.web.BcryptPasswords;
import backbeat.engine.Backbeat;
import backbeat.engine.derive.JsonFile;
import backbeat.studio.Studio;
import backbeat.studio.people.Account;
import backbeat.studio.people.Role;
import backbeat.studio.plan.Plan;
import backbeat.studio.plan.Task;
import backbeat.studio.production.Kind;
import backbeat.studio.production.Production;
import backbeat.studio.store.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Fills an empty studio with productions as a large house has them, for measuring: people, plans, activity, song maps, and one production with a day's worth of
 * clips. Nothing of it was filmed; the results are written as the steps would write them.
 */
public final class Seeding {
    private static final int PEOPLE = 20;
    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final int BARS = 104;
    private static final double BAR_SECONDS = 60 / 112.0 * 4;
    private static final String PASSWORD = "a-password-for-measuring";

    private final Studio studio;
    private final Random random = new Random(1);
    private final List<Account> people = new ArrayList<>();

    private Seeding(Studio studio) {
        this.studio = studio;
    }

    /**
     * Fills a studio.
     *
     * @param home null for the usual one
     * @return how to sign in
     */
    public static String into(@Nullable Path home, int productions, int clips) {
        Home place = StudioPlace.of(home, System.getenv());
        try (Studio studio = Studio.open(
                place, new BcryptPasswords(), work -> Backbeat.open(work, 1L << 30, null), Clock.systemUTC(), 0)) {
            new Seeding(studio).fill(productions, clips);
            return "owner@example.org, person1@example.org ...: " + PASSWORD;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill(int productions, int clips) throws IOException {
        Account owner = studio.accounts()
                .becomeOwner(studio.startCode().text(), "owner@example.org", "Olga Owner", PASSWORD, "seeding");
        for (int i = 0; i < productions; i++) {
            Kind kind = KINDS.get(i % KINDS.size());
            Production production = studio.productions().make("Production " + (i + 1), "Band " + i % 40, kind, owner);
            invite(production, owner);
            plan(production, owner);
            results(production, i == productions - 1 ? clips : 40);
        }
    }

    /** The first production brings the people; the others are joined by some of them. */
    private void invite(Production production, Account owner) {
        List<Role> roles = List.of(Role.PRODUCER, Role.DIRECTOR, Role.EDITOR, Role.CREW);
        for (int i = 0; i < (people.size() < PEOPLE ? PEOPLE : 4); i++) {
            String secret = studio.crew().invite(production.id(), roles.get(i % roles.size()), owner);
            if (people.size() < PEOPLE) {
                String name = "Person " + (i + 1);
                people.add(studio.crew().accept(secret, "person" + (i + 1) + "@example.org", name, PASSWORD));
            } else {
                studio.crew().accept(secret, people.get(random.nextInt(PEOPLE)));
            }
        }
    }

    private void plan(Production production, Account owner) {
        LocalDate release = studio.plan().today().plusDays(random.nextInt(-20, 90));
        studio.plan().begin(production, release.toString());
        for (Task task : studio.plan().of(production.id())) {
            LocalDate due = task.due();
            if (due != null && due.isBefore(studio.plan().today().minusDays(1))) {
                studio.plan().tick(task, true, owner);
            } else if (random.nextInt(3) == 0) {
                Account who = people.get(random.nextInt(PEOPLE));
                String date = due == null ? "" : due.toString();
                studio.plan()
                        .change(
                                task,
                                new Plan.Said(task.title(), task.stage(), who.id(), date, task.days(), task.needs()),
                                owner);
            }
        }
        for (int i = 0; i < 6; i++) {
            studio.activity().note(production.id(), people.get(random.nextInt(PEOPLE)), "looked at the cut");
        }
    }

    private void results(Production production, int clips) throws IOException {
        Path folder = Files.createDirectories(studio.productions().folder(production.id()));
        JsonFile.write(folder.resolve("song-map.json"), songMap());
        List<Object> views = new ArrayList<>();
        List<Object> places = new ArrayList<>();
        for (int i = 0; i < clips; i++) {
            String path = "card" + i / 50 + "/A" + i + ".mov";
            double seconds = 20 + random.nextInt(200);
            views.add(clip(i, path, seconds));
            places.add(place(path, seconds));
        }
        JsonFile.write(folder.resolve("footage.json"), Map.of("cards", List.of(), "clips", views, "unused", List.of()));
        JsonFile.write(
                folder.resolve("sync.json"),
                Map.of(
                        "contract", "sync/1",
                        "song", Map.of("path", "song.wav", "seconds", BARS * BAR_SECONDS, "sampleRate", 48_000),
                        "clips", places,
                        "groups", List.of(),
                        "cameras", List.of(),
                        "findings", List.of()));
    }

    private static Map<String, Object> clip(int index, String path, double seconds) {
        return Map.ofEntries(
                Map.entry("index", index),
                Map.entry("path", path),
                Map.entry("name", "A" + index + ".mov"),
                Map.entry("camera", String.valueOf((char) ('A' + index % 4))),
                Map.entry("card", "card" + index / 50),
                Map.entry("seconds", seconds),
                Map.entry("sound", true),
                Map.entry("width", 1920),
                Map.entry("height", 1080),
                Map.entry("rate", "25"),
                Map.entry("frames", Math.round(seconds * 25)),
                Map.entry("pictureStart", 0.0));
    }

    private Map<String, Object> place(String path, double seconds) {
        double start = random.nextDouble() * 100;
        Map<String, Object> match = Map.ofEntries(
                Map.entry("clipStart", 0.0),
                Map.entry("clipEnd", seconds),
                Map.entry("songStart", start),
                Map.entry("songEnd", start + seconds),
                Map.entry("speed", 1.0),
                Map.entry("speedFraction", "1"),
                Map.entry("mode", "sound"),
                Map.entry("driftPpm", 0.0),
                Map.entry("driftUncertaintyPpm", 1.0),
                Map.entry("uncertaintySeconds", 0.001),
                Map.entry("confidence", random.nextInt(10) == 0 ? 0.8 : 0.999),
                Map.entry("alternatives", List.of()),
                Map.entry("evidence", Map.of()));
        return Map.of(
                "path",
                path,
                "seconds",
                seconds,
                "verdict",
                "matched",
                "matches",
                List.of(match),
                "source",
                "sound",
                "ltc",
                List.of(),
                "refused",
                List.of());
    }

    private Map<String, Object> songMap() {
        List<Object> bars = new ArrayList<>();
        List<Object> beats = new ArrayList<>();
        for (int i = 0; i < BARS; i++) {
            double start = i * BAR_SECONDS;
            bars.add(Map.of(
                    "index",
                    i + 1,
                    "start",
                    start,
                    "end",
                    start + BAR_SECONDS,
                    "metre",
                    "4/4",
                    "beats",
                    4,
                    "confidence",
                    0.9));
            for (int beat = 0; beat < 4; beat++) {
                beats.add(Map.of(
                        "time", start + beat * BAR_SECONDS / 4, "bar", i + 1, "beat", beat + 1, "confidence", 0.9));
            }
        }
        double length = BARS * BAR_SECONDS;
        List<Double> energy = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            energy.add(0.3 + 0.6 * random.nextDouble());
        }
        Map<String, Object> section =
                Map.of("start", 0.0, "end", length, "firstBar", 1, "lastBar", BARS, "label", "A", "confidence", 0.9);
        return Map.ofEntries(
                Map.entry("contract", "song-map/1"),
                Map.entry("duration", length),
                Map.entry("sampleRate", 48_000),
                Map.entry("channels", 2),
                Map.entry("steady", true),
                Map.entry("beats", beats),
                Map.entry("bars", bars),
                Map.entry(
                        "tempo",
                        List.of(Map.of(
                                "start", 0.0, "end", length, "bpm", 112.0, "constant", true, "confidence", 0.9))),
                Map.entry("metre", List.of(Map.of("start", 0.0, "end", length, "metre", "4/4", "confidence", 0.9))),
                Map.entry("sections", List.of(section)),
                Map.entry("hooks", List.of()),
                Map.entry("energy", Map.of("step", 1.0, "values", energy, "momentaryLufs", energy)),
                Map.entry(
                        "loudness",
                        Map.of(
                                "integrated",
                                -9.0,
                                "range",
                                5.0,
                                "truePeak",
                                -1.0,
                                "maxMomentary",
                                -6.0,
                                "maxShortTerm",
                                -7.0)),
                Map.entry("key", Map.of("name", "A minor", "confidence", 0.6, "second", "C major")),
                Map.entry("alternatives", List.of()),
                Map.entry("corrections", List.of()));
    }
}
