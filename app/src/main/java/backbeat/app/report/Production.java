package backbeat.app.report;

import backbeat.engine.cut.Choice;
import backbeat.engine.cut.RoughCut;
import backbeat.engine.footage.Clip;
import backbeat.engine.footage.Footage.FileOutcome;
import backbeat.engine.footage.Footage.Outcome;
import backbeat.engine.problem.Finding;
import backbeat.engine.song.SongMap;
import backbeat.engine.sync.SyncResult.ClipSync;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The report's data, joined by clip: what every part of the page looks things up in. */
final class Production {
    private static final Pattern PICTURE = Pattern.compile("data:image/(?:jpeg|png|webp);base64,[A-Za-z0-9+/]+={0,2}");
    private static final String NOBODY = "?";

    private final ReportData data;
    private final SongClock clock;
    private final Map<String, ClipView> clips;
    private final List<Placed> placed;
    private final List<Coverage.Run> coverage;

    Production(ReportData data) {
        this.data = data;
        clock = new SongClock(data.map(), frameSeconds(data.cut()));
        clips = views(data);
        placed = clips.values().stream().flatMap(c -> c.places().stream()).toList();
        coverage = Coverage.of(
                placed.stream()
                        .filter(Placed::sure)
                        .filter(p -> p.clip().hasPicture())
                        .toList(),
                clock.duration());
    }

    private static double frameSeconds(@Nullable RoughCut cut) {
        return cut == null ? 0 : cut.timeline().rate().frameDuration().toDouble();
    }

    ReportData data() {
        return data;
    }

    SongMap map() {
        return data.map();
    }

    SongClock clock() {
        return clock;
    }

    /** Every clip, in order of path. */
    List<ClipView> clips() {
        return List.copyOf(clips.values());
    }

    List<ClipView> clips(ClipView.State state) {
        return clips.values().stream().filter(c -> c.state() == state).toList();
    }

    @Nullable
    ClipView clip(@Nullable String path) {
        return path == null ? null : clips.get(path);
    }

    /** Places by camera, cameras in order of their letter. */
    Map<String, List<Placed>> lanes() {
        return placed.stream()
                .collect(Collectors.groupingBy(p -> p.clip().camera(), TreeMap::new, Collectors.toList()));
    }

    List<Coverage.Run> coverage() {
        return coverage;
    }

    List<Choice> choices() {
        RoughCut cut = data.cut();
        return cut == null ? List.of() : cut.choices();
    }

    /** Shots that show the clip. */
    List<Choice> shotsOf(String path) {
        return choices().stream().filter(c -> path.equals(c.clip())).toList();
    }

    /** Why the cut does not show a clip that stands on the song. */
    String whyUnused(String path) {
        RoughCut cut = data.cut();
        return cut == null
                ? ""
                : cut.unused().stream()
                        .filter(unused -> unused.path().equals(path))
                        .map(RoughCut.Unused::reason)
                        .findFirst()
                        .orElse("");
    }

    List<FileOutcome> troubledFiles() {
        return data.footage().files().stream()
                .filter(file -> file.problem() != null || file.outcome() == Outcome.UNREADABLE)
                .toList();
    }

    /** Files that could not be used and are no clips: whoever adds them to the clips has counted every trouble once. */
    int filesNotUsed() {
        return (int) troubledFiles().stream()
                .filter(file -> !clips.containsKey(file.path()))
                .count();
    }

    /** Every finding of the run and of its parts, each once. */
    List<Finding> findings() {
        Set<Finding> all = new LinkedHashSet<>(data.findings());
        all.addAll(data.footage().findings());
        data.footage().clips().forEach(c -> all.addAll(c.facts().findings()));
        all.addAll(data.sync().findings());
        RoughCut cut = data.cut();
        if (cut != null) {
            all.addAll(cut.findings());
        }
        return List.copyOf(all);
    }

    /** The film's picture before it plays, as an attribute. */
    Html poster() {
        String poster = data.poster();
        return isPicture(poster) ? Html.of(" poster=\"{}\"", poster) : Html.NONE;
    }

    /** A path as it stands below the footage folder. */
    String shortened(String path) {
        String folder = data.footage().folder() + "/";
        return path.startsWith(folder) ? path.substring(folder.length()) : path;
    }

    /** Class that shows what the shot shows; its clip's where no picture was taken out of the shot. */
    String pictureOf(int shot, ClipView clip) {
        return isPicture(data.shotPictures().get(shot)) ? "pic-shot-" + shot : clip.picture();
    }

    /** Style that shows each thumbnail, written once however often it is seen. */
    Html pictures() {
        Stream<String> ofClips = clips.values().stream()
                .filter(c -> !c.picture().isEmpty())
                .map(c -> showing(c.picture(), data.thumbnails().get(c.path())));
        Stream<String> ofShots = data.shotPictures().entrySet().stream()
                .filter(shot -> isPicture(shot.getValue()))
                .map(shot -> showing("pic-shot-" + shot.getKey(), shot.getValue()));
        return Html.trusted(Stream.concat(ofClips, ofShots).collect(Collectors.joining("\n")));
    }

    private static String showing(String kind, @Nullable String picture) {
        return "." + kind + "{background-image:url(\"" + picture + "\")}";
    }

    private static Map<String, ClipView> views(ReportData data) {
        Map<String, Clip> found = byPath(data.footage().clips(), Clip::path);
        Map<String, ClipSync> synced = byPath(data.sync().clips(), ClipSync::path);
        List<String> cameras = new ArrayList<>(
                new TreeSet<>(found.values().stream().map(Production::cameraOf).toList()));
        Map<String, ClipView> views = new LinkedHashMap<>();
        synced.keySet().removeAll(withoutClip(data, found.keySet()));
        for (String path : paths(found.keySet(), synced.keySet())) {
            Clip clip = found.get(path);
            String camera = clip == null ? NOBODY : cameraOf(clip);
            views.put(
                    path,
                    new ClipView(
                            path,
                            clip == null ? path.substring(path.lastIndexOf('/') + 1) : clip.name(),
                            camera,
                            Math.max(0, cameras.indexOf(camera)) % 4,
                            clip,
                            synced.get(path),
                            pictureClass(data.thumbnails().get(path), views.size())));
        }
        return views;
    }

    /** Files that no clip could be made of: sync tells of them too, but they are counted as files. */
    private static List<String> withoutClip(ReportData data, Set<String> found) {
        return data.footage().files().stream()
                .filter(file -> file.outcome() == Outcome.UNREADABLE || file.outcome() == Outcome.NOT_MEDIA)
                .map(FileOutcome::path)
                .filter(path -> !found.contains(path))
                .toList();
    }

    private static <T> Map<String, T> byPath(List<T> all, Function<T, String> path) {
        return all.stream()
                .collect(Collectors.toMap(path, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }

    private static Set<String> paths(Set<String> some, Set<String> others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    private static String cameraOf(Clip clip) {
        return clip.camera().isBlank() ? NOBODY : clip.camera();
    }

    private static String pictureClass(@Nullable String thumbnail, int number) {
        return isPicture(thumbnail) ? "pic-" + number : "";
    }

    /** What is no picture in itself could make the page ask elsewhere: it is left out. */
    private static boolean isPicture(@Nullable String uri) {
        return uri != null && PICTURE.matcher(uri).matches();
    }
}
