package backbeat.engine.take;

import backbeat.engine.derive.Fingerprint;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Clip;
import backbeat.engine.footage.Footage;
import backbeat.engine.media.AudioFacts;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.media.VideoFacts;
import backbeat.engine.sync.SyncResult;
import backbeat.engine.sync.SyncResult.Alternative;
import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.sync.SyncResult.Match;
import backbeat.engine.sync.SyncResult.Reason;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A made-up day of shooting: the true time of day of every playback and every clip, what the cameras' clocks show of it, and what sync would have heard. Times are
 * seconds of the day.
 */
final class ShootingDay {
    static final double SONG = 180;
    private static final Rate RATE = new Rate(Rational.of(25, 1));

    /** @param gains what the clock gains in a second */
    private record Clock(double ahead, double gains, boolean timecode, boolean creation) {}

    private SlateLog slate = SlateLog.none();
    private MadeUpAir air = MadeUpAir.silence();
    private final Map<String, Clock> clocks = new TreeMap<>();
    private final List<Double> playbacks = new ArrayList<>();
    private final List<Clip> clips = new ArrayList<>();
    private final List<ClipSync> heard = new ArrayList<>();

    ShootingDay timecode(String camera, double ahead) {
        return timecode(camera, ahead, 0);
    }

    ShootingDay timecode(String camera, double ahead, double gains) {
        clocks.put(camera, new Clock(ahead, gains, true, false));
        return this;
    }

    ShootingDay creationTime(String camera, double ahead) {
        clocks.put(camera, new Clock(ahead, 0, false, true));
        return this;
    }

    ShootingDay slateLog(String... lines) {
        slate = SlateLog.of(String.join("\n", lines), "slate.csv");
        return this;
    }

    /** What clips hear besides each other's clocks: nothing by default. */
    ShootingDay heardIn(MadeUpAir room) {
        air = room;
        return this;
    }

    ShootingDay playbackAt(double seconds) {
        playbacks.add(seconds);
        air.playbackAt(seconds);
        return this;
    }

    /** A clip that hears all playbacks of its time. */
    ShootingDay rolls(String camera, double from, double to) {
        return add(camera, from, to, matches(from, to), "sync/no-song");
    }

    ShootingDay rollsWithoutHearingTheSong(String camera, double from, double to) {
        return add(camera, from, to, List.of(), "sync/no-song");
    }

    ShootingDay rollsSilently(String camera, double from, double to) {
        return add(camera, from, to, List.of(), "sync/no-sound");
    }

    /** A clip of which two places sound alike: the true one and one so many seconds later in the song; the wrong one is told first. */
    ShootingDay rollsInCopiedChorus(String camera, double from, double to, double apart) {
        Match truth = matches(from, to).getFirst();
        Match wrong = Matches.movedTo(truth, truth.songStart() + apart);
        Match told = new Match(
                wrong.clipStart(),
                wrong.clipEnd(),
                wrong.songStart(),
                wrong.songEnd(),
                1,
                "1",
                "varispeed",
                0,
                0.5,
                2e-5,
                0.4995,
                List.of(new Alternative(truth.songStart(), 0.4995)),
                Map.of());
        return add(camera, from, to, List.of(told), "sync/equal-places");
    }

    ShootingDay rollsHearingWeakly(String camera, double from, double to, double confidence) {
        List<Match> weak = matches(from, to).stream()
                .map(match -> Matches.decided(match, confidence, Map.of()))
                .toList();
        return add(camera, from, to, weak, "");
    }

    /** A clip that sync placed elsewhere than it was. */
    ShootingDay rollsMisheard(String camera, double from, double to, double off) {
        List<Match> moved = matches(from, to).stream()
                .map(match -> Matches.movedTo(match, match.songStart() + off))
                .toList();
        return add(camera, from, to, moved, "");
    }

    private List<Match> matches(double from, double to) {
        List<Match> matches = new ArrayList<>();
        for (double playback : playbacks) {
            double start = Math.max(from, playback);
            double end = Math.min(to, playback + SONG);
            if (end - start > 1) {
                matches.add(new Match(
                        start - from,
                        end - from,
                        start - playback,
                        end - playback,
                        1,
                        "1",
                        "varispeed",
                        0,
                        0.5,
                        2e-5,
                        0.999,
                        List.of(),
                        Map.of()));
            }
        }
        return matches;
    }

    private ShootingDay add(String camera, double from, double to, List<Match> matches, String code) {
        String path = camera + "/" + camera + "%03d.mov".formatted(clips.size() + 1);
        Clock clock = clocks.getOrDefault(camera, new Clock(0, 0, false, false));
        double shown = from + clock.ahead() + clock.gains() * from;
        boolean hasSound = !code.equals("sync/no-sound");
        Rational length = Rational.of(Math.round((to - from) * 1000), 1000);
        MediaFacts facts = new MediaFacts(
                Path.of("/cards", path),
                "mov",
                length,
                Rational.ZERO,
                picture(length, clock.timecode() ? label(shown) : null),
                hasSound ? new AudioFacts(1, 1, "pcm_s16le", 48000, 2, Rational.ZERO) : null,
                List.of(),
                clock.creation() ? Instant.parse("2026-11-14T00:00:00Z").plusSeconds((long) Math.floor(shown)) : null);
        air.clip(path, from, to);
        clips.add(new Clip(
                path, path.substring(2), camera, camera, List.of(facts), facts.file(), new Fingerprint(path), facts));
        String verdict = matches.isEmpty() ? "unmatched" : code.equals("sync/equal-places") ? "ambiguous" : "matched";
        heard.add(new ClipSync(
                path,
                length.toDouble(),
                verdict,
                verdict.equals("matched") ? null : new Reason(code, code),
                matches,
                matches.isEmpty() ? null : "sound"));
        return this;
    }

    private static String label(double seconds) {
        return new Timecode(Math.round(seconds * 25), RATE, false).toString();
    }

    private static VideoFacts picture(Rational length, @Nullable String timecode) {
        return new VideoFacts(
                0,
                "h264",
                1280,
                720,
                0,
                Rational.ONE,
                RATE,
                RATE.floorFrame(length),
                Rational.ZERO,
                false,
                List.of(),
                timecode,
                "progressive",
                "yuv420p",
                new VideoFacts.Colour("tv", "bt709", "bt709", "bt709"),
                25);
    }

    Footage footage() {
        return new Footage(Path.of("/cards"), List.of(), clips, List.of(), List.of());
    }

    SyncResult heard() {
        return new SyncResult(
                SyncResult.CONTRACT,
                new SyncResult.SongFile("song.wav", SONG, 48000),
                heard,
                List.of(),
                List.of(),
                List.of());
    }

    SyncResult told() {
        return new Takes((roll, work) -> air.traceOf(roll)).tell(heard(), footage(), slate, Work.quiet());
    }
}
