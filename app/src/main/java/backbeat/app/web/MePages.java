package backbeat.app.web;

import backbeat.engine.problem.Problem;
import backbeat.engine.problem.ProblemException;
import backbeat.studio.Studio;
import backbeat.studio.people.Account;
import backbeat.studio.people.Contacts;
import backbeat.studio.people.OneTimeCodes;
import backbeat.studio.people.Permission;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
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

/** A person's own page: where they are signed in, password, codes by the time, tokens for programs, how to reach them. */
@RestController
class MePages {
    private final Studio studio;
    private final Pages pages;
    private final Cookies cookies;

    MePages(Studio studio, Pages pages, Cookies cookies) {
        this.studio = studio;
        this.pages = pages;
        this.cookies = cookies;
    }

    @GetMapping("/me")
    @Needs(Permission.OWN_ACCOUNT)
    ResponseEntity<String> me(HttpServletRequest request, Here here) {
        return page(request, here, null, "", false);
    }

    /**
     * @param token that was just made; it is shown once
     * @param prepare whether the key of an authenticator is shown
     */
    private ResponseEntity<String> page(
            HttpServletRequest request, Here here, @Nullable Problem problem, String token, boolean prepare) {
        Account account = here.account();
        boolean codes = studio.codes().isWanted(account);
        String key = prepare && !codes ? studio.codes().prepare(account) : "";
        Map<String, Object> content = new HashMap<>();
        content.put("signIns", studio.signIns().of(account));
        content.put("now", studio.clock().instant());
        content.put("tokens", studio.tokens().of(account));
        content.put("freshToken", token);
        content.put("contact", studio.contacts().of(account));
        content.put("hasCodes", codes);
        content.put("key", key.replaceAll("(.{4})", "$1 ").strip());
        String address = key.isEmpty() ? "" : OneTimeCodes.address(account, key);
        content.put("keyAddress", address);
        content.put("keyPicture", key.isEmpty() ? null : QrCode.of(address));
        content.put("calls", CallRow.of(studio, account));
        content.put("problem", problem);
        HttpStatus status = problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return pages.page(status, "me", "You", request, here, content);
    }

    private ResponseEntity<String> done(HttpServletRequest request, Here here, Runnable change, boolean prepare) {
        try {
            change.run();
            return DoorPages.seeOther("/me");
        } catch (ProblemException known) {
            return page(request, here, known.problem(), "", prepare);
        }
    }

    @PostMapping("/me/sign-ins/{key}/end")
    @Needs(Permission.OWN_ACCOUNT)
    ResponseEntity<String> endSignIn(Here here, @PathVariable String key) {
        studio.signIns().end(here.account(), key);
        return DoorPages.seeOther("/me");
    }

    @PostMapping("/me/password")
    @Needs(Permission.OWN_ACCOUNT)
    ResponseEntity<String> changePassword(
            HttpServletRequest request, Here here, @RequestParam String old, @RequestParam String password) {
        Runnable change = () -> {
            studio.accounts().changePassword(here.account(), old, password);
            studio.signIns().endOthers(here.account(), cookies.signIn(request).orElse(""));
        };
        return done(request, here, change, false);
    }

    @PostMapping("/me/codes")
    @Needs(Permission.OWN_ACCOUNT)
    ResponseEntity<String> prepareCodes(HttpServletRequest request, Here here) {
        return page(request, here, null, "", true);
    }

    @PostMapping("/me/codes/confirm")
    @Needs(Permission.OWN_ACCOUNT)
    ResponseEntity<String> confirmCodes(HttpServletRequest request, Here here, @RequestParam String otp) {
        return done(request, here, () -> studio.codes().confirm(here.account(), otp), true);
    }

    /** Whoever finds an open browser must not take the second factor away. */
    @PostMapping("/me/codes/end")
    @Needs(Permission.OWN_ACCOUNT)
    ResponseEntity<String> endCodes(HttpServletRequest request, Here here, @RequestParam String old) {
        Runnable change = () -> {
            studio.accounts().requirePassword(here.account(), old);
            studio.codes().forget(here.account());
        };
        return done(request, here, change, false);
    }

    @PostMapping("/me/tokens")
    @Needs(Permission.OWN_ACCOUNT)
    ResponseEntity<String> makeToken(
            HttpServletRequest request,
            Here here,
            @RequestParam String name,
            @RequestParam int days,
            @RequestParam(defaultValue = "false") boolean writes) {
        try {
            String token = studio.tokens().make(here.account(), name, writes, Duration.ofDays(days));
            return page(request, here, null, token, false);
        } catch (ProblemException known) {
            return page(request, here, known.problem(), "", false);
        }
    }

    @PostMapping("/me/tokens/{token}/end")
    @Needs(Permission.OWN_ACCOUNT)
    ResponseEntity<String> endToken(Here here, @PathVariable String token) {
        studio.tokens().end(here.account(), token);
        return DoorPages.seeOther("/me");
    }

    @PostMapping("/me/contact")
    @Needs(Permission.OWN_ACCOUNT)
    ResponseEntity<String> contact(
            HttpServletRequest request, Here here, @RequestParam String phone, @RequestParam String address) {
        return done(
                request,
                here,
                () -> studio.contacts().set(here.account(), new Contacts.Contact(phone, address)),
                false);
    }
}
