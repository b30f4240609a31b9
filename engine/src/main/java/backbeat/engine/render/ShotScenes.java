package backbeat.engine.render;

import backbeat.engine.media.ColourStep;
import backbeat.engine.media.PictureForm;
import backbeat.engine.media.Scene;
import backbeat.engine.media.Scene.Faded;
import backbeat.engine.media.Scene.Mix;
import backbeat.engine.media.Scene.Placing;
import backbeat.engine.media.Scene.Showing;
import backbeat.engine.media.VideoFacts;
import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Effect;
import backbeat.engine.timeline.Effect.Retime.Way;
import backbeat.engine.timeline.Item.Transition;
import backbeat.engine.timeline.MediaReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Spans of the timeline as scenes, which know nothing of the timeline any more.
 *
 * <p>Which frame of a source stands at each frame of the film is computed exactly: the one that is shown at the clip time of the film frame's start, whatever the
 * two rates and the speed are. A clip time that was once a rounded decimal may lie a hair before the frame it means; that hair is forgiven.
 */
final class ShotScenes {
    private static final Rational HAIR_OF_A_FRAME = Rational.of(1, 1000);

    /** Matroska rounds the times of frames to milliseconds. */
    private static final Rational HAIR_OF_VARIABLE_RATE = Rational.of(1, 1000);

    private final OpenedSources sources;
    private final PictureForm form;
    private final List<ColourStep> look;

    /** @param look of the whole film, after what each shot has of its own */
    ShotScenes(OpenedSources sources, PictureForm form, List<ColourStep> look) {
        this.sources = sources;
        this.form = form;
        this.look = look;
    }

    /** What a span shows from one frame of the film up to another; empty where it shows nothing. */
    Optional<Scene> of(Span span, long from, long to) {
        Leaf next = span.next();
        Scene one = shot(span.leaf(), from, to, next == null ? look : List.of());
        if (one == null) {
            return Optional.empty();
        }
        Span.Over over = span.over();
        if (over == null) {
            return Optional.of(faded(one, span.leaf(), from));
        }
        if (next == null) {
            boolean in = span.leaf().start() == over.from();
            return Optional.of(new Faded(one, over.from() - from, over.to() - over.from(), in));
        }
        Scene two = shot(next, from, to, List.of());
        Mix.Kind kind = over.kind() == Transition.Kind.WIPE ? Mix.Kind.WIPE : Mix.Kind.DISSOLVE;
        Scene mixed = two == null ? one : new Mix(kind, one, two);
        return Optional.of(look.isEmpty() ? mixed : new Scene.Coloured(mixed, look));
    }

    /** Whether nothing of what lies below a scene is seen. */
    boolean coversAll(Scene scene) {
        return switch (scene) {
            case Scene.Shot shot -> shot.placing().isFitted() && isOpaque(shot) && fills(shot);
            case Scene.Faded faded -> false;
            default -> true;
        };
    }

    private static boolean isOpaque(Scene.Shot shot) {
        VideoFacts video = shot.source().video();
        return video != null && !video.hasAlpha();
    }

    private boolean fills(Scene.Shot shot) {
        VideoFacts video = shot.source().video();
        return video != null
                && video.pixelAspect()
                        .times(Rational.of(video.width(), video.height()))
                        .equals(Rational.of(form.width(), form.height()));
    }

    private @Nullable Scene shot(Leaf leaf, long from, long to, List<ColourStep> after) {
        Source source = sources.of(leaf.clip().media());
        VideoFacts video = source == null ? null : source.original().video();
        if (source == null || video == null) {
            return null;
        }
        Showing showing = showing(leaf, source, video, from, to);
        return new Scene.Shot(source.facts(), showing, placing(leaf), colour(leaf, after));
    }

    private Showing showing(Leaf leaf, Source source, VideoFacts video, long from, long to) {
        Rational hair = video.variableRate()
                ? HAIR_OF_VARIABLE_RATE
                : HAIR_OF_A_FRAME.times(video.rate().frameDuration());
        boolean isStill = video.frames() == 1;
        Rational step = leaf.stepAt(from);
        boolean between = leaf.way() != Way.NEAREST && leaf.hasSteadySpeed() && step.signum() > 0 && !isStill;
        if (between) {
            Rational first = leaf.sourceAt(from);
            Rational last = leaf.sourceAt(to);
            long firstFrame = Math.max(0, video.frameAt(first.plus(hair)) - 1);
            long lastFrame = Math.min(video.frames() - 1, video.frameAt(last) + 2);
            Rational speed = step.dividedBy(form.rate().frameDuration());
            Rational offset = first.minus(video.timeOfFrame(firstFrame)).dividedBy(speed);
            return new Showing.Between(
                    to - from,
                    source.inFile(firstFrame),
                    source.inFile(lastFrame),
                    offset.max(Rational.ZERO),
                    speed,
                    leaf.way() == Way.OPTICAL_FLOW);
        }
        return new Showing.Frames(LongStream.range(from, to)
                .map(frame -> isStill
                        ? 0
                        : source.inFile(video.frameAt(leaf.sourceAt(frame).plus(hair))))
                .boxed()
                .toList());
    }

    private static Stream<Effect> effects(Leaf leaf) {
        return Stream.concat(leaf.clip().effects().stream(), leaf.outer().stream());
    }

    List<ColourStep> colour(Leaf leaf, List<ColourStep> after) {
        List<ColourStep> steps = new ArrayList<>();
        effects(leaf).forEach(effect -> {
            switch (effect) {
                case Effect.Grade grade -> steps.add(decision(grade));
                case Effect.LookTable table -> steps.addAll(sources.table(table.cube()));
                default -> {}
            }
        });
        if (leaf.clip().media() instanceof MediaReference) {
            steps.addAll(after);
        }
        return steps;
    }

    private static ColourStep decision(Effect.Grade grade) {
        return new ColourStep.Decision(
                channels(grade.slope()), channels(grade.offset()), channels(grade.power()), grade.saturation());
    }

    private static List<Rational> channels(Effect.Channels channels) {
        return List.of(channels.red(), channels.green(), channels.blue());
    }

    private static Placing placing(Leaf leaf) {
        return effects(leaf)
                .filter(Effect.Framing.class::isInstance)
                .map(Effect.Framing.class::cast)
                .findFirst()
                .map(ShotScenes::placing)
                .orElse(Placing.FITTED);
    }

    private static Placing placing(Effect.Framing framing) {
        Effect.Crop crop = framing.crop();
        return new Placing(
                crop.left(),
                crop.right(),
                crop.top(),
                crop.bottom(),
                framing.scale(),
                framing.x(),
                framing.y(),
                framing.rotation());
    }

    private Scene faded(Scene scene, Leaf leaf, long from) {
        Scene shown = scene;
        for (Effect effect : effects(leaf).toList()) {
            if (effect instanceof Effect.Fade fade) {
                long in = form.rate().nearestFrame(fade.in());
                long out = form.rate().nearestFrame(fade.out());
                long end = from + scene.frames();
                if (in > 0 && from < leaf.start() + in) {
                    shown = new Faded(shown, leaf.start() - from, in, true);
                }
                if (out > 0 && end > leaf.end() - out) {
                    shown = new Faded(shown, leaf.end() - out - from, out, false);
                }
            }
        }
        return shown;
    }
}
