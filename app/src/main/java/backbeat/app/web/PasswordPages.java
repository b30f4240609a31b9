package backbeat.app.web;

import backbeat.engine.problem.Problem;
import backbeat.engine.problem.ProblemException;
import backbeat.studio.Studio;
import backbeat.studio.people.Account;
import backbeat.studio.people.PasswordLinks;
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

/** A forgotten password: asking for a letter, and the link that sets a new one. */
@RestController
class PasswordPages {
    private final Studio studio;
    private final Pages pages;
    private final Cookies cookies;
    private final Surroundings surroundings;

    PasswordPages(Studio studio, Pages pages, Cookies cookies, Surroundings surroundings) {
        this.studio = studio;
        this.pages = pages;
        this.cookies = cookies;
        this.surroundings = surroundings;
    }

    @GetMapping("/forgotten")
    @Needs(Permission.COME_IN)
    ResponseEntity<String> forgotten(HttpServletRequest request, Here here) {
        return forgottenPage(request, here, "", false, null);
    }

    /** The answer is the same, and as quick, whether somebody has this address or not. */
    @PostMapping("/forgotten")
    @Needs(Permission.COME_IN)
    ResponseEntity<String> ask(HttpServletRequest request, Here here, @RequestParam String email) {
        try {
            requireLetters();
            studio.passwordLinks().ask(email, request.getRemoteAddr());
        } catch (ProblemException known) {
            return forgottenPage(request, here, email, false, known.problem());
        }
        Letters letters = new Letters(surroundings.base(request));
        surroundings
                .post()
                .sendKey(() -> studio.passwordLinks()
                        .byMail(email)
                        .map(link -> letters.password(link.account(), link.secret())));
        return forgottenPage(request, here, email, true, null);
    }

    private void requireLetters() {
        if (!surroundings.post().isOpen()) {
            throw new Gate.Refused(404);
        }
    }

    private ResponseEntity<String> forgottenPage(
            HttpServletRequest request, Here here, String email, boolean sent, @Nullable Problem problem) {
        requireLetters();
        return page("forgotten", "Forgotten password", request, here, Map.of("email", email, "sent", sent), problem);
    }

    @GetMapping("/password/{secret}")
    @Needs(Permission.COME_IN)
    ResponseEntity<String> password(HttpServletRequest request, Here here, @PathVariable String secret) {
        return passwordPage(request, here, secret, null);
    }

    private ResponseEntity<String> passwordPage(
            HttpServletRequest request, Here here, String secret, @Nullable Problem problem) {
        PasswordLinks.Link link = studio.passwordLinks().whose(secret).orElseThrow(() -> new Gate.Refused(410));
        Map<String, Object> said =
                Map.of("email", link.account().email(), "secret", secret, "codesStay", link.byMail());
        return page("password", "New password", request, here, said, problem);
    }

    private ResponseEntity<String> page(
            String template,
            String title,
            HttpServletRequest request,
            Here here,
            Map<String, Object> said,
            @Nullable Problem problem) {
        Map<String, Object> content = new HashMap<>(said);
        content.put("problem", problem);
        return pages.page(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                template,
                title,
                request,
                new Here(null, null, here.role(), null),
                content);
    }

    /** Who has an authenticator still shows its code at the door. */
    @PostMapping("/password/{secret}")
    @Needs(Permission.COME_IN)
    ResponseEntity<String> setPassword(
            HttpServletRequest request,
            HttpServletResponse response,
            Here here,
            @PathVariable String secret,
            @RequestParam String password) {
        try {
            Account account = studio.passwordLinks().use(secret, password);
            if (!studio.codes().isWanted(account)) {
                cookies.signedIn(request, response, studio.signIns().begin(account, DoorPages.visit(request)));
            }
            return DoorPages.seeOther("/");
        } catch (ProblemException known) {
            return passwordPage(request, here, secret, known.problem());
        }
    }
}
