package backbeat.app.web;

import java.util.List;

/**
 * Which clips of many a page shows.
 *
 * @param show a state of {@link ClipRow}; empty for all
 * @param card path of a card; empty for all, {@code /} for loose files
 * @param from how many are passed over
 */
public record ClipChoice(String show, String card, int from) {
    static final int AT_ONCE = 250;

    List<ClipRow> of(List<ClipRow> all) {
        return all.stream().filter(this::fits).skip(from).limit(AT_ONCE).toList();
    }

    boolean hasMore(List<ClipRow> all) {
        return all.stream().filter(this::fits).count() > from + (long) AT_ONCE;
    }

    private boolean fits(ClipRow row) {
        return (show.isEmpty()
                        || row.state().equals(show)
                        || (show.equals("circled") && row.said().circled()))
                && (card.isEmpty() || row.clip().card().equals(card.equals("/") ? "" : card));
    }

    /** Where the page with another state stands. */
    public String showing(String other) {
        return link(other, card, 0);
    }

    public String ofCard(String other) {
        return link(show, other.equals(card) ? "" : other, 0);
    }

    public String next() {
        return link(show, card, from + AT_ONCE);
    }

    public String with(int clip) {
        return link(show, card, from) + "&clip=" + clip;
    }

    private static String link(String show, String card, int from) {
        return "?show=" + show + "&card=" + java.net.URLEncoder.encode(card, java.nio.charset.StandardCharsets.UTF_8)
                + (from > 0 ? "&from=" + from : "");
    }
}
