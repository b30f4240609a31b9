package backbeat.studio.people;

import static backbeat.studio.store.db.Tables.ACCOUNT;
import static backbeat.studio.store.db.Tables.API_TOKEN;

import backbeat.studio.store.Id;
import backbeat.studio.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keys for programs: each does what its person may, reading only or writing too, until its day. Only hashes are kept. */
public final class Tokens {
    /** How exactly the last use is kept; each noting costs a write. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(10);

    private static final String MARK = "bb_";

    public record Token(
            String id,
            String name,
            boolean writes,
            Instant ends,
            @Nullable Instant used) {}

    /** Who asks by a token, and whether it may change anything. */
    public record Granted(Account account, boolean writes) {}

    private final Store store;
    private final Clock clock;

    public Tokens(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @return the token itself, which is not kept */
    public String make(Account account, String name, boolean writes, Duration holds) {
        String plain = name.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
        if (plain.isEmpty() || plain.length() > 80 || holds.toDays() < 1 || holds.toDays() > 366) {
            throw PeopleProblems.token().asException();
        }
        String secret = MARK + Secret.fresh();
        store.sql()
                .insertInto(API_TOKEN)
                .set(API_TOKEN.ID, Id.fresh())
                .set(API_TOKEN.SECRET_HASH, Secret.hash(secret))
                .set(API_TOKEN.ACCOUNT_ID, account.id())
                .set(API_TOKEN.NAME, plain)
                .set(API_TOKEN.WRITES, writes)
                .set(API_TOKEN.MADE_AT, clock.millis())
                .set(API_TOKEN.ENDS_AT, clock.millis() + holds.toMillis())
                .execute();
        return secret;
    }

    public Optional<Granted> whose(String token) {
        String hash = Secret.hash(token);
        var row = store.sql()
                .select(ACCOUNT.fields())
                .select(API_TOKEN.WRITES, API_TOKEN.USED_AT)
                .from(API_TOKEN)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(API_TOKEN.ACCOUNT_ID))
                .where(API_TOKEN.SECRET_HASH.eq(hash))
                .and(API_TOKEN.ENDS_AT.gt(clock.millis()))
                .fetchOptional();
        row.map(found -> found.get(API_TOKEN.USED_AT) == null ? 0L : found.get(API_TOKEN.USED_AT))
                .filter(used -> used < clock.millis() - NOTED_EVERY.toMillis())
                .ifPresent(used -> store.sql()
                        .update(API_TOKEN)
                        .set(API_TOKEN.USED_AT, clock.millis())
                        .where(API_TOKEN.SECRET_HASH.eq(hash))
                        .execute());
        return row.map(found -> new Granted(Accounts.account(found), found.get(API_TOKEN.WRITES)));
    }

    public List<Token> of(Account account) {
        return store.sql()
                .selectFrom(API_TOKEN)
                .where(API_TOKEN.ACCOUNT_ID.eq(account.id()))
                .orderBy(API_TOKEN.MADE_AT.desc())
                .fetch(row -> new Token(
                        row.getId(),
                        row.getName(),
                        row.getWrites(),
                        Instant.ofEpochMilli(row.getEndsAt()),
                        row.getUsedAt() == null ? null : Instant.ofEpochMilli(row.getUsedAt())));
    }

    /** Ends one of a person's own tokens. */
    public void end(Account account, String id) {
        store.sql()
                .deleteFrom(API_TOKEN)
                .where(API_TOKEN.ID.eq(id))
                .and(API_TOKEN.ACCOUNT_ID.eq(account.id()))
                .execute();
    }
}
