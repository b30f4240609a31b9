package backbeat.studio.archive;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jooq.Table;

/**
 * What pages count on in the rows of a table, besides the kinds of its columns: an archive may have been written by hand, or to do harm.
 *
 * @param faults of all rows of a production, in the order of the archive
 */
public record TableContract<R extends Record>(Table<R> table, Function<List<R>, Stream<Fault>> faults) {
    /**
     * @param row counted from 1
     * @param what is wrong, as a sentence
     */
    public record Fault(int row, String what) {}

    /** @param fault what is wrong with a row by itself; empty when nothing is */
    public static <R extends Record> TableContract<R> each(Table<R> table, Function<R, String> fault) {
        return new TableContract<>(
                table,
                rows -> IntStream.range(0, rows.size())
                        .mapToObj(i -> new Fault(i + 1, fault.apply(rows.get(i))))
                        .filter(found -> !found.what().isEmpty()));
    }

    /** The next row takes the number after the last one, so none may be left out or stand twice. */
    public static <R extends Record> TableContract<R> counted(Table<R> table, Function<R, Integer> number) {
        return new TableContract<>(table, rows -> {
            List<Integer> numbers = rows.stream().map(number).sorted().toList();
            return IntStream.range(0, rows.size())
                    .filter(i -> numbers.get(i) != i + 1)
                    .mapToObj(i -> new Fault(i + 1, "Its rows are not counted from 1 without a gap."));
        });
    }
}
