package backbeat.app.web;

import backbeat.studio.Studio;
import backbeat.studio.people.Account;
import backbeat.studio.people.Permission;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** All accounts of the studio, for its owner, who makes links for forgotten passwords. */
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
                        "post",
                        surroundings.post(),
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
        return page(request, here, surroundings.base(request) + "/password/" + secret, of.name());
    }
}
