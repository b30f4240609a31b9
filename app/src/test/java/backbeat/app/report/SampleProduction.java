package backbeat.app.report;

import backbeat.engine.cut.Choice;
import backbeat.engine.cut.CutMeasures;
import backbeat.engine.cut.PlanOutcome;
import backbeat.engine.cut.RoughCut;
import backbeat.engine.derive.Fingerprint;
import backbeat.engine.footage.Clip;
import backbeat.engine.footage.Footage;
import backbeat.engine.footage.Footage.FileOutcome;
import backbeat.engine.footage.Footage.Outcome;
import backbeat.engine.media.AudioFacts;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.media.VideoFacts;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.Problem;
import backbeat.engine.shotlist.PlannedShot;
import backbeat.engine.song.SongMap;
import backbeat.engine.sync.SyncResult;
import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.sync.SyncResult.Match;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import backbeat.engine.timeline.Timeline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A made-up production: a song of 104 bars at 112 bpm, three cameras and a drone. */
final class SampleProduction {
    static final String POSTER = "data:image/jpeg;base64,/9j/AA==";
    static final double BAR = 4 * 60 / 112.0;
    static final double FIRST = 0.482;
    static final double LENGTH = FIRST + 104 * BAR + 1.6;
    private static final String[] SECTIONS = {
        "Intro", "Verse 1", "Pre 1", "Chorus 1", "Verse 2", "Pre 2", "Chorus 2", "Bridge", "Chorus 3", "Outro"
    };
    private static final int[] FIRST_BARS = {1, 9, 25, 33, 49, 61, 65, 81, 89, 101, 105};
    private static final double[] ENERGY = {.22, .42, .5, .9, .5, .62, .95, .3, .98, .35};

    final List<Clip> clips = new ArrayList<>();
    final List<ClipSync> synced = new ArrayList<>();
    final List<FileOutcome> files = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    final List<String> written = new ArrayList<>();
    final Map<String, String> thumbnails = new LinkedHashMap<>();
    final Map<Integer, String> shotPictures = new LinkedHashMap<>();
    private final Random random = new Random(7);
    private final Random shake = new Random(8);

    static double bar(double number) {
        return FIRST + (number - 1) * BAR;
    }

    /** A clip that stands on the song from one bar to another. */
    SampleProduction placed(String camera, String path, double fromBar, double toBar) {
        clip(camera, path);
        synced.add(new ClipSync(path, 60.0, "matched", null, List.of(match(fromBar, toBar, .999, List.of())), "sound"));
        return this;
    }

    /** A clip that was found, but not surely enough to be cut. */
    SampleProduction weak(String camera, String path, double fromBar, double toBar) {
        clip(camera, path);
        synced.add(new ClipSync(
                path,
                60.0,
                "matched",
                new SyncResult.Reason("sync/weak", "Its place is weak."),
                List.of(match(fromBar, toBar, .95, List.of())),
                "sound"));
        return this;
    }

    SampleProduction doubtful(String camera, String path, double fromBar, double toBar) {
        clip(camera, path);
        synced.add(new ClipSync(
                path,
                20.0,
                "ambiguous",
                new SyncResult.Reason(
                        "sync/repeated-part",
                        "The same music sounds at two places of the song. Listen to both and choose one."),
                List.of(match(fromBar, toBar, .58, List.of(new SyncResult.Alternative(bar(fromBar + 32), .41)))),
                "sound"));
        return this;
    }

    /** A clip that fits several places, of which only a loop was heard. */
    SampleProduction loopOnly(String camera, String path, double fromBar, double toBar) {
        clip(camera, path);
        synced.add(new ClipSync(
                path,
                20.0,
                "unmatched",
                new SyncResult.Reason("sync/loop-only", "Only a loop was heard that fits many places of the song."),
                List.of(),
                null,
                List.of(),
                List.of(match(fromBar, toBar, 0, List.of()))));
        return this;
    }

    SampleProduction refused(String camera, String path, String reason) {
        clip(camera, path);
        synced.add(
                new ClipSync(path, 12.0, "unmatched", new SyncResult.Reason("sync/no-sound", reason), List.of(), null));
        return this;
    }

    SampleProduction file(String path, Outcome outcome, @Nullable Problem problem) {
        files.add(new FileOutcome(path, outcome, problem));
        return this;
    }

