package backbeat.app.cli;

import backbeat.engine.cut.Choice;
import backbeat.engine.cut.CutWishes;
import backbeat.engine.cut.RoughCut;
import backbeat.engine.cut.Style;
import backbeat.engine.cut.Styles;
import backbeat.engine.derive.JsonFile;
import backbeat.engine.problem.CutProblems;
import backbeat.engine.problem.Problem;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.shotlist.ShotList;
import backbeat.engine.shotlist.ShotListFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What lies in the folder of results of the cut before: its shots, and what was wished of it. */
final class LastCut {
    static final String SHOTS = "cut.json";
    static final String WISHES = "cut-wishes.json";

    private final Path folder;

    LastCut(Path folder) {
        this.folder = folder;
    }

    /** None where there is no cut yet, or its file is no longer one. */
    List<Choice> shots() {
        Path file = folder.resolve(SHOTS);
        try {
            return Files.isRegularFile(file) ? JsonFile.read(file, Shots.class).shotsOrNone() : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    private record Shots(@Nullable List<Choice> shots) {
        List<Choice> shotsOrNone() {
            return shots == null ? List.of() : shots;
        }
    }

    CutWishes wishes() {
        Path file = folder.resolve(WISHES);
        return Files.isRegularFile(file) ? CutWishes.read(file) : CutWishes.NONE;
    }

    /** A style as it is kept: a file is found from anywhere. */
    static String lasting(String style) {
        return Styles.names().contains(style)
                ? style
                : path(style)
                        .orElseThrow(() -> noSuchStyle(style))
                        .toAbsolutePath()
                        .normalize()
                        .toString();
    }

    /** A shot list as it is kept: found from anywhere; null for none. */
    static @Nullable String lastingPlan(Path file) {
        return file.toString().equals("none")
                ? null
                : NamedFile.file(file, "the shot list").toString();
    }

    /** The shot list that a cut follows. */
    static ShotListFile.Reading plan(CutWishes wishes) {
        String name = wishes.plan();
        if (name == null) {
            return new ShotListFile.Reading(ShotList.NONE, List.of());
        }
        Path file = path(name).orElseThrow(() -> gone(name));
        if (!Files.isRegularFile(file)) {
            throw gone(name);
        }
        return ShotListFile.read(file);
    }

    private static ProblemException gone(String shotList) {
        return new Problem(
                        "cli/shot-list-gone",
                        "The shot list that this folder's cuts follow is no longer there.",
                        shotList,
                        "",
                        "Bring it back, name another one (--plan FILE), or go on without (--plan none).")
                .asException();
    }

    private static Optional<Path> path(String name) {
        try {
            return Optional.of(Path.of(name));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static ProblemException noSuchStyle(String style) {
        return CutProblems.noSuchStyle(style, String.join(", ", Styles.names())).asException();
    }

    /** A name of one that comes with the program, or a file. */
    static Style style(CutWishes wishes) {
        String wanted = wishes.style() == null ? Styles.STANDARD : wishes.style();
        if (Styles.names().contains(wanted)) {
            return Styles.named(wanted);
        }
        Path file = path(wanted).orElseThrow(() -> noSuchStyle(wanted));
        if (!Files.isRegularFile(file)) {
            throw noSuchStyle(wanted);
        }
        return Styles.read(file);
    }

    /** The content of {@value #SHOTS}: what {@code --json} prints too, but for what belongs to one run. */
    static Map<String, Object> data(RoughCut cut, Style style) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("contract", "cut/1");
        data.put("style", style);
        data.put("measures", cut.measures());
        data.put("shots", cut.choices());
        data.put("plan", cut.plan());
        data.put("unused", cut.unused());
        return data;
    }
}
