package backbeat.app.web;

import backbeat.engine.cut.CutWishes;
import backbeat.engine.cut.Style;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a section does that is heard again, as the cut page offers it. */
public enum Repeating {
    STYLE("Repeats as the style says", null),
    ALIKE("Repeats alike", Style.Repeats.ALIKE),
    DIFFERENT("Repeats different", Style.Repeats.DIFFERENT),
    FREE("Repeats free", Style.Repeats.FREE);

    private final String words;
    private final Style.@Nullable Repeats wish;

    Repeating(String words, Style.@Nullable Repeats wish) {
        this.words = words;
        this.wish = wish;
    }

    /** What holds now. */
    static Repeating of(@Nullable CutWishes wishes) {
        for (Repeating one : values()) {
            if (wishes != null && one.wish == wishes.repeats()) {
                return one;
            }
        }
        return STYLE;
    }

    /** By its key; what holds now where there is none of that name. */
    static Repeating named(String key, CutWishes wishes) {
        for (Repeating one : values()) {
            if (one.key().equals(key)) {
                return one;
            }
        }
        return of(wishes);
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String words() {
        return words;
    }

    Style.@Nullable Repeats wish() {
        return wish;
    }
}
