package backbeat.studio.edit;

import backbeat.engine.derive.CancelledException;
import backbeat.engine.derive.JsonFile;
import backbeat.engine.derive.WholeFile;
import backbeat.engine.song.SongMap;
import backbeat.engine.sync.SyncResult;
import backbeat.studio.production.Productions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The files that the steps of one production wrote. */
public final class Results {
    private static final Map<String, Class<?>> RESULTS = Map.of(
            "song-map.json", SongMap.class,
            "footage.json", FootageView.class,
            "sync.json", SyncResult.class,
            "cut.json", CutView.class,
            "film.json", FilmView.class,
            "returned/changes.json", ReturnedView.class);

    static final String FILM = "rough-cut.mp4";

    /** Files of the cut that people take away, by name, with what they are for. */
    public record Takeaway(String name, String words) {}

    public static final List<Takeaway> TAKEAWAYS = List.of(
            new Takeaway(FILM, "Film"),
            new Takeaway("rough-cut.xml", "Premiere Pro"),
            new Takeaway("rough-cut.fcpxml", "Final Cut Pro, Resolve"),
            new Takeaway("rough-cut.otio", "OpenTimelineIO"),
            new Takeaway("rough-cut.edl", "Edit decision list"),
            new Takeaway("song-map.json", "Song map"),
            new Takeaway("sync.json", "Places of the clips"));

    private static final String CUTS = "cuts";

    private final Path folder;
    private final ReadFiles read;
    private final BooleanSupplier holds;

    Results(Path folder, ReadFiles read) {
        this(folder, read, () -> true);
    }

    private Results(Path folder, ReadFiles read, BooleanSupplier holds) {
        this.folder = folder;
        this.read = read;
        this.holds = holds;
    }

    /** Those of a production's folder. */
    public static Results in(Path folder) {
        return new Results(folder, new ReadFiles());
    }

    /** The same for a step that may go on after its song or footage was replaced: nothing is written of what is not there any more. */
    Results whileTrue(BooleanSupplier stillMadeOfThat) {
        return new Results(folder, read, stillMadeOfThat);
    }

    /** @throws CancelledException when what these results are made of was replaced */
    void requireStillTrue() {
        if (!holds.getAsBoolean()) {
            throw new CancelledException();
        }
    }

    /** What one version of the cut holds; {@link #cut} of that is the version's. */
    public Results version(int number) {
        return new Results(folder.resolve(CUTS).resolve(String.valueOf(number)), read, holds);
    }

    /** Makes a version's files those that everybody sees. */
    void publish(int number) {
        Results version = version(number);
        forget(list(folder).stream().filter(Results::isOfCut).toList());
        for (String name : list(version.folder)) {
            if (isOfCut(name)) {
                WholeFile.write(file(name), unfinished -> Files.copy(version.file(name), unfinished));
            }
        }
        version.cut().ifPresent(cut -> write("cut.json", cut));
    }

    private static boolean isOfCut(String name) {
        return name.startsWith("rough-cut") && !name.endsWith(".mp4");
    }

    private static List<String> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** What comes out the same keeps its date, so that nothing that stands on it seems old. */
    void write(String name, Object value) {
        if (saysTheSame(file(name), JsonFile.text(value))) {
            return;
        }
        write(name, unfinished -> JsonFile.write(unfinished, value));
    }

    /** What was replaced while this was written takes it away again: whoever replaced it may have looked just before. */
    void write(String name, WholeFile.Content content) {
        requireStillTrue();
        WholeFile.write(file(name), content);
        try {
            requireStillTrue();
        } catch (CancelledException replaced) {
            forget(List.of(name));
            throw replaced;
        }
    }

