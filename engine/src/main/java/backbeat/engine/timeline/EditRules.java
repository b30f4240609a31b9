package backbeat.engine.timeline;

import backbeat.engine.problem.TimelineProblems;
import backbeat.engine.time.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What each edit does, as changes of rows; the edit that takes it back is made of the same changes, turned round. */
final class EditRules {
    private final Timeline timeline;

    private EditRules(Timeline timeline) {
        this.timeline = timeline;
    }

    static Edit.Edited apply(Edit edit, Timeline timeline) {
        Timeline now = timeline;
        List<Change> back = new ArrayList<>();
        for (Change change : new EditRules(timeline).changes(edit)) {
            back.addFirst(change.inverse(now));
            now = change.apply(now);
        }
        return new Edit.Edited(now, new Edit.Restore(List.copyOf(back)));
    }

    private List<Change> changes(Edit edit) {
        return switch (edit) {
            case Edit.TrimHead trim ->
                row(trim.place(), row -> row.trimHead(trim.place().item(), trim.by()));
            case Edit.TrimTail trim ->
                row(trim.place(), row -> row.trimTail(trim.place().item(), trim.by()));
            case Edit.RippleHead trim ->
                row(trim.place(), row -> row.moveHead(trim.place().item(), trim.by()));
            case Edit.RippleTail trim ->
                row(trim.place(), row -> row.moveTail(trim.place().item(), trim.by()));
            case Edit.Roll roll ->
                row(roll.place(), row -> row.roll(roll.place().item(), roll.by()));
            case Edit.RollTo roll ->
                row(roll.place(), row -> row.roll(roll.place().item(), distance(row, roll)));
            case Edit.Slip slip ->
                row(slip.place(), row -> row.slip(slip.place().item(), slip.bySourceSeconds()));
            case Edit.Slide slide ->
                row(slide.place(), row -> row.slide(slide.place().item(), slide.by()));
            case Edit.Split split ->
                row(split.place(), row -> row.split(split.place().item(), split.at()));
            case Edit.Lift lift ->
                row(lift.place(), row -> row.lift(lift.place().item()));
            case Edit.Extract extract ->
                row(extract.place(), row -> row.extract(extract.place().item()));
            case Edit.Insert insert -> row(insert.track(), row -> row.insert(insert.at(), insert.item()));
            case Edit.Overwrite over -> row(over.track(), row -> row.overwrite(over.at(), over.item()));
            case Edit.ReplaceMedia swap ->
                row(
                        swap.place(),
                        row -> row.replace(
                                swap.place().item(),
                                row.clip(swap.place().item()).withMedia(swap.media(), swap.sourceStart())));
            case Edit.Move move -> move(move);
            case Edit.SetSpeed speed ->
                row(speed.place(), row -> row.speed(speed.place().item(), speed.speed()));
            case Edit.Enable enable ->
                row(
                        enable.place(),
                        row -> row.change(enable.place().item(), piece -> piece.withEnabled(enable.enabled())));
            case Edit.SetEffects set ->
                row(set.place(), row -> row.change(set.place().item(), piece -> piece.withEffects(set.effects())));
            case Edit.SetTransition set ->
                row(set.place(), row -> row.transition(set.place().item(), set.transition()));
            case Edit.AddMarker add -> List.of(new Change.Markers(placeOf(add.marker()), 0, List.of(add.marker())));
            case Edit.RemoveMarker remove ->
                List.of(new Change.Markers(index(remove.marker(), timeline.markers(), "marker"), 1, List.of()));
            case Edit.AddTrack add -> {
                int most = timeline.tracks().size();
                yield List.of(new Change.Tracks(Math.clamp(add.at(), 0, most), 0, List.of(add.track())));
            }
            case Edit.RemoveTrack remove -> List.of(new Change.Tracks(track(remove.track()), 1, List.of()));
            case Edit.RenameTrack rename -> {
                Track was = timeline.tracks().get(track(rename.track()));
                Track now = new Track(was.kind(), rename.name(), was.enabled(), was.items(), was.metadata());
                yield List.of(new Change.Tracks(rename.track(), 1, List.of(now)));
            }
            case Edit.Restore restore -> restore.changes();
        };
    }

    private Rational distance(Row row, Edit.RollTo roll) {
        Rational frame = timeline.rate().timeOf(timeline.rate().nearestFrame(roll.at()));
        return frame.minus(row.startOf(roll.place().item()));
    }

    private List<Change> row(Edit.Place place, Consumer<Row> edit) {
        Track track = timeline.tracks().get(track(place.track()));
        index(place.item(), track.items(), "item on track " + (place.track() + 1));
        return row(place.track(), edit);
    }

    private List<Change> row(int index, Consumer<Row> edit) {
        Track track = timeline.tracks().get(track(index));
        Row row = new Row(track, timeline.rate());
        edit.accept(row);
        return List.of(Change.between(index, track.items(), row.finished()));
    }

    private List<Change> move(Edit.Move move) {
        Edit.Place place = move.place();
        Track from = timeline.tracks().get(track(place.track()));
        index(place.item(), from.items(), "item on track " + (place.track() + 1));
        Item moved = from.items().get(place.item());
        Consumer<Row> lay = row -> row.overwrite(move.at(), moved);
        if (place.track() == move.toTrack()) {
            return row(place, row -> {
                row.lift(place.item());
                lay.accept(row);
            });
        }
        List<Change> changes = new ArrayList<>(row(place, row -> row.lift(place.item())));
        changes.addAll(row(move.toTrack(), lay));
        return changes;
    }

    private int placeOf(Marker marker) {
        int place = 0;
        while (place < timeline.markers().size()
                && timeline.markers().get(place).at().compareTo(marker.at()) <= 0) {
            place++;
        }
        return place;
    }

    private int track(int index) {
        return index(index, timeline.tracks(), "track");
    }

    private static int index(int index, List<?> row, String what) {
        if (index < 0 || index >= row.size()) {
            throw TimelineProblems.noSuchPlace(what + " " + (index + 1)).asException();
        }
        return index;
    }
}
