package backbeat.engine.interchange;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Avid's log: one row for each clip that is used, with what is used of it and where on the song. Tape is the card's or the file's name without extension. */
final class AleWriter {
    private static final String FOREIGN = "ale/";
    private static final List<String> COLUMNS = List.of(
            "Name", "Tape", "Tracks", "Start", "End", "FPS", "Source File", "Source Path", "Song In", "Comments");

    private final Timeline timeline;
    private final MediaFiles media;
    private final List<String> columns;
    private final StringBuilder out = new StringBuilder();

    AleWriter(Timeline timeline) {
        this.timeline = timeline;
        this.media = MediaFiles.of(timeline);
        this.columns =
                Stream.concat(COLUMNS.stream(), foreign(timeline)).distinct().toList();
    }

    /** Columns of a log that was read and that are none of ours. */
    private static Stream<String> foreign(Timeline timeline) {
        return timeline.tracks().stream()
                .flatMap(track -> track.items().stream())
                .filter(Item.ClipItem.class::isInstance)
                .flatMap(item -> ((Item.ClipItem) item).metadata().keySet().stream())
                .filter(key -> key.startsWith(FOREIGN) && key.length() > FOREIGN.length())
                .map(key -> key.substring(FOREIGN.length()).replaceAll("\\p{Cntrl}+", " "));
    }

    String text() {
        line("Heading");
        line("FIELD_DELIM\tTABS");
        line("VIDEO_FORMAT\t" + timeline.metadata().getOrDefault(FOREIGN + "VIDEO_FORMAT", "1080"));
        line("AUDIO_FORMAT\t" + timeline.metadata().getOrDefault(FOREIGN + "AUDIO_FORMAT", "48khz"));
        line("FPS\t" + timeline.rate().spoken());
        line("");
        line("Column");
        line(String.join("\t", columns));
        line("");
        line("Data");
        for (Track track : timeline.tracks()) {
            Rational at = Rational.ZERO;
            for (Item item : track.items()) {
                if (item instanceof Item.ClipItem clip) {
                    row(clip, at, track.kind() == Track.Kind.AUDIO);
                }
                at = at.plus(item.duration());
            }
        }
        return out.toString();
    }

    private void row(Item.ClipItem clip, Rational at, boolean sound) {
        MediaFile file = media.find(clip.media());
        if (file == null) {
            return;
        }
        Rate rate = timeline.rate();
        Rational from =
                file.start().plus(clip.sourceStart().min(clip.sourceEnd()).minus(file.origin()));
        Rational used = clip.sourceEnd().minus(clip.sourceStart()).abs();
        boolean drop = timeline.start().dropFrame();
        Timecode start = new Timecode(rate.nearestFrame(from), rate, drop);
        String name = clip.file() == null ? clip.name() : file.name();
        Map<String, String> row = new LinkedHashMap<>();
        row.put("Name", name);
        row.put("Tape", file.reel().isEmpty() ? file.name().replaceFirst("\\.[^.]*$", "") : file.reel());
        row.put("Tracks", sound ? "A1" : "V");
        row.put("Start", start.toString());
        row.put("End", start.plusFrames(Math.max(1, rate.nearestFrame(used))).toString());
        row.put("FPS", rate.spoken());
        row.put("Source File", file.name());
        row.put("Source Path", file.url());
        row.put("Song In", timeline.start().plusFrames(rate.nearestFrame(at)).toString());
        row.put("Comments", clip.metadata().getOrDefault("reason", ""));
        clip.metadata().forEach((key, value) -> {
            if (key.startsWith(FOREIGN)) {
                row.putIfAbsent(key.substring(FOREIGN.length()), value);
            }
        });
        line(String.join("\t", columns.stream().map(column -> cell(row, column)).toList()));
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "").replaceAll("\\p{Cntrl}+", " ");
    }

    private void line(String text) {
        out.append(text).append("\r\n");
    }
}
