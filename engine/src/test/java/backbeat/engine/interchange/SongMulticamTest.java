package backbeat.engine.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.MediaReference;
import backbeat.engine.timeline.Multicam;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SongMulticamTest {
    private static final Rate RATE = Rate.FPS_25;

    @TempDir
    Path folder;

    private static MediaReference file(String name, long seconds, boolean picture) {
        return new MediaReference(
                Path.of("/cards/" + name),
                Rational.ZERO,
                Rational.of(seconds),
                picture ? RATE : null,
                null,
                picture ? 1920 : 0,
                picture ? 1080 : 0,
                48000,
                2,
                List.of());
    }

    private static Item shot(MediaReference media, long from, long frames) {
        return new Item.ClipItem(media.name(), media, RATE.timeOf(from), RATE.timeOf(frames), Rational.ONE, Map.of());
    }

    /** A starts 4 s before the song, B 1 s after it. */
    private static Timeline cut() {
        MediaReference a = file("A.mov", 30, true);
        MediaReference b = file("B.mov", 20, true);
        return new Timeline(
                "Song",
                RATE,
                new Timecode(90_000, RATE, false),
                1920,
                1080,
                List.of(
                        new Track(
                                Track.Kind.VIDEO,
                                "Picture",
                                List.of(shot(a, 100, 50), shot(b, 25, 50), shot(a, 200, 50))),
                        new Track(Track.Kind.AUDIO, "Song", List.of(shot(file("song.wav", 6, false), 0, 150)))),
                List.of());
    }

    @Test
    void everyFileIsAnAngleInItsPlaceOnTheSong() {
        Item.ClipItem second = (Item.ClipItem)
                SongMulticam.of(cut()).tracks().getFirst().items().get(1);
        Multicam multicam = (Multicam) second.media();
        assertThat(multicam.angles()).extracting(Multicam.Angle::name).containsExactly("A.mov", "B.mov", "Song");
        assertThat(multicam.picture()).isEqualTo("B.mov");
        assertThat(multicam.sound()).isEqualTo("Song");
        Item.ClipItem a = (Item.ClipItem) multicam.angles().get(0).items().getFirst();
        assertThat(a.sourceStart()).isEqualTo(Rational.of(4));
        assertThat(multicam.angles().get(1).items().getFirst()).isEqualTo(new Item.Gap(Rational.ONE, "Gap"));
        assertThat(second.sourceStart()).isEqualTo(Rational.of(2));
    }

    @Test
    void isReadBackWithTheChosenAngles() {
        Path file = folder.resolve("multicam.fcpxml");
        Form form = new Form(Form.Target.FCP, "1.11", Form.Shape.MULTICAM);
        new Interchange().write(cut(), Format.FCPXML, form, file);
        ForeignFile read = ForeignFiles.read(file, null);
        assertThat(read.formatVersion()).isEqualTo("1.11");
        assertThat(read.timelines().getFirst().tracks().getFirst().clips())
                .extracting(clip -> clip.kind() + " " + clip.angles().getFirst().name())
                .containsExactly("MULTICAM A.mov", "MULTICAM B.mov", "MULTICAM A.mov");
    }
}
