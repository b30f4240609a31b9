package backbeat.studio.review;

import static backbeat.studio.store.db.Tables.COMMENT;
import static backbeat.studio.store.db.Tables.VERDICT;

import backbeat.engine.problem.Problem;
import java.math.BigDecimal;
import java.time.Duration;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * How much guests may write: whoever has a link is not known, and links are passed on. Far above what people say of a film, and too little to fill a disk.
 */
final class GuestLimits {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_IN_WINDOW = 20;
    private static final int MOST_OF_LINK = 500;
    private static final int MOST_OF_PRODUCTION = 5_000;
    private static final long MOST_BYTES_OF_LINK = 1 << 20;
    private static final long MOST_BYTES_OF_PRODUCTION = 10 << 20;

    private final DSLContext sql;
    private final long now;

    GuestLimits(DSLContext sql, long now) {
        this.sql = sql;
        this.now = now;
    }

    /**
     * Members may write what they want.
     *
     * @throws backbeat.engine.problem.ProblemException when a guest writes too fast or too much
     */
    void require(String productionId, Author author) {
        String link = author.linkId();
        if (link == null) {
            return;
        }
        if (lately(link) >= MOST_IN_WINDOW) {
            throw new Problem(
                            "review/too-fast",
                            "That was much in a short time.",
                            "",
                            "A link takes " + MOST_IN_WINDOW + " comments a minute.",
                            "Wait a minute, then send it again.")
                    .asException();
        }
        if (isFull(COMMENT.LINK_ID.eq(link), VERDICT.LINK_ID.eq(link), MOST_OF_LINK, MOST_BYTES_OF_LINK)
                || isFull(
                        COMMENT.PRODUCTION_ID.eq(productionId).and(COMMENT.LINK_ID.isNotNull()),
                        VERDICT.PRODUCTION_ID.eq(productionId).and(VERDICT.LINK_ID.isNotNull()),
                        MOST_OF_PRODUCTION,
                        MOST_BYTES_OF_PRODUCTION)) {
            throw new Problem(
                            "review/too-much",
                            "No more can be said with this link.",
                            "",
                            "A link takes " + MOST_OF_LINK + " comments, and all guests of a production "
                                    + MOST_OF_PRODUCTION + ".",
                            "Ask who sent it for an account in the studio.")
                    .asException();
        }
    }

    private int lately(String link) {
        long since = now - WINDOW.toMillis();
        return sql.fetchCount(COMMENT, COMMENT.LINK_ID.eq(link).and(COMMENT.MADE_AT.gt(since)))
                + sql.fetchCount(VERDICT, VERDICT.LINK_ID.eq(link).and(VERDICT.MADE_AT.gt(since)));
    }

    private boolean isFull(Condition comments, Condition verdicts, int most, long mostBytes) {
        var said = sql.select(
                        DSL.count(),
                        DSL.coalesce(
                                DSL.sum(DSL.length(COMMENT.WORDS).plus(DSL.length(DSL.coalesce(COMMENT.DRAWING, "")))),
                                BigDecimal.ZERO))
                .from(COMMENT)
                .where(comments)
                .fetchSingle();
        return said.value1() + sql.fetchCount(VERDICT, verdicts) >= most
                || said.value2().longValue() >= mostBytes;
    }
}
