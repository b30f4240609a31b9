package backbeat.engine.looks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backbeat.engine.derive.Vault;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Footage;
import backbeat.engine.footage.FootageScan;
import backbeat.engine.looks.Passage.Kind;
import backbeat.engine.media.MadeMedia;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clip of six seconds: something moves; from 2 to 3 s it is black, from 4 to 5 s the picture stands. */
class LookingTest {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 90;

    @TempDir
    Path folder;

    private Footage footage = new Footage(Path.of(""), List.of(), List.of(), List.of(), List.of());

    @BeforeEach
    void film() throws IOException {
        Path cards = Files.createDirectories(folder.resolve("cards").resolve("A_CAM"));
        byte[] raw = new byte[6 * 25 * WIDTH * HEIGHT];
        for (int i = 0; i < raw.length; i++) {
            int frame = i / (WIDTH * HEIGHT);
            int shown = frame >= 100 && frame < 125 ? 100 : frame;
            int x = i % WIDTH;
            int y = i / WIDTH % HEIGHT;
            boolean ball = Math.hypot(x - 80 - 40 * Math.sin(shown / 8.0), y - 45) < 14;
            int grey = ball ? 200 : 50 + (x / 16 * 7 + y / 15 * 11) % 8 * 12;
            raw[i] = (byte) (frame >= 50 && frame < 75 ? 0 : grey);
        }
        Path pictures = Files.write(folder.resolve("pictures"), raw);
        MadeMedia.make(
                cards.resolve("A001.mov"),
                List.of("-f", "rawvideo", "-pix_fmt", "gray", "-s", WIDTH + "x" + HEIGHT, "-r", "25"),
                List.of("-i", "file:" + pictures),
                List.of("-c:v", "libx264", "-preset", "ultrafast", "-crf", "16", "-g", "12", "-pix_fmt", "yuv420p"));
        footage = new FootageScan(MadeMedia.MEDIA, vault()).scan(folder.resolve("cards"), Work.quiet());
    }

    private Vault vault() {
        return Vault.open(folder.resolve("vault"), 1 << 24);
    }

    private Looks looks(Depth depth, Work work) {
        return new Looking(MadeMedia.MEDIA, vault())
                .at(footage, depth, work)
                .clips()
                .getFirst();
    }

    @Test
    void tellsWhatIsToBeSeen() {
        Looks looks = looks(Depth.EVERY_FRAME, Work.quiet());
        assertThat(looks.passages()).extracting(Passage::kind).containsExactly(Kind.BLACK, Kind.FROZEN);
        assertThat(looks.passages().getFirst().start()).isCloseTo(2, within(0.11));
        assertThat(looks.passages().getFirst().end()).isCloseTo(3, within(0.11));
        assertThat(looks.passages().getLast().start()).isCloseTo(4, within(0.05));
        assertThat(looks.passages().getLast().end()).isCloseTo(5.04, within(0.05));
        assertThat(looks.quality(2.1, 2.9)).isZero();
        assertThat(looks.quality(0.1, 1.9)).isGreaterThan(0.8);
        assertThat(looks.motion(0.5, 1.5)).isGreaterThan(looks.motion(4.2, 4.8) + 0.01);
    }

    @Test
    void keyFramesTellTheBlackToo() {
        Looks looks = looks(Depth.KEY_FRAMES, Work.quiet());
        assertThat(looks.passages()).extracting(Passage::kind).containsExactly(Kind.BLACK);
        assertThat(looks.passages().getFirst().start()).isCloseTo(2, within(0.5));
    }

    @Test
    void whatWasLookedAtIsKnown() {
        Looking looking = new Looking(MadeMedia.MEDIA, vault());
        assertThat(footage.clips()).noneMatch(clip -> looking.knows(clip, Depth.KEY_FRAMES));
        looks(Depth.KEY_FRAMES, Work.quiet());
        assertThat(footage.clips()).allMatch(clip -> looking.knows(clip, Depth.KEY_FRAMES));
        assertThat(footage.clips()).noneMatch(clip -> looking.knows(clip, Depth.EVERY_FRAME));
    }

    @Test
    void aClipIsLookedAtOnce() {
        Looks first = looks(Depth.EVERY_FRAME, Work.quiet());
        List<String> doing = Collections.synchronizedList(new ArrayList<>());
        Looks again =
                looks(Depth.EVERY_FRAME, Work.of((fraction, words) -> doing.add(words), Work.Limits.ofThisMachine()));
        assertThat(again).isEqualTo(first);
        assertThat(doing).noneMatch(words -> words.contains("looking at"));
    }
}
