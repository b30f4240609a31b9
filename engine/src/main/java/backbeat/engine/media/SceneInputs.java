package backbeat.engine.media;

import backbeat.engine.media.Scene.Shot;
import backbeat.engine.media.Scene.Showing;
import backbeat.engine.time.Rational;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The files that scenes are made of, each opened where its first wanted frame is, and split for the shots that share it. */
final class SceneInputs {
    /** How an input is brought to its first frame. */
    enum Seek {
        /** Straight there. Where pictures are not in their order, a container's index may lead behind the wanted one: a count of the frames tells. */
        STRAIGHT,
        /** Some frames ahead. */
        CAREFUL
    }

    /** Pictures that come out of their order may be needed for the last one. */
    private static final int FRAMES_TO_SPARE = 2;

    private static final class Input {
        private final MediaFacts source;
        private final long first;
        private long last;
        private final List<Shot> shots = new ArrayList<>();

        private Input(Shot shot) {
            this.source = shot.source();
            this.first = shot.showing().first();
            this.last = shot.showing().last();
            shots.add(shot);
        }

        /** Whether the shot's key frame lies before what is decoded anyway. */
        private boolean reaches(Shot shot) {
            long spacing = picture(shot).keyframeSpacing();
            long from = shot.showing().first();
            long key = spacing == 0 ? 0 : from - from % spacing;
            return shot.source().equals(source) && key <= last + 1;
        }

        private void take(Shot shot) {
            shots.add(shot);
            last = Math.max(last, shot.showing().last());
        }

        private VideoFacts video() {
            return picture(source);
        }
    }

    private final List<Input> inputs;
    private final Seek seek;
    private final PictureForm form;
    private final String pixelFormat;
    private final IdentityHashMap<Shot, Input> inputOf = new IdentityHashMap<>();
    private final IdentityHashMap<Shot, PreparedShots> preparedOf = new IdentityHashMap<>();
    private final IdentityHashMap<Shot, String> labels = new IdentityHashMap<>();
    private final List<String> chains = new ArrayList<>();

    private SceneInputs(List<Input> inputs, Seek seek, PictureForm form, String pixelFormat) {
        this.inputs = inputs;
        this.seek = seek;
        this.form = form;
        this.pixelFormat = pixelFormat;
        for (int i = 0; i < inputs.size(); i++) {
            Input input = inputs.get(i);
            input.shots.forEach(shot -> inputOf.put(shot, input));
            branch(input, i);
        }
    }

    /** Splits an input for what is made of it: shots that are sized and coloured alike are that together. */
    private void branch(Input input, int number) {
        Map<List<String>, List<Shot>> alike = new LinkedHashMap<>();
        List<Shot> single = new ArrayList<>();
        for (Shot shot : input.shots) {
            if (PreparedShots.isPossibleFor(shot)) {
                alike.computeIfAbsent(fitted(shot), filters -> new ArrayList<>())
                        .add(shot);
            } else {
                single.add(shot);
            }
        }
        List<PreparedShots> together = new ArrayList<>();
        alike.forEach((filters, shots) -> {
            if (shots.size() == 1) {
                single.addAll(shots);
            } else {
                together.add(new PreparedShots(filters, shots));
            }
        });
        String name = "s" + number + "_";
        List<String> branches =
                split("[" + number + ":" + input.video().stream() + "]", name, together.size() + single.size());
        for (PreparedShots prepared : together) {
            prepare(prepared, start(input), branches.removeFirst(), name + branches.size());
        }
        single.forEach(shot -> labels.put(shot, branches.removeFirst()));
    }

    private void prepare(PreparedShots prepared, FrameSeek start, String label, String name) {
        String end = "[" + name + "p]";
        chains.add(label + String.join(",", prepared.filters(start)) + end);
        List<String> branches = split(end, name + "_", prepared.shots().size());
        for (int i = 0; i < branches.size(); i++) {
            labels.put(prepared.shots().get(i), branches.get(i));
            preparedOf.put(prepared.shots().get(i), prepared);
        }
    }

    /** @return labels, as many as are wanted */
    private List<String> split(String label, String name, int count) {
        List<String> branches = new ArrayList<>();
        if (count == 1) {
            branches.add(label);
            return branches;
        }
        for (int i = 0; i < count; i++) {
            branches.add("[" + name + i + "]");
        }
        chains.add(label + "split=" + count + String.join("", branches));
        return branches;
    }

