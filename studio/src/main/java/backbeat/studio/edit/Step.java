package backbeat.studio.edit;

import java.util.Locale;
import java.util.Optional;

/** From song and footage to a film. Each step stands on those before it; what they computed is kept by its content. */
public enum Step {
    ANALYSE("Hear the song"),
    INGEST("Look at the footage"),
    PROXIES("Make clips quick to play"),
    SYNC("Place clips on the song"),
    CUT("Make the rough cut"),
    RENDER("Make the film");

    private final String words;

    Step(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Step> of(String key) {
        for (Step step : values()) {
            if (step.key().equals(key)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }
}
