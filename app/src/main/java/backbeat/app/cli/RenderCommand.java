package backbeat.app.cli;

import backbeat.engine.Backbeat;
import backbeat.engine.derive.JsonFile;
import backbeat.engine.media.FilmRecipe;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.Problem;
import backbeat.engine.render.Film;
import backbeat.engine.render.FilmOrder;
import backbeat.engine.time.Rate;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backbeat render}: from a timeline to a film. */
@Command(
        name = "render",
        description = "Makes a film of a timeline. What did not change since the last time is not rendered again.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Recipes: h264 (for showing), h264-fine (for masters, three times as large), h264-small (for sending), h265, av1, prores, prores-hq, dnxhr-hq (for editing and grading, in .mov with PCM sound).",
            "",
            "Examples:",
            "  backbeat render rough-cut.otio --song song.wav --out film.mp4",
            "  backbeat render cut.fcpxml --song song.wav --out film.mov --recipe prores-hq --look show.cube"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class RenderCommand implements Runnable {
    private static final Pattern SIZE = Pattern.compile("(\\d{2,5})x(\\d{2,5})");

    @Parameters(paramLabel = "TIMELINE", description = "OTIO, FCPXML, XML for Premiere or EDL.")
    private Path timeline;

    @Option(names = "--song", required = true, paramLabel = "FILE", description = "The song, laid under the picture.")
    private Path song;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The film: .mp4, or .mov for editing.")
    private Path out;

    @Option(names = "--recipe", paramLabel = "NAME", description = "How it is encoded. Default: h264.")
    private String recipe = FilmRecipe.H264.name();

    @Option(
            names = "--look",
            paramLabel = "CUBE",
            description = "A table of colours for the whole film (.cube). May be given several times.")
    private List<Path> looks = List.of();

    @Option(names = "--size", paramLabel = "WxH", description = "Of the picture. Default: the timeline's.")
    private @Nullable String size;

    @Option(
            names = "--footage",
            paramLabel = "FOLDER",
            description = "Where clips lie that the timeline tells no place of. Default: beside the timeline.")
    private @Nullable Path footage;

    @Option(names = "--rate", paramLabel = "FRAMES", description = "Frames a second of an EDL, which does not tell.")
    private @Nullable String rate;

    @Option(names = "--json", description = "For programs: what was made.")
    private boolean json;

    @Mixin
    private WorkFolder work;

    private final Terminal terminal;

    RenderCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Path file = NamedFile.file(timeline, "the timeline");
        Path sound = NamedFile.file(song, "the song");
        Path film = NamedFile.named(out, "the film");
        FilmRecipe chosen = chosen();
        Originals.keepFromFilm(film, sound);
        Writable.file(film);
        List<Path> tables =
                looks.stream().map(look -> NamedFile.file(look, "the look")).toList();
        FilmOrder.Size wanted = givenSize();
        Rate given = givenRate();
        Path clips = footage == null ? null : NamedFile.folder(footage, "the footage");
        Backbeat backbeat = work.open();
        Job.run(terminal, running -> backbeat.song(sound, running));
        RenderTimeline.Ready ready = RenderTimeline.read(file, given, sound, clips, backbeat.media()::probe);
        FilmOrder order = new FilmOrder(ready.timeline(), sound, film, chosen, tables, wanted);
        Film made = Job.run(terminal, running -> backbeat.render(order, running));
        List<Finding> findings = each(told(ready.findings(), wanted), made.findings());
        if (json) {
            terminal.out().println(JsonFile.text(asData(made, findings)));
        } else {
            terminal.out()
                    .println("written   " + out + " (" + made.frames() + " frames, " + made.rendered() + " of "
                            + made.chunks() + " pieces rendered)");
            findings.forEach(finding ->
                    terminal.out().println("finding   " + finding.problem().oneLine()));
        }
    }

    /** A clip that was not found while the timeline was read is not told again for its shots. */
    private static List<Finding> each(List<Finding> ofReading, List<Finding> ofRendering) {
        boolean toldMissing =
                ofReading.stream().anyMatch(finding -> finding.problem().code().equals("cli/clip-not-found"));
        return Stream.concat(
                        ofReading.stream(),
                        ofRendering.stream()
                                .filter(finding -> !toldMissing
                                        || !finding.problem().code().equals("render/source-missing")))
                .distinct()
                .toList();
    }

    /** A size that was given is not assumed. */
    private static List<Finding> told(List<Finding> findings, FilmOrder.@Nullable Size wanted) {
        return findings.stream()
                .filter(finding -> wanted == null || !finding.problem().code().equals("interchange/assumed-size"))
                .toList();
    }

    private Map<String, Object> asData(Film made, List<Finding> findings) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("contract", "film/1");
        data.put("file", out.toString());
        data.put("frames", made.frames());
        data.put("pieces", made.chunks());
        data.put("rendered", made.rendered());
        data.put("findings", findings);
        return data;
    }

    private FilmRecipe chosen() {
        FilmRecipe found =
                FilmRecipe.named(recipe).orElseThrow(() -> bad("There is no recipe \"" + recipe + "\".", names()));
        if (!out.toString().endsWith("." + found.container())) {
            throw bad(
                    "The recipe " + recipe + " makes a file that ends in ." + found.container() + ".",
                    "Name the film so with --out.");
        }
        return found;
    }

    private static String names() {
        return "Choose one of: " + FilmRecipe.ALL.stream().map(FilmRecipe::name).collect(Collectors.joining(", "))
                + ".";
    }

    private FilmOrder.@Nullable Size givenSize() {
        if (size == null) {
            return null;
        }
        Matcher matcher = SIZE.matcher(size);
        if (!matcher.matches()) {
            throw bad("This is no size: \"" + size + "\".", "Write it as 1920x1080.");
        }
        return new FilmOrder.Size(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    private @Nullable Rate givenRate() {
        try {
            return rate == null ? null : Rate.parse(rate);
        } catch (IllegalArgumentException e) {
            throw bad("This is no frame rate: \"" + rate + "\".", "Write it as 25, 23.976 or 30000/1001.");
        }
    }

    private static RuntimeException bad(String what, String remedy) {
        return new Problem("cli/bad-argument", what, "", "", remedy).asException();
    }
}
