package backbeat.app.web;

import backbeat.engine.song.SongMap;
import backbeat.studio.Studio;
import backbeat.studio.edit.FilmView;
import backbeat.studio.edit.Films;
import backbeat.studio.edit.Results;
import backbeat.studio.plan.Task;
import backbeat.studio.review.Comments.Comment;
import backbeat.studio.review.Mentions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A comment as pages show it.
 *
 * @param frame of the film that is there now; the place on the song decides when it was said of an older one
 * @param last frame of the stretch; the same frame for one
 * @param place in bars, or minutes
 * @param parts its words with the names that are called
 * @param ofFilm which older film it was said of; empty for the one that is there now
 * @param task that it became
 */
public record CommentRow(
        String id,
        int frame,
        int last,
        String place,
        String time,
        String author,
        boolean guest,
        String words,
        List<Mentions.Part> parts,
        String drawing,
        boolean resolved,
        String ofFilm,
        @Nullable Task task,
        List<CommentRow> answers) {

    /**
     * Each that begins a talk, with the answers to it.
     *
     * @param films all that are kept
     */
    static List<CommentRow> of(Studio studio, String productionId, List<Films.Kept> films) {
        List<Comment> all = studio.comments().of(productionId);
        Looking looking = new Looking(studio, productionId, films);
        return all.stream()
                .filter(comment -> !comment.isAnswer())
                .map(comment -> looking.at(comment, answers(comment, all, looking)))
                .toList();
    }

    private static List<CommentRow> answers(Comment comment, List<Comment> all, Looking looking) {
        return all.stream()
                .filter(answer -> comment.id().equals(answer.answers()))
                .map(answer -> looking.at(answer, List.of()))
                .toList();
    }

    /** One that was just said of the film that is there now. */
    static CommentRow of(Studio studio, String productionId, Comment comment) {
        return new Looking(studio, productionId, List.of()).at(comment, List.of());
    }

    /** What comments are seen with. */
    private static final class Looking {
        private final @Nullable FilmView film;
        private final @Nullable SongMap map;
        private final List<String> names;
        private final Map<String, Task> tasks;
        private final List<Films.Kept> films;

        Looking(Studio studio, String productionId, List<Films.Kept> films) {
            this.films = films;
            Results results = studio.results(productionId);
            film = results.filmFacts().orElse(null);
            map = results.songMap().orElse(null);
            names = studio.crew().of(productionId).stream()
                    .map(member -> member.account().name())
                    .toList();
            tasks = studio.plan().of(productionId).stream().collect(Collectors.toMap(Task::id, Function.identity()));
        }

        CommentRow at(Comment comment, List<CommentRow> answers) {
            boolean same = film != null && film.version().equals(comment.film());
            int frame = film == null || same ? comment.frame() : frameAt(comment.songSeconds(), film);
            int length = film == null || same
                    ? comment.lastFrame() - comment.frame()
                    : frameAt(comment.songEnd() - comment.songSeconds(), film) - 1;
            return new CommentRow(
                    comment.id(),
                    frame,
                    frame + (comment.isSpan() ? Math.max(0, length) : 0),
                    range(comment, seconds -> ClipRow.position(seconds, map)),
                    range(comment, CommentRow::clock),
                    comment.author(),
                    comment.guest(),
                    comment.words(),
                    Mentions.parts(comment.words(), names),
                    comment.drawing(),
                    comment.resolved(),
                    same ? "" : olderFilm(comment),
                    comment.taskId() == null ? null : tasks.get(comment.taskId()),
                    answers);
        }

        private static int frameAt(double seconds, FilmView film) {
            return (int) Math.round(seconds * film.framesPerSecond());
        }

        private String olderFilm(Comment comment) {
            return films.stream()
                    .filter(kept -> kept.film().version().equals(comment.film()))
                    .filter(kept -> kept.film().cut() > 0)
                    .findFirst()
                    .map(kept -> "version " + kept.film().cut())
                    .orElse("an earlier film");
        }
    }

    private static String range(Comment comment, Function<Double, String> words) {
        String begin = words.apply(comment.songSeconds());
        return comment.isSpan() ? begin + "–" + words.apply(comment.songEnd()) : begin;
    }

    private static String clock(double seconds) {
        return String.format(Locale.ROOT, "%d:%05.2f", (int) (seconds / 60), seconds % 60);
    }
}
