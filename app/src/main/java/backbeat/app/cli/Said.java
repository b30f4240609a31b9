package backbeat.app.cli;

import backbeat.engine.problem.Problem;
import backbeat.engine.problem.SongProblems;
import backbeat.engine.song.Correction;
import backbeat.engine.song.Corrections;
import backbeat.engine.song.SongMap;
import backbeat.engine.songfile.TempoMapFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options by which somebody corrects a song map. They are added to what was said before, in the order of this list. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class Said {
    @Option(
            names = "--corrections",
            paramLabel = "FILE",
            description =
                    "A song map or corrections file whose corrections are held to. Default: those of the map that --out replaces.")
    private @Nullable Path corrections;

    @Option(names = "--forget", description = "Forgets all corrections made before.")
    private boolean forget;

    @Option(names = "--undo", description = "Takes the last correction back.")
    private boolean undo;

    private @Nullable Correction takenBack;

    @Option(
            names = "--tempo",
            paramLabel = "BPM",
            description = "The song was made at this one tempo; with --first-beat.")
    private @Nullable Double tempo;

    @Option(
            names = "--first-beat",
            paramLabel = "TIME",
            converter = SongTime.Reading.class,
            description = "Where the first bar of the tempo (or tempo map) begins.")
    private @Nullable SongTime firstBeat;

    @Option(
            names = "--tempo-map",
            paramLabel = "FILE.mid",
            description = "Bars and beats from a MIDI file; it begins at --first-beat, or with the song.")
    private @Nullable Path tempoMap;

    @Option(names = "--taps", paramLabel = "FILE", description = "Times that somebody tapped, one a line.")
    private @Nullable Path taps;

    /** One of them at most: together they would cancel out, or mean something else than what was wanted. */
    static final class Level {
        @Option(names = "--double", description = "The beat is twice as fast.")
        private boolean doubled;

        @Option(names = "--half", description = "The beat is half as fast.")
        private boolean halved;

        @Option(names = "--triple", description = "The beat is three times as fast.")
        private boolean tripled;

        @Option(names = "--third", description = "The beat is a third as fast.")
        private boolean third;

        double factor() {
            return doubled ? 2 : halved ? 0.5 : tripled ? 3 : third ? 1.0 / 3 : 1;
        }
    }

    @ArgGroup
    private @Nullable Level level;

    @Option(names = "--shift", description = "The beat is half a beat beside.")
    private boolean shift;

    @Option(
            names = "--one",
            paramLabel = "TIME",
            converter = SongTime.Reading.class,
            description = "The one is here: a bar begins. May be given several times.")
    private List<SongTime> ones = List.of();

    @Option(
            names = "--metre",
            paramLabel = "METRE[@TIME]",
            description = "The metre, such as 3/4, or 6/8@1:02.5 from that bar on. May be given several times.")
    private List<String> metres = List.of();

    @Option(
            names = "--no-border",
            paramLabel = "TIME",
            converter = SongTime.Reading.class,
            description = "No section begins here. May be given several times.")
    private List<SongTime> noBorders = List.of();

    @Option(
            names = "--border",
            paramLabel = "TIME",
            converter = SongTime.Reading.class,
            description = "A section begins here. May be given several times.")
    private List<SongTime> borders = List.of();

    @Option(
            names = "--section",
            paramLabel = "TIME=NAME",
            description =
                    "What the section around a time is: intro, verse, prechorus, chorus, bridge, solo, break, outro, or a letter. May be given several times.")
    private List<String> sections = List.of();

    /** What was said before: in the file that was named, else in the map that will be replaced. */
    Corrections before(@Nullable Path replaced) {
        Corrections known = forget ? Corrections.none() : kept(corrections, replaced);
        if (!undo) {
            return known;
        }
        takenBack = known.isEmpty() ? null : known.all().getLast();
        return known.withoutLast();
    }

    /** The correction that {@code --undo} took back; null without it, or when there was none. */
    @Nullable
    Correction takenBack() {
        return takenBack;
    }

    /** The corrections of a file that was named, else of a map that will be replaced, if there is one. */
    static Corrections kept(@Nullable Path named, @Nullable Path replaced) {
        if (named != null) {
            return Corrections.read(NamedFile.file(named, "the corrections"));
        }
        return replaced != null && isFilled(replaced) ? Corrections.read(replaced) : Corrections.none();
    }

    private static boolean isFilled(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) > 0;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /**
     * What was said before and now.
     *
     * @param map of the song with given corrections: what is said of a beat is said of the one that was found
     */
    Corrections with(Corrections before, Function<Corrections, SongMap> map) {
        Corrections all = before;
        for (Function<SongMap, Correction> wish : wishes()) {
            Corrections soFar = all;
            all = soFar.with(understood(() -> ofThisSong(wish, map.apply(soFar))));
        }
        return all;
    }

    private static Correction ofThisSong(Function<SongMap, Correction> wish, SongMap map) {
        Correction correction = wish.apply(map);
        if (correction.begins() >= map.duration()) {
            throw SongProblems.correctionBeyondSong(SongWords.said(correction), correction.begins(), map.duration())
                    .asException();
        }
        return correction;
    }

    private List<Function<SongMap, Correction>> wishes() {
        List<Function<SongMap, Correction>> wishes = new ArrayList<>();
        if (tempoMap != null) {
            Path file = NamedFile.file(tempoMap, "the tempo map");
            wishes.add(map -> TempoMapFile.read(file, firstBeat == null ? 0 : firstBeat.seconds()));
        }
        if (tempo != null) {
            double bpm = tempo;
            wishes.add(map -> new Correction.Tempo(firstBeat().seconds(), bpm, Correction.HAND));
        }
        if (taps != null) {
            Path file = NamedFile.file(taps, "the taps");
            wishes.add(map -> new Correction.Taps(tapped(file), String.valueOf(file.getFileName())));
        }
        if (level != null) {
            double factor = level.factor();
            wishes.add(map -> new Correction.Level(hundredths(bpm(map) * factor), Correction.HAND));
        }
        if (shift) {
            wishes.add(Said::shifted);
        }
        metres.forEach(metre -> wishes.add(map -> metre(metre, map)));
        ones.forEach(one -> wishes.add(map -> new Correction.Downbeat(one.seconds(), Correction.HAND)));
        noBorders.forEach(time -> wishes.add(map -> new Correction.NoBorder(time.seconds(), Correction.HAND)));
        borders.forEach(time -> wishes.add(map -> new Correction.Border(time.seconds(), Correction.HAND)));
        sections.forEach(section -> wishes.add(map -> section(section)));
        return wishes;
    }

    private SongTime firstBeat() {
        if (firstBeat == null) {
            throw new IllegalArgumentException("--tempo needs --first-beat, the time of the first beat of a bar");
        }
        return firstBeat;
    }

    private static Correction shifted(SongMap map) {
        double interval = 60 / bpm(map);
        double at = map.beats().getFirst().time() + interval / 2;
        return new Correction.Phase(Math.round(at * 1e4) / 1e4, hundredths(bpm(map)), Correction.HAND);
    }

    /** Of the middle interval, as the analysis counts it. */
    private static double bpm(SongMap map) {
        if (map.beats().size() < 2) {
            throw new IllegalArgumentException(
                    "no beat was found in this song that could be changed; --tempo or --taps tell of one");
        }
        double[] intervals = new double[map.beats().size() - 1];
        for (int i = 0; i < intervals.length; i++) {
            intervals[i] = map.beats().get(i + 1).time() - map.beats().get(i).time();
        }
        Arrays.sort(intervals);
        return 60 / intervals[intervals.length / 2];
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static Correction metre(String written, SongMap map) {
        int at = written.indexOf('@');
        if (at < 0) {
            double first = map.bars().isEmpty() ? 0 : map.bars().getFirst().start();
            return new Correction.Metre(first, written, Correction.HAND);
        }
        double time = SongTime.parse(written.substring(at + 1)).seconds();
        return new Correction.Metre(time, written.substring(0, at), Correction.HAND);
    }

    private static Correction section(String written) {
        int equals = written.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException(
                    "a section is named by TIME=NAME, such as 1:02=chorus, not \"" + written + "\"");
        }
        double time = SongTime.parse(written.substring(0, equals)).seconds();
        String name = written.substring(equals + 1).strip();
        return name.matches("\\p{Lu}\\d*'?")
                ? new Correction.Named(time, null, name, Correction.HAND)
                : new Correction.Named(time, name, null, Correction.HAND);
    }

    private static List<Double> tapped(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> SongTime.parse(line.split("[\\s;]", 2)[0]).seconds())
                    .toList();
        } catch (IOException e) {
            throw new IllegalArgumentException("the file of taps cannot be read: " + file, e);
        }
    }

    private static <T> T understood(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException | CommandLine.TypeConversionException slip) {
            throw new Problem(
                            "cli/bad-argument",
                            "This could not be understood: " + slip.getMessage() + ".",
                            "",
                            "",
                            "See: backbeat analyze --help")
                    .asException();
        }
    }
}
