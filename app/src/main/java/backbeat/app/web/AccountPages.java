package backbeat.app.web;

import backbeat.engine.problem.Problem;
import backbeat.engine.problem.ProblemException;
import backbeat.studio.Studio;
import backbeat.studio.people.Account;
import backbeat.studio.people.Permission;
import jakarta.servlet.http.HttpServletRequest;
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

/** All accounts of the studio, for its owner, who makes links for forgotten passwords, and frees addresses that were passed on. */
@RestController
class AccountPages {
    private final Studio studio;
    private final Pages pages;
    private final Surroundings surroundings;

    AccountPages(Studio studio, Pages pages, Surroundings surroundings) {
        this.studio = studio;
        this.pages = pages;
        this.surroundings = surroundings;
    }

    @GetMapping("/accounts")
    @Needs(Permission.MANAGE_PEOPLE)
    ResponseEntity<String> accounts(HttpServletRequest request, Here here) {
        return page(request, here, "", "", null);
    }

    /** @param link that was just made; it is shown this once */
    private ResponseEntity<String> page(
            HttpServletRequest request, Here here, String link, String forWhom, @Nullable Problem problem) {
        Map<String, Object> content = new HashMap<>();
        content.put("post", surroundings.post());
        content.put("accounts", studio.accounts().all().stream().map(this::row).toList());
        content.put("now", studio.clock().instant());
        content.put("freshLink", link);
        content.put("forWhom", forWhom);
        content.put("issuer", surroundings.issuerName());
        content.put("problem", problem);
        HttpStatus status = problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return pages.page(status, "accounts", "People of the studio", request, here, content);
    }

    private AccountRow row(Account account) {
        return new AccountRow(
                account,
                studio.codes().isWanted(account),
                studio.signIns().of(account).stream().findFirst().orElse(null));
    }

    @PostMapping("/accounts/{account}/password-link")
    @Needs(Permission.MANAGE_PEOPLE)
    ResponseEntity<String> passwordLink(HttpServletRequest request, Here here, @PathVariable String account) {
        Account of = found(account);
        try {
            String secret = studio.passwordLinks().make(of, here.account());
            return page(request, here, surroundings.base(request) + "/password/" + secret, of.name(), null);
        } catch (ProblemException known) {
            return page(request, here, "", "", known.problem());
        }
    }

    private Account found(String account) {
        return studio.accounts().byId(account).orElseThrow(() -> new Gate.Refused(404));
    }

    /** A person has another address now. */
    @PostMapping("/accounts/{account}/address")
    @Needs(Permission.MANAGE_PEOPLE)
    ResponseEntity<String> move(
            HttpServletRequest request, Here here, @PathVariable String account, @RequestParam String email) {
        Account of = found(account);
        return done(request, here, () -> studio.accounts().move(of, email));
    }

    /** An address belongs to somebody else now, who is to get an account of their own. */
    @PostMapping("/accounts/{account}/address/free")
    @Needs(Permission.MANAGE_PEOPLE)
    ResponseEntity<String> free(HttpServletRequest request, Here here, @PathVariable String account) {
        Account of = found(account);
        return done(request, here, () -> studio.accounts().freeAddress(of));
    }

    private ResponseEntity<String> done(HttpServletRequest request, Here here, Runnable change) {
        try {
            change.run();
            return DoorPages.seeOther("/accounts");
        } catch (ProblemException known) {
            return page(request, here, "", "", known.problem());
        }
    }
}