    private void clip(String camera, String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        MediaFacts facts = new MediaFacts(
                Path.of("/footage"),
                "mov",
                Rational.of(60),
                Rational.ZERO,
                new VideoFacts(
                        0,
                        "h264",
                        1920,
                        1080,
                        0,
                        Rational.ONE,
                        Rate.FPS_25,
                        1500,
                        Rational.ZERO,
                        false,
                        List.of(),
                        null,
                        "progressive",
                        "yuv420p",
                        new VideoFacts.Colour("tv", "bt709", "bt709", "bt709"),
                        12),
                new AudioFacts(1, 1, "aac", 48000, 2, Rational.ZERO),
                List.of(),
                null);
        clips.add(new Clip(
                path, name, camera, camera + "001", List.of(), Path.of("/footage"), new Fingerprint("0"), facts));
        files.add(new FileOutcome(path, Outcome.USABLE, null));
    }

    private Match match(double fromBar, double toBar, double confidence, List<SyncResult.Alternative> others) {
        double start = bar(fromBar);
        double end = Math.min(LENGTH, bar(toBar));
        double drift = Math.round(random.nextGaussian() * 60) / 10.0;
        return new Match(
                1.5,
                1.5 + end - start,
                start,
                end,
                1,
                "1",
                "varispeed",
                drift,
                .3,
                .00012,
                confidence,
                others,
                heard(start, end, others));
    }

    /** A second that hears the song here, now and then one that hears it elsewhere. */
    private Map<String, Object> heard(double start, double end, List<SyncResult.Alternative> others) {
        List<List<Double>> blocks = new ArrayList<>();
        List<List<Double>> elsewhere = new ArrayList<>();
        for (double t = 0; t < end - start; t += Math.max(1, (end - start) / 60)) {
            blocks.add(List.of(1.5 + t, start + t, Math.max(0, Math.rint(20 + 18 * shake.nextGaussian()))));
            if (shake.nextInt(6) == 0) {
                elsewhere.add(List.of(1.5 + t, shake.nextDouble() * LENGTH, 6.0));
            }
            if (!others.isEmpty()) {
                elsewhere.add(List.of(1.5 + t, others.getFirst().songStart() + t, 15.0));
            }
        }
        Map<String, Object> rival = Map.of("songStart", (start + 16 * BAR) % (LENGTH - 60), "standing", "IN_DOUBT");
        return Map.of("blocks", blocks, "elsewhere", elsewhere, "rivals", List.of(rival));
    }

    RoughCut cut(double... bars) {
        List<Choice> choices = new ArrayList<>();
        String before = "";
        for (int i = 0; i + 1 < bars.length; i++) {
            double from = bars[i] == 1 ? 0 : bar(bars[i]);
            double to = i + 2 == bars.length ? LENGTH : bar(bars[i + 1]);
            List<ClipSync> there = over(from + .6, to - 1.7, before);
            String place = (int) bars[i] + "." + (int) Math.round((bars[i] % 1) * 4 + 1);
            if (there.isEmpty()) {
                choices.add(new Choice(
                        null,
                        "",
                        List.of(),
                        null,
                        from,
                        to,
                        place,
                        List.of("no clip shows this part of the song"),
                        Map.of(),
                        null,
                        null));
                before = "";
                continue;
            }
            String path = there.get(random.nextInt(there.size())).path();
            String next = over(from + .6, to - 1.7, "").stream()
                    .map(ClipSync::path)
                    .filter(p -> !p.equals(path))
                    .findFirst()
                    .orElse(null);
            choices.add(new Choice(
                    path,
                    path.substring(0, 1),
                    List.of(),
                    0.0,
                    from,
                    to,
                    place,
                    reasons(i),
                    Map.of("length", 0.4),
                    next,
                    0.3));
            before = path;
        }
        Timeline timeline = new Timeline(
                "Low Tide Neon",
                Rate.FPS_25,
                Timecode.parse("01:00:00:00", Rate.FPS_25),
                1920,
                1080,
                List.of(),
                List.of());
        return new RoughCut(
                timeline,
                choices,
                List.of(new RoughCut.Unused("B001/B001C009.MOV", "always darker than another camera at the same time")),
                List.of(),
                new CutMeasures(
                        12, 11, 11, 1.9, 3.8, 4.1, 7.6, 8, 2.1, 0.97, List.of("A", "B", "C"), List.of("D"), null),
                List.of(
                        new PlanOutcome(planned(2, "chorus 1", "A"), PlanOutcome.Verdict.FOLLOWED, 16, 15.2, ""),
                        new PlanOutcome(
                                planned(3, "bars 25-32", "D"),
                                PlanOutcome.Verdict.NO_FOOTAGE,
                                16,
                                0,
                                "no clip that is on the song for certain is that")),
                List.of());
    }

    private List<ClipSync> over(double from, double to, String but) {
        return synced.stream()
                .filter(c -> c.isMatched() && !c.path().equals(but))
                .filter(c -> c.matches().getFirst().songStart() <= from
                        && c.matches().getFirst().songEnd() >= to)
                .toList();
    }

