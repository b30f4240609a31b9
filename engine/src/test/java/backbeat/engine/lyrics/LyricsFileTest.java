package backbeat.engine.lyrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backbeat.engine.problem.ProblemException;
import backbeat.engine.time.Rational;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LyricsFileTest {
    private static final String LRC = """
            \uFEFF[ar: The Band ]\r
            [ti:Song & Dance]
            [00:12.50]First line
            [01:02.345][00:20.1]Chorus <3
            [00:24.00]
            [00:30]No hundredths
            """;
    private static final String ENHANCED = "[00:10.00]<00:10.00>Two <00:10.50>words<00:11.25>\n";
    private static final String ULTRASTAR = """
            #TITLE:A Song
            #ARTIST:Somebody
            #BPM:266,6
            #GAP:1500
            : 0 4 60 Hel
            : 4 4 60 lo
            * 8 8 62  world
            : 16 8 62 ~
            - 30
            F 32 4 60 Free
            R 36 4 60 ly
            E
            """;

    @TempDir
    Path folder;

    private static LyricsFile.Reading read(String text) {
        return LyricsFile.read(text, "song.lrc");
    }

    private LyricsFile.Reading read(byte[] bytes) throws IOException {
        return LyricsFile.read(Files.write(folder.resolve("song.lrc"), bytes));
    }

    @Test
    void linesWithSeveralStampsComeInTheOrderOfTimeAndEmptyOnesEndTheLineBefore() throws IOException {
        LyricsFile.Reading reading = read(LRC.getBytes(StandardCharsets.UTF_8));
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.lyrics().tags()).containsEntry("ar", "The Band").containsEntry("ti", "Song & Dance");
        assertThat(reading.lyrics().lines())
                .extracting(Lyrics.Line::start)
                .containsExactly(Rational.of(25, 2), Rational.of(201, 10), Rational.of(30), Rational.of(62_345, 1000));
        assertThat(reading.lyrics().lines().get(1).text()).isEqualTo("Chorus <3");
        assertThat(reading.lyrics().lines().get(1).end()).isEqualTo(Rational.of(24));
    }

    @Test
    void aPositiveOffsetShowsTheLyricsEarlierAndIsAppliedOnce() {
        Lyrics lyrics = read("[00:10.00]a\n[offset:+500]\n[00:00.10]b\n").lyrics();
        assertThat(lyrics.lines()).extracting(Lyrics.Line::start).containsExactly(Rational.ZERO, Rational.of(19, 2));
        assertThat(LyricsFile.text(lyrics, LyricsFormat.LRC, false))
                .doesNotContain("offset")
                .contains("[00:09.50]a");
    }

    @Test
    void stampsInsideALineAreWordsAndTheLastOneEndsIt() {
        Lyrics.Line line = read(ENHANCED).lyrics().lines().getFirst();
        assertThat(line.text()).isEqualTo("Two words");
        assertThat(line.syllables())
                .containsExactly(
                        new Lyrics.Syllable(Rational.of(10), Rational.of(21, 2), "Two "),
                        new Lyrics.Syllable(Rational.of(21, 2), Rational.of(45, 4), "words"));
        assertThat(line.end()).isEqualTo(Rational.of(45, 4));
    }

    @Test
    void notesOfUltraStarBecomeLinesOfSyllablesAtExactTimes() {
        LyricsFile.Reading reading = read(ULTRASTAR);
        assertThat(reading.findings()).isEmpty();
        Lyrics lyrics = reading.lyrics();
        assertThat(lyrics.tags()).containsEntry("ti", "A Song").containsEntry("ar", "Somebody");
        assertThat(lyrics.lines()).extracting(Lyrics.Line::text).containsExactly("Hello world", "Freely");
        Rational beat = Rational.of(15).dividedBy(Rational.of(2666, 10));
        Lyrics.Line first = lyrics.lines().getFirst();
        assertThat(first.start()).isEqualTo(Rational.of(3, 2));
        assertThat(first.syllables().get(2).start()).isEqualTo(Rational.of(3, 2).plus(beat.times(8)));
        assertThat(first.end()).isEqualTo(Rational.of(3, 2).plus(beat.times(24)));
    }

    @Test
    void duetsKeepTheirSingersAndRelativeNumbersCountFromTheLineBefore() {
        Lyrics lyrics = read("#BPM:150\n#GAP:0\n#RELATIVE:yes\nP1\n: 0 2 1 a\n- 10 10\n: 0 2 1 b\nP2\n: 5 2 1 c\nE\n")
                .lyrics();
        assertThat(lyrics.lines()).extracting(Lyrics.Line::singer).containsExactly("P1", "P2", "P1");
        assertThat(lyrics.lines())
                .extracting(Lyrics.Line::start)
                .containsExactly(Rational.ZERO, Rational.of(1, 2), Rational.ONE);
    }

    @Test
    void everyFormatIsWrittenAsItsReadersWantIt() {
        Lyrics lyrics = read(LRC.replace("\uFEFF", "").replace("First line", "Fish & <chips>"))
                .lyrics();
        assertThat(LyricsFile.text(lyrics, LyricsFormat.LRC, false))
                .contains("[ar:The Band]\n", "[00:12.50]Fish & <chips>\n", "[00:20.10]Chorus <3\n[00:24.00]\n");
        assertThat(LyricsFile.text(lyrics, LyricsFormat.SRT, false))
                .startsWith("1\r\n00:00:12,500 --> 00:00:20,100\r\nFish & <chips>\r\n\r\n2\r\n");
        assertThat(LyricsFile.text(lyrics, LyricsFormat.WEBVTT, false))
                .startsWith("WEBVTT\n\n")
                .contains("00:00:12.500 --> 00:00:20.100\nFish &amp; &lt;chips&gt;\n\n");
        assertThat(LyricsFile.text(lyrics, LyricsFormat.TTML, false))
                .contains("<ttm:title>Song &amp; Dance</ttm:title>")
                .contains("<p begin=\"00:00:12.500\" end=\"00:00:20.100\">Fish &amp; &lt;chips&gt;</p>");
    }

    @Test
    void wordsAreWrittenWhereSomebodyWantsThem() {
        Lyrics lyrics = read(ENHANCED).lyrics();
        assertThat(LyricsFile.text(lyrics, LyricsFormat.LRC, true)).endsWith(ENHANCED + "[00:11.25]\n");
        assertThat(LyricsFile.text(lyrics, LyricsFormat.WEBVTT, true)).contains("\nTwo <00:00:10.500>words\n");
        assertThat(LyricsFile.text(lyrics, LyricsFormat.TTML, true))
                .contains("<span begin=\"00:00:00.500\" end=\"00:00:01.250\">words</span>");
        assertThat(LyricsFile.text(lyrics, LyricsFormat.SRT, true)).contains("\r\nTwo words\r\n");
    }

    @Test
    void whatWasWrittenAsLrcReadsBackTheSame() {
        for (String text : List.of(ENHANCED, ULTRASTAR, LRC.replace("\uFEFF", ""))) {
            Lyrics lyrics = read(LyricsFile.text(read(text).lyrics(), LyricsFormat.LRC, true))
                    .lyrics();
            assertThat(LyricsFile.text(
                            read(LyricsFile.text(lyrics, LyricsFormat.LRC, true))
                                    .lyrics(),
                            LyricsFormat.LRC,
                            true))
                    .isEqualTo(LyricsFile.text(lyrics, LyricsFormat.LRC, true));
        }
    }

    @Test
    void oldEncodingsAreUnderstood() throws IOException {
        String text = "[00:01.00]Grüße, naïve café\n";
        for (byte[] bytes : List.of(
                text.getBytes(StandardCharsets.UTF_8),
                text.getBytes(Charset.forName("windows-1252")),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE))) {
            assertThat(read(bytes).lyrics().lines().getFirst().text()).isEqualTo("Grüße, naïve café");
        }
    }

    @Test
    void linesThatCannotBeUnderstoodAreToldWithTheirNumber() {
        LyricsFile.Reading reading = read("[00:01.00]ok\nwhat is this\n[offset:soon]\n");
        assertThat(reading.lyrics().lines()).hasSize(1);
        assertThat(reading.findings()).hasSize(2);
        assertThat(reading.findings().getFirst().problem().oneLine()).contains("song.lrc, line 2");
    }

    @Test
    void foreignBytesAreToldAndNeverAFault() throws IOException {
        Random random = new Random(7);
        for (int round = 0; round < 400; round++) {
            byte[] bytes = (round % 2 == 0 ? ULTRASTAR : LRC + ENHANCED).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 1 + round % 25; i++) {
                bytes[random.nextInt(bytes.length)] = (byte)
                        (round % 3 == 0 ? random.nextInt() : "0123456789:-[]<>.#,~ EFP".charAt(random.nextInt(24)));
            }
            try {
                Lyrics lyrics = read(bytes).lyrics();
                for (LyricsFormat format :
                        List.of(LyricsFormat.LRC, LyricsFormat.SRT, LyricsFormat.WEBVTT, LyricsFormat.TTML)) {
                    assertThat(LyricsFile.text(lyrics, format, true)).isNotBlank();
                }
            } catch (ProblemException told) {
                assertThat(told.problem().code()).startsWith("lyrics/");
            }
        }
        byte[] noise = new byte[5000];
        random.nextBytes(noise);
        assertThatThrownBy(() -> read(noise)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> read("no times here\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ProblemException.class);
    }
}
