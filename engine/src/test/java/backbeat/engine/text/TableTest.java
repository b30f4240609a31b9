package backbeat.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "A,B\n1,2",
                "A;B\n1;2",
                "a\tb\n1\t2\n\n",
                "sep=;\nA;B\n1;2",
                "\uFEFFa,b\r\n1,2\r\n",
                "\n\n A , B\n1,2"
            })
    void columnsArePartedAsTheirCountryHasIt(String text) {
        Table table = Table.of(text);
        assertThat(table.names()).containsExactly("a", "b");
        assertThat(table.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.cells()).containsExactly("1", "2"));
    }

    @Test
    void aCellInQuotesMayHoldAnythingAndLinesCountOn() {
        Table table = Table.of("a,b\n\"one, \"\"two\"\"\nthree\",x\ny,z");
        assertThat(table.rows().getFirst().cells()).containsExactly("one, \"two\"\nthree", "x");
        assertThat(table.rows().getLast().line()).isEqualTo(4);
    }

    @Test
    void aQuoteThatIsNeverClosedCostsItsOwnRowAlone() {
        Table table = Table.of("a,b\n\"broken,1\n" + "x,2\n".repeat(60));
        assertThat(table.rows()).hasSize(61);
        assertThat(table.cell(table.rows().get(1), Set.of("a"))).isEqualTo("x");
    }

    @Property(tries = 300)
    void whatIsWrittenIsReadAgain(@ForAll List<String> words) {
        List<String> cells = words.stream()
                .map(word -> word.replaceAll("\\p{Cntrl}|\\s|[\\u2028\\u2029\\uFEFF]|\"$", "")
                        .strip())
                .filter(word -> !word.isEmpty() && !word.startsWith("'"))
                .limit(9)
                .toList();
        List<String> names = cells.stream().map(cell -> "n").toList();
        if (!cells.isEmpty()) {
            Table table = Table.of(Table.text(List.of(names, cells)));
            assertThat(table.rows().getFirst().cells()).isEqualTo(cells);
        }
    }

    @Property(tries = 300)
    void noTextBreaksIt(@ForAll String text) {
        assertThat(Table.of(text).rows()).isNotNull();
        assertThat(ForeignText.of(text.getBytes(StandardCharsets.UTF_8))).isNotNull();
    }
}