    private static PlannedShot planned(int line, String where, String camera) {
        return new PlannedShot(
                line, "", where, camera, "", null, null, null, PlannedShot.Priority.WANT, "the singer alone");
    }

    private static List<String> reasons(int i) {
        List<List<String>> all = List.of(
                List.of("camera B has rested for seven bars", "sharper than the other angle", "cut on the downbeat"),
                List.of("the chorus starts: a wider picture", "steadier than take 2"),
                List.of("energy rises with the section", "moves where the song moves"),
                List.of("covers the whole phrase without a break", "best exposed of three"));
        return all.get(i % all.size());
    }

    ReportData data(@Nullable RoughCut cut) {
        return data("Low Tide Neon", map(), cut);
    }

    ReportData data(String title, SongMap map, @Nullable RoughCut cut) {
        return new ReportData(
                title,
                map,
                peaks(),
                new Footage(
                        Path.of("/footage"),
                        List.of(
                                new Footage.Card("A001", "Sony XAVC", "A"),
                                new Footage.Card("B001", "Sony XAVC", "B"),
                                new Footage.Card("C001", "Canon", "C")),
                        clips,
                        files,
                        List.of()),
                new SyncResult(
                        "sync/1",
                        new SyncResult.SongFile("song.wav", LENGTH, 48000),
                        synced,
                        List.of(),
                        List.of(),
                        List.of()),
                cut,
                thumbnails,
                shotPictures,
                POSTER,
                findings,
                written,
                "Backbeat 0.1, 21 November 2026, 15:00");
    }

    static SongMap map() {
        return map(List.of(new SongMap.Alternative("half", 56, -.8, 0, 4, FIRST)));
    }

    static SongMap map(List<SongMap.Alternative> alternatives) {
        List<SongMap.Beat> beats = new ArrayList<>();
        List<SongMap.Bar> bars = new ArrayList<>();
        for (int bar = 1; bar <= 104; bar++) {
            bars.add(new SongMap.Bar(bar, bar(bar), bar(bar + 1), "4/4", 4, .97, null));
            for (int beat = 1; beat <= 4; beat++) {
                beats.add(new SongMap.Beat(bar(bar + (beat - 1) / 4.0), bar, beat, .97));
            }
        }
        List<SongMap.Section> sections = new ArrayList<>();
        for (int i = 0; i < SECTIONS.length; i++) {
            sections.add(new SongMap.Section(
                    bar(FIRST_BARS[i]),
                    bar(FIRST_BARS[i + 1]),
                    FIRST_BARS[i],
                    FIRST_BARS[i + 1] - 1,
                    SECTIONS[i],
                    null,
                    .8));
        }
        return new SongMap(
                SongMap.CONTRACT,
                LENGTH,
                48000,
                2,
                true,
                null,
                beats,
                bars,
                List.of(new SongMap.Tempo(FIRST, bar(105), 112, true, .99)),
                List.of(new SongMap.Metre(FIRST, bar(105), "4/4", .98)),
                sections,
                List.of(new SongMap.Hook(bar(33), bar(41), 33, 40, .9)),
                energy(),
                new SongMap.Loudness(-9.4, 6.2, -.8, -6.1, -7.3),
                new SongMap.MusicalKey("A minor", .83, "C major"),
                alternatives,
                List.of());
    }

    static SongMap withoutBeat() {
        return new SongMap(
                SongMap.CONTRACT,
                95,
                48000,
                2,
                false,
                "The onsets follow no common period.",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new SongMap.Energy(1, List.of(), List.of()),
                new SongMap.Loudness(-20, 11, -3, -15, -17),
                null,
                List.of(),
                List.of());
    }

    private static SongMap.Energy energy() {
        List<Double> values = new ArrayList<>();
        for (double t = 0; t < LENGTH; t += .5) {
            values.add(Math.clamp(level(t) + .05 * Math.sin(t * 2.9), 0, 1));
        }
        return new SongMap.Energy(.5, values, List.of());
    }

    private List<Float> peaks() {
        List<Float> peaks = new ArrayList<>();
        for (int i = 0; i < 2400; i++) {
            double t = i * LENGTH / 2400;
            double beat = (t - FIRST) / (BAR / 4);
            double hit = Math.exp(-4 * (beat - Math.floor(beat)));
            float high = (float) (level(t) * (.35 + .45 * hit + .2 * random.nextDouble()));
            peaks.add(-high * .92f);
            peaks.add(high);
        }
        return peaks;
    }

    private static double level(double t) {
        int section = 0;
        while (section + 1 < SECTIONS.length && t >= bar(FIRST_BARS[section + 1])) {
            section++;
        }
        return ENERGY[section];
    }
}
