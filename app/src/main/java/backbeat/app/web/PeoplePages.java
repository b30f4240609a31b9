package backbeat.app.web;

import backbeat.engine.problem.Problem;
import backbeat.studio.Studio;
import backbeat.studio.mail.Letter;
import backbeat.studio.people.Accounts;
import backbeat.studio.people.Permission;
import backbeat.studio.people.Role;
import backbeat.studio.review.ReviewLinks;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is in a production, who may do what, inviting others, and links for guests. */
@RestController
class PeoplePages {
    private final Studio studio;
    private final Pages pages;
    private final Surroundings surroundings;

    PeoplePages(Studio studio, Pages pages, Surroundings surroundings) {
        this.studio = studio;
        this.pages = pages;
        this.surroundings = surroundings;
    }

    @GetMapping("/p/{production}/people")
    @Needs(Permission.SEE)
    ResponseEntity<String> people(HttpServletRequest request, Here here) {
        return page(request, here, "", "", "");
    }

    /**
     * @param link that was just made; it is shown once, since only its hash is kept
     * @param sentTo by mail; empty when the link is handed over by hand
     */
    private ResponseEntity<String> page(
            HttpServletRequest request, Here here, String link, String forWhom, String sentTo) {
        Map<String, Object> content = new HashMap<>();
        content.put("members", studio.crew().of(here.production().id()));
        content.put(
                "roles",
                Stream.of(Role.values())
                        .filter(role -> role != Role.OWNER && role != Role.GUEST)
                        .toList());
        content.put(
                "permissions",
                Stream.of(Permission.values())
                        .filter(permission -> permission.scope() == Permission.Scope.PRODUCTION)
                        .toList());
        content.put("allRoles", List.of(Role.values()));
        content.put("links", studio.links().of(here.production().id()));
        content.put(
                "contacts",
                here.may(Permission.SEE_CONTACTS)
                        ? studio.contacts()
                                .of(studio.crew().of(here.production().id()).stream()
                                        .map(member -> member.account().id())
                                        .toList())
                        : Map.of());
        content.put("now", studio.clock().instant());
        content.put("letters", surroundings.post().isOpen());
        content.put("byAddress", surroundings.post().isOpen() || surroundings.issuer() != null);
        content.put("freshLink", link);
        content.put("sentTo", sentTo);
        content.put("forWhom", forWhom);
        return pages.page("people", "People · " + here.production().name(), request, here, content);
    }

    @PostMapping("/p/{production}/invitations")
    @Needs(Permission.INVITE)
    ResponseEntity<String> invite(
            HttpServletRequest request,
            Here here,
            @RequestParam Role role,
            @RequestParam(defaultValue = "") String email) {
        if (role == Role.OWNER || role == Role.GUEST) {
            throw new Gate.Refused(403);
        }
        String to = addressed(here, email);
        String secret = studio.crew().invite(here.production().id(), role, here.account(), to.isEmpty() ? null : to);
        studio.activity()
                .note(
                        here.production().id(),
                        here.account(),
                        "invited a " + role.words().toLowerCase(java.util.Locale.ROOT));
        String base = surroundings.base(request);
        boolean sent =
                sent(to, () -> new Letters(base).invitation(to, here.account(), here.production(), role, secret));
        return page(request, here, base + "/invitation/" + secret, "Invitation as " + role.words(), sent ? to : "");
    }

    @PostMapping("/p/{production}/links")
    @Needs(Permission.INVITE)
    ResponseEntity<String> link(
            HttpServletRequest request,
            Here here,
            @RequestParam String guest,
            @RequestParam int days,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "false") boolean download) {
        if (days < 1 || days > 90) {
            throw new Problem("review/days", "A link holds 1 to 90 days.", "", "", "Choose a number of days.")
                    .asException();
        }
        String to = addressed(here, email);
        String name = ReviewLinks.oneLine(guest);
        String secret =
                studio.links().make(here.production().id(), name, Duration.ofDays(days), download, here.account());
        studio.activity().note(here.production().id(), here.account(), "made a review link for " + name);
        String base = surroundings.base(request);
        boolean sent =
                sent(to, () -> new Letters(base).reviewLink(to, name, here.account(), here.production(), secret, days));
        return page(request, here, base + "/r/" + secret, "Review link for " + name, sent ? to : "");
    }

    private String addressed(Here here, String email) {
        String to = email.isBlank() ? "" : Accounts.address(email);
        if (!to.isEmpty() && surroundings.post().isOpen()) {
            studio.crew().writes(here.account(), to);
        }
        return to;
    }

    private boolean sent(String to, Supplier<Letter> letter) {
        boolean sends = !to.isEmpty() && surroundings.post().isOpen();
        if (sends) {
            surroundings.post().send(letter.get());
        }
        return sends;
    }

    @PostMapping("/p/{production}/links/{link}/end")
    @Needs(Permission.INVITE)
    ResponseEntity<String> endLink(Here here, @PathVariable String link) {
        studio.links().end(here.production().id(), link);
        return DoorPages.seeOther("/p/" + here.production().id() + "/people");
    }

    @PostMapping("/p/{production}/members/{account}/remove")
    @Needs(Permission.INVITE)
    ResponseEntity<String> remove(Here here, @PathVariable String account) {
        studio.crew().remove(here.production().id(), account);
        return DoorPages.seeOther("/p/" + here.production().id() + "/people");
    }
}
