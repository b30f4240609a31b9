/**
 * Choosing and cutting: a rough cut with the reason for every choice.
 *
 * <p>{@link CutPlanner} is the face. It takes the song map, the footage and its sync, and gives a {@link RoughCut}: a timeline, one {@link Choice} for each shot and
 * the clips that were left out with their reason. It neither looks at pictures nor decodes anything: what it knows of a clip is where it sits on the song, which
 * camera took it and how fast it was filmed.
 *
 * <p>Method: cuts may fall on beats ({@code CutGrid}); {@code ShotSearch} finds the cheapest way through cut points and clips by dynamic programming, with a price
 * for each thing an editor would dislike; {@code ShotPlan} runs it until every clip has its share; {@code Reasons} says it in words. Every frame of
 * the timeline shows the picture that had last begun at that moment of the song; {@code InStep} keeps it so where a camera's clock drifts. Placements that are not sure
 * are never cut.
 */
@NullMarked
package backbeat.engine.cut;

import org.jspecify.annotations.NullMarked;
