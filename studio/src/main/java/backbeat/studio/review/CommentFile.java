package backbeat.studio.review;

import backbeat.engine.interchange.Format;
import backbeat.engine.interchange.Interchange;
import backbeat.engine.songfile.MarkerList;
import backbeat.engine.text.Table;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Marker;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import backbeat.studio.review.Comments.Comment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Comments as files of other programs: markers on the film's frames, each with the talk that began there. */
public enum CommentFile {
    PREMIERE("xml", "Premiere Pro"),
    FINAL_CUT("fcpxml", "Final Cut Pro"),
    RESOLVE("edl", "DaVinci Resolve"),
    AVID("txt", "Avid Media Composer"),
    TABLE("csv", "Table (CSV)"),
    SHEET("pdf", "Sheet to print (PDF)");

    /**
     * What the markers stand on.
     *
     * @param place words for a moment of the song, as people of the production say it
     */
    public record Film(String title, Rate rate, Rational seconds, DoubleFunction<String> place) {
        /** Of the film that is there now: the place on the song decides. */
        long frame(Comment comment) {
            return frameAt(comment.songSeconds());
        }

        /** The first frame after the comment's stretch. */
        long end(Comment comment) {
            return comment.isSpan()
                    ? Math.max(frame(comment) + 1, Math.min(frames(), nearest(comment.songEnd())))
                    : frame(comment) + 1;
        }

        Timecode timecode(long frame) {
            return Timecode.of(1, 0, 0, 0, rate, false).plusFrames(frame);
        }

        private long frames() {
            return Math.max(1, rate.nearestFrame(seconds));
        }

        private long frameAt(double moment) {
            return Math.clamp(nearest(moment), 0, frames() - 1);
        }

        private long nearest(double moment) {
            return rate.nearestFrame(Rational.nearest(moment, 1_000_000));
        }
    }

    private final String ending;
    private final String words;

    CommentFile(String ending, String words) {
        this.ending = ending;
        this.words = words;
    }

    public String ending() {
        return ending;
    }

    public String words() {
        return words;
    }

    public static Optional<CommentFile> ofEnding(String ending) {
        return Stream.of(values()).filter(kind -> kind.ending.equals(ending)).findFirst();
    }

    /** The content of such a file. */
    public byte[] of(Film film, List<Comment> comments) {
        return switch (this) {
            case PREMIERE -> project(film, comments, Format.PREMIERE_XML);
            case FINAL_CUT -> project(film, comments, Format.FCPXML);
            case RESOLVE -> utf8(MarkerList.resolve(timeline(film, comments, CommentFile::authorAndWords)));
            case AVID -> utf8(MarkerList.avid(timeline(film, comments, Comment::author)));
            case TABLE -> utf8(table(film, comments));
            case SHEET -> CommentSheet.of(film, comments);
        };
    }

    private static byte[] project(Film film, List<Comment> comments, Format format) {
        try {
            Path folder = Files.createTempDirectory("backbeat-comments");
            Path file = folder.resolve("comments" + format.extension());
            try {
                new Interchange().write(timeline(film, comments, Comment::author), format, file);
                return Files.readAllBytes(file);
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Timeline timeline(Film film, List<Comment> comments, Function<Comment, String> name) {
        Rate rate = film.rate();
        Rational length = rate.timeOf(film.frames());
        List<Marker> markers = comments.stream()
                .filter(comment -> !comment.isAnswer())
                .map(comment -> new Marker(
                        name.apply(comment),
                        talk(comment, comments),
                        comment.resolved() ? Marker.Colour.GREEN : Marker.Colour.RED,
                        rate.timeOf(film.frame(comment)),
                        comment.isSpan() ? rate.timeOf(film.end(comment) - film.frame(comment)) : Rational.ZERO))
                .toList();
        Track picture = new Track(Track.Kind.VIDEO, "Picture", List.of(new Item.Gap(length, "the film")));
        Timecode start = Timecode.of(1, 0, 0, 0, rate, false);
        return new Timeline(film.title() + " - comments", rate, start, 1920, 1080, List.of(picture), markers);
    }

    private static String authorAndWords(Comment comment) {
        return comment.author() + ": " + comment.words();
    }

    private static String talk(Comment comment, List<Comment> all) {
        return Stream.concat(Stream.of(comment.words()), answers(comment, all)).collect(Collectors.joining("\n"));
    }

    static Stream<String> answers(Comment comment, List<Comment> all) {
        return all.stream()
                .filter(answer -> comment.id().equals(answer.answers()))
                .map(answer -> answer.author() + ": " + answer.words());
    }

    private static String table(Film film, List<Comment> comments) {
        Stream<List<String>> rows = comments.stream()
                .filter(comment -> !comment.isAnswer())
                .map(comment -> List.of(
                        film.timecode(film.frame(comment)).toString(),
                        comment.isSpan() ? film.timecode(film.end(comment)).toString() : "",
                        String.valueOf(film.frame(comment)),
                        film.place().apply(comment.songSeconds()),
                        comment.author(),
                        comment.words(),
                        answers(comment, comments).collect(Collectors.joining("\n")),
                        comment.resolved() ? "done" : "open"));
        List<String> names = List.of("Timecode", "Until", "Frame", "On the song", "Who", "Comment", "Answers", "State");
        return Table.text(Stream.concat(Stream.of(names), rows).toList());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
