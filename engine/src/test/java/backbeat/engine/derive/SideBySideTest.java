package backbeat.engine.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private static final List<Integer> THINGS = IntStream.range(0, 50).boxed().toList();

    @Test
    void givesResultsInTheOrderOfTheThings() {
        assertThat(SideBySide.each(THINGS, thing -> thing * 2, Work.quiet()))
                .isEqualTo(THINGS.stream().map(thing -> thing * 2).toList());
    }

    @Test
    void tellsOfEachThingThatIsDone() {
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        Work work = Work.of((fraction, doing) -> told.add(doing), new Work.Limits(3));
        SideBySide.each(THINGS, thing -> thing, thing -> done -> "done " + done, work);
        assertThat(told).hasSize(50).contains("done 1", "done 50");
    }

    @Test
    void theFirstFailureIsToldAsItIsAndStopsTheOthers() {
        AtomicInteger begun = new AtomicInteger();
        assertThatThrownBy(() -> SideBySide.each(
                        THINGS,
                        thing -> {
                            if (begun.incrementAndGet() == 1) {
                                throw new CancelledException();
                            }
                            return pausing(thing);
                        },
                        Work.of((fraction, doing) -> {}, new Work.Limits(1))))
                .isInstanceOf(CancelledException.class);
        assertThat(begun).hasValueLessThan(50);
    }

    private static int pausing(int thing) {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return thing;
    }
}
