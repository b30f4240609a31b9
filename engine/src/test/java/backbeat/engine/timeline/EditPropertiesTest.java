package backbeat.engine.timeline;

import static backbeat.engine.timeline.Rows.frames;
import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.problem.ProblemException;
import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Edit.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class EditPropertiesTest {
    @Property(tries = 150)
    void everyEditIsTakenBackExactlyAndLeavesTheRowWhole(@ForAll long seed) {
        Random random = new Random(seed);
        Timeline timeline = Rows.random(seed, 2 + random.nextInt(12));
        for (int i = 0; i < 20; i++) {
            Optional<Edit.Edited> edited = tried(edit(random, timeline), timeline);
            if (edited.isPresent()) {
                Timeline now = edited.get().timeline();
                isWhole(now);
                assertThat(edited.get().inverse().apply(now).timeline()).isEqualTo(timeline);
                timeline = now;
            }
        }
    }

    @Property(tries = 20)
    void stepsAreTakenBackAndDoneAgainAlsoAfterTheProgramEnded(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Timeline first = Rows.random(seed, 6);
        History history = History.of(first);
        for (int i = 0; i < 12; i++) {
            history = with(history, edit(random, history.timeline()));
        }
        Path file = Files.createTempFile("history", ".json");
        try {
            history.write(file);
            History kept = History.read(file);
            assertThat(kept).isEqualTo(history);
            for (int i = 0; i < 12; i++) {
                kept = kept.undo();
            }
            assertThat(kept.timeline()).isEqualTo(first);
            for (int i = 0; i < 12; i++) {
                kept = kept.redo();
            }
            assertThat(kept).isEqualTo(history);
        } finally {
            Files.delete(file);
        }
    }

    private static Optional<Edit.Edited> tried(Edit edit, Timeline timeline) {
        try {
            return Optional.of(edit.apply(timeline));
        } catch (ProblemException refused) {
            assertThat(refused.problem().code()).startsWith("timeline/");
            return Optional.empty();
        }
    }

    private static History with(History history, Edit edit) {
        try {
            return history.with(edit);
        } catch (ProblemException refused) {
            return history;
        }
    }

    private static void isWhole(Timeline timeline) {
        for (Track track : timeline.tracks()) {
            Item before = null;
            for (Item item : track.items()) {
                boolean transition = item instanceof Item.Transition;
                assertThat(item.duration().signum()).isEqualTo(transition ? 0 : 1);
                assertThat(transition && (before == null || before instanceof Item.Transition))
                        .isFalse();
                assertThat(before instanceof Item.Gap && item instanceof Item.Gap)
                        .isFalse();
                if (track.kind() == Track.Kind.VIDEO) {
                    assertThat(Rows.RATE.perSecond().times(item.duration()).isWhole())
                            .isTrue();
                }
                before = item;
            }
        }
    }

    private static Edit edit(Random random, Timeline timeline) {
        int items = Math.max(1, timeline.tracks().getFirst().items().size());
        Place place = new Place(0, random.nextInt(items));
        Rational by = frames(random.nextInt(21) - 10);
        Rational at = frames(random.nextInt(200));
        Item.ClipItem other = Rows.clip("x", 100, 1 + random.nextInt(30));
        Marker marker = new Marker("m", "", Marker.Colour.BLUE, at, Rational.ZERO);
        return switch (random.nextInt(24)) {
            case 0 -> new Edit.TrimHead(place, by);
            case 1 -> new Edit.TrimTail(place, by);
            case 2 -> new Edit.RippleHead(place, by);
            case 3 -> new Edit.RippleTail(place, by);
            case 4 -> new Edit.Roll(place, by);
            case 5 -> new Edit.RollTo(place, at);
            case 6 -> new Edit.Slip(place, by);
            case 7 -> new Edit.Slide(place, by);
            case 8 -> new Edit.Split(place, frames(random.nextInt(12)));
            case 9 -> new Edit.Lift(place);
            case 10 -> new Edit.Extract(place);
            case 11 -> new Edit.Insert(0, at, other);
            case 12 -> new Edit.Overwrite(0, at, other);
            case 13 -> new Edit.ReplaceMedia(place, Rows.media("other"), by.abs());
            case 14 -> new Edit.Move(place, 0, at);
            case 15 -> new Edit.SetSpeed(place, Rational.of(random.nextInt(5) - 2, 2));
            case 16 -> new Edit.Enable(place, random.nextBoolean());
            case 17 -> new Edit.SetEffects(place, List.of(Effect.Framing.NONE, new Effect.Fade(by.abs(), by.abs())));
            case 18 ->
                new Edit.SetTransition(
                        place,
                        random.nextBoolean()
                                ? null
                                : new Item.Transition(Item.Transition.Kind.WIPE, "w", by.abs(), frames(2), Map.of()));
            case 19 -> new Edit.AddMarker(marker);
            case 20 -> new Edit.RemoveMarker(random.nextInt(3));
            case 21 -> new Edit.AddTrack(1 + random.nextInt(3), new Track(Track.Kind.CAPTION, "C", List.of()));
            case 22 -> new Edit.RemoveTrack(1 + random.nextInt(3));
            default -> new Edit.RenameTrack(random.nextInt(2), "n" + random.nextInt(3));
        };
    }
}
