package backbeat.engine.cut;

import org.jspecify.annotations.Nullable;

/**
 * A stretch in which one clip must be shown, from one cut point to another.
 *
 * @param exact whether the shot must begin and end with the stretch, or may reach beyond it
 * @param clipStart clip time that its first frame must show; null for any
 */
record Pin(
        int from,
        int to,
        Take take,
        boolean exact,
        @Nullable Double clipStart) {
    Pin(int from, int to, Take take) {
        this(from, to, take, false, null);
    }

    boolean forbids(int shotFrom, int shotTo, @Nullable Take other) {
        boolean apart = shotTo <= from || shotFrom >= to;
        if (apart) {
            return false;
        }
        boolean another = !take.isSameAs(other);
        boolean tooLittle = shotFrom > from || shotTo < to;
        return another || tooLittle || (exact && (shotFrom != from || shotTo != to));
    }
}
