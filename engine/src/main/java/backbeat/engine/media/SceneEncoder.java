package backbeat.engine.media;

import backbeat.engine.derive.Work;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.problem.RenderProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Encodes scenes into pieces of film that can be joined by copying.
 *
 * <p>One call encodes several scenes, each by an encoder of its own with one thread and fixed settings, so that a scene has the same bytes in whatever company it
 * was made. Every piece is counted, because FFmpeg ends well also when it wrote less than it was asked for.
 */
public final class SceneEncoder {
    private static final long PIXELS_OF_1080P = 1920L * 1080;

    private final Media media;
    private final PictureForm form;
    private final FilmRecipe recipe;

    public SceneEncoder(Media media, PictureForm form, FilmRecipe recipe) {
        this.media = media;
        this.form = form;
        this.recipe = recipe;
    }

    /** Everything that decides a scene's bytes besides the content of its sources: the stuff of keys. */
    public String words(Scene scene) {
        SceneGraph graph = graph(List.of(scene), SceneInputs.Seek.STRAIGHT);
        return String.join(" ", graph.words(), Long.toString(scene.frames()), recipe.container())
                + String.join(" ", recipe.picture());
    }

    /** Whether two scenes are better encoded in one call, because what is decoded for the one serves the other. */
    public static boolean share(Scene one, Scene other) {
        return one.shots().stream()
                .anyMatch(shot -> other.shots().stream().anyMatch(also -> SceneInputs.share(shot, also)));
    }

    /** How many scenes of a form may be encoded at once where that many of 1080p may be: an encoder's memory grows with its pictures. */
    public int atOnce(int of1080p) {
        return Math.clamp(of1080p * PIXELS_OF_1080P / ((long) form.width() * form.height()), 1, of1080p);
    }

    /**
     * @param targets a file for each scene, none of which exists yet
     * @param folder an empty folder to work in
     * @throws ProblemException {@code render/wrong-length} when a source did not give its frames
     */
    public void encode(List<Scene> scenes, List<Path> targets, Path folder, Work work) throws IOException {
        for (Scene scene : scenes) {
            for (ColourStep.Table table : scene.tables()) {
                Path place = ColourFilter.fileIn(folder, table);
                if (!Files.exists(place)) {
                    Files.copy(table.file(), place);
                }
            }
        }
        boolean countable =
                scenes.stream().flatMap(scene -> scene.shots().stream()).allMatch(SceneGraph::isPlain);
        if (!countable || !isWhole(scenes, targets, folder, work)) {
            run(graph(scenes, SceneInputs.Seek.CAREFUL), scenes, targets, folder, work);
            count(scenes, targets);
        }
    }

    /** What was sought straight for may have lost frames; then it is tried again with care. */
    private boolean isWhole(List<Scene> scenes, List<Path> targets, Path folder, Work work) throws IOException {
        try {
            run(graph(scenes, SceneInputs.Seek.STRAIGHT), scenes, targets, folder, work);
            count(scenes, targets);
            return true;
        } catch (ProblemException lost) {
            return false;
        }
    }

    private SceneGraph graph(List<Scene> scenes, SceneInputs.Seek seek) {
        return new SceneGraph(scenes, form, recipe.pixelFormat(), seek);
    }

    private void run(SceneGraph graph, List<Scene> scenes, List<Path> targets, Path folder, Work work)
            throws IOException {
        FfmpegCommand command = FfmpegCommand.ffmpeg(media.programs(), media.limits())
                .in(folder)
                .with("-y", "-filter_threads", "1", "-filter_complex_threads", "1");
        graph.inputs().putInto(command);
        command.with("-filter_complex", graph.text());
        for (int i = 0; i < scenes.size(); i++) {
            command.with("-map", graph.ends().get(i), "-an", "-sn", "-dn")
                    .with(recipe.picture().toArray())
                    .with("-r", form.rate(), "-fps_mode", "cfr")
                    .with("-frames:v", scenes.get(i).frames())
                    .with(Encoder.REPEATABLE.toArray());
            boolean last = i == scenes.size() - 1;
            if (last) {
                command.with("-progress", "pipe:1", "-nostats");
            }
            command.with("-f", recipe.container(), "file:" + targets.get(i).toAbsolutePath());
        }
        Encoder.run(command, media.limits(), targets, work);
    }

    private static void count(List<Scene> scenes, List<Path> targets) throws IOException {
        for (int i = 0; i < scenes.size(); i++) {
            long wanted = scenes.get(i).frames();
            SampleTable table = Files.exists(targets.get(i)) ? SampleTable.of(targets.get(i)) : SampleTable.EMPTY;
            if (table.frames() != wanted || !table.isEven()) {
                List<Scene.Shot> shots = scenes.get(i).shots();
                String name =
                        shots.isEmpty() ? "" : shots.getFirst().source().file().toString();
                throw RenderProblems.renderedWrong(name, wanted, table.frames()).asException();
            }
        }
    }
}
