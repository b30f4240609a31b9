package backbeat.studio.people;

import static backbeat.studio.store.db.Tables.ACCOUNT;
import static backbeat.studio.store.db.Tables.INVITATION;
import static backbeat.studio.store.db.Tables.MEMBER;

import backbeat.studio.store.Id;
import backbeat.studio.store.Store;
import backbeat.studio.store.db.tables.records.InvitationRecord;
import backbeat.studio.store.db.tables.records.MemberRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.InsertSetMoreStep;
import org.jspecify.annotations.Nullable;

/** Who belongs to which production as what, and how others come to it: by a link that holds a week and works once. */
public final class Crew {
    private static final Duration INVITATION_HOLDS = Duration.ofDays(7);
    /** A whole crew is invited in one go. */
    private static final int LETTERS_AT_ONCE = 40;

    public record Member(Account account, Role role) {}

    /** @param email of whom it was sent to; empty when it was handed over by hand */
    public record Invitation(String id, String productionId, Role role, Instant ends, String email) {}

    /**
     * @param joined the productions that somebody came into just now
     * @param shutOut whether the account had a password that ended now
     */
    public record Welcome(Account account, List<String> joined, boolean shutOut) {}

    private final Store store;
    private final Accounts accounts;
    private final Clock clock;
    private final Proofs proofs;
    private final Throttle byAccount;
    private final Throttle toAddress;

