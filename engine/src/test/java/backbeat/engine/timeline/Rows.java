package backbeat.engine.timeline;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Small timelines to change. */
final class Rows {
    static final Rate RATE = Rate.FPS_25;

    private Rows() {}

    static Rational frames(long count) {
        return RATE.timeOf(count);
    }

    static MediaReference media(String name) {
        return new MediaReference(
                Path.of("/card/" + name),
                Rational.ZERO,
                Rational.of(60),
                RATE,
                new Timecode(90_000, RATE, false),
                1920,
                1080,
                48_000,
                2,
                List.of());
    }

    static Item.ClipItem clip(String name, long from, long length) {
        return new Item.ClipItem(name, media(name), frames(from), frames(length), Rational.ONE, Map.of());
    }

    static Timeline timeline(Item... picture) {
        Item song =
                new Item.ClipItem("song", media("song.wav"), Rational.ZERO, Rational.of(50), Rational.ONE, Map.of());
        return new Timeline(
                "cut",
                RATE,
                new Timecode(0, RATE, false),
                1920,
                1080,
                List.of(
                        new Track(Track.Kind.VIDEO, "V1", List.of(picture)),
                        new Track(Track.Kind.AUDIO, "Song", List.of(song))),
                List.of());
    }

    static Timeline random(long seed, int count) {
        Random random = new Random(seed);
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean gap = random.nextInt(5) == 0;
            int length = 2 + random.nextInt(40);
            items.add(gap ? new Item.Gap(frames(length), "") : piece(random, i, length));
            if (random.nextInt(4) == 0 && i < count - 1) {
                items.add(new Item.Transition(Item.Transition.Kind.DISSOLVE, "d", frames(1), frames(1), Map.of()));
            }
        }
        return timeline(RowOrder.of(items).toArray(Item[]::new));
    }

    private static Item piece(Random random, int number, int length) {
        Item.ClipItem plain = clip("c" + number, 200 + random.nextInt(300), length);
        List<Effect> effects = random.nextInt(3) == 0 ? List.of(new Effect.Fade(frames(1), frames(1))) : List.of();
        Marker marker = new Marker("m", "", Marker.Colour.RED, frames(1), Rational.ZERO);
        Rational[] speeds = {Rational.ONE, Rational.of(1, 2), Rational.of(-1), Rational.ZERO, Rational.of(2)};
        return plain.withEffects(effects)
                .withMarkers(List.of(marker))
                .atSpeed(plain.sourceStart(), speeds[random.nextInt(speeds.length)]);
    }
}
