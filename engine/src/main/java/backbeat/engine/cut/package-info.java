/**
 * Choosing and cutting: a rough cut with the reason for every choice.
 *
 * <p>{@link CutPlanner} is the face. It takes the song map, the footage, its sync and its looks, the shot list ({@link CutMaterial}), a {@link Style} and what people want ({@link CutWishes}), and
 * gives a {@link RoughCut}: a timeline, one {@link Choice} for each shot, the cut in numbers, what became of each row of the shot list ({@link PlanOutcome}) and the clips that were left out with their reason. It decodes nothing.
 *
 * <p>Method: {@code Casting} says what may be shown, {@code HeldShots} what a person holds; cuts may fall on beats ({@code CutGrid}); {@code ShotCosts} prices a shot term by
 * term, with what {@code PictureCosts} knows of its look, {@code Sizes} of how large people stand, and {@code PlannedRows} of the shot list; {@code ShotSearch} finds the cheapest way through cut points and clips by dynamic programming; {@code ShotPlan} runs it until every clip has its share, {@code
 * Repeats} until what is heard again looks as the style says, {@code Variation} for another seed; {@code StoryParts} then takes the best part of each story clip; {@code Reasons} says it in words. Every frame of the timeline shows the
 * picture that had last begun at that moment of the song; {@code InStep} keeps it so where a camera's clock drifts. Placements that are not sure are never cut.
 */
@NullMarked
package backbeat.engine.cut;

import org.jspecify.annotations.NullMarked;
