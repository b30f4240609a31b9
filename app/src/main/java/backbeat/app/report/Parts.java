package backbeat.app.report;

import backbeat.engine.problem.Problem;

/** Small parts that many places of the page show alike. */
final class Parts {
    private Parts() {}

    static Html icon(String name) {
        return Html.of("<svg class=\"i\" aria-hidden=\"true\"><use href=\"#i-{}\"/></svg>", name);
    }

    static Html camera(ClipView clip) {
        return camera(clip.camera(), clip.hue());
    }

    static Html camera(String letter, int hue) {
        return Html.of("<span class=\"cam cam-{}\"><span class=\"vh\">camera </span>{}</span>", hue, letter);
    }

    static Html picture(ClipView clip) {
        return picture(clip.picture());
    }

    /** @param kind class that shows the picture; empty where there is none */
    static Html picture(String kind) {
        return Html.of("<span class=\"pic {}\" aria-hidden=\"true\"></span>", kind.isEmpty() ? "none" : kind);
    }

    static Html state(ClipView.State state) {
        return switch (state) {
            case PLACED -> tag("ok", "check", "Placed");
            case DOUBTFUL -> tag("warn", "warn", "Doubtful");
            case REFUSED -> tag("bad", "x", "Refused");
        };
    }

    static Html tag(String tone, String icon, String words) {
        return Html.of("<span class=\"tag {}\">{}{}</span>", tone, icon(icon), words);
    }

    /** A place on the song that can be gone to. */
    static Html place(SongClock clock, double seconds) {
        return Html.of(
                "<button type=\"button\" class=\"go\" data-at=\"{}\"><b class=\"mono\">{}</b></button>",
                SongClock.decimal(seconds, 4),
                clock.position(seconds));
    }

    /** A place that can be gone to, with its time below where that says more. */
    static Html when(SongClock clock, double seconds) {
        String time = SongClock.clock(seconds);
        return clock.position(seconds).equals(time)
                ? place(clock, seconds)
                : Html.of("{}<span class=\"sub nw\">{}</span>", place(clock, seconds), time);
    }

    /** Problem, reason, remedy: in this order. */
    static Html problem(Problem problem) {
        return Html.of(
                "<p class=\"what\">{}</p>{}<p class=\"do\">{}</p>",
                problem.what(),
                problem.cause().isBlank() ? Html.NONE : Html.of("<p class=\"cause\">{}</p>", problem.cause()),
                problem.remedy());
    }

    static Html panel(String id, String title, Html aside, Html body) {
        return Html.of("""
                <section class="panel" id="{}" aria-labelledby="{}-h">
                <header><h2 id="{}-h">{}</h2>{}</header>
                {}
                </section>""", id, id, id, title, aside, body);
    }

    static Html note(String words) {
        return Html.of("<span class=\"aside\">{}</span>", words);
    }

    static Html empty(String words) {
        return Html.of("<p class=\"empty\">{}</p>", words);
    }
}