    static SceneInputs of(List<Shot> shots, Seek seek, PictureForm form, String pixelFormat) {
        List<Input> inputs = new ArrayList<>();
        Map<Path, Input> open = new HashMap<>();
        List<Shot> inOrder = shots.stream()
                .sorted(Comparator.comparingLong(shot -> shot.showing().first()))
                .toList();
        for (Shot shot : inOrder) {
            Input input = open.get(shot.source().file());
            if (input != null && input.reaches(shot)) {
                input.take(shot);
            } else {
                input = new Input(shot);
                open.put(shot.source().file(), input);
                inputs.add(input);
            }
        }
        return new SceneInputs(inputs, seek, form, pixelFormat);
    }

    /** Whether one decoding serves both. */
    static boolean share(Shot one, Shot other) {
        return one.showing().first() <= other.showing().first()
                ? new Input(one).reaches(other)
                : new Input(other).reaches(one);
    }

    /** What comes before the scenes' own chains. */
    List<String> chains() {
        return chains;
    }

    String label(Shot shot) {
        return labels.getOrDefault(shot, "");
    }

    FfmpegCommand putInto(FfmpegCommand command) {
        for (Input input : inputs) {
            VideoFacts video = input.video();
            FrameSeek start = start(input);
            start.putInto(command);
            if (start.from() != null && input.last + 1 < video.frames()) {
                Rational end = FrameSeek.between(input.source, video, input.last + 1);
                Rational more = video.rate().timeOf(FRAMES_TO_SPARE);
                command.with("-t", Encoder.seconds(end.minus(start.from()).plus(more)));
            }
            command.input(input.source.file());
        }
        return command;
    }

    private FrameSeek start(Input input) {
        VideoFacts video = input.video();
        return seek == Seek.STRAIGHT
                ? FrameSeek.straightTo(input.source, video, input.first)
                : FrameSeek.to(input.source, video, input.first);
    }

    /** Puts a shot's frames onto those of the film, fitted into its form and coloured. */
    List<String> shown(Shot shot) {
        PreparedShots prepared = preparedOf.get(shot);
        if (prepared == null) {
            List<String> filters = new ArrayList<>(timing(shot));
            filters.addAll(fitted(shot));
            return filters;
        }
        List<String> filters = new ArrayList<>();
        filters.add("trim=" + prepared.window(start(inputOf(shot)), shot.showing()));
        filters.addAll(ConformFilter.timing(shot.showing(), form));
        return filters;
    }

    /** Lets a shot's frames through and puts them onto the frames of the film. */
    List<String> timing(Shot shot) {
        VideoFacts video = picture(shot);
        List<String> filters = new ArrayList<>();
        String window = window(start(inputOf(shot)), shot.source(), video, shot.showing());
        if (!window.isEmpty()) {
            filters.add("trim=" + window);
        }
        if (isInterlaced(video)) {
            filters.add("bwdif=mode=send_frame:deint=interlaced");
        }
        filters.addAll(ConformFilter.timing(shot.showing(), form));
        return filters;
    }

    static boolean isInterlaced(VideoFacts video) {
        return List.of("tt", "bb", "tb", "bt").contains(video.fieldOrder());
    }

    private List<String> fitted(Shot shot) {
        return ConformFilter.fitted(picture(shot), form, pixelFormat, shot.colour());
    }

    private Input inputOf(Shot shot) {
        return Objects.requireNonNull(inputOf.get(shot));
    }

    /** By number where the input begins with the file, else by times between frames on the input's clock, which is zero where it was sought to. */
    private static String window(FrameSeek start, MediaFacts source, VideoFacts video, Showing showing) {
        if (start.from() == null) {
            return "start_frame=" + showing.first() + ":end_frame=" + (showing.last() + 1);
        }
        return windowByTime(start.from(), source, video, showing);
    }

    /** @param zero where it was sought to; @return empty for all of it */
    static String windowByTime(Rational zero, MediaFacts source, VideoFacts video, Showing showing) {
        List<String> ends = new ArrayList<>();
        Rational first = FrameSeek.between(source, video, showing.first()).minus(zero);
        if (first.signum() > 0) {
            ends.add("start=" + Encoder.seconds(first));
        }
        if (showing.last() + 1 < video.frames()) {
            Rational end = FrameSeek.between(source, video, showing.last() + 1);
            ends.add("end=" + Encoder.seconds(end.minus(zero)));
        }
        return String.join(":", ends);
    }

    String words() {
        return inputs.stream()
                .map(input -> input.video().stream() + " " + start(input) + " " + input.last)
                .collect(Collectors.joining(" ", seek + " ", ""));
    }

    static VideoFacts picture(Shot shot) {
        return picture(shot.source());
    }

    private static VideoFacts picture(MediaFacts source) {
        VideoFacts video = source.video();
        if (video == null) {
            throw new IllegalArgumentException("no picture in " + source.file());
        }
        return video;
    }
}
