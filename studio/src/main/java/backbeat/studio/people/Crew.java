package backbeat.studio.people;

import static backbeat.studio.store.db.Tables.ACCOUNT;
import static backbeat.studio.store.db.Tables.INVITATION;
import static backbeat.studio.store.db.Tables.MEMBER;

import backbeat.studio.store.Id;
import backbeat.studio.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/** Who belongs to which production as what, and how others come to it: by a link that holds a week and works once. */
public final class Crew {
    private static final Duration INVITATION_HOLDS = Duration.ofDays(7);

    public record Member(Account account, Role role) {}

    public record Invitation(String id, String productionId, Role role, Instant ends) {}

    private final Store store;
    private final Accounts accounts;
    private final Clock clock;

    public Crew(Store store, Accounts accounts, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** What somebody is in a production; empty when it is none of theirs. */
    public Optional<Role> roleOf(Account account, String productionId) {
        if (account.studioOwner()) {
            return Optional.of(Role.OWNER);
        }
        return store.sql()
                .select(MEMBER.ROLE)
                .from(MEMBER)
                .where(MEMBER.PRODUCTION_ID.eq(productionId))
                .and(MEMBER.ACCOUNT_ID.eq(account.id()))
                .fetchOptional(row -> Role.valueOf(row.value1()));
    }

    public List<String> productionsOf(Account account) {
        return store.sql()
                .select(MEMBER.PRODUCTION_ID)
                .from(MEMBER)
                .where(MEMBER.ACCOUNT_ID.eq(account.id()))
                .fetch(row -> row.value1());
    }

    /** The owners of the studio first. */
    public List<Member> of(String productionId) {
        List<Member> all = new java.util.ArrayList<>(accounts.all().stream()
                .filter(Account::studioOwner)
                .map(owner -> new Member(owner, Role.OWNER))
                .toList());
        all.addAll(store.sql()
                .select(ACCOUNT.fields())
                .select(MEMBER.ROLE)
                .from(MEMBER)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(MEMBER.ACCOUNT_ID))
                .where(MEMBER.PRODUCTION_ID.eq(productionId))
                .and(ACCOUNT.STUDIO_OWNER.isFalse())
                .orderBy(ACCOUNT.NAME)
                .fetch(row -> new Member(Accounts.account(row), Role.valueOf(row.get(MEMBER.ROLE)))));
        return all;
    }

    /** The people of several productions, by the production; owners of the studio are not named again. */
    public Map<String, List<Account>> of(Collection<String> productionIds) {
        return store.sql()
                .select(MEMBER.PRODUCTION_ID)
                .select(ACCOUNT.fields())
                .from(MEMBER)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(MEMBER.ACCOUNT_ID))
                .where(MEMBER.PRODUCTION_ID.in(productionIds))
                .orderBy(ACCOUNT.NAME)
                .fetchGroups(MEMBER.PRODUCTION_ID, Accounts::account);
    }

    /** @return the secret of the link */
    public String invite(String productionId, Role role, Account by) {
        if (role == Role.OWNER || role == Role.GUEST) {
            throw new IllegalArgumentException("nobody is invited as " + role);
        }
        String secret = Secret.fresh();
        store.sql()
                .insertInto(INVITATION)
                .set(INVITATION.ID, Id.fresh())
                .set(INVITATION.SECRET_HASH, Secret.hash(secret))
                .set(INVITATION.PRODUCTION_ID, productionId)
                .set(INVITATION.ROLE, role.name())
                .set(INVITATION.INVITED_BY, by.id())
                .set(INVITATION.MADE_AT, clock.millis())
                .set(INVITATION.ENDS_AT, clock.millis() + INVITATION_HOLDS.toMillis())
                .execute();
        return secret;
    }

    public Optional<Invitation> invitation(String secret) {
        return invitation(store.sql(), secret);
    }

    private Optional<Invitation> invitation(DSLContext sql, String secret) {
        return sql.selectFrom(INVITATION)
                .where(INVITATION.SECRET_HASH.eq(Secret.hash(secret)))
                .and(INVITATION.USED_BY.isNull())
                .and(INVITATION.ENDS_AT.gt(clock.millis()))
                .fetchOptional(row -> new Invitation(
                        row.getId(),
                        row.getProductionId(),
                        Role.valueOf(row.getRole()),
                        Instant.ofEpochMilli(row.getEndsAt())));
    }

    /** A new person answers. */
    public Account accept(String secret, String email, String name, String password) {
        return store.changed(sql -> {
            Invitation invitation = held(sql, secret);
            Account account = accounts.make(sql, email, name, password, false);
            join(sql, invitation, account);
            return account;
        });
    }

    /** Somebody who has an account answers. */
    public void accept(String secret, Account account) {
        store.change(sql -> join(sql, held(sql, secret), account));
    }

    private Invitation held(DSLContext sql, String secret) {
        return invitation(sql, secret)
                .orElseThrow(() -> PeopleProblems.invitationOver().asException());
    }

    private void join(DSLContext sql, Invitation invitation, Account account) {
        sql.update(INVITATION)
                .set(INVITATION.USED_BY, account.id())
                .where(INVITATION.ID.eq(invitation.id()))
                .execute();
        sql.insertInto(MEMBER)
                .set(MEMBER.PRODUCTION_ID, invitation.productionId())
                .set(MEMBER.ACCOUNT_ID, account.id())
                .set(MEMBER.ROLE, invitation.role().name())
                .set(MEMBER.SINCE, clock.millis())
                .onConflict(MEMBER.PRODUCTION_ID, MEMBER.ACCOUNT_ID)
                .doUpdate()
                .set(MEMBER.ROLE, invitation.role().name())
                .execute();
    }

    public void remove(String productionId, String accountId) {
        store.sql()
                .deleteFrom(MEMBER)
                .where(MEMBER.PRODUCTION_ID.eq(productionId))
                .and(MEMBER.ACCOUNT_ID.eq(accountId))
                .execute();
    }
}
