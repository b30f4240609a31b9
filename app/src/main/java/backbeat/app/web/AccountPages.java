package backbeat.app.web;

import backbeat.engine.problem.Problem;
import backbeat.engine.problem.ProblemException;
import backbeat.studio.Studio;
import backbeat.studio.people.Account;
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

/** All accounts of the studio, for its owner, and the links by which a forgotten password is set anew. */
@RestController
class AccountPages {
    private final Studio studio;
    private final Pages pages;
    private final Cookies cookies;

    AccountPages(Studio studio, Pages pages, Cookies cookies) {
        this.studio = studio;
        this.pages = pages;
        this.cookies = cookies;
    }

    @GetMapping("/accounts")
    @Needs(Permission.MANAGE_PEOPLE)
    ResponseEntity<String> accounts(HttpServletRequest request, Here here) {
        return page(request, here, "", "");
    }

    /** @param link that was just made; it is shown this once */
    private ResponseEntity<String> page(HttpServletRequest request, Here here, String link, String forWhom) {
        return pages.page(
                "accounts",
                "People of the studio",
                request,
                here,
                Map.of(
                        "accounts",
                        studio.accounts().all().stream()
                                .map(account -> new AccountRow(
                                        account,
                                        studio.codes().isWanted(account),
                                        studio.signIns().of(account).stream()
                                                .findFirst()
                                                .orElse(null)))
                                .toList(),
                        "now",
                        studio.clock().instant(),
                        "freshLink",
                        link,
                        "forWhom",
                        forWhom));
    }

    @PostMapping("/accounts/{account}/password-link")
    @Needs(Permission.MANAGE_PEOPLE)
    ResponseEntity<String> passwordLink(HttpServletRequest request, Here here, @PathVariable String account) {
        Account of = studio.accounts().byId(account).orElseThrow(() -> new Gate.Refused(404));
        String secret = studio.passwordLinks().make(of, here.account());
        return page(request, here, PeoplePages.base(request) + "/password/" + secret, of.name());
    }

    @GetMapping("/password/{secret}")
    @Needs(Permission.COME_IN)
    ResponseEntity<String> password(HttpServletRequest request, Here here, @PathVariable String secret) {
        return passwordPage(request, here, secret, null);
    }

    private ResponseEntity<String> passwordPage(
            HttpServletRequest request, Here here, String secret, @Nullable Problem problem) {
        Account of = studio.passwordLinks().whose(secret).orElseThrow(() -> new Gate.Refused(410));
        Map<String, Object> content = new HashMap<>();
        content.put("email", of.email());
        content.put("secret", secret);
        content.put("problem", problem);
        return pages.page(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                "password",
                "New password",
                request,
                new Here(null, null, here.role(), null),
                content);
    }

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
            cookies.signedIn(request, response, studio.signIns().begin(account, DoorPages.visit(request)));
            return DoorPages.seeOther("/");
        } catch (ProblemException known) {
            return passwordPage(request, here, secret, known.problem());
        }
    }
}
