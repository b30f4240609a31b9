package backbeat.engine.timeline;

import backbeat.engine.time.Rational;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change that a person would name. Applying it gives the changed timeline and the edit that takes it back. Amounts and places are seconds of the timeline; on
 * picture tracks they are whole frames. An edit changes the tracks that it names and no others: the song stays where it is.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "edit")
public sealed interface Edit {
    /** An item: which track of the timeline, and which item of that track, both from 0. */
    record Place(int track, int item) {}

    /** @param inverse gives exactly the timeline that was */
    record Edited(Timeline timeline, Edit inverse) {}

    /** @throws backbeat.engine.problem.ProblemException when the timeline does not allow it; it is unchanged then */
    default Edited apply(Timeline timeline) {
        return EditRules.apply(this, timeline);
    }

    /** Moves where the item begins, and nothing else: later leaves a gap, earlier needs one. */
    record TrimHead(Place place, Rational by) implements Edit {}

    /** Moves where the item ends, and nothing else. */
    record TrimTail(Place place, Rational by) implements Edit {}

    /** Takes away at the item's head (or gives back, below zero); all that follows moves. */
    record RippleHead(Place place, Rational by) implements Edit {}

    /** Lengthens the item at its end (or shortens it, below zero); all that follows moves. */
    record RippleTail(Place place, Rational by) implements Edit {}

    /** Moves the cut before the item: the one before gives what it takes. */
    record Roll(Place place, Rational by) implements Edit {}

    /** Moves the cut before the item to a place on the timeline, such as a beat: to the frame nearest to it. */
    record RollTo(Place place, Rational at) implements Edit {}

    /** Shows another stretch of the source in the same place. */
    record Slip(Place place, Rational bySourceSeconds) implements Edit {}

    /** Moves the item between its neighbours, which give and take what it needs. */
    record Slide(Place place, Rational by) implements Edit {}

    /** @param at seconds after the item's start */
    record Split(Place place, Rational at) implements Edit {}

    /** Takes the item away and leaves a gap. */
    record Lift(Place place) implements Edit {}

    /** Takes the item away and closes the gap. */
    record Extract(Place place) implements Edit {}

    /** Puts an item in; what stands there is divided, and all that follows moves. */
    record Insert(int track, Rational at, Item item) implements Edit {}

    /** Puts an item over what stands there. */
    record Overwrite(int track, Rational at, Item item) implements Edit {}

    /** Another take in the same place. */
    record ReplaceMedia(Place place, SourceMedia media, Rational sourceStart) implements Edit {}

    /** Lifts the item and lays it over what stands at the other place. */
    record Move(Place place, int toTrack, Rational at) implements Edit {}

    /** Its place and length stay. */
    record SetSpeed(Place place, Rational speed) implements Edit {}

    record Enable(Place place, boolean enabled) implements Edit {}

    record SetEffects(Place place, List<Effect> effects) implements Edit {}

    /**
     * Over the cut before the item.
     *
     * @param transition null for a plain cut
     */
    record SetTransition(Place place, Item.@Nullable Transition transition) implements Edit {}

    record AddMarker(Marker marker) implements Edit {}

    record RemoveMarker(int marker) implements Edit {}

    record AddTrack(int at, Track track) implements Edit {}

    record RemoveTrack(int track) implements Edit {}

    record RenameTrack(int track, String name) implements Edit {}

    /** Puts back what another edit replaced. */
    record Restore(List<Change> changes) implements Edit {}
}
