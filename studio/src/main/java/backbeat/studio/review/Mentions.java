package backbeat.studio.review;

import static backbeat.studio.store.db.Tables.COMMENT;
import static backbeat.studio.store.db.Tables.MENTION;

import backbeat.studio.people.Account;
import backbeat.studio.review.Comments.Comment;
import backbeat.studio.store.Id;
import backbeat.studio.store.Store;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.Record2;

/** People who are called by name in comments: an at sign and the name as the production knows it. */
public final class Mentions {
    private static final int MOST = 50;

    /** A piece of a comment's words. */
    public record Part(String text, boolean isName) {}

    /** A comment that calls somebody, or answers in a talk where that stands. */
    public record Call(String productionId, Comment comment) {}

    private final Store store;
    private final Clock clock;
    private final Comments comments;

    public Mentions(Store store, Clock clock, Comments comments) {
        this.store = store;
        this.clock = clock;
        this.comments = comments;
    }

    /** Keeps who of the members is called by a comment. Nobody calls himself. */
    public void note(String productionId, Comment comment, Collection<Account> members, Author author) {
        for (Account member : called(comment.words(), members)) {
            if (!member.id().equals(author.accountId())) {
                store.sql()
                        .insertInto(MENTION)
                        .set(MENTION.ID, Id.fresh())
                        .set(MENTION.PRODUCTION_ID, productionId)
                        .set(MENTION.COMMENT_ID, comment.id())
                        .set(MENTION.ACCOUNT_ID, member.id())
                        .set(MENTION.MADE_AT, clock.millis())
                        .execute();
            }
        }
    }

    /** Who was called where, in some productions, the newest first. */
    public List<Call> of(Account account, Collection<String> productionIds) {
        List<Record2<String, String>> rows = store.sql()
                .select(MENTION.PRODUCTION_ID, MENTION.COMMENT_ID)
                .from(MENTION)
                .join(COMMENT)
                .on(COMMENT.ID.eq(MENTION.COMMENT_ID))
                .where(MENTION.ACCOUNT_ID.eq(account.id()))
                .and(MENTION.PRODUCTION_ID.in(productionIds))
                .orderBy(MENTION.MADE_AT.desc(), MENTION.ID)
                .limit(MOST)
                .fetch();
        List<Comment> found = comments.byIds(rows.stream().map(Record2::value2).toList());
        return rows.stream()
                .flatMap(row -> found.stream()
                        .filter(comment -> comment.id().equals(row.value2()))
                        .map(comment -> new Call(row.value1(), comment)))
                .toList();
    }

    static List<Account> called(String words, Collection<Account> members) {
        List<Account> called = new ArrayList<>();
        for (Part part : parts(words, members.stream().map(Account::name).toList())) {
            members.stream()
                    .filter(member -> part.isName() && part.text().equalsIgnoreCase("@" + member.name()))
                    .filter(member -> !called.contains(member))
                    .forEach(called::add);
        }
        return called;
    }

    /** Words and the names in them, in their order. Of names that begin alike the longer one is meant. */
    public static List<Part> parts(String words, Collection<String> names) {
        List<Part> parts = new ArrayList<>();
        int plain = 0;
        for (int at = words.indexOf('@'); at >= 0; at = words.indexOf('@', at + 1)) {
            int begin = at;
            Optional<String> name = names.stream()
                    .filter(one -> stands(words, begin, one))
                    .max(Comparator.comparingInt(String::length));
            if (name.isPresent()) {
                int end = begin + 1 + name.orElseThrow().length();
                add(parts, words.substring(plain, begin), false);
                add(parts, words.substring(begin, end), true);
                plain = end;
            }
        }
        add(parts, words.substring(plain), false);
        return parts;
    }

    private static boolean stands(String words, int at, String name) {
        int end = at + 1 + name.length();
        boolean begins = at == 0 || !Character.isLetterOrDigit(words.charAt(at - 1));
        return begins
                && words.regionMatches(true, at + 1, name, 0, name.length())
                && (end == words.length() || !Character.isLetterOrDigit(words.charAt(end)));
    }

    private static void add(List<Part> parts, String text, boolean isName) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, isName));
        }
    }
}
