package backbeat.studio.review;

import static backbeat.studio.store.db.Tables.COMMENT;

import backbeat.engine.problem.Problem;
import backbeat.studio.people.Account;
import backbeat.studio.store.Id;
import backbeat.studio.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Comments on frames of a film. */
public final class Comments {
    private static final int LONGEST = 4000;

    /** @param film which film it was said of */
    public record Comment(
            String id,
            String film,
            int frame,
            double songSeconds,
            String author,
            boolean guest,
            String words,
            @Nullable String answers,
            boolean resolved,
            Instant when) {}

    /** Where a comment stands. */
    public record Place(String film, int frame, double songSeconds) {
        public Place {
            if (frame < 0 || !(songSeconds >= 0 && songSeconds < 100_000)) {
                throw new Problem(
                                "review/place", "That is no place in the film.", "", "", "Choose a frame of the film.")
                        .asException();
            }
        }
    }

    private final Store store;
    private final Clock clock;

    public Comments(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public Comment say(String productionId, Place place, String words, Account by) {
        return add(productionId, place, words, by.name(), by.id(), null);
    }

    public Comment say(ReviewLinks.Link link, Place place, String words) {
        return add(link.productionId(), place, words, link.guest(), null, link.id());
    }

    private Comment add(
            String productionId,
            Place place,
            String words,
            String author,
            @Nullable String accountId,
            @Nullable String linkId) {
        String plain = words.strip();
        if (plain.isEmpty() || plain.length() > LONGEST) {
            throw new Problem(
                            "review/words", "A comment needs words.", "", "", "Write 1 to " + LONGEST + " characters.")
                    .asException();
        }
        String id = Id.fresh();
        store.sql()
                .insertInto(COMMENT)
                .set(COMMENT.ID, id)
                .set(COMMENT.PRODUCTION_ID, productionId)
                .set(COMMENT.FILM, place.film())
                .set(COMMENT.FRAME, place.frame())
                .set(COMMENT.SONG_SECONDS, place.songSeconds())
                .set(COMMENT.AUTHOR, author)
                .set(COMMENT.ACCOUNT_ID, accountId)
                .set(COMMENT.LINK_ID, linkId)
                .set(COMMENT.WORDS, plain)
                .set(COMMENT.RESOLVED, false)
                .set(COMMENT.MADE_AT, clock.millis())
                .execute();
        return of(productionId).stream()
                .filter(comment -> comment.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** In the order of the song. */
    public List<Comment> of(String productionId) {
        return store.sql()
                .selectFrom(COMMENT)
                .where(COMMENT.PRODUCTION_ID.eq(productionId))
                .orderBy(COMMENT.SONG_SECONDS, COMMENT.MADE_AT)
                .fetch(row -> new Comment(
                        row.getId(),
                        row.getFilm(),
                        row.getFrame(),
                        row.getSongSeconds(),
                        row.getAuthor(),
                        row.getLinkId() != null,
                        row.getWords(),
                        row.getAnswers(),
                        row.getResolved(),
                        Instant.ofEpochMilli(row.getMadeAt())));
    }

    public void resolve(String productionId, String id, boolean resolved) {
        store.sql()
                .update(COMMENT)
                .set(COMMENT.RESOLVED, resolved)
                .where(COMMENT.ID.eq(id))
                .and(COMMENT.PRODUCTION_ID.eq(productionId))
                .execute();
    }
}
