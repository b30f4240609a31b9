package backbeat.app.web;

import backbeat.studio.people.Account;
import backbeat.studio.people.Permission;
import backbeat.studio.people.Permissions;
import backbeat.studio.people.Role;
import backbeat.studio.production.Production;
import backbeat.studio.review.ReviewLinks;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and where: made by {@link Gate} once the permission is given.
 *
 * @param visitor null for guests and at the door
 * @param place the production that is asked about; null outside of one
 * @param link a guest's link
 */
public record Here(@Nullable Account visitor, @Nullable Production place, Role role, ReviewLinks.@Nullable Link link) {
    static final String ATTRIBUTE = Here.class.getName();

    public Account account() {
        if (visitor == null) {
            throw new IllegalStateException("the route does not ask for a signed-in person");
        }
        return visitor;
    }

    public Production production() {
        if (place == null) {
            throw new IllegalStateException("the route lies outside of productions");
        }
        return place;
    }

    ReviewLinks.Link guestLink() {
        if (link == null) {
            throw new IllegalStateException("the route is not for guests");
        }
        return link;
    }

    public boolean may(Permission permission) {
        return Permissions.allows(role, permission);
    }
}
