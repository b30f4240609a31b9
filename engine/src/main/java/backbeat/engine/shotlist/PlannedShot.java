package backbeat.engine.shotlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One row of a shot list. What is not wished is empty, or null.
 *
 * @param line of the table that it stands in, for people; 0 where it has none
 * @param name by which people call the shot, as {@code 12A}
 * @param where part of the song, as it was written: bars, times or sections
 * @param angle camera that is meant
 * @param clip clip, set-up or slate that is meant
 * @param kind what is seen
 * @param framing how large people are seen
 * @param length how long shots should be there
 * @param priority how much it is wanted
 * @param note for people
 */
public record PlannedShot(
        int line,
        String name,
        String where,
        String angle,
        String clip,
        @Nullable Kind kind,
        @Nullable Framing framing,
        @Nullable ShotLength length,
        Priority priority,
        String note) {
    public PlannedShot {
        name = Objects.requireNonNullElse(name, "");
        where = Objects.requireNonNullElse(where, "");
        angle = Objects.requireNonNullElse(angle, "");
        clip = Objects.requireNonNullElse(clip, "");
        priority = Objects.requireNonNullElse(priority, Priority.WANT);
        note = Objects.requireNonNullElse(note, "");
    }

    /** Whether the song is performed, or a story told. */
    public enum Kind {
        PERFORMANCE("performance perf lipsync playback singing band live"),
        STORY("story narrative broll cutaway cutaways insert inserts");

        private final String spellings;

        Kind(String spellings) {
            this.spellings = spellings;
        }

        public String words() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> of(String written) {
            return first(values(), kind -> isOneOf(kind.spellings, letters(written)));
        }
    }

    /** How large people are seen, by the codes of the set. */
    public enum Framing {
        WIDE("wide ews els vws ws ls fs extremewide extremelong verywide long full establishing total"),
        MEDIUM("medium mws mls cs ms mediumwide mediumlong cowboy american mid"),
        CLOSE("close mcu cu bcu ecu ins mediumclose bigclose extremeclose insert cutin detail");

        private final String spellings;

        Framing(String spellings) {
            this.spellings = spellings;
        }

        public String words() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Framing> of(String written) {
            String said = letters(written).replaceAll("(shot|up|ups)$", "");
            return first(values(), framing -> isOneOf(framing.spellings, said));
        }
    }

    /** How much a row is wanted. */
    public enum Priority {
        MUST(1.5, "must musthave a"),
        WANT(1, "want b"),
        WISH(0.5, "wish nicetohave c");

        private final double weight;
        private final String spellings;

        Priority(double weight, String spellings) {
            this.weight = weight;
            this.spellings = spellings;
        }

        public double weight() {
            return weight;
        }

        public String words() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Priority> of(String written) {
            return first(values(), priority -> isOneOf(priority.spellings, letters(written)));
        }
    }

    private static String letters(String written) {
        return written.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    }

    private static boolean isOneOf(String spellings, String said) {
        return List.of(spellings.split(" ", -1)).contains(said);
    }

    private static <T> Optional<T> first(T[] values, Predicate<T> fits) {
        return List.of(values).stream().filter(fits).findFirst();
    }

    /** Whether it says what should be seen: a length or a note alone leaves that open. */
    public boolean wishesForAPicture() {
        return !angle.isEmpty() || !clip.isEmpty() || kind != null || framing != null;
    }

    /** Whether it is more than a place on the song. */
    boolean saysAnything() {
        return wishesForAPicture() || length != null || !name.isEmpty() || !note.isEmpty();
    }

    /** The same wish, wherever it stands. */
    public boolean wishesTheSameAs(PlannedShot other) {
        return inLine(0).equals(other.inLine(0));
    }

    PlannedShot inLine(int other) {
        return new PlannedShot(other, name, where, angle, clip, kind, framing, length, priority, note);
    }

    /** What should be seen, in words: {@code camera A, close}. */
    public String picture() {
        List<String> words = new ArrayList<>();
        if (!angle.isEmpty()) {
            words.add(angle.toLowerCase(Locale.ROOT).contains("cam") ? angle : "camera " + angle);
        }
        if (!clip.isEmpty()) {
            words.add(clip);
        }
        if (kind != null) {
            words.add(kind.words());
        }
        if (framing != null) {
            words.add(framing.words());
        }
        return String.join(", ", words);
    }

    /** By what people find it again: {@code line 4 (chorus 2)}. */
    public String told() {
        String at = name.isEmpty() ? line > 0 ? "line " + line : "a row" : "shot " + name;
        return where.isEmpty() ? at : at + " (" + where + ")";
    }
}
