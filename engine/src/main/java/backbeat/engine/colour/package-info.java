/**
 * Colour corrections that travel between programs: {@link backbeat.engine.colour.ColourDecision} (ASC CDL 1.2) and {@link backbeat.engine.colour.LookUpTable} (a
 * {@code .cube} file of Iridas, Adobe or Resolve: curves, a cube, or both with the curves first).
 *
 * <p>Both are values that can be applied to a colour; whoever reads, writes or renders them means the same. Nothing here knows colour spaces: a table is applied to the
 * numbers that it is given.
 */
@NullMarked
package backbeat.engine.colour;

import org.jspecify.annotations.NullMarked;
