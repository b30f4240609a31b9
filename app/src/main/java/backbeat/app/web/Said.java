package backbeat.app.web;

import backbeat.engine.problem.Problem;
import backbeat.studio.Studio;
import backbeat.studio.edit.FilmView;
import backbeat.studio.people.Account;
import backbeat.studio.people.Crew;
import backbeat.studio.review.Author;
import backbeat.studio.review.Comments;
import backbeat.studio.review.Note;
import java.util.List;

/** What somebody says of the film that is there now, member or guest. */
record Said(Studio studio, String productionId, Author author) {

    /** @param last frame of the stretch; the same one, or any before it, for one frame */
    CommentRow comment(int frame, int last, String words, String drawing) {
        FilmView film = film();
        int end = Math.max(frame, last);
        double longest = film.seconds() + 1;
        double seconds = frame / film.framesPerSecond();
        double until = (end + 1) / film.framesPerSecond();
        if (seconds > longest || until > longest + 1) {
            throw new Gate.Refused(400);
        }
        Comments.Place place = new Comments.Place(film.version(), frame, seconds, end, until);
        Comments.Comment made = studio.comments().say(productionId, place, new Note(words, drawing), author);
        call(made);
        return CommentRow.of(studio, productionId, made);
    }

    void answer(String comment, String words) {
        call(studio.comments().answer(productionId, comment, Note.of(words), author));
    }

    private void call(Comments.Comment made) {
        List<Account> members = studio.crew().of(productionId).stream()
                .map(Crew.Member::account)
                .toList();
        studio.mentions().note(productionId, made, members, author);
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
