package backbeat.studio.review;

import backbeat.studio.people.Account;
import org.jspecify.annotations.Nullable;

/** Who says something of a film: somebody of the studio, or a guest with a link. */
public record Author(
        String name, @Nullable String accountId, @Nullable String linkId) {
    public static Author of(Account account) {
        return new Author(account.name(), account.id(), null);
    }

    public static Author of(ReviewLinks.Link link) {
        return new Author(link.guest(), null, link.id());
    }

    public boolean isGuest() {
        return linkId != null;
    }

    /** Tells one person from another, also where both have the same name. A link may be passed on, and is one guest for each name. */
    public String identity() {
        return accountId != null
                ? "account " + accountId
                : linkId != null ? "link " + linkId + " " + name : "name " + name;
    }
}
