package backbeat.engine.timeline;

import static backbeat.engine.timeline.Rows.frames;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints what one edit with its undo costs on a timeline of 5,000 clips, and how much memory a thousand steps keep. */
public final class MeasureEdits {
    private MeasureEdits() {}

    public static void main(String[] arguments) {
        Timeline timeline = Rows.random(1, 5000);
        List<Double> each = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            long start = System.nanoTime();
            History.of(timeline)
                    .with(new Edit.Insert(0, frames(7L * i), Rows.clip("x", 0, 5)))
                    .undo();
            each.add((System.nanoTime() - start) / 1e6);
        }
        double first = each.getFirst();
        each.sort(null);
        System.out.printf(
                Locale.ROOT,
                "one edit with undo: first %.2f ms, median %.2f ms, slowest %.2f ms%n",
                first,
                each.get(500),
                each.getLast());
        used();
        long before = used();
        History history = History.of(timeline);
        for (int i = 0; i < 1000; i++) {
            history = history.with(new Edit.Insert(0, frames(7L * i), Rows.clip("x", 0, 5)));
        }
        System.out.printf(Locale.ROOT, "a thousand steps keep %d kB%n", (used() - before) / 1024);
        System.out.println(history.done().size() + " steps, "
                + history.timeline().tracks().getFirst().items().size() + " items");
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
