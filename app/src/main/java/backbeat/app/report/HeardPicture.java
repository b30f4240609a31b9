package backbeat.app.report;

import backbeat.engine.song.SongMap;
import backbeat.engine.sync.SyncResult.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One clip as a picture: its time from left to right, the song's from bottom to top. A block that hears the song is a dot; where the song was played, the dots lie
 * on a line that rises. Other places of the song that fit are lines of dashes.
 */
final class HeardPicture {
    private static final double WIDTH = 400;
    private static final double HEIGHT = 190;
    private static final double LEFT = 40;
    private static final double RIGHT = 392;
    private static final double TOP = 8;
    private static final double BOTTOM = 170;
    private static final double LOUD = 8;

    private final SongMap map;
    private final double clipSeconds;

    /** @param clipSeconds length of the clip */
    HeardPicture(SongMap map, double clipSeconds) {
        this.map = map;
        this.clipSeconds = Math.max(clipSeconds, 0.1);
    }

    /**
     * @param found matches that count
     * @param refused those that were found and do not count
     * @param sure whether the found ones may be used
     * @param words what the picture shows, for who does not see it
     */
    Html html(List<Match> found, List<Match> refused, boolean sure, String words) {
        List<Match> all = new ArrayList<>(found);
        all.addAll(refused);
        return Html.of(
                "<svg class=\"hear\" role=\"img\" aria-label=\"{}\" viewBox=\"0 0 {} {}\">{}{}{}{}{}{}{}</svg>",
                words,
                SongClock.decimal(WIDTH, 0),
                SongClock.decimal(HEIGHT, 0),
                frame(),
                path("r", all.stream().map(this::rivals).collect(Collectors.joining())),
                path(
                        "x",
                        refused.stream()
                                .map(match -> line(match, match.songStart()))
                                .collect(Collectors.joining())),
                path(
                        sure ? "l" : "l d",
                        found.stream()
                                .map(match -> line(match, match.songStart()))
                                .collect(Collectors.joining())),
                path(
                        "e",
                        all.stream()
                                .map(match -> dots(HeardDots.elsewhere(match), 0, Double.MAX_VALUE))
                                .collect(Collectors.joining())),
                path(
                        "w",
                        all.stream()
                                .map(match -> dots(HeardDots.onLine(match), 0, LOUD))
                                .collect(Collectors.joining())),
                path(
                        "s",
                        all.stream()
                                .map(match -> dots(HeardDots.onLine(match), LOUD, Double.MAX_VALUE))
                                .collect(Collectors.joining())));
    }

    private Html frame() {
        String sections = map.sections().stream()
                .filter(section -> section.start() > 0)
                .map(section -> "M" + number(LEFT) + " " + number(y(section.start())) + "H" + number(RIGHT))
                .collect(Collectors.joining());
        return Html.all(
                path("q", sections),
                path("f", "M" + number(LEFT) + " " + number(TOP) + "V" + number(BOTTOM) + "H" + number(RIGHT)),
                text(LEFT - 4, TOP + 8, "end", minutes(map.duration())),
                text(LEFT - 4, (TOP + BOTTOM) / 2, "end", "song"),
                text(LEFT - 4, BOTTOM, "end", "0"),
                text(LEFT, BOTTOM + 14, "start", "0"),
                text((LEFT + RIGHT) / 2, BOTTOM + 14, "middle", "clip"),
                text(RIGHT, BOTTOM + 14, "end", minutes(clipSeconds)));
    }

    private String rivals(Match match) {
        List<Double> starts = new ArrayList<>();
        match.alternatives().forEach(other -> starts.add(other.songStart()));
        HeardDots.rivals(match).forEach(rival -> starts.add(rival.songStart()));
        return starts.stream().map(start -> line(match, start)).collect(Collectors.joining());
    }

    /** The match, or its like at another place of the song. */
    private String line(Match match, double songStart) {
        double songEnd = songStart + match.songEnd() - match.songStart();
        return "M" + number(x(match.clipStart())) + " " + number(y(songStart)) + "L" + number(x(match.clipEnd())) + " "
                + number(y(songEnd));
    }

    /** Strokes without length, which round ends make dots. A block may hear the song's very start or end from outside: that is left out. */
    private String dots(List<HeardDots.Dot> dots, double above, double upTo) {
        return dots.stream()
                .filter(dot -> dot.score() > above && dot.score() <= upTo)
                .filter(dot -> dot.songSeconds() >= 0 && dot.songSeconds() <= map.duration())
                .map(dot -> "M" + number(x(dot.clipSeconds())) + " " + number(y(dot.songSeconds())) + "h0")
                .collect(Collectors.joining());
    }

    private double x(double clipTime) {
        return LEFT + (RIGHT - LEFT) * Math.clamp(clipTime / clipSeconds, 0, 1);
    }

    private double y(double songTime) {
        return BOTTOM - (BOTTOM - TOP) * Math.clamp(songTime / Math.max(map.duration(), 0.1), 0, 1);
    }

    private static String minutes(double seconds) {
        long whole = Math.round(seconds);
        return whole / 60 + ":" + (whole % 60 < 10 ? "0" : "") + whole % 60;
    }

    private static String number(double value) {
        return SongClock.decimal(value, 1);
    }

    private static Html path(String kind, String d) {
        return d.isEmpty() ? Html.NONE : Html.of("<path class=\"{}\" d=\"{}\"/>", kind, d);
    }

    private static Html text(double x, double y, String anchor, String words) {
        return Html.of("<text x=\"{}\" y=\"{}\" text-anchor=\"{}\">{}</text>", number(x), number(y), anchor, words);
    }
}
