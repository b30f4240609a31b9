package backbeat.app.web;

import backbeat.studio.Studio;
import backbeat.studio.edit.FilmView;
import backbeat.studio.edit.Results;
import backbeat.studio.review.Comments;
import java.util.List;
import java.util.Locale;

/**
 * A comment as pages show it.
 *
 * @param frame of the film that is there now; the place on the song decides when it was said of an older one
 * @param place in bars, or minutes
 * @param ofFilm which older film it was said of; empty for the one that is there now
 */
public record CommentRow(
        String id,
        int frame,
        String place,
        String time,
        String author,
        boolean guest,
        String words,
        String drawing,
        boolean resolved,
        String ofFilm,
        List<CommentRow> answers) {

    /** Each that begins a talk, with the answers to it. */
    static List<CommentRow> of(Studio studio, String productionId) {
        Results results = studio.results(productionId);
        List<Comments.Comment> all = studio.comments().of(productionId);
        return all.stream()
                .filter(comment -> !comment.isAnswer())
                .map(comment -> of(comment, answers(comment, all, results), results))
                .toList();
    }

    private static List<CommentRow> answers(Comments.Comment comment, List<Comments.Comment> all, Results results) {
        return all.stream()
                .filter(answer -> comment.id().equals(answer.answers()))
                .map(answer -> of(answer, results))
                .toList();
    }

    private static String olderFilm(Comments.Comment comment, Results results) {
        return results.films()
                .byVersion(comment.film())
                .filter(kept -> kept.film().cut() > 0)
                .map(kept -> "version " + kept.film().cut())
                .orElse("an earlier film");
    }

    static CommentRow of(Comments.Comment comment, Results results) {
        return of(comment, List.of(), results);
    }

    private static CommentRow of(Comments.Comment comment, List<CommentRow> answers, Results results) {
        FilmView film = results.filmFacts().orElse(null);
        boolean same = film != null && film.version().equals(comment.film());
        int frame = film == null || same
                ? comment.frame()
                : (int) Math.round(comment.songSeconds() * film.framesPerSecond());
        return new CommentRow(
                comment.id(),
                frame,
                ClipRow.position(comment.songSeconds(), results.songMap().orElse(null)),
                String.format(Locale.ROOT, "%d:%05.2f", (int) (comment.songSeconds() / 60), comment.songSeconds() % 60),
                comment.author(),
                comment.guest(),
                comment.words(),
                comment.drawing(),
                comment.resolved(),
                same ? "" : olderFilm(comment, results),
                answers);
    }
}
