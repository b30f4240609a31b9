package backbeat.app.cli;

import backbeat.engine.interchange.ForeignClip;
import backbeat.engine.interchange.ForeignFile;
import backbeat.engine.interchange.ForeignMarker;
import backbeat.engine.interchange.ForeignTimeline;
import backbeat.engine.interchange.ForeignTrack;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.io.PrintWriter;
import java.util.Locale;

/** A timeline of another program, for people. */
final class TimelineWords {
    private TimelineWords() {}

    static void print(ForeignFile file, PrintWriter out) {
        line(out, file.format() + " " + file.formatVersion());
        file.timelines().forEach(timeline -> print(timeline, out));
        file.findings()
                .forEach(finding -> line(out, "finding   " + finding.problem().oneLine()));
    }

    private static void print(ForeignTimeline timeline, PrintWriter out) {
        Rate rate = timeline.rate();
        String pace = rate == null ? "at an unknown rate" : "at " + rate.spoken() + " frames a second";
        line(out, "timeline  " + timeline.name() + ": " + seconds(timeline.duration()) + " s " + pace);
        timeline.tracks().forEach(track -> print(track, timeline, out));
        for (ForeignMarker marker : timeline.markers()) {
            String at = seconds(marker.at().minus(timeline.start()));
            line(out, "marker    " + right(at) + "  " + marker.name() + " " + marker.comment());
        }
    }

    private static void print(ForeignTrack track, ForeignTimeline timeline, PrintWriter out) {
        String place = track.lane() == null ? "track " + track.index() : "lane " + track.lane();
        String kind = track.kind().name().toLowerCase(Locale.ROOT);
        String transitions = track.transitions().isEmpty()
                ? ""
                : ", transitions: " + track.transitions().size();
        line(out, kind + " " + place + ", clips: " + track.clips().size() + transitions);
        track.clips().forEach(clip -> line(out, told(clip, timeline)));
    }

    private static String told(ForeignClip clip, ForeignTimeline timeline) {
        String in = seconds(clip.recordIn().minus(timeline.start()));
        String out = seconds(clip.recordOut().minus(timeline.start()));
        String name = clip.name().isEmpty() && clip.reel() != null ? clip.reel() : clip.name();
        Rational from = clip.sourceIn() == null ? clip.mediaIn() : clip.sourceIn();
        Rational speed = clip.speed();
        return "  " + right(in) + " - " + right(out) + "  " + name
                + (from == null ? "" : " from " + seconds(from))
                + (speed == null || speed.equals(Rational.ONE) ? "" : " at speed " + speed)
                + (clip.variableSpeed() ? " at a changing speed" : "")
                + (clip.enabled() ? "" : " (disabled)");
    }

    private static String seconds(Rational time) {
        return String.format(Locale.ROOT, "%.3f", time.toDouble());
    }

    private static String right(String number) {
        return " ".repeat(Math.max(0, 10 - number.length())) + number;
    }

    /** What files hold comes from outside: no line breaks, no terminal control. */
    private static void line(PrintWriter out, String text) {
        out.println(text.replaceAll("\\p{Cntrl}+", " ").stripTrailing());
    }
}
