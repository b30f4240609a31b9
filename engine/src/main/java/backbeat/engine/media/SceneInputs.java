package backbeat.engine.media;

import backbeat.engine.media.Scene.Shot;
import backbeat.engine.media.Scene.Showing;
import backbeat.engine.time.Rational;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
    }

    private final List<Input> inputs;
    private final Seek seek;
    private final IdentityHashMap<Shot, Integer> inputOf = new IdentityHashMap<>();
    private final IdentityHashMap<Shot, String> labels = new IdentityHashMap<>();
    private final List<String> splits = new ArrayList<>();

    private SceneInputs(List<Input> inputs, Seek seek) {
        this.inputs = inputs;
        this.seek = seek;
        for (int i = 0; i < inputs.size(); i++) {
            Input input = inputs.get(i);
            String whole = "[" + i + ":" + picture(input.shots.getFirst()).stream() + "]";
            String branches = "";
            for (int j = 0; j < input.shots.size(); j++) {
                String branch = input.shots.size() == 1 ? whole : "[s" + i + "_" + j + "]";
                branches += branch;
                inputOf.put(input.shots.get(j), i);
                labels.put(input.shots.get(j), branch);
            }
            if (input.shots.size() > 1) {
                splits.add(whole + "split=" + input.shots.size() + branches);
            }
        }
    }

    static SceneInputs of(List<Shot> shots, Seek seek) {
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
        return new SceneInputs(inputs, seek);
    }

    /** Whether one decoding serves a shot that follows another. */
    static boolean share(Shot one, Shot next) {
        return new Input(one).reaches(next);
    }

    List<String> splits() {
        return splits;
    }

    String label(Shot shot) {
        return labels.getOrDefault(shot, "");
    }

    FfmpegCommand putInto(FfmpegCommand command) {
        for (Input input : inputs) {
            VideoFacts video = picture(input.shots.getFirst());
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
        VideoFacts video = picture(input.shots.getFirst());
        return seek == Seek.STRAIGHT
                ? FrameSeek.straightTo(input.source, video, input.first)
                : FrameSeek.to(input.source, video, input.first);
    }

    /** Lets a shot's frames through and puts them onto the frames of the film. */
    List<String> timing(Shot shot, PictureForm form) {
        Input input = inputs.get(inputOf.getOrDefault(shot, 0));
        VideoFacts video = picture(shot);
        List<String> filters = new ArrayList<>();
        String window = window(start(input), shot.source(), video, shot.showing());
        if (!window.isEmpty()) {
            filters.add("trim=" + window);
        }
        if (List.of("tt", "bb", "tb", "bt").contains(video.fieldOrder())) {
            filters.add("bwdif=mode=send_frame:deint=interlaced");
        }
        filters.addAll(ConformFilter.timing(shot.showing(), form));
        return filters;
    }

    /** By number where the input begins with the file, else by times between frames on the input's clock, which is zero where it was sought to. */
    private static String window(FrameSeek start, MediaFacts source, VideoFacts video, Showing showing) {
        List<String> ends = new ArrayList<>();
        Rational zero = start.from();
        if (zero == null) {
            ends.add("start_frame=" + showing.first());
            ends.add("end_frame=" + (showing.last() + 1));
            return String.join(":", ends);
        }
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
                .map(input -> picture(input.shots.getFirst()).stream() + " " + start(input) + " " + input.last)
                .collect(Collectors.joining(" ", seek + " ", ""));
    }

    static VideoFacts picture(Shot shot) {
        VideoFacts video = shot.source().video();
        if (video == null) {
            throw new IllegalArgumentException("no picture in " + shot.source().file());
        }
        return video;
    }
}
