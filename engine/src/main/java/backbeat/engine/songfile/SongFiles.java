package backbeat.engine.songfile;

import backbeat.engine.derive.JsonFile;
import backbeat.engine.derive.WholeFile;
import backbeat.engine.problem.SongfileProblems;
import backbeat.engine.song.SongMap;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.MediaReference;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes a song map as other programs want it. */
public final class SongFiles {
    /** Stands in every file that has room for it. */
    static final String MARK = "song map by Backbeat";

    private static final int BEGINNING_BYTES = 1 << 13;
    /** Four decimals, as in our lists: Audacity writes six, and most programs three. */
    private static final Pattern LIST_LINE =
            Pattern.compile("\\d+\\.\\d{4}\\t(\\d+|\\d+\\.\\d{4}\\t[^\\t]*)|\\d+\\.\\d{4} \\d+\\.\\d{4} \\S.*");

    /**
     * How a map is told.
     *
     * @param title of the song
     * @param parts what is told; empty for what is usual in the format
     * @param start timecode of the song's first frame, at the rate of the pictures
     */
    public record Order(String title, Set<Part> parts, Timecode start) {
        public Order {
            parts = Set.copyOf(parts);
        }

        Set<Part> partsOr(Part... usual) {
            Set<Part> usualParts = EnumSet.noneOf(Part.class);
            usualParts.addAll(List.of(usual));
            return parts.isEmpty() ? usualParts : parts;
        }

        Rate rate() {
            return start.rate();
        }

        String titleWithMark() {
            return title + " - " + MARK;
        }
    }

    private final SongMap map;
    private final Order order;

    public SongFiles(SongMap map, Order order) {
        this.map = map;
        this.order = order;
    }

    /** Writes all formats but those of editing programs' projects, which are made from {@link #timeline}. */
    public void write(SongFormat format, Path file) {
        refuseWhatTellsNothing(format, file);
        WholeFile.write(file, unfinished -> {
            switch (format) {
                case JSON -> JsonFile.write(unfinished, map);
                case AUDACITY -> text(unfinished, TextLists.audacity(map, order.partsOr(Part.SECTIONS, Part.BARS)));
                case BEATS -> text(unfinished, TextLists.beats(map));
                case LAB -> text(unfinished, TextLists.lab(map, order.partsOr(Part.SECTIONS)));
                case MIDI -> Files.write(unfinished, new MidiWriter(map, order.titleWithMark()).bytes());
                case MARKERS -> text(unfinished, MarkerList.resolve(timeline(null)));
                case CLICK -> ClickTrack.write(map, MARK, unfinished);
                case FCPXML, PREMIERE_XML -> throw new IllegalArgumentException("written from the timeline: " + format);
            }
        });
    }

    private void refuseWhatTellsNothing(SongFormat format, Path file) {
        boolean needsBeats = format == SongFormat.BEATS || format == SongFormat.MIDI || format == SongFormat.CLICK;
        if (needsBeats && map.beats().size() < 2) {
            throw SongfileProblems.noBeatsToWrite(file.toString()).asException();
        }
    }

    private static void text(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    /**
     * The song with its markers and no picture.
     *
     * @param song its file; null where only the map is known
     */
    public Timeline timeline(@Nullable MediaReference song) {
        Rate rate = order.rate();
        Rational length = rate.timeOf(Math.max(1, rate.nearestFrame(Rational.nearest(map.duration(), 1_000_000))));
        List<Track> tracks = new ArrayList<>();
        tracks.add(new Track(Track.Kind.VIDEO, "Picture", List.of(new Item.Gap(length, "no picture yet"))));
        if (song != null) {
            Item clip = new Item.ClipItem(order.title(), song, Rational.ZERO, song.duration(), Rational.ONE, Map.of());
            tracks.add(new Track(Track.Kind.AUDIO, "Song", List.of(clip)));
        }
        return new Timeline(
                order.titleWithMark(),
                rate,
                order.start(),
                1920,
                1080,
                tracks,
                new SongMarkers(map, rate).of(order.partsOr(Part.SECTIONS, Part.BARS)));
    }

    /**
     * Whether a file is such a file of ours, whatever its name: then it may be replaced. Lists bear no mark; they are known by their shape, in which those that other programs write differ: what
     * somebody labelled in Audacity is never taken for ours.
     */
    public static boolean isOne(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(BEGINNING_BYTES), StandardCharsets.ISO_8859_1);
            List<String> lines = text.lines().toList();
            boolean whole = text.length() < BEGINNING_BYTES;
            List<String> complete = whole || lines.isEmpty() ? lines : lines.subList(0, lines.size() - 1);
            return text.contains(MARK)
                    || (!complete.isEmpty()
                            && complete.stream()
                                    .allMatch(line -> LIST_LINE.matcher(line).matches()));
        } catch (IOException unreadable) {
            return false;
        }
    }
}
