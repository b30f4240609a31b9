package backbeat.engine.media;

import backbeat.engine.media.Scene.Showing;
import backbeat.engine.time.Rational;
import java.util.ArrayList;
import java.util.List;

/**
 * Scenes as one graph in FFmpeg's filter language, with the inputs that it reads.
 *
 * <p>Several scenes may share a graph: shots that lie near each other in one file are then decoded once, from the first one's key frame on, which is most of what
 * rendering short shots can save. Each scene ends in a label of its own, and gives exactly its frames.
 */
final class SceneGraph {
    private final PictureForm form;
    private final String pixelFormat;
    private final SceneInputs inputs;
    private final StringBuilder text = new StringBuilder();
    private final List<String> ends = new ArrayList<>();
    private int labels;

    /** @param seek how to get to the first frame of an input */
    SceneGraph(List<Scene> scenes, PictureForm form, String pixelFormat, SceneInputs.Seek seek) {
        this.form = form;
        this.pixelFormat = pixelFormat;
        this.inputs = SceneInputs.of(
                scenes.stream().flatMap(scene -> scene.shots().stream()).toList(), seek, form, pixelFormat);
        inputs.chains().forEach(this::add);
        for (Scene scene : scenes) {
            String whole = whole(scene);
            String end = newLabel();
            add(whole + String.join(",", ConformFilter.ended(scene.frames(), pixelFormat)) + end);
            ends.add(end);
        }
    }

    SceneInputs inputs() {
        return inputs;
    }

    /** Labels to be mapped, in the order of the scenes. */
    List<String> ends() {
        return ends;
    }

    String text() {
        return text.toString();
    }

    private void add(String chain) {
        text.append(text.isEmpty() ? "" : ";").append(chain);
    }

    private String newLabel() {
        return "[n" + labels++ + "]";
    }

    /** Adds what shows a scene in the whole frame. @return its label */
    private String whole(Scene scene) {
        return switch (scene) {
            case Scene.Black black -> canvas(black.frames());
            case Scene.Shot shot -> shot(shot);
            case Scene.Mix mix -> mix(mix);
            case Scene.Stack stack -> stack(stack);
            case Scene.Coloured coloured ->
                after(whole(coloured.scene()), ColourFilter.steps(coloured.steps(), ColourFilter.OURS, pixelFormat));
            case Scene.Faded faded -> after(whole(faded.scene()), fade(faded, ""));
        };
    }

    private String after(String label, List<String> filters) {
        String end = newLabel();
        add(label + String.join(",", filters) + end);
        return end;
    }

    private String canvas(long frames) {
        String end = newLabel();
        add("color=c=black:s=" + form.width() + "x" + form.height() + ":r=" + form.rate() + ",format=" + pixelFormat
                + ",trim=end_frame=" + frames + ",settb=" + form.rate().frameDuration() + ",setpts=N,setsar=1" + end);
        return end;
    }

    private String shot(Scene.Shot shot) {
        if (!shot.placing().isFitted()) {
            return laidOver(canvas(shot.frames()), shot, List.of());
        }
        return after(inputs.label(shot), inputs.shown(shot));
    }

    private String mix(Scene.Mix mix) {
        String kind = switch (mix.kind()) {
            case DISSOLVE -> "fade";
            case WIPE -> "wiperight";
        };
        String from = whole(mix.from());
        String to = whole(mix.to());
        String seconds = Encoder.seconds(form.rate().timeOf(mix.frames()));
        return after(from + to, List.of("xfade=transition=" + kind + ":duration=" + seconds + ":offset=0"));
    }

    private String stack(Scene.Stack stack) {
        String below = whole(stack.layers().getFirst());
        for (Scene layer : stack.layers().subList(1, stack.layers().size())) {
            below = laidOver(below, layer);
        }
        return below;
    }

    /** What fades above something fades into what lies below. */
    private String laidOver(String below, Scene layer) {
        List<String> fades = new ArrayList<>();
        Scene inner = layer;
        while (inner instanceof Scene.Faded faded) {
            fades.addAll(fade(faded, ":alpha=1"));
            inner = faded.scene();
        }
        return inner instanceof Scene.Shot shot ? laidOver(below, shot, fades) : whole(layer);
    }

    private String laidOver(String below, Scene.Shot shot, List<String> fade) {
        VideoFacts video = SceneInputs.picture(shot);
        PlacedPicture placed = PlacedPicture.of(shot.placing(), video, form);
        List<String> filters = new ArrayList<>(inputs.timing(shot));
        filters.addAll(placed.filters(video, transparentFormat(video, fade), shot.colour()));
        filters.addAll(fade);
        String picture = after(inputs.label(shot), filters);
        return after(below + picture, List.of(placed.overlay(overlayFormat()), "format=" + pixelFormat));
    }

    private String transparentFormat(VideoFacts video, List<String> fade) {
        return video.hasAlpha() || !fade.isEmpty() ? pixelFormat.replaceFirst("^yuv", "yuva") : pixelFormat;
    }

    private String overlayFormat() {
        return pixelFormat.replace("le", "").replaceFirst("p$", "");
    }

    /** By time rather than by frame number, so that a fade may begin before the scene. */
    private List<String> fade(Scene.Faded faded, String more) {
        Rational from = form.rate().timeOf(Math.max(0, faded.start()));
        long ahead = Math.max(0, -faded.start());
        String seconds = Encoder.seconds(form.rate().timeOf(faded.length()));
        String fade = "fade=t=" + (faded.in() ? "in" : "out") + ":st=" + Encoder.seconds(from) + ":d=" + seconds + more;
        return ahead == 0 ? List.of(fade) : List.of("setpts=PTS+" + ahead, fade, "setpts=PTS-" + ahead);
    }

    /** What decides the pictures besides the content of the files. */
    String words() {
        return inputs.words() + " " + text;
    }

    static boolean isPlain(Scene.Shot shot) {
        return shot.showing() instanceof Showing.Frames frames && frames.isPlain();
    }
}
