package backbeat.app.web;

/**
 * How far one of the six stages of a production is.
 *
 * @param key as the styles know it
 * @param percent done
 * @param said in a few words
 * @param link where it is worked on; empty while the stage has no page
 */
public record StageView(String key, String name, String icon, int percent, String said, String link) {}
