package backbeat.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.app.demo.TinyShoot;
import backbeat.engine.Backbeat;
import backbeat.engine.sync.SyncExplanation;
import backbeat.engine.sync.SyncResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why clips of a production of some seconds stand where they stand. */
class ExplainCommandTest {
    @TempDir
    static Path folder;

    private static Path song;
    private static Path cards;
    private static Path work;
    private static Path clip;

    @BeforeAll
    static void shoot() throws IOException {
        song = folder.resolve("song.wav");
        cards = folder.resolve("cards");
        work = folder.resolve("work");
        TinyShoot.make(folder, Backbeat.open(work, 1L << 30, null).media());
        try (Stream<Path> files = Files.walk(cards)) {
            clip = files.filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(mov|mp4)"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void tellsTheAnswerAndEachStepAtEightyColumns() {
        Spoken said = Spoken.by(
                "sync", "explain", cards.relativize(clip), "--song", song, "--footage", cards, "--work", work);
        assertThat(said.status()).as(said.err()).isZero();
        assertThat(said.out())
                .contains(
                        "answer    placed", "was searched", "blocks agree on one line", "limit 10^5", "=> the song is")
                .contains("The playback: clip ", "fine peak", "confidence .999", VoteChart.LEGEND.substring(0, 20));
        assertThat(List.of(said.out().replace(song.toString(), "song.wav").split("\\R", -1)))
                .allMatch(line -> line.length() <= 80, "fits a narrow terminal");
    }

    @Test
    void completionKnowsIt() {
        assertThat(Spoken.by("completion", "fish").out())
                .contains(
                        "__fish_seen_subcommand_from sync' -f -a explain",
                        "__fish_seen_subcommand_from explain' -l song");
    }

    @Test
    void whatIsTooShortOrSilentIsToldAsSuch() {
        assertThat(heard(false)).contains("channel 1: too short to search");
        assertThat(heard(true)).contains("channel 1: silent");
    }

    private static String heard(boolean silent) {
        SyncResult.Reason reason = new SyncResult.Reason("sync/too-short", "Too little sound.");
        StringWriter told = new StringWriter();
        new ExplainWords(
                        new SyncExplanation(
                                SyncExplanation.CONTRACT,
                                new SyncResult.SongFile("song.wav", 60, 48000),
                                new SyncResult.ClipSync("a.mov", 1.0, "unmatched", reason, List.of(), null),
                                List.of(new SyncExplanation.Stretch(0, 1, List.of(), 0, silent, List.of()))),
                        new PrintWriter(told, true))
                .print();
        assertThat(told.toString()).contains("answer    not placed", "Too little sound. [sync/too-short]");
        return told.toString();
    }

    @Test
    void theFileItselfMayBeNamedAndProgramsGetData() {
        Spoken said = Spoken.by("sync", "explain", clip, "--song", song, "--json", "--work", work);
        assertThat(said.status()).as(said.err()).isZero();
        assertThat(said.out())
                .startsWith("{")
                .contains("\"contract\" : \"sync-explanation/1\"", "\"step\" : \"line\"", "\"step\" : \"playback\"");
    }

    @Test
    void asksForWhatItNeedsAndNotForWhatSyncNeeds() {
        assertThat(Spoken.by("sync", "explain", clip).err())
                .contains("Something is missing: --song FILE")
                .doesNotContain("--footage");
        assertThat(Spoken.by("sync", "--song", song).err()).contains("Something is missing: --footage DIR");
        assertThat(Spoken.by("sync", "explain", "gone.mov", "--song", song, "--footage", cards)
                        .err())
                .contains("the clip", "[cli/no-such-file]");
        assertThat(Spoken.by("sync", "explain", "--help").out()).contains("Usage: backbeat sync explain", "Examples:");
    }
}
