package backbeat.engine.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backbeat.engine.looks.Passage;
import backbeat.engine.time.Rate;
import backbeat.engine.timeline.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class StoryPartsTest {
    private static final String STREET = "b-roll/street.mov";

    private static Shoot band() {
        return new Shoot(70, 120)
                .clip("A/A1.mov", "A", Rate.FPS_25, 80, -4)
                .looking()
                .clip("B/B1.mov", "B", Rate.FPS_25, 80, -5)
                .looking();
    }

    private static List<Choice> of(RoughCut cut, String clip) {
        return cut.choices().stream().filter(c -> clip.equals(c.clip())).toList();
    }

    @Test
    void theBestPartIsShown() {
        Shoot shoot = band().clip(STREET, "C", Rate.FPS_25, 30, 0, "1", "unmatched")
                .looking(new Passage(Passage.Kind.BLURRED, 0, 11, 1, "soft"));
        List<Choice> shots = of(shoot.cut(), STREET);
        assertThat(shots).isNotEmpty();
        Choice longest = shots.stream()
                .max((a, b) -> Double.compare(a.songEnd() - a.songStart(), b.songEnd() - b.songStart()))
                .orElseThrow();
        double start = Objects.requireNonNull(longest.clipStart());
        assertThat(start).isGreaterThanOrEqualTo(10.9);
    }

    @Test
    void aHeldShotKeepsItsPart() {
        Shoot shoot =
                band().clip(STREET, "C", Rate.FPS_25, 30, 0, "1", "unmatched").looking();
        CutWishes wishes = CutWishes.NONE.locking(new CutWishes.Held(STREET, 8.32, 12.32, 3.44));
        assertThat(of(shoot.cut(Styles.standard(), wishes), STREET)).anySatisfy(choice -> {
            assertThat(choice.songStart()).isCloseTo(8.32, within(0.001));
            assertThat(choice.clipStart()).isCloseTo(3.44, within(0.041));
        });
    }

    /** Whatever their rates and lengths: inside the clip, and no part twice while there are others. */
    @Property(tries = 60)
    void shotsOfAClipShowDifferentPartsOfIt(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Random random = new Random(seed);
        List<Rate> rates = List.of(Rate.FPS_23_976, Rate.FPS_25, Rate.FPS_29_97, Rate.FPS_50, Rate.FPS_24);
        double seconds = 3 + random.nextInt(90) + random.nextInt(1000) / 1000.0;
        Shoot shoot = band().clip(STREET, "C", rates.get(random.nextInt(rates.size())), seconds, 0, "1", "unmatched");
        if (random.nextBoolean()) {
            shoot.looking();
        }
        RoughCut cut = shoot.cut(
                Styles.named(Styles.names().get(random.nextInt(Styles.names().size()))), CutWishes.NONE);
        List<double[]> parts = new ArrayList<>();
        for (Item item : cut.timeline().tracks().getFirst().items()) {
            if (item instanceof Item.ClipItem clip && clip.name().contains("street")) {
                assertThat(clip.sourceIn().signum()).isNotNegative();
                assertThat(clip.sourceEnd().toDouble()).isLessThanOrEqualTo(seconds + 0.01);
                parts.add(new double[] {
                    clip.sourceStart().toDouble(), clip.sourceEnd().toDouble()
                });
            }
        }
        double shown = parts.stream().mapToDouble(part -> part[1] - part[0]).sum();
        if (shown < seconds / 3) {
            for (int i = 0; i < parts.size(); i++) {
                for (int j = 0; j < i; j++) {
                    double both =
                            Math.min(parts.get(i)[1], parts.get(j)[1]) - Math.max(parts.get(i)[0], parts.get(j)[0]);
                    assertThat(both).as("shots %d and %d", j, i).isLessThan(0.3);
                }
            }
        }
        assertThat(cut.measures().blackSeconds()).isZero();
    }
}
