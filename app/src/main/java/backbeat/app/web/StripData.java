package backbeat.app.web;

import backbeat.engine.cut.Choice;
import backbeat.engine.lyrics.Lyrics;
import backbeat.engine.song.SongMap;
import backbeat.engine.sync.SyncResult;
import backbeat.engine.time.Rational;
import backbeat.studio.edit.CutView;
import backbeat.studio.edit.FootageView;
import backbeat.studio.edit.LyricSheet;
import backbeat.studio.edit.Results;
import backbeat.studio.edit.ReturnedView;
import backbeat.studio.review.Comments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the song strip draws: everything on the axis of the song, in seconds. */
record StripData(
        double duration,
        boolean steady,
        List<SongMap.Bar> bars,
        List<SongMap.Beat> beats,
        List<Section> sections,
        List<ClipSpan> clips,
        List<Shot> shots,
        List<Remark> comments,
        List<ReturnedView.Change> changes,
        List<Sung> lyrics) {

    /** In seconds. */
    private static final double LONGEST_SUNG = 8;

    /** @param energy 0..1 */
    record Section(double start, double end, int firstBar, int lastBar, String name, double energy) {}

    record ClipSpan(
            int clip,
            String name,
            String camera,
            double start,
            double end,
            double clipStart,
            double speed,
            double confidence,
            boolean sure) {}

    record Shot(String camera, String clip, double start, double end, String bar, String why) {}

    record Remark(String id, double at, double end, String author, String words, boolean resolved) {}

    /** A line of the lyrics. */
    record Sung(double start, double end, String text) {}

    /** A line without an end lasts until the next one, but not for long. */
    private static List<Sung> sung(LyricSheet sheet, double songSeconds) {
        List<Lyrics.Line> lines = sheet.timed().lines();
        List<Sung> sung = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            double start = lines.get(i).start().toDouble();
            Rational said = lines.get(i).end();
            double next = i + 1 < lines.size() ? lines.get(i + 1).start().toDouble() : songSeconds;
            double end = said == null ? Math.min(next, start + LONGEST_SUNG) : said.toDouble();
            sung.add(new Sung(start, end, lines.get(i).text()));
        }
        return sung;
    }

    /** @param cut whose shots are shown */
    static Optional<StripData> of(
            Results results,
            Optional<CutView> cut,
            List<Comments.Comment> comments,
            Optional<ReturnedView> returned,
            LyricSheet lyrics) {
        return results.songMap()
                .map(map -> new StripData(
                        map.duration(),
                        map.steady(),
                        map.bars(),
                        map.beats(),
                        sections(map),
                        clips(results),
                        cut.map(StripData::shots).orElse(List.of()),
                        comments.stream()
                                .filter(comment -> !comment.isAnswer())
                                .map(comment -> new Remark(
                                        comment.id(),
                                        comment.songSeconds(),
                                        comment.songEnd(),
                                        comment.author(),
                                        comment.words(),
                                        comment.resolved()))
                                .toList(),
                        returned.map(ReturnedView::changes).orElse(List.of()),
                        sung(lyrics, map.duration())));
    }

    /** For guests, who see the film and not what it was made from. */
    StripData withoutFootage() {
        return new StripData(
                duration, steady, bars, beats, sections, List.of(), List.of(), comments, List.of(), lyrics);
    }

    private static List<Section> sections(SongMap map) {
        return map.sections().stream()
                .map(section -> new Section(
                        section.start(),
                        section.end(),
                        section.firstBar(),
                        section.lastBar(),
                        name(section),
                        map.energy().mean(section.start(), section.end())))
                .toList();
    }

    static String name(SongMap.Section section) {
        String role = section.role();
        return role == null ? section.label() : Character.toUpperCase(role.charAt(0)) + role.substring(1);
    }

    private static List<ClipSpan> clips(Results results) {
        Map<String, FootageView.ClipView> known = new HashMap<>();
        results.footage().ifPresent(footage -> footage.clips().forEach(clip -> known.put(clip.path(), clip)));
        return results.sync().stream()
                .flatMap(sync -> sync.clips().stream())
                .flatMap(clip -> clip.matches().stream().map(match -> span(known.get(clip.path()), clip, match)))
                .toList();
    }

    private static ClipSpan span(
            FootageView.@Nullable ClipView known, SyncResult.ClipSync clip, SyncResult.Match match) {
        return new ClipSpan(
                known == null ? -1 : known.index(),
                known == null ? clip.path() : known.name(),
                known == null ? "?" : known.camera(),
                match.songStart(),
                match.songEnd(),
                match.clipStart(),
                match.songSecondsPerClipSecond(),
                match.confidence(),
                match.sure() && clip.isMatched());
    }

    private static List<Shot> shots(CutView cut) {
        return cut.shots().stream().map(StripData::shot).toList();
    }

    private static Shot shot(Choice choice) {
        String clip = choice.clip();
        return new Shot(
                choice.camera(),
                clip == null ? "black" : clip.substring(clip.lastIndexOf('/') + 1),
                choice.songStart(),
                choice.songEnd(),
                choice.bar(),
                choice.reasons().isEmpty() ? "" : choice.reasons().getFirst());
    }
}
