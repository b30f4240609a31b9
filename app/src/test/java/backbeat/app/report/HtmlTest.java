package backbeat.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void escapesTextAndKeepsMarkup() {
        Html inner = Html.of("<i>{}</i>", "a & b");
        assertThat(Html.of("<p title=\"{}\">{}</p>", "\"'<>", inner).markup())
                .isEqualTo("<p title=\"&quot;&#39;&lt;&gt;\"><i>a &amp; b</i></p>");
    }

    @Test
    void placesInValuesAreNotFilled() {
        assertThat(Html.of("{} {}", "{}", 2).markup()).isEqualTo("{} 2");
    }

    @Test
    void showsMarksThatTurnTextInsteadOfObeyingThem() {
        assertThat(Html.of("{}", "fdp\u202Eexe\u0007\uD800").markup()).isEqualTo("fdp\uFFFDexe\uFFFD\uFFFD");
    }

    @Test
    void refusesATemplateThatDoesNotFitItsValues() {
        assertThatThrownBy(() -> Html.of("{}", 1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Html.of("{} {}", 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
