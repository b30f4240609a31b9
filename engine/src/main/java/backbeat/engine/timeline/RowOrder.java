package backbeat.engine.timeline;

import backbeat.engine.time.Rational;
import java.util.ArrayList;
import java.util.List;

/** Puts a changed row in order: neighbouring gaps become one, empty ones go, and so do transitions that no longer fit. */
final class RowOrder {
    private RowOrder() {}

    static List<Item> of(List<Item> items) {
        return joined(withFittingTransitions(joined(items)));
    }

    private static List<Item> joined(List<Item> items) {
        List<Item> joined = new ArrayList<>(items.size());
        for (Item item : items) {
            boolean empty = item instanceof Item.Gap && item.duration().signum() == 0;
            if (empty) {
                continue;
            }
            if (item instanceof Item.Gap gap && !joined.isEmpty() && joined.getLast() instanceof Item.Gap before) {
                String name = before.name().isEmpty() ? gap.name() : before.name();
                joined.set(joined.size() - 1, new Item.Gap(before.duration().plus(gap.duration()), name));
            } else {
                joined.add(item);
            }
        }
        return joined;
    }

    private static List<Item> withFittingTransitions(List<Item> items) {
        List<Item> fitting = new ArrayList<>(items.size());
        Rational free = Rational.ZERO;
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            if (!(item instanceof Item.Transition transition)) {
                fitting.add(item);
                free = item.duration();
                continue;
            }
            Rational next = i + 1 < items.size() ? items.get(i + 1).duration() : Rational.ZERO;
            boolean fits = !fitting.isEmpty()
                    && !(fitting.getLast() instanceof Item.Transition)
                    && i + 1 < items.size()
                    && transition.before().compareTo(free) <= 0
                    && transition.after().compareTo(next) <= 0;
            if (fits) {
                fitting.add(item);
            }
        }
        return fitting;
    }
}
