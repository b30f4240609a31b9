package backbeat.engine.cut;

import backbeat.engine.derive.Fingerprint;
import backbeat.engine.footage.Clip;
import backbeat.engine.footage.Footage;
import backbeat.engine.looks.Depth;
import backbeat.engine.looks.FootageLooks;
import backbeat.engine.looks.Looks;
import backbeat.engine.looks.Passage;
import backbeat.engine.looks.ShotSize;
import backbeat.engine.looks.Sighting;
import backbeat.engine.media.AudioFacts;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.media.VideoFacts;
import backbeat.engine.shotlist.PlannedShot;
import backbeat.engine.shotlist.ShotList;
import backbeat.engine.song.MadeSongMap;
import backbeat.engine.song.SongMap;
import backbeat.engine.sync.SyncResult;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A made-up shoot: a song of a given length and tempo, and clips at given places. */
final class Shoot {
    static final Path FOLDER = Path.of("/cards").toAbsolutePath();
    final double songSeconds;
    final double bpm;
    boolean steady = true;
    /** For the clips that are added after it is set. */
    double driftPpm;

    /** By how much the picture of clips begins after their sound. */
    Rational pictureStart = Rational.ZERO;

    double confidence = 0.999;
    final List<Clip> clips = new ArrayList<>();
    final List<Looks> looks = new ArrayList<>();
    final List<PlannedShot> plan = new ArrayList<>();
    final List<SyncResult.ClipSync> syncs = new ArrayList<>();

    Shoot(double songSeconds, double bpm) {
        this.songSeconds = songSeconds;
        this.bpm = bpm;
    }

    /** A clip whose whole length plays the song from {@code songStart}. */
    Shoot clip(String path, String camera, Rate rate, double seconds, double songStart) {
        return clip(path, camera, rate, seconds, songStart, "1", "matched");
    }

    Shoot clip(String path, String camera, Rate rate, double seconds, double songStart, String speed, String verdict) {
        double exact = Rational.parse(speed).toDouble();
        double slope = exact * (1 + driftPpm * 1e-6);
        double clipStart = Math.max(0, -songStart / slope);
        double clipEnd = Math.min(seconds, (songSeconds - songStart) / slope);
        SyncResult.Match match = new SyncResult.Match(
                clipStart,
                clipEnd,
                songStart + slope * clipStart,
                songStart + slope * clipEnd,
                exact,
                speed,
                "varispeed",
                driftPpm,
                0.5,
                1e-5,
                confidence,
                List.of(),
                Map.of());
        clips.add(clip(path, camera, rate, seconds));
        syncs.add(new SyncResult.ClipSync(path, seconds, verdict, null, List.of(match), "sound"));
        return this;
    }

    /** Says how the last clip looks: good all along but for these passages, over which nothing is worth showing. */
    Shoot looking(Passage... poor) {
        Clip clip = clips.getLast();
        int values = (int) Math.ceil(clip.facts().duration().toDouble() * 5);
        List<Double> quality = new ArrayList<>();
        List<Double> zero = new ArrayList<>();
        for (int i = 0; i < values; i++) {
            double at = i / 5.0;
            boolean bad = Arrays.stream(poor).anyMatch(p -> p.kind().isFault() && p.touches(at, at + 0.2));
            quality.add(bad ? 0.0 : 1.0);
            zero.add(0.0);
        }
        looks.add(new Looks(
                clip.path(),
                Depth.EVERY_FRAME,
                5,
                List.of(poor),
                quality,
                zero,
                zero,
                zero,
                zero,
                zero,
                zero,
                zero,
                zero,
                zero,
                List.of(),
                ShotSize.UNKNOWN));
        return this;
    }

    /** Says how large faces are seen in the last clip all along, as a share of the picture's height; 0 for none. */
    Shoot seeing(double height) {
        Looks known = looks.removeLast();
        List<Sighting> faces = new ArrayList<>();
        for (double at = 1; at < known.quality().size() / 5.0; at += 3) {
            faces.add(new Sighting(at, height > 0 ? 1 : 0, height));
        }
        looks.add(new Looks(
                known.path(),
                known.depth(),
                known.rate(),
                known.passages(),
                known.quality(),
                known.sharpness(),
                known.brightness(),
                known.clipped(),
                known.crushed(),
                known.shake(),
                known.panAcross(),
                known.panDown(),
                known.zoom(),
                known.motion(),
                faces,
                ShotSize.UNKNOWN));
        return this;
    }

