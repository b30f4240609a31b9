package backbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClipPanelTest {
    @ParameterizedTest
    @ValueSource(doubles = {13.122985627351794, 2.3678989210289996, 1e-4, -0.75, 0})
    void aPlaceThatWasFoundIsReadAgainFromItsForm(double songStart) {
        ClipPanel.Place place = new ClipPanel.Place("", songStart, 0, 1, "", "", false);
        assertThat(SongPosition.parse(place.song(), null)).isCloseTo(songStart, within(1e-6));
    }
}
