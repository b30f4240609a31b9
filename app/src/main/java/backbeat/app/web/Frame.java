package backbeat.app.web;

import backbeat.studio.people.Permission;
import backbeat.studio.production.Production;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every page has around it.
 *
 * @param page which entry of the navigation is the current one
 * @param theme {@code dark}, {@code light}, or empty when the browser decides
 * @param token that every form carries
 * @param here null for pages of the door
 * @param stages of the production that is shown
 */
public record Frame(
        String title,
        String page,
        String theme,
        String token,
        String address,
        @Nullable Here here,
        List<StageView> stages) {

    public boolean isSignedIn() {
        return here != null && here.visitor() != null;
    }

    public @Nullable Production production() {
        return here == null ? null : here.place();
    }

    public boolean may(Permission permission) {
        return here != null && here.may(permission);
    }

    public String initials() {
        return here == null || here.visitor() == null ? "" : here.visitor().initials();
    }

    public @Nullable String current(String entry) {
        return page.equals(entry) ? "page" : null;
    }

    /** Where pages of the production begin. */
    public String base() {
        Production shown = production();
        return shown == null ? "" : "/p/" + shown.id();
    }
}