    private static boolean saysTheSame(Path file, String text) {
        try {
            return Files.isRegularFile(file) && Files.readString(file).equals(text);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Names of results that are there and cannot be read as what they should be. */
    public List<String> unreadable() {
        List<String> names = new ArrayList<>();
        RESULTS.forEach((name, type) -> {
            if (existing(name).isPresent() && read(name, type).isEmpty()) {
                names.add(name);
            }
        });
        for (String version : list(file(CUTS))) {
            Results of = new Results(folder.resolve(CUTS).resolve(version), read);
            of.unreadable().forEach(name -> names.add(CUTS + "/" + version + "/" + name));
        }
        return names;
    }

    public Optional<SongMap> songMap() {
        return read("song-map.json", SongMap.class);
    }

    public Optional<FootageView> footage() {
        return read("footage.json", FootageView.class);
    }

    public Optional<SyncResult> sync() {
        return read("sync.json", SyncResult.class);
    }

    public Optional<CutView> cut() {
        return read("cut.json", CutView.class);
    }

    Optional<ReturnedView> returned(String name) {
        return read(name, ReturnedView.class);
    }

    /** The song's outline; {@code backbeat.engine.media.Peaks} reads it. */
    public Optional<Path> peaks() {
        return existing("peaks.bin");
    }

    public Optional<Path> film() {
        return existing(FILM);
    }

    /** Which film this is: changes when it is made anew. */
    public Optional<String> filmVersion() {
        return read("film.json", FilmView.class).map(FilmView::version);
    }

    public Optional<FilmView> filmFacts() {
        return film().isPresent() ? read("film.json", FilmView.class) : Optional.empty();
    }

    /** This film and those before it. */
    public Films films() {
        return new Films(this);
    }

    /** A clip's small picture lies under the name of its content, so that it stays that clip's when others come. */
    public Optional<Path> picture(int clip) {
        return footage().stream()
                .flatMap(footage -> footage.clips().stream())
                .filter(view -> view.index() == clip && Proxy.isName(view.proxy()))
                .findFirst()
                .flatMap(view -> existing(pictureName(String.valueOf(view.proxy()))));
    }

    static String pictureName(String fingerprint) {
        return "pictures/" + fingerprint + ".jpg";
    }

    /** What browsers play of a clip, by the name that {@link FootageView.ClipView#proxy} tells. */
    public Optional<Path> proxy(String name) {
        return Proxy.isName(name) ? existing(Proxy.FOLDER + "/" + name + ".mp4") : Optional.empty();
    }

    /** Names of all proxies that are ready. */
    public Set<String> proxies() {
        return Proxy.namesIn(file(Proxy.FOLDER));
    }

    public Optional<Path> takeaway(String name) {
        return TAKEAWAYS.stream().anyMatch(known -> known.name().equals(name)) ? existing(name) : Optional.empty();
    }

    public List<Takeaway> takeaways() {
        return TAKEAWAYS.stream()
                .filter(known -> existing(known.name()).isPresent())
                .toList();
    }

    public Optional<Instant> written(String name) {
        try {
            return Optional.of(Files.getLastModifiedTime(file(name)).toInstant());
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    /** Results that do not stand on what is there any more, since something below them was made later. */
    public boolean cutIsBehindSong() {
        return isOlder("cut.json", "song-map.json") || isOlder("cut.json", "sync.json");
    }

    public boolean filmIsBehindCut() {
        int shown = filmFacts().map(FilmView::cut).orElse(0);
        int open = cut().map(CutView::version).orElse(0);
        boolean bothKnown = shown > 0 && open > 0;
        return bothKnown ? shown != open : isOlder("film.json", "cut.json");
    }

    private boolean isOlder(String name, String than) {
        Optional<Instant> one = written(name);
        Optional<Instant> other = written(than);
        return one.isPresent() && other.isPresent() && one.get().isBefore(other.get());
    }

    /** Forgets what stood on a song or footage that was replaced. */
    void forget(List<String> names) {
        List<Path> gone = new ArrayList<>(names.stream().map(this::file).toList());
        try {
            for (Path file : gone) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    boolean cameFromElsewhere() {
        return Files.isRegularFile(file(Productions.ARRIVED));
    }

    void settled() {
        forget(List.of(Productions.ARRIVED));
    }

    /** Numbers of the versions of which there are files. */
    List<Integer> versions() {
        return list(file(CUTS)).stream()
                .filter(name -> name.matches("[1-9]\\d{0,8}"))
                .map(Integer::valueOf)
                .toList();
    }

    /** A cut that came back was of another song or footage. */
    void forgetReturned() {
        forget(list(file(ReturnedCuts.FOLDER)).stream()
                .map(name -> ReturnedCuts.FOLDER + name)
                .toList());
    }

    private Optional<Path> existing(String name) {
        Path file = file(name);
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    <T> Optional<T> read(String name, Class<T> type) {
        return read.json(file(name), type);
    }
}
