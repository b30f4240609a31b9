package backbeat.engine.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.MediaReference;
import backbeat.engine.timeline.OfflineMedia;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the clocks of files, sound and timeline do not share their ticks. */
class MixedRatesTest {
    private static final Rate RATE = Rate.FPS_25;

    private static Timeline cut(Track.Kind kind, Item item) {
        Timecode start = Timecode.of(1, 0, 0, 0, RATE, false);
        return new Timeline("t", RATE, start, 1280, 720, List.of(new Track(kind, "T", List.of(item))), List.of());
    }

    @Test
    void aListNamesThePlaceOfAFileOfAnotherRateByTheFilesOwnTimecode() {
        Rational oneHour = Rate.FPS_23_976.timeOf(24 * 3600);
        OfflineMedia media = new OfflineMedia("a.mov", "file:///a.mov", "A001", Rate.FPS_23_976, oneHour, true, null);
        Rational tenSecondsOfTimecode = Rate.FPS_23_976.timeOf(240);
        Item shot = new Item.ClipItem("a.mov", media, tenSecondsOfTimecode, Rational.of(2), Rational.ONE, Map.of());
        String list = Interchange.texts(cut(Track.Kind.VIDEO, shot), Format.EDL).getFirst();
        assertThat(list).contains("01:00:10:00 01:00:12:00 01:00:00:00 01:00:02:00");
    }

    /** Of 25 frames a second, in hundredths of a frame. */
    @ParameterizedTest
    @CsvSource({"90888, 909, false", "90850, 909, false", "90801, 908, true", "90800, 908, false"})
    void aSongIsAsManyFramesLongAsItHalfFills(long hundredths, long frames, boolean told) {
        Rational length = Rational.of(hundredths, 2500);
        MediaReference song =
                new MediaReference(Path.of("/song.wav"), Rational.ZERO, length, null, null, 0, 0, 48000, 1, List.of());
        Item item = new Item.ClipItem("song.wav", song, Rational.ZERO, length, Rational.ONE, Map.of());
        Timeline cut = cut(Track.Kind.AUDIO, item);
        String xml = Interchange.texts(cut, Format.PREMIERE_XML).getFirst();
        assertThat(xml).contains("<end>" + frames + "</end>", "<in>0</in>", "<out>" + frames + "</out>");
        assertThat(new Interchange()
                        .findings(cut, Format.PREMIERE_XML).stream()
                                .anyMatch(finding -> finding.problem().what().contains("last frame")))
                .isEqualTo(told);
    }
}
