package backbeat.engine.footage;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.derive.Vault;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Footage.Outcome;
import backbeat.engine.media.AudioFacts;
import backbeat.engine.media.MadeMedia;
import backbeat.engine.media.SoundReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cameras write a track for every input, whether something is plugged in or not. */
class HeardSoundTest {
    private static final List<String> NOTHING = List.of("-f", "lavfi", "-i", "anullsrc=r=48000:cl=mono:d=1");
    private static final List<String> TONE = List.of("-f", "lavfi", "-i", "sine=f=300:r=48000:d=1");
    private static final List<String> FOUR_TRACKS =
            List.of("-map", "0", "-map", "1", "-map", "2", "-map", "3", "-c:a", "pcm_s16le");

    @TempDir
    Path folder;

    private Path cards;

    @BeforeEach
    void makeFolder() throws IOException {
        cards = Files.createDirectory(folder.resolve("cards"));
    }

    @Test
    void theFirstTrackThatIsNotSilentIsTaken() {
        MadeMedia.make(cards.resolve("four.mov"), NOTHING, NOTHING, TONE, TONE, FOUR_TRACKS);

        Clip clip = scan().clips().getFirst();

        AudioFacts audio = Objects.requireNonNull(clip.facts().audio());
        assertThat(audio.stream()).isEqualTo(2);
        assertThat(clip.facts().findings())
                .anyMatch(finding -> finding.problem().what().contains("track 3 is used"));
        float[] block = new float[4800];
        try (SoundReader sound = MadeMedia.MEDIA.sound(clip.facts(), 48_000, -1)) {
            sound.readFully(block);
        }
        assertThat(block[40]).isNotZero();
    }

    @Test
    void aClipWhoseTracksAreAllSilentIsSilent() {
        MadeMedia.make(cards.resolve("four.mov"), NOTHING, NOTHING, NOTHING, NOTHING, FOUR_TRACKS);

        assertThat(scan().files().getFirst().outcome()).isEqualTo(Outcome.SILENT);
    }

    @Test
    void soundOnTheFirstTrackIsTakenWithoutANote() {
        MadeMedia.make(cards.resolve("four.mov"), TONE, NOTHING, TONE, NOTHING, FOUR_TRACKS);

        Clip clip = scan().clips().getFirst();

        assertThat(Objects.requireNonNull(clip.facts().audio()).stream()).isZero();
        assertThat(clip.facts().findings()).isEmpty();
    }

    private Footage scan() {
        return new FootageScan(MadeMedia.MEDIA, Vault.open(folder.resolve("vault"), 1 << 30)).scan(cards, Work.quiet());
    }
}
