package backbeat.app.web;

import backbeat.engine.song.SongMap;
import backbeat.engine.sync.SyncResult;
import backbeat.studio.edit.ClipSaid;
import backbeat.studio.edit.FootageView;
import backbeat.studio.edit.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One clip, opened on the footage page.
 *
 * @param places where it stands or may stand on the song, the likeliest first
 * @param ready whether browsers can play it by now
 */
public record ClipPanel(ClipRow row, List<Place> places, boolean ready, List<String> facts) {

    /**
     * @param listen song time, clip time and speed at which clip and song are heard together
     * @param words why it is thought so
     * @param chosen whether it stands there
     */
    public record Place(
            String position,
            double songStart,
            double clipStart,
            double speed,
            String certainty,
            String words,
            boolean chosen) {
        /** As the form takes it. */
        public String song() {
            return seconds(songStart);
        }

        public String listen() {
            return String.format(Locale.ROOT, "%.4f %.4f %.5f", songStart, clipStart, speed);
        }
    }

    /** A place a frame or ten earlier or later, as the form takes it. */
    public record Nudge(String words, String song, double clipTime, double speed) {}

    /** A place of the song that {@link SongPosition} reads, to the microsecond. */
    private static String seconds(double songTime) {
        return String.format(Locale.ROOT, "%.6f s", songTime);
    }

    public List<Nudge> nudges() {
        ClipSaid.Place place = row.said().place();
        String rate = row.clip().rate();
        if (place == null || rate == null) {
            return List.of();
        }
        double frame = 1 / backbeat.engine.time.Rate.parse(rate).toDouble();
        return java.util.stream.IntStream.of(-10, -1, 1, 10)
                .mapToObj(frames -> new Nudge(
                        Math.abs(frames)
                                + (Math.abs(frames) == 1 ? " frame " : " frames ")
                                + (frames < 0 ? "earlier" : "later"),
                        seconds(place.songTime() + frames * frame),
                        place.clipTime(),
                        place.speed()))
                .toList();
    }

    static Optional<ClipPanel> of(Results results, int index, Map<String, ClipSaid> said) {
        Optional<FootageView.ClipView> clip = results.footage().stream()
                .flatMap(footage -> footage.clips().stream())
                .filter(view -> view.index() == index)
                .findFirst();
        return clip.map(view -> of(results, view, said.getOrDefault(view.path(), ClipSaid.NOTHING)));
    }

    private static ClipPanel of(Results results, FootageView.ClipView clip, ClipSaid said) {
        SongMap map = results.songMap().orElse(null);
        SyncResult.ClipSync answer = results.sync().stream()
                .flatMap(sync -> sync.clips().stream())
                .filter(one -> one.path().equals(clip.path()))
                .findFirst()
                .orElse(null);
        String proxy = clip.proxy();
        return new ClipPanel(
                ClipRow.row(clip, answer, map, said),
                answer == null ? List.of() : places(answer, map),
                proxy != null && results.proxy(proxy).isPresent(),
                facts(clip, answer));
    }

    private static List<Place> places(SyncResult.ClipSync answer, @Nullable SongMap map) {
        List<Place> places = new ArrayList<>();
        for (SyncResult.Match match : answer.matches()) {
            boolean sure = answer.isMatched() && match.sure();
            places.add(place(match, match.songStart(), match.confidence(), "", map, sure));
            for (SyncResult.Alternative other : match.alternatives()) {
                String words = "The sound fits here too, less well.";
                places.add(place(match, other.songStart(), other.confidence(), words, map, false));
            }
        }
        answer.refused()
                .forEach(match -> places.add(
                        place(match, match.songStart(), match.confidence(), "Found, and refused.", map, false)));
        return List.copyOf(places);
    }

    private static Place place(
            SyncResult.Match match,
            double songStart,
            double confidence,
            String words,
            @Nullable SongMap map,
            boolean chosen) {
        return new Place(
                ClipRow.position(songStart, map),
                songStart,
                match.clipStart(),
                match.songSecondsPerClipSecond(),
                ClipRow.certainty(confidence),
                words.isEmpty() ? why(match, map) : words,
                chosen);
    }

    private static String why(SyncResult.Match match, @Nullable SongMap map) {
        String upTo = "Up to " + ClipRow.position(match.songEnd(), map);
        String exact = match.uncertaintySeconds() > 0
                ? String.format(Locale.ROOT, ", to within %.1f ms", Math.max(0.1, match.uncertaintySeconds() * 1000))
                : "";
        return upTo + exact
                + (Math.abs(match.speed() - 1) > 0.001 ? ", at " + match.speedFraction() + " of the speed" : "") + ".";
    }

    private static List<String> facts(FootageView.ClipView clip, SyncResult.@Nullable ClipSync answer) {
        List<String> facts = new ArrayList<>();
        if (clip.width() > 0) {
            facts.add(clip.width() + " × " + clip.height());
        }
        String rate = clip.rate();
        if (rate != null) {
            facts.add(backbeat.engine.time.Rate.parse(rate).spoken() + " frames a second");
        }
        facts.add(ProductionRow.clock(clip.seconds()));
        facts.add(clip.sound() ? "with sound" : "silent");
        String source = answer == null ? null : answer.source();
        if (source != null) {
            facts.add("placed by "
                    + (source.equals("ltc")
                            ? "timecode on its sound"
                            : source.equals("group") ? "clips that ran with it" : source));
        }
        return facts;
    }
}
