package backbeat.app.report;

import backbeat.app.report.ClipView.State;
import backbeat.engine.sync.SyncResult.Alternative;
import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.sync.SyncResult.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How clips were heard, as pictures: those in doubt and those of which something was heard before they were refused; the placed ones on demand. */
final class HeardClips {
    private final Production production;
    private final SongClock clock;

    HeardClips(Production production) {
        this.production = production;
        clock = production.clock();
    }

    Html html() {
        List<ClipView> open =
                drawable().filter(clip -> clip.state() != State.PLACED).toList();
        List<ClipView> folded =
                drawable().filter(clip -> clip.state() == State.PLACED).toList();
        if (open.isEmpty() && folded.isEmpty()) {
            return Html.NONE;
        }
        return Parts.panel(
                "heard",
                "How clips were heard",
                Parts.note("backbeat sync explain CLIP tells it with all figures"),
                Html.all(legend(), pictures(open), folded(folded)));
    }

    private Stream<ClipView> drawable() {
        return production.clips().stream()
                .filter(clip -> Stream.concat(clip.matches().stream(), refused(clip).stream())
                        .anyMatch(match -> !HeardDots.onLine(match).isEmpty()
                                || !match.alternatives().isEmpty()));
    }

    private static List<Match> refused(ClipView clip) {
        ClipSync sync = clip.sync();
        return sync == null ? List.of() : sync.refused();
    }

    private static Html legend() {
        return Html.of(
                "<p class=\"hearkey\"><span><i class=\"s\"></i>a second of the clip that hears the song here</span><span><i class=\"e\"></i>elsewhere</span><span><i class=\"l\"></i>the place found</span><span><i class=\"d\"></i>found, in doubt</span><span><i class=\"r\"></i>another that fits</span><span><i class=\"x\"></i>refused</span></p>");
    }

    private Html pictures(List<ClipView> clips) {
        return clips.isEmpty()
                ? Html.NONE
                : Html.of(
                        "<div class=\"hears\">{}</div>",
                        Html.join(clips.stream().map(this::figure)));
    }

    private Html folded(List<ClipView> clips) {
        return clips.isEmpty()
                ? Html.NONE
                : Html.of(
                        "<details><summary>Show {} that stand on the song</summary>{}</details>",
                        SongClock.counted(clips.size(), "clip"),
                        pictures(clips));
    }

    private Html figure(ClipView clip) {
        boolean sure = clip.state() == State.PLACED;
        double seconds = seconds(clip);
        List<Match> refused = refused(clip);
        String words = words(clip, refused);
        return Html.of(
                "<figure><figcaption>{}<bdi class=\"file\">{}</bdi>{}</figcaption>{}<p class=\"sub\">{}</p></figure>",
                Parts.camera(clip),
                clip.name(),
                Parts.state(clip.state()),
                new HeardPicture(production.map(), seconds).html(clip.matches(), refused, sure, words),
                words);
    }

    private static double seconds(ClipView clip) {
        ClipSync sync = clip.sync();
        Double told = sync == null ? null : sync.seconds();
        double heard = Stream.concat(clip.matches().stream(), refused(clip).stream())
                .mapToDouble(Match::clipEnd)
                .max()
                .orElse(0);
        return Math.max(heard, Objects.requireNonNullElse(told, 0.0));
    }

    private String words(ClipView clip, List<Match> refused) {
        List<String> told = new ArrayList<>();
        clip.matches()
                .forEach(match -> told.add("Heard from " + clock.position(match.songStart()) + " to "
                        + clock.position(match.songEnd()) + others(match) + "."));
        refused.forEach(match -> told.add("Refused: from " + clock.position(match.songStart()) + " to "
                + clock.position(match.songEnd()) + others(match) + "."));
        if (clip.state() != State.PLACED) {
            told.add(ClipTable.reason(clip));
        }
        return String.join(" ", told);
    }

    private String others(Match match) {
        String equal = match.alternatives().stream()
                .map(Alternative::songStart)
                .map(clock::position)
                .collect(Collectors.joining(", "));
        long rivals = HeardDots.rivals(match).stream()
                .filter(rival -> !rival.standing().equals("EQUAL"))
                .count();
        return (equal.isEmpty() ? "" : ", or just as well from " + equal)
                + (rivals == 0
                        ? ""
                        : "; " + SongClock.counted((int) rivals, "other place") + " of the song "
                                + (rivals == 1 ? "sounds" : "sound") + " alike in part");
    }
}
