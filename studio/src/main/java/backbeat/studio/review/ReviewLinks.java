package backbeat.studio.review;

import static backbeat.studio.store.db.Tables.REVIEW_LINK;

import backbeat.engine.problem.Problem;
import backbeat.studio.people.Account;
import backbeat.studio.people.Secret;
import backbeat.studio.store.Id;
import backbeat.studio.store.Store;
import backbeat.studio.store.db.tables.records.ReviewLinkRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Links by which guests watch a film. */
public final class ReviewLinks {
    private static final Duration LONGEST = Duration.ofDays(90);

    public record Link(
            String id,
            String productionId,
            String guest,
            Instant made,
            Instant ends,
            boolean ended,
            boolean mayDownload) {
        public boolean holds(Instant now) {
            return !ended && now.isBefore(ends);
        }
    }

    private final Store store;
    private final Clock clock;

    public ReviewLinks(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A guest's name as it is kept, and as it may stand in a letter. */
    public static String oneLine(String guest) {
        return guest.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
    }

    /** @return the secret of the link */
    public String make(String productionId, String guest, Duration holds, boolean mayDownload, Account by) {
        String name = oneLine(guest);
        if (name.isEmpty() || name.length() > 80) {
            throw new Problem("review/guest", "The guest's name is missing.", "", "", "Write 1 to 80 characters.")
                    .asException();
        }
        if (holds.isNegative() || holds.isZero() || holds.compareTo(LONGEST) > 0) {
            throw new Problem("review/days", "A link holds 1 to 90 days.", "", "", "Choose a number of days.")
                    .asException();
        }
        String secret = Secret.fresh();
        store.sql()
                .insertInto(REVIEW_LINK)
                .set(REVIEW_LINK.ID, Id.fresh())
                .set(REVIEW_LINK.SECRET_HASH, Secret.hash(secret))
                .set(REVIEW_LINK.PRODUCTION_ID, productionId)
                .set(REVIEW_LINK.GUEST, name)
                .set(REVIEW_LINK.MADE_BY, by.id())
                .set(REVIEW_LINK.MADE_AT, clock.millis())
                .set(REVIEW_LINK.ENDS_AT, clock.millis() + holds.toMillis())
                .set(REVIEW_LINK.ENDED, false)
                .set(REVIEW_LINK.MAY_DOWNLOAD, mayDownload)
                .execute();
        return secret;
    }

    /** The link of a secret, as long as it holds. */
    public Optional<Link> open(String secret) {
        return store.sql()
                .selectFrom(REVIEW_LINK)
                .where(REVIEW_LINK.SECRET_HASH.eq(Secret.hash(secret)))
                .fetchOptional(ReviewLinks::link)
                .filter(link -> link.holds(clock.instant()));
    }

    public List<Link> of(String productionId) {
        return store.sql()
                .selectFrom(REVIEW_LINK)
                .where(REVIEW_LINK.PRODUCTION_ID.eq(productionId))
                .orderBy(REVIEW_LINK.MADE_AT.desc())
                .fetch(ReviewLinks::link);
    }

    public void end(String productionId, String id) {
        store.sql()
                .update(REVIEW_LINK)
                .set(REVIEW_LINK.ENDED, true)
                .where(REVIEW_LINK.ID.eq(id))
                .and(REVIEW_LINK.PRODUCTION_ID.eq(productionId))
                .execute();
    }

    private static Link link(ReviewLinkRecord row) {
        return new Link(
                row.getId(),
                row.getProductionId(),
                row.getGuest(),
                Instant.ofEpochMilli(row.getMadeAt()),
                Instant.ofEpochMilli(row.getEndsAt()),
                row.getEnded(),
                row.getMayDownload());
    }
}
