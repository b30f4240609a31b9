package backbeat.app.web;

import backbeat.engine.problem.Problem;
import backbeat.engine.problem.ProblemException;
import backbeat.studio.Studio;
import backbeat.studio.people.Account;
import backbeat.studio.people.Crew;
import backbeat.studio.people.Permission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answering an invitation. */
@RestController
class InvitationPages {
    private final Studio studio;
    private final Pages pages;
    private final Cookies cookies;
    private final Surroundings surroundings;

    InvitationPages(Studio studio, Pages pages, Cookies cookies, Surroundings surroundings) {
        this.studio = studio;
        this.pages = pages;
        this.cookies = cookies;
        this.surroundings = surroundings;
    }

    @GetMapping("/invitation/{secret}")
    @Needs(Permission.COME_IN)
    ResponseEntity<String> look(HttpServletRequest request, Here here, @PathVariable String secret) {
        return page(request, here, secret, null);
    }

    private ResponseEntity<String> page(
            HttpServletRequest request, Here here, String secret, @Nullable Problem problem) {
        Crew.Invitation invitation = studio.crew().invitation(secret).orElseThrow(() -> new Gate.Refused(410));
        Map<String, Object> content = new HashMap<>();
        content.put("secret", secret);
        content.put("problem", problem);
        content.put("role", invitation.role());
        content.put("visitor", here.visitor());
        content.put("email", invitation.email());
        content.put("issuer", surroundings.issuerName());
        content.put(
                "production",
                studio.productions().byId(invitation.productionId()).orElseThrow(() -> new Gate.Refused(410)));
        return pages.page(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                "invitation",
                "Invitation",
                request,
                new Here(null, null, here.role(), null),
                content);
    }

    @PostMapping("/invitation/{secret}/join")
    @Needs(Permission.COME_IN)
    ResponseEntity<String> join(
            HttpServletRequest request,
            HttpServletResponse response,
            Here here,
            @PathVariable String secret,
            @RequestParam String name,
            @RequestParam String email,
            @RequestParam String password) {
        try {
            Crew.Invitation invitation = studio.crew().invitation(secret).orElseThrow(() -> new Gate.Refused(410));
            Account account = studio.crew().accept(secret, email, name, password);
            cookies.signedIn(request, response, studio.signIns().begin(account, DoorPages.visit(request)));
            studio.activity().note(invitation.productionId(), account, "joined");
            return DoorPages.seeOther("/p/" + invitation.productionId());
        } catch (ProblemException known) {
            return page(request, here, secret, known.problem());
        }
    }

    @PostMapping("/invitation/{secret}/accept")
    @Needs(Permission.BE_HERE)
    ResponseEntity<String> accept(Here here, @PathVariable String secret) {
        Crew.Invitation invitation = studio.crew().invitation(secret).orElseThrow(() -> new Gate.Refused(410));
        studio.crew().accept(secret, here.account());
        studio.activity().note(invitation.productionId(), here.account(), "joined");
        return DoorPages.seeOther("/p/" + invitation.productionId());
    }
}
