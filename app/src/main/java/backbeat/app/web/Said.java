package backbeat.app.web;

import backbeat.engine.problem.Problem;
import backbeat.studio.Studio;
import backbeat.studio.edit.FilmView;
import backbeat.studio.review.Author;
import backbeat.studio.review.Comments;
import backbeat.studio.review.Note;

/** What somebody says of the film that is there now, member or guest. */
record Said(Studio studio, String productionId, Author author) {

    CommentRow comment(int frame, String words, String drawing) {
        FilmView film = film();
        double seconds = frame / film.framesPerSecond();
        if (seconds > film.seconds() + 1) {
            throw new Gate.Refused(400);
        }
        Comments.Place place = new Comments.Place(film.version(), frame, seconds);
        Comments.Comment made = studio.comments().say(productionId, place, new Note(words, drawing), author);
        return CommentRow.of(made, studio.results(productionId));
    }

    void answer(String comment, String words) {
        studio.comments().answer(productionId, comment, Note.of(words), author);
    }

    /** @param version of the film that was on the screen */
    void verdict(boolean approved, String words, String version) {
        FilmView film = film();
        if (!film.version().equals(version)) {
            throw new Problem(
                            "review/other-film",
                            "The film was made anew since this page was opened.",
                            "",
                            "What you say shall be of the film that you saw.",
                            "Load the page again and watch the new one.")
                    .asException();
        }
        studio.verdicts().say(productionId, film.version(), film.cut(), approved, words, author);
    }

    private FilmView film() {
        return studio.results(productionId).filmFacts().orElseThrow(() -> new Gate.Refused(404));
    }
}
