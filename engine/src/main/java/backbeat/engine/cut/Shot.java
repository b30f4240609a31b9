package backbeat.engine.cut;

import org.jspecify.annotations.Nullable;

/**
 * A stretch from one cut point to another.
 *
 * @param take null for black
 */
record Shot(int from, int to, @Nullable Take take) {}
