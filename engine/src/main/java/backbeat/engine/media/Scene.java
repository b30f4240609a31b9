package backbeat.engine.media;

import backbeat.engine.time.Rational;
import java.util.ArrayList;
import java.util.List;

/**
 * What a stretch of film shows, down to the frame. A tree: shots and plain pictures at its leaves, mixing, stacking, colour and fades above them. Every scene fills
 * the whole picture, except in a {@link Stack}, where what a layer leaves open shows what lies below.
 */
public sealed interface Scene {
    /** Length in frames of the film. */
    long frames();

    /** Shots in it, from the first leaf to the last. */
    default List<Shot> shots() {
        List<Shot> found = new ArrayList<>();
        switch (this) {
            case Black black -> {}
            case Shot shot -> found.add(shot);
            case Mix mix -> {
                found.addAll(mix.from().shots());
                found.addAll(mix.to().shots());
            }
            case Stack stack -> stack.layers().forEach(layer -> found.addAll(layer.shots()));
            case Coloured coloured -> found.addAll(coloured.scene().shots());
            case Faded faded -> found.addAll(faded.scene().shots());
        }
        return found;
    }

    /** Tables that it is coloured by. */
    default List<ColourStep.Table> tables() {
        List<ColourStep.Table> found = new ArrayList<>();
        switch (this) {
            case Black black -> {}
            case Shot shot -> found.addAll(tablesOf(shot.colour()));
            case Mix mix -> {
                found.addAll(mix.from().tables());
                found.addAll(mix.to().tables());
            }
            case Stack stack -> stack.layers().forEach(layer -> found.addAll(layer.tables()));
            case Coloured coloured -> {
                found.addAll(coloured.scene().tables());
                found.addAll(tablesOf(coloured.steps()));
            }
            case Faded faded -> found.addAll(faded.scene().tables());
        }
        return found;
    }

    private static List<ColourStep.Table> tablesOf(List<ColourStep> steps) {
        return steps.stream()
                .filter(ColourStep.Table.class::isInstance)
                .map(ColourStep.Table.class::cast)
                .toList();
    }

    record Black(long frames) implements Scene {}

    /** A stretch of a clip or a still picture, fitted into the picture and placed there. */
    record Shot(MediaFacts source, Showing showing, Placing placing, List<ColourStep> colour) implements Scene {
        public Shot {
            colour = List.copyOf(colour);
        }

        @Override
        public long frames() {
            return showing.frames();
        }
    }

    /** What of a clip is shown at each frame of the film. */
    sealed interface Showing {
        long frames();

        /** First frame of the clip that is needed. */
        long first();

        /** Last frame of the clip that is needed. */
        long last();

        /** @param wanted the clip's frame at each frame of the film, in any order */
        record Frames(List<Long> wanted) implements Showing {
            public Frames {
                wanted = List.copyOf(wanted);
            }

            @Override
            public long frames() {
                return wanted.size();
            }

            @Override
            public long first() {
                return wanted.stream().mapToLong(Long::longValue).min().orElse(0);
            }

            @Override
            public long last() {
                return wanted.stream().mapToLong(Long::longValue).max().orElse(0);
            }

            /** Whether every frame follows the one before: such need no counting. */
            boolean isPlain() {
                for (int i = 1; i < wanted.size(); i++) {
                    if (wanted.get(i) != wanted.get(i - 1) + 1) {
                        return false;
                    }
                }
                return true;
            }
        }

        /**
         * Pictures between the clip's own, made by mixing neighbours or by moving what moves along.
         *
         * @param first frame of the clip to begin with, at or before the first picture wanted
         * @param offset seconds of the film from that frame to the first picture wanted
         * @param speed source seconds for one second of the film, above zero
         */
        record Between(long frames, long first, long last, Rational offset, Rational speed, boolean opticalFlow)
                implements Showing {}
    }

    /**
     * Where a picture stands: it fits into the frame first, then it is cropped, scaled and turned around its middle, and moved.
     *
     * @param cropLeft what is cut off, in parts of the picture's width or height
     * @param right of the picture's middle from the frame's, in frame widths
     * @param down the same in frame heights
     */
    record Placing(
            Rational cropLeft,
            Rational cropRight,
            Rational cropTop,
            Rational cropBottom,
            Rational scale,
            Rational right,
            Rational down,
            Rational clockwiseDegrees) {
        public static final Placing FITTED = new Placing(
                Rational.ZERO,
                Rational.ZERO,
                Rational.ZERO,
                Rational.ZERO,
                Rational.ONE,
                Rational.ZERO,
                Rational.ZERO,
                Rational.ZERO);

        public boolean isFitted() {
            return equals(FITTED);
        }
    }

    /** One scene passing over into another, from the first frame, which is still the one, to the frame after the last, which would be the other. */
    record Mix(Kind kind, Scene from, Scene to) implements Scene {
        public enum Kind {
            DISSOLVE,
            WIPE
        }

        public Mix {
            if (from.frames() != to.frames()) {
                throw new IllegalArgumentException(
                        "both sides must be equally long: " + from.frames() + " and " + to.frames());
            }
        }

        @Override
        public long frames() {
            return from.frames();
        }
    }

    /** Scenes over each other, the lowest first. */
    record Stack(List<Scene> layers) implements Scene {
        public Stack {
            layers = List.copyOf(layers);
        }

        @Override
        public long frames() {
            return layers.getFirst().frames();
        }
    }

    record Coloured(Scene scene, List<ColourStep> steps) implements Scene {
        public Coloured {
            steps = List.copyOf(steps);
        }

        @Override
        public long frames() {
            return scene.frames();
        }
    }

    /**
     * From black or to black.
     *
     * @param start frame of the scene with which the fade begins; may lie before the first
     * @param length of the fade in frames, above zero
     * @param in from black, or else to black
     */
    record Faded(Scene scene, long start, long length, boolean in) implements Scene {
        @Override
        public long frames() {
            return scene.frames();
        }
    }
}
