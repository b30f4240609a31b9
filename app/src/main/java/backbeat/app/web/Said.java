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
import java.util.function.Consumer;

/**
 * What somebody says of the film that is there now, member or guest.
 *
 * @param activity takes what was done, in words
 */
record Said(Studio studio, String productionId, Author author, Consumer<String> activity) {

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
        Comments.Comment said = studio.comments().say(productionId, place, new Note(words, drawing), author, made -> {
            call(made);
            activity.accept("commented on the film");
        });
        return CommentRow.of(studio, productionId, said);
    }

    void answer(String comment, String words) {
        studio.comments().answer(productionId, comment, Note.of(words), author, this::call);
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
        activity.accept(approved ? "approved the film" : "asked for changes of the film");
    }

    private FilmView film() {
        return studio.results(productionId).filmFacts().orElseThrow(() -> new Gate.Refused(404));
    }
}
