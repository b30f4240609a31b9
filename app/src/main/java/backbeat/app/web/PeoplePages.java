package backbeat.app.web;

import backbeat.engine.problem.Problem;
import backbeat.studio.Studio;
import backbeat.studio.people.Permission;
import backbeat.studio.people.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    PeoplePages(Studio studio, Pages pages) {
        this.studio = studio;
        this.pages = pages;
    }

    @GetMapping("/p/{production}/people")
    @Needs(Permission.SEE)
    ResponseEntity<String> people(HttpServletRequest request, Here here) {
        return page(request, here, "", "");
    }

    /** @param link that was just made; it is shown once, since only its hash is kept */
    private ResponseEntity<String> page(HttpServletRequest request, Here here, String link, String forWhom) {
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
        content.put("freshLink", link);
        content.put("forWhom", forWhom);
        return pages.page("people", "People · " + here.production().name(), request, here, content);
    }

    @PostMapping("/p/{production}/invitations")
    @Needs(Permission.INVITE)
    ResponseEntity<String> invite(HttpServletRequest request, Here here, @RequestParam Role role) {
        if (role == Role.OWNER || role == Role.GUEST) {
            throw new Gate.Refused(403);
        }
        String secret = studio.crew().invite(here.production().id(), role, here.account());
        studio.activity()
                .note(
                        here.production().id(),
                        here.account(),
                        "invited a " + role.words().toLowerCase(java.util.Locale.ROOT));
        return page(request, here, base(request) + "/invitation/" + secret, "Invitation as " + role.words());
    }

    @PostMapping("/p/{production}/links")
    @Needs(Permission.INVITE)
    ResponseEntity<String> link(
            HttpServletRequest request,
            Here here,
            @RequestParam String guest,
            @RequestParam int days,
            @RequestParam(defaultValue = "false") boolean download) {
        if (days < 1 || days > 90) {
            throw new Problem("review/days", "A link holds 1 to 90 days.", "", "", "Choose a number of days.")
                    .asException();
        }
        String secret =
                studio.links().make(here.production().id(), guest, Duration.ofDays(days), download, here.account());
        studio.activity().note(here.production().id(), here.account(), "made a review link for " + guest);
        return page(request, here, base(request) + "/r/" + secret, "Review link for " + guest);
    }

    /** As who asked sees this studio. */
    static String base(HttpServletRequest request) {
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
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
