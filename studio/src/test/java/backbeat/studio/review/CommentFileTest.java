package backbeat.studio.review;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CommentFileTest {
    private static final CommentFile.Film FILM =
            new CommentFile.Film("Sundown", Rate.FPS_23_976, Rational.of(60), seconds -> (int) seconds + ".1");
    private static final List<Comments.Comment> COMMENTS = List.of(
            comment("a", 2.5025, "Ada", "darker & \"slower\"", null, false),
            comment("b", 2.5025, "Jon", "agreed", "a", false),
            comment("c", 10.01, "Jon", "=HYPERLINK(1)", null, true));

    private static Comments.Comment comment(
            String id, double at, String author, String words, @Nullable String answers, boolean resolved) {
        return new Comments.Comment(
                id, "f", 0, 0, at, at, author, false, words, "", answers, resolved, null, Instant.EPOCH);
    }

    private static String text(CommentFile kind) {
        return new String(kind.of(FILM, COMMENTS), StandardCharsets.UTF_8);
    }

    @Test
    void resolveGetsAMarkerOnTheFrameOfEachTalk() {
        assertThat(text(CommentFile.RESOLVE))
                .contains("01:00:02:12 01:00:02:13", "|C:ResolveColorRed |M:Ada: darker & \"slower\" |D:1")
                .contains("01:00:10:00", "ResolveColorGreen")
                .doesNotContain("agreed");
    }

    @Test
    void avidGetsALineForEachTalkWithItsAnswers() {
        assertThat(text(CommentFile.AVID).lines())
                .containsExactly(
                        "Ada\t01:00:02:12\tV1\tred\tdarker & \"slower\" Jon: agreed\t1",
                        "Jon\t01:00:10:00\tV1\tgreen\t=HYPERLINK(1)\t1");
    }

    @Test
    void aTableQuotesWordsAndNothingInItIsAFormula() {
        assertThat(text(CommentFile.TABLE).lines())
                .containsExactly(
                        "\"Timecode\",\"Until\",\"Frame\",\"On the song\",\"Who\",\"Comment\",\"Answers\",\"State\"",
                        "\"01:00:02:12\",\"\",\"60\",\"2.1\",\"Ada\",\"darker & \"\"slower\"\"\",\"Jon: agreed\",\"open\"",
                        "\"01:00:10:00\",\"\",\"240\",\"10.1\",\"Jon\",\"'=HYPERLINK(1)\",\"\",\"done\"");
    }

    @ParameterizedTest
    @EnumSource(names = {"PREMIERE", "FINAL_CUT"})
    void editingProgramsGetAProjectWithTheMarkers(CommentFile kind) {
        assertThat(text(kind)).contains("<marker", "Ada", "darker &amp; ", "Jon: agreed");
    }

    @Test
    void aStretchIsAMarkerAsLong() {
        Comments.Comment stretch = new Comments.Comment(
                "s", "f", 48, 95, 2.002, 4.004, "Ada", false, "hold", "", null, false, null, Instant.EPOCH);
        String list = new String(CommentFile.RESOLVE.of(FILM, List.of(stretch)), StandardCharsets.UTF_8);
        assertThat(list).contains("01:00:02:00", "|D:48");
        String table = new String(CommentFile.TABLE.of(FILM, List.of(stretch)), StandardCharsets.UTF_8);
        assertThat(table).contains("\"01:00:02:00\",\"01:00:04:00\"");
    }

    @Test
    void longNamesStayOnThePaper() throws IOException {
        CommentFile.Film film =
                new CommentFile.Film("Wide WORDS ".repeat(11), Rate.FPS_25, Rational.of(60), seconds -> "1.1");
        List<Comments.Comment> comments = List.of(comment("a", 1, "W".repeat(120), "x", null, false));
        float[] widest = new float[1];
        try (PDDocument sheet = Loader.loadPDF(CommentFile.SHEET.of(film, comments))) {
            String text = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition letter) {
                    widest[0] = Math.max(widest[0], letter.getXDirAdj() + letter.getWidthDirAdj());
                    super.processTextPosition(letter);
                }
            }.getText(sheet);
            assertThat(text).contains("WWW…", "Wide WORDS");
        }
        assertThat(widest[0]).isBetween(400f, PDRectangle.A4.getWidth() - 53);
    }

    @Test
    void theSheetTellsEveryTalkAlsoOfManyPagesAndOfForeignLetters() throws IOException {
        List<Comments.Comment> many = new ArrayList<>(COMMENTS);
        for (int i = 0; i < 80; i++) {
            many.add(comment(
                    "m" + i, 20 + i, "Łukasz Żółć", "Слишком темно " + "x".repeat(400) + " 歌 " + i, null, false));
        }
        try (PDDocument sheet = Loader.loadPDF(CommentFile.SHEET.of(FILM, many))) {
            String text = new PDFTextStripper().getText(sheet);
            assertThat(text)
                    .contains(
                            "Sundown",
                            "82 comments, 81 open",
                            "darker & \"slower\"",
                            "– Jon: agreed",
                            "01:00:02:12",
                            "Łukasz Żółć",
                            "Слишком темно",
                            "79");
            assertThat(sheet.getNumberOfPages()).isGreaterThan(3);
        }
    }
}
