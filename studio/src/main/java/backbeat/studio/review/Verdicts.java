package backbeat.studio.review;

import static backbeat.studio.store.db.Tables.VERDICT;

import backbeat.engine.problem.Problem;
import backbeat.studio.store.Id;
import backbeat.studio.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;

/** Who approved which film, and who asked for changes. */
public final class Verdicts {
    private static final int LONGEST = 1000;

    /**
     * @param film which film it was said of, to the byte
     * @param cut number of the cut's version that the film shows; 0 when that is not known
     */
    public record Verdict(String film, int cut, boolean approved, String words, Author author, Instant when) {}

    private final Store store;
    private final Clock clock;

    public Verdicts(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public void say(String productionId, String film, int cut, boolean approved, String words, Author author) {
        String plain = words.strip();
        if (plain.length() > LONGEST) {
            throw new Problem("review/words", "This is too long.", "", "", "Write at most " + LONGEST + " characters.")
                    .asException();
        }
        store.change(sql -> {
            new GuestLimits(sql, clock.millis()).require(productionId, author);
            insert(sql, productionId, film, cut, approved, plain, author);
        });
    }

    private void insert(
            DSLContext sql, String productionId, String film, int cut, boolean approved, String plain, Author author) {
        sql.insertInto(VERDICT)
                .set(VERDICT.ID, Id.fresh())
                .set(VERDICT.PRODUCTION_ID, productionId)
                .set(VERDICT.FILM, film)
                .set(VERDICT.CUT, cut)
                .set(VERDICT.APPROVED, approved)
                .set(VERDICT.WORDS, plain)
                .set(VERDICT.AUTHOR, author.name())
                .set(VERDICT.ACCOUNT_ID, author.accountId())
                .set(VERDICT.LINK_ID, author.linkId())
                .set(VERDICT.MADE_AT, clock.millis())
                .execute();
    }

    /** Whether anybody approved a film, or asked for changes of it. */
    public boolean areOf(String productionId, String film) {
        return store.sql()
                .fetchExists(VERDICT, VERDICT.PRODUCTION_ID.eq(productionId).and(VERDICT.FILM.eq(film)));
    }

    /** The newest first. */
    public List<Verdict> of(String productionId) {
        return store.sql()
                .selectFrom(VERDICT)
                .where(VERDICT.PRODUCTION_ID.eq(productionId))
                .orderBy(VERDICT.MADE_AT.desc())
                .fetch(row -> new Verdict(
                        row.getFilm(),
                        row.getCut(),
                        row.getApproved(),
                        row.getWords(),
                        new Author(row.getAuthor(), row.getAccountId(), row.getLinkId()),
                        Instant.ofEpochMilli(row.getMadeAt())));
    }
}
