package backbeat.engine.timeline;

import static backbeat.engine.timeline.Rows.clip;
import static backbeat.engine.timeline.Rows.frames;
import static backbeat.engine.timeline.Rows.timeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backbeat.engine.problem.ProblemException;
import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Edit.Place;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EditTest {
    private static final Timeline THREE = timeline(clip("a", 100, 50), clip("b", 200, 40), clip("c", 300, 60));

    /** Name, first source frame and length of each item: {@code a 100+50}; gaps are {@code _ 10}. */
    private static List<String> row(Timeline timeline) {
        return timeline.tracks().getFirst().items().stream().map(EditTest::told).toList();
    }

    private static String told(Item item) {
        long length = Rows.RATE.nearestFrame(item.duration());
        return switch (item) {
            case Item.ClipItem clip -> clip.name() + " " + Rows.RATE.nearestFrame(clip.sourceStart()) + "+" + length;
            case Item.Gap gap -> "_ " + length;
            case Item other -> other.name() + " /";
        };
    }

    private static Timeline after(Edit edit) {
        return edit.apply(THREE).timeline();
    }

    private static Place at(int item) {
        return new Place(0, item);
    }

    @Test
    void aTrimmedEdgeLeavesAGapAndMovesNothing() {
        assertThat(row(after(new Edit.TrimHead(at(1), frames(5)))))
                .containsExactly("a 100+50", "_ 5", "b 205+35", "c 300+60");
        assertThat(row(after(new Edit.TrimTail(at(1), frames(-5)))))
                .containsExactly("a 100+50", "b 200+35", "_ 5", "c 300+60");
    }

    @Test
    void aRippledEdgeMovesWhatFollows() {
        assertThat(row(after(new Edit.RippleHead(at(1), frames(5)))))
                .containsExactly("a 100+50", "b 205+35", "c 300+60");
        assertThat(row(after(new Edit.RippleTail(at(1), frames(5)))))
                .containsExactly("a 100+50", "b 200+45", "c 300+60");
    }

    @Test
    void aRolledCutGivesToOneWhatItTakesFromTheOther() {
        assertThat(row(after(new Edit.Roll(at(1), frames(-3))))).containsExactly("a 100+47", "b 197+43", "c 300+60");
    }

    @Test
    void aCutRollsToTheFrameNearestToABeat() {
        Rational beat = Rational.of(2113, 1000);
        assertThat(row(after(new Edit.RollTo(at(1), beat)))).containsExactly("a 100+53", "b 203+37", "c 300+60");
    }

    @Test
    void slipChangesWhatIsShownAndSlideWhere() {
        assertThat(row(after(new Edit.Slip(at(1), frames(7))))).containsExactly("a 100+50", "b 207+40", "c 300+60");
        assertThat(row(after(new Edit.Slide(at(1), frames(7))))).containsExactly("a 100+57", "b 200+40", "c 307+53");
    }

    @Test
    void aLiftLeavesAGapAndAnExtractionCloses() {
        assertThat(row(after(new Edit.Lift(at(1))))).containsExactly("a 100+50", "_ 40", "c 300+60");
        assertThat(row(after(new Edit.Extract(at(1))))).containsExactly("a 100+50", "c 300+60");
    }

    @Test
    void insertDividesAndOverwriteCovers() {
        assertThat(row(after(new Edit.Insert(0, frames(10), clip("x", 0, 5)))))
                .containsExactly("a 100+10", "x 0+5", "a 110+40", "b 200+40", "c 300+60");
        assertThat(row(after(new Edit.Overwrite(0, frames(45), clip("x", 0, 50)))))
                .containsExactly("a 100+45", "x 0+50", "c 305+55");
        assertThat(row(after(new Edit.Overwrite(0, frames(160), clip("x", 0, 5)))))
                .containsExactly("a 100+50", "b 200+40", "c 300+60", "_ 10", "x 0+5");
    }

    @Test
    void aMovedClipLeavesAGapAndCoversWhatStandsThere() {
        assertThat(row(after(new Edit.Move(at(0), 0, frames(100)))))
                .containsExactly("_ 50", "b 200+40", "c 300+10", "a 100+50");
    }

    @Test
    void markersAndFadesGoWithTheirHalfOfADividedClip() {
        Item.ClipItem whole = clip("a", 100, 50)
                .withEffects(List.of(new Effect.Fade(frames(3), frames(4))))
                .withMarkers(List.of(marker(10), marker(30)));
        Timeline divided =
                new Edit.Split(at(0), frames(20)).apply(timeline(whole)).timeline();
        Item.Piece left = (Item.Piece) divided.tracks().getFirst().items().get(0);
        Item.Piece right = (Item.Piece) divided.tracks().getFirst().items().get(1);
        assertThat(left.markers()).containsExactly(marker(10));
        assertThat(right.markers()).containsExactly(marker(10));
        assertThat(left.effects()).containsExactly(new Effect.Fade(frames(3), Rational.ZERO));
        assertThat(right.effects()).containsExactly(new Effect.Fade(Rational.ZERO, frames(4)));
    }

    private static Marker marker(long frame) {
        return new Marker("m", "", Marker.Colour.RED, frames(frame), Rational.ZERO);
    }

    @Test
    void aTransitionThatNoLongerFitsGoesAndComesBack() {
        Item.Transition dissolve =
                new Item.Transition(Item.Transition.Kind.DISSOLVE, "d", frames(10), frames(10), Map.of());
        Timeline with = after(new Edit.SetTransition(at(1), dissolve));
        assertThat(row(with)).containsExactly("a 100+50", "d /", "b 200+40", "c 300+60");
        Edit.Edited trimmed = new Edit.RippleTail(at(2), frames(-35)).apply(with);
        assertThat(row(trimmed.timeline())).containsExactly("a 100+50", "b 200+5", "c 300+60");
        assertThat(trimmed.inverse().apply(trimmed.timeline()).timeline()).isEqualTo(with);
    }

    @Test
    void refusesWhatTheMediaDoesNotHave() {
        assertThatThrownBy(() -> new Edit.Slip(at(1), frames(-202)).apply(THREE))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no more pictures");
        assertThatThrownBy(() -> new Edit.RippleTail(at(2), frames(-60)).apply(THREE))
                .hasMessageContaining("Less than a frame");
        assertThatThrownBy(() -> new Edit.TrimHead(at(1), frames(-1)).apply(THREE))
                .hasMessageContaining("in the way");
        assertThatThrownBy(() -> new Edit.RippleTail(at(1), Rational.of(1, 100)).apply(THREE))
                .hasMessageContaining("whole frames");
        assertThatThrownBy(() -> new Edit.Lift(at(7)).apply(THREE)).hasMessageContaining("nothing of this kind");
    }

    @Test
    void theSongStaysWhereItIs() {
        Timeline rippled = after(new Edit.Extract(at(0)));
        assertThat(rippled.tracks().get(1)).isEqualTo(THREE.tracks().get(1));
    }
}
