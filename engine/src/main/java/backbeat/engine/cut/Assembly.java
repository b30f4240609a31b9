package backbeat.engine.cut;

import backbeat.engine.footage.Clip;
import backbeat.engine.media.AudioFacts;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.media.VideoFacts;
import backbeat.engine.song.SongMap;
import backbeat.engine.songfile.Part;
import backbeat.engine.songfile.SongMarkers;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import backbeat.engine.timeline.Effect;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Marker;
import backbeat.engine.timeline.Marker.Colour;
import backbeat.engine.timeline.MediaReference;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns chosen shots into a timeline: picture, song, and markers for bars, sections and black. */
final class Assembly {
    private final Path song;
    private final MediaFacts songFacts;
    private final SongMap map;
    private final PictureFormat format;
    private final List<CutPoint> points;

    Assembly(Path song, MediaFacts songFacts, SongMap map, PictureFormat format, List<CutPoint> points) {
        this.song = song.toAbsolutePath();
        this.songFacts = songFacts;
        this.map = map;
        this.format = format;
        this.points = points;
    }

    /** A timeline, and one choice for each item of its picture track. */
    record Assembled(Timeline timeline, List<Choice> choices) {}

    /** @param beside by index of the shot: what is seen at the same time */
    Assembled assemble(ShotPlan plan, List<Choice> choices, Map<Integer, List<Take>> beside) {
        List<Item> picture = new ArrayList<>();
        List<Choice> shown = new ArrayList<>();
        List<Marker> black = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            Shot shot = plan.shots().get(i);
            Choice choice = choices.get(i);
            Take take = shot.take();
            if (take == null) {
                picture.add(new Item.Gap(length(shot), "Black"));
                black.add(blackMarker(shot, choice));
                shown.add(choice);
            } else {
                addShot(shot, take, choice, framing(take, beside.get(i)), picture, shown);
            }
        }
        List<Track> tracks = new ArrayList<>();
        tracks.add(new Track(Track.Kind.VIDEO, "Picture", picture));
        tracks.addAll(layers(plan.shots(), beside));
        tracks.add(new Track(Track.Kind.AUDIO, "Song", List.of(songItem())));
        Timeline timeline = new Timeline(
                title(),
                format.rate(),
                format.firstFrame(),
                format.width(),
                format.height(),
                List.copyOf(tracks),
                markers(black));
        return new Assembled(timeline, List.copyOf(shown));
    }

    /** The chosen picture stands in the middle, or to the left of it. */
    private List<Effect> framing(Take take, @Nullable List<Take> beside) {
        if (beside == null) {
            return List.of();
        }
        int columns = beside.size() + 1;
        return List.of(SplitScreens.column(take.video(), format, (columns - 1) / 2, columns));
    }

    /** A track for each picture beside the chosen one. */
    private List<Track> layers(List<Shot> shots, Map<Integer, List<Take>> beside) {
        int most = beside.values().stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, most)
                .mapToObj(layer -> new Track(Track.Kind.VIDEO, "Beside " + (layer + 1), layer(layer, shots, beside)))
                .toList();
    }

    private List<Item> layer(int layer, List<Shot> shots, Map<Integer, List<Take>> beside) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < shots.size(); i++) {
            Shot shot = shots.get(i);
            List<Take> takes = beside.getOrDefault(i, List.of());
            if (layer < takes.size()) {
                items.addAll(besidePieces(shot, takes.get(layer), layer, takes.size() + 1));
            } else if (!items.isEmpty() && items.getLast() instanceof Item.Gap gap) {
                items.set(items.size() - 1, new Item.Gap(gap.duration().plus(length(shot)), ""));
            } else {
                items.add(new Item.Gap(length(shot), ""));
            }
        }
        return items;
    }

    private List<Item> besidePieces(Shot shot, Take take, int layer, int columns) {
        int column = layer < (columns - 1) / 2 ? layer : layer + 1;
        List<Effect> framing = List.of(SplitScreens.column(take.video(), format, column, columns));
        int from = points.get(shot.from()).frame();
        int to = points.get(shot.to()).frame();
        return InStep.stretches(take, from, to).stream()
                .<Item>map(stretch -> piece(stretch, take, framing, Map.of("camera", take.camera())))
                .toList();
    }

    private void addShot(
            Shot shot, Take take, Choice choice, List<Effect> framing, List<Item> picture, List<Choice> shown) {
        int from = points.get(shot.from()).frame();
        int to = points.get(shot.to()).frame();
        for (InStep.Stretch stretch : InStep.stretches(take, from, to)) {
            Choice own = choiceFor(stretch, from, to, take, choice);
            picture.add(piece(
                    stretch,
                    take,
                    framing,
                    Map.of("reason", String.join("; ", own.reasons()), "camera", take.camera())));
            shown.add(own);
        }
    }

    private Choice choiceFor(InStep.Stretch stretch, int from, int to, Take take, Choice choice) {
        boolean first = stretch.from() == from;
        return new Choice(
                choice.clip(),
                choice.camera(),
                choice.beside(),
                stretch.sourceStart().toDouble(),
                first ? choice.songStart() : seconds(stretch.from()),
                stretch.to() == to ? choice.songEnd() : seconds(stretch.to()),
                first ? choice.bar() : "",
                first ? choice.reasons() : List.of(Reasons.goesOn(take)),
                first ? choice.prices() : Map.of(),
                first ? choice.runnerUp() : null,
                first ? choice.runnerUpMore() : null);
    }

    private double seconds(int frame) {
        return format.rate().timeOf(frame).toDouble();
    }

    private String title() {
        return songName().replaceFirst("\\.[^.]+$", "") + " - rough cut";
    }

    private String songName() {
        return String.valueOf(song.getFileName());
    }

    private Item.ClipItem piece(InStep.Stretch stretch, Take take, List<Effect> framing, Map<String, String> metadata) {
        return new Item.ClipItem(
                take.clip().name(),
                pictureMedia(take),
                stretch.sourceStart(),
                format.rate().timeOf(stretch.to() - stretch.from()),
                take.speed(),
                true,
                framing,
                List.of(),
                metadata);
    }

    private Rational length(Shot shot) {
        return format.rate()
                .timeOf((long) points.get(shot.to()).frame()
                        - points.get(shot.from()).frame());
    }

    private static MediaReference pictureMedia(Take take) {
        Clip clip = take.clip();
        List<MediaReference> originals =
                clip.parts().stream().flatMap(part -> original(part).stream()).toList();
        return reference(clip.facts(), take.video(), originals.size() > 1 ? labelled(originals) : List.of());
    }

    private static Optional<MediaReference> original(MediaFacts part) {
        return Optional.ofNullable(part.video()).map(video -> reference(part, video, List.of()));
    }

    /** A part without a label of its own counts on from the one before. */
    private static List<MediaReference> labelled(List<MediaReference> parts) {
        List<MediaReference> labelled = new ArrayList<>();
        @Nullable Timecode next = null;
        for (MediaReference part : parts) {
            Timecode label = part.timecode() == null ? next : part.timecode();
            labelled.add(part.withTimecode(label));
            next = label == null ? null : label.plusFrames(label.rate().nearestFrame(part.duration()));
        }
        return List.copyOf(labelled);
    }

    private static MediaReference reference(MediaFacts facts, VideoFacts video, List<MediaReference> parts) {
        AudioFacts audio = facts.audio();
        Rational length = video.variableRate()
                ? facts.duration().minus(video.start())
                : video.rate().timeOf(video.frames());
        return new MediaReference(
                facts.file().toAbsolutePath(),
                video.start(),
                length,
                video.rate(),
                timecode(video),
                video.width(),
                video.height(),
                audio == null ? 0 : audio.sampleRate(),
                audio == null ? 0 : audio.channels(),
                parts);
    }

    /** A label that does not exist at the file's own rate is no timecode. */
    private static @Nullable Timecode timecode(VideoFacts video) {
        String label = video.timecode();
        try {
            return label == null ? null : Timecode.parse(label, video.rate());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private Item.ClipItem songItem() {
        AudioFacts audio = songFacts.audio();
        MediaReference media = new MediaReference(
                song,
                Rational.ZERO,
                songFacts.duration(),
                null,
                null,
                0,
                0,
                audio == null ? map.sampleRate() : audio.sampleRate(),
                audio == null ? map.channels() : audio.channels(),
                List.of());
        return new Item.ClipItem(songName(), media, Rational.ZERO, songFacts.duration(), Rational.ONE, Map.of());
    }

    private Marker blackMarker(Shot shot, Choice choice) {
        return new Marker(
                "Black",
                String.join("; ", choice.reasons()),
                Colour.RED,
                format.rate().timeOf(points.get(shot.from()).frame()),
                length(shot));
    }

    private List<Marker> markers(List<Marker> black) {
        List<Marker> ofSong = new SongMarkers(map, format.rate()).of(EnumSet.of(Part.SECTIONS, Part.BARS));
        return Stream.concat(ofSong.stream(), black.stream())
                .filter(marker -> marker.at().isLessThan(songFacts.duration()))
                .sorted(Comparator.comparing(Marker::at))
                .toList();
    }
}
