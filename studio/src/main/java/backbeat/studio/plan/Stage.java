package backbeat.studio.plan;

import java.util.Locale;

/** The six stages from an idea to its audience. */
public enum Stage {
    IDEA("Idea"),
    PLAN("Plan"),
    SHOOT("Shoot"),
    CUT("Cut"),
    FINISH("Finish"),
    RELEASE("Release");

    private final String words;

    Stage(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** As styles and addresses know it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
