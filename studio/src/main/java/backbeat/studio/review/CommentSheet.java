package backbeat.studio.review;

import backbeat.studio.review.Comments.Comment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Comments on paper: A4, in the order of the song, each with a box to tick. Letters are those of the font that comes with the library; others are told as a white box. */
final class CommentSheet implements AutoCloseable {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final char NO_LETTER = '\u25a1';
    private static final float MARGIN = 54;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float PLACES = 96;
    private static final float SIZE = 10;
    private static final float LINE = 14;
    private static final float TITLE = 16;
    private static final float SMALL = 8.5f;

    private final PDDocument document = new PDDocument();
    private final PDType0Font font;
    private final CmapLookup known;
    private final CommentFile.Film film;
    private PDPageContentStream pen;
    private float y;
    private boolean lacksLetters;

    private CommentSheet(CommentFile.Film film) throws IOException {
        this.film = film;
        try (InputStream in = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT)) {
            TrueTypeFont letters = new TTFParser().parse(new RandomAccessReadBuffer(in));
            known = letters.getUnicodeCmapLookup();
            font = PDType0Font.load(document, letters, true);
        }
        pen = page();
    }

    static byte[] of(CommentFile.Film film, List<Comment> comments) {
        try (CommentSheet sheet = new CommentSheet(film)) {
            return sheet.write(comments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] write(List<Comment> comments) throws IOException {
        document.getDocumentInformation().setTitle(film.title() + ", comments");
        List<Comment> talks =
                comments.stream().filter(comment -> !comment.isAnswer()).toList();
        long open = talks.stream().filter(comment -> !comment.resolved()).count();
        for (String line : wrapped(film.title(), TITLE, WIDTH)) {
            bold(line, MARGIN, TITLE);
            y -= LINE + 4;
        }
        plain(talks.size() + (talks.size() == 1 ? " comment, " : " comments, ") + open + " open", MARGIN, SIZE);
        y -= 2 * LINE;
        for (Comment talk : talks) {
            talk(talk, CommentFile.answers(talk, comments).toList());
        }
        if (lacksLetters) {
            need(LINE);
            plain(NO_LETTER + " stands for a letter that the font of this sheet does not have.", MARGIN, SMALL);
        }
        pen.close();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    private void talk(Comment comment, List<String> answers) throws IOException {
        List<String> words = wrapped(comment.words(), SIZE, WIDTH - PLACES);
        need(Math.min(words.size() + 1, 6) * LINE);
        long first = film.frame(comment);
        box(comment.resolved());
        plain(film.place().apply(comment.songSeconds()), MARGIN + 18, SIZE);
        String guest = comment.guest() ? " (guest)" : "";
        bold(cut(comment.author(), WIDTH - PLACES - width(guest, SIZE), SIZE) + guest, MARGIN + PLACES, SIZE);
        y -= LINE;
        plain(film.timecode(first).toString(), MARGIN + 18, SMALL);
        if (comment.isSpan()) {
            y -= LINE * 0.8f;
            plain("to " + film.timecode(film.end(comment)), MARGIN + 18, SMALL);
            y += LINE * 0.8f;
        }
        lines(words);
        for (String answer : answers) {
            lines(wrapped("– " + answer, SIZE, WIDTH - PLACES));
        }
        y -= comment.isSpan() && words.size() + answers.size() < 2 ? LINE * 1.6f : LINE * 0.8f;
    }

    private void lines(List<String> lines) throws IOException {
        for (String line : lines) {
            need(LINE);
            plain(line, MARGIN + PLACES, SIZE);
            y -= LINE;
        }
    }

    private void box(boolean ticked) throws IOException {
        pen.addRect(MARGIN, y - 1, 9, 9);
        pen.stroke();
        if (ticked) {
            pen.moveTo(MARGIN + 2, y + 3.5f);
            pen.lineTo(MARGIN + 4, y + 1);
            pen.lineTo(MARGIN + 7.5f, y + 6.5f);
            pen.stroke();
        }
    }

    /** Begins a page where the rest of this one is too short. */
    private void need(float height) throws IOException {
        if (y - height < MARGIN) {
            pen.close();
            pen = page();
        }
    }

    private PDPageContentStream page() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        y = PDRectangle.A4.getHeight() - MARGIN - TITLE;
        PDPageContentStream begun = new PDPageContentStream(document, page);
        begun.setLineWidth(0.7f);
        return begun;
    }

    /** The font has one weight; its outline makes the other. */
    private void bold(String text, float x, float size) throws IOException {
        write(text, x, size, RenderingMode.FILL_STROKE);
    }

    private void plain(String text, float x, float size) throws IOException {
        write(text, x, size, RenderingMode.FILL);
    }

    private void write(String text, float x, float size, RenderingMode mode) throws IOException {
        pen.beginText();
        pen.setFont(font, size);
        pen.setLineWidth(size / 28);
        pen.setRenderingMode(mode);
        pen.newLineAtOffset(x, y);
        pen.showText(written(text));
        pen.endText();
        pen.setLineWidth(0.7f);
    }

    /** Ends with an ellipsis where the whole is wider. */
    private String cut(String text, float width, float size) throws IOException {
        String rest = text;
        while (!rest.isEmpty() && width(rest.equals(text) ? text : rest + "…", size) > width) {
            rest = rest.substring(0, rest.offsetByCodePoints(rest.length(), -1));
        }
        return rest.equals(text) ? text : rest + "…";
    }

    private List<String> wrapped(String text, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\\R", -1)) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ", -1)) {
                for (String part : parts(word, width, size)) {
                    if (!line.isEmpty() && width(line + " " + part, size) > width) {
                        lines.add(line.toString());
                        line.setLength(0);
                    }
                    line.append(line.isEmpty() ? "" : " ").append(part);
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** A word that is wider than the paper is broken. */
    private List<String> parts(String word, float width, float size) throws IOException {
        List<String> parts = new ArrayList<>();
        String rest = word;
        while (width(rest, size) > width) {
            int fits = rest.length();
            while (fits > 1 && width(rest.substring(0, fits), size) > width) {
                fits = fits * 3 / 4;
            }
            parts.add(rest.substring(0, fits));
            rest = rest.substring(fits);
        }
        parts.add(rest);
        return parts;
    }

    private float width(String text, float size) throws IOException {
        return font.getStringWidth(written(text)) / 1000 * size;
    }

    private String written(String text) {
        return text.codePoints()
                .filter(letter -> !Character.isISOControl(letter))
                .map(this::drawn)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private int drawn(int letter) {
        boolean has = known.getGlyphId(letter) > 0;
        lacksLetters |= !has;
        return has ? letter : NO_LETTER;
    }

    @Override
    public void close() throws IOException {
        pen.close();
        document.close();
    }
}