    public Crew(Store store, Accounts accounts, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
        this.proofs = new Proofs(accounts);
        this.byAccount = new Throttle(clock, LETTERS_AT_ONCE);
        this.toAddress = new Throttle(clock);
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
        List<Member> all = new ArrayList<>(accounts.all().stream()
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

    /** Somebody has a letter sent to an address. They are slowed down, so that nobody's letter-box is filled in this studio's name. */
    public void writes(Account by, String email) {
        String address = Accounts.address(email);
        Duration one = byAccount.pause(by.id());
        Duration other = toAddress.pause(address);
        if (!one.isZero() || !other.isZero()) {
            throw PeopleProblems.wait(one.compareTo(other) > 0 ? one : other).asException();
        }
        byAccount.wrong(by.id());
        toAddress.wrong(address);
    }

    /** @return the secret of the link */
    public String invite(String productionId, Role role, Account by) {
        return invite(productionId, role, by, null);
    }

    /**
     * @param email of whom it is meant for, as it is kept; null when the link is handed over by hand
     * @return the secret of the link
     */
    public String invite(String productionId, Role role, Account by, @Nullable String email) {
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
                .set(INVITATION.EMAIL, email)
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
                .fetchOptional(Crew::invitation);
    }

    private static Invitation invitation(InvitationRecord row) {
        return new Invitation(
                row.getId(),
                row.getProductionId(),
                Role.valueOf(row.getRole()),
                Instant.ofEpochMilli(row.getEndsAt()),
                row.getEmail() == null ? "" : row.getEmail());
    }

    /** A new person answers, under the address that the invitation was sent to. */
    public Account accept(String secret, String email, String name, String password) {
        return store.changed(sql -> {
            Invitation invitation = held(sql, secret);
            if (!invitation.email().isEmpty() && !invitation.email().equals(Accounts.address(email))) {
                throw PeopleProblems.otherAddress().asException();
            }
            Account account = accounts.make(sql, email, name, password, false);
            join(sql, invitation, account);
            return account;
        });
    }

    /** Somebody who has an account answers. */
    public void accept(String secret, Account account) {
        store.change(sql -> join(sql, held(sql, secret), account));
    }

    /**
     * Lets in whom somebody trusted vouches for: a person with an account, or one who is invited, by the link they came with or by their address. Nobody else gets an account.
     *
     * @param secret of the invitation they came with; may be empty
     */
    public Welcome welcome(Vouched person, String secret) {
        String address = Accounts.address(person.email());
        return store.changed(sql -> {
            Optional<Account> known = proofs.accountOf(sql, person, address);
            List<Invitation> sent = invitationsFor(sql, address);
            Optional<Invitation> brought = invitation(sql, secret);
            if (known.isEmpty() && sent.isEmpty() && brought.isEmpty()) {
                throw PeopleProblems.stranger().asException();
            }
            Account account = known.orElseGet(() -> make(sql, address, person.name()));
            // The owner of the studio showed the start code, so their password is surely their own.
            boolean unsure = known.isPresent() && !account.studioOwner() && !proofs.isProved(sql, account, person);
            if (unsure) {
                proofs.shutOut(sql, account);
            }
            proofs.keep(sql, account, person);
            List<String> joined = account.studioOwner() ? List.of() : joined(sql, account, sent, brought);
            return new Welcome(account, joined, unsure);
        });
    }

    /** An invitation that was not opened, only found, changes nothing for who is in already. */
    private List<String> joined(DSLContext sql, Account account, List<Invitation> sent, Optional<Invitation> brought) {
        Set<String> joined = new LinkedHashSet<>();
        brought.ifPresent(invitation -> {
            join(sql, invitation, account);
            joined.add(invitation.productionId());
        });
        for (Invitation invitation : sent) {
            use(sql, invitation, account);
            if (membership(sql, invitation, account).onConflictDoNothing().execute() > 0) {
                joined.add(invitation.productionId());
            }
        }
        return List.copyOf(joined);
    }

    /** Its password is nobody's; who wants one asks for a link. */
    private Account make(DSLContext sql, String address, String name) {
        String called = name.isBlank() ? address.substring(0, address.indexOf('@')) : name.strip();
        return accounts.make(sql, address, called.substring(0, Math.min(called.length(), 80)), Secret.fresh(), false);
    }

    private List<Invitation> invitationsFor(DSLContext sql, String address) {
        return sql.selectFrom(INVITATION)
                .where(INVITATION.EMAIL.eq(address))
                .and(INVITATION.USED_BY.isNull())
                .and(INVITATION.ENDS_AT.gt(clock.millis()))
                .orderBy(INVITATION.MADE_AT)
                .fetch(Crew::invitation);
    }

    private Invitation held(DSLContext sql, String secret) {
        return invitation(sql, secret)
                .orElseThrow(() -> PeopleProblems.invitationOver().asException());
    }

    private void join(DSLContext sql, Invitation invitation, Account account) {
        use(sql, invitation, account);
        membership(sql, invitation, account)
                .onConflict(MEMBER.PRODUCTION_ID, MEMBER.ACCOUNT_ID)
                .doUpdate()
                .set(MEMBER.ROLE, invitation.role().name())
                .execute();
    }

    private static void use(DSLContext sql, Invitation invitation, Account account) {
        sql.update(INVITATION)
                .set(INVITATION.USED_BY, account.id())
                .where(INVITATION.ID.eq(invitation.id()))
                .execute();
    }

    private InsertSetMoreStep<MemberRecord> membership(DSLContext sql, Invitation invitation, Account account) {
        return sql.insertInto(MEMBER)
                .set(MEMBER.PRODUCTION_ID, invitation.productionId())
                .set(MEMBER.ACCOUNT_ID, account.id())
                .set(MEMBER.ROLE, invitation.role().name())
                .set(MEMBER.SINCE, clock.millis());
    }

    /** What was sent to their address ends, too: it would let them in again. */
    public void remove(String productionId, String accountId) {
        store.change(sql -> {
            sql.deleteFrom(MEMBER)
                    .where(MEMBER.PRODUCTION_ID.eq(productionId))
                    .and(MEMBER.ACCOUNT_ID.eq(accountId))
                    .execute();
            sql.update(INVITATION)
                    .set(INVITATION.ENDS_AT, clock.millis())
                    .where(INVITATION.PRODUCTION_ID.eq(productionId))
                    .and(INVITATION.USED_BY.isNull())
                    .and(INVITATION.ENDS_AT.gt(clock.millis()))
                    .and(INVITATION.EMAIL.eq(
                            sql.select(ACCOUNT.EMAIL).from(ACCOUNT).where(ACCOUNT.ID.eq(accountId))))
                    .execute();
        });
    }
}