    /** As a camera does that writes its timecode into the first part only. */
    void recordedInParts(int index, int... partSeconds) {
        Clip whole = clips.get(index);
        List<MediaFacts> parts = new ArrayList<>();
        for (int seconds : partSeconds) {
            String timecode = parts.isEmpty() ? "10:00:00:00" : null;
            Path file = FOLDER.resolve("part" + (parts.size() + 1) + ".MP4");
            parts.add(facts(file, Objects.requireNonNull(whole.facts().video()).rate(), seconds, timecode));
        }
        Path joined = Path.of("/vault/joined").toAbsolutePath();
        MediaFacts facts = facts(
                joined,
                Objects.requireNonNull(whole.facts().video()).rate(),
                whole.facts().duration().toDouble(),
                null);
        clips.set(
                index,
                new Clip(whole.path(), whole.name(), whole.camera(), "", parts, joined, whole.fingerprint(), facts));
    }

    private Clip clip(String path, String camera, Rate rate, double seconds) {
        Path file = FOLDER.resolve(path);
        MediaFacts facts = facts(file, rate, seconds, "10:00:00:00");
        String name = String.valueOf(file.getFileName());
        return new Clip(path, name, camera, "", List.of(facts), file, new Fingerprint(path), facts);
    }

    private MediaFacts facts(Path file, Rate rate, double seconds, @Nullable String timecode) {
        Rational duration = Rational.nearest(seconds, 1000);
        VideoFacts video = new VideoFacts(
                0,
                "h264",
                1920,
                1080,
                0,
                Rational.ONE,
                rate,
                rate.floorFrame(duration.minus(pictureStart)),
                pictureStart,
                false,
                List.of(),
                timecode,
                "progressive",
                "yuv420p",
                new VideoFacts.Colour("tv", "bt709", "bt709", "bt709"),
                12);
        AudioFacts audio = new AudioFacts(1, 1, "aac", 48000, 2, Rational.ZERO);
        return new MediaFacts(file, "mov", duration, Rational.ZERO, video, audio, List.of(), null);
    }

    RoughCut cut() {
        return cut(Styles.standard(), CutWishes.NONE);
    }

    RoughCut cut(Style style, CutWishes wishes) {
        CutMaterial material = new CutMaterial(
                Path.of("/songs/My Song.wav"),
                songFacts(),
                map(),
                footage(),
                sync(),
                new FootageLooks(looks, List.of()),
                new ShotList(plan));
        return new CutPlanner(material, style, wishes).cut();
    }

    MediaFacts songFacts() {
        Rational duration = Rational.nearest(songSeconds, 48000);
        AudioFacts audio = new AudioFacts(0, 1, "pcm_s16le", 48000, 2, Rational.ZERO);
        return new MediaFacts(
                Path.of("/songs/My Song.wav"), "wav", duration, Rational.ZERO, null, audio, List.of(), null);
    }

    SongMap map() {
        double beat = 60 / bpm;
        List<SongMap.Beat> beats = new ArrayList<>();
        List<SongMap.Bar> bars = new ArrayList<>();
        List<SongMap.Section> sections = new ArrayList<>();
        double first = 0.31;
        int count = steady ? (int) ((songSeconds - first) / beat) : 0;
        for (int i = 0; i < count; i++) {
            double time = Math.round((first + i * beat) * 1e4) / 1e4;
            beats.add(new SongMap.Beat(time, 1 + i / 4, 1 + i % 4, 0.9));
            if (i % 4 == 0) {
                bars.add(new SongMap.Bar(1 + i / 4, time, Math.min(songSeconds, time + 4 * beat), "4/4", 4, 0.9, null));
            }
        }
        for (int i = 0; i < bars.size(); i += 8) {
            SongMap.Bar last = bars.get(Math.min(i + 7, bars.size() - 1));
            String role = i / 8 % 2 == 0 ? "verse" : "chorus";
            sections.add(new SongMap.Section(
                    bars.get(i).start(), last.end(), i + 1, last.index(), role.substring(0, 1), role, 0.8));
        }
        MadeSongMap made = MadeSongMap.ofSeconds(songSeconds)
                .beats(beats)
                .bars(bars)
                .sections(sections)
                .energy(energy(sections));
        return (steady ? made : made.unsteady("no steady beat")).map();
    }

    /** Calm verses, loud choruses. */
    private SongMap.Energy energy(List<SongMap.Section> sections) {
        List<Double> values = new ArrayList<>();
        List<Double> lufs = new ArrayList<>();
        for (int i = 0; i < songSeconds * 10; i++) {
            double t = i * 0.1;
            boolean loud = sections.stream().anyMatch(s -> "chorus".equals(s.role()) && s.start() <= t && t < s.end());
            values.add((loud ? 0.85 : 0.35) + 0.05 * Math.sin(t * 1.7));
            lufs.add(loud ? -9.0 : -16.0);
        }
        return new SongMap.Energy(0.1, values, lufs);
    }

    Footage footage() {
        return new Footage(FOLDER, List.of(), clips, List.of(), List.of());
    }

    SyncResult sync() {
        return new SyncResult(
                SyncResult.CONTRACT,
                new SyncResult.SongFile("song.wav", songSeconds, 48000),
                syncs,
                List.of(),
                List.of(),
                List.of());
    }
}
