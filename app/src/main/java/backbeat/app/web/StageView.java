package backbeat.app.web;

/**
 * How far one of the six stages of a production is.
 *
 * @param key as the styles know it
 * @param percent done
 * @param touched whether somebody planned it or something of it is there
 * @param said in a few words
 * @param next the next task and its date; empty when there is none
 * @param link where it is worked on
 */
public record StageView(
        String key,
        String name,
        String icon,
        int percent,
        boolean touched,
        String said,
        String next,
        boolean late,
        String link) {}
