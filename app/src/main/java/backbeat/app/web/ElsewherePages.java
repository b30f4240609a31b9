package backbeat.app.web;

import backbeat.engine.problem.Problem;
import backbeat.engine.problem.ProblemException;
import backbeat.studio.Studio;
import backbeat.studio.people.Account;
import backbeat.studio.people.Crew;
import backbeat.studio.people.Permission;
import backbeat.studio.people.Vouched;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Coming in by an issuer elsewhere, where the settings name one: the way there, the way back, and the code of an authenticator for those who have one. */
@RestController
class ElsewherePages {
    private final Studio studio;
    private final Pages pages;
    private final Cookies cookies;
    private final Surroundings surroundings;
    private final @Nullable Elsewhere elsewhere;

    ElsewherePages(Studio studio, Pages pages, Cookies cookies, Surroundings surroundings) {
        this.studio = studio;
        this.pages = pages;
        this.cookies = cookies;
        this.surroundings = surroundings;
        this.elsewhere = surroundings.issuer() == null ? null : new Elsewhere(surroundings.issuer(), studio.clock());
    }

    private Elsewhere elsewhere() {
        return Optional.ofNullable(elsewhere).orElseThrow(() -> new Gate.Refused(404));
    }

    @GetMapping("/sign-in/elsewhere")
    @Needs(Permission.COME_IN)
    ResponseEntity<String> go(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "/") String to,
            @RequestParam(defaultValue = "") String invitation) {
        Elsewhere.Journey journey = Elsewhere.Journey.fresh(DoorPages.own(to), invitation);
        String door = elsewhere().door(journey, surroundings.base(request));
        cookies.goesElsewhere(request, response, journey.written());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(door))
                .build();
    }

    @GetMapping(Elsewhere.BACK)
    @Needs(Permission.COME_IN)
    ResponseEntity<String> back(
            HttpServletRequest request,
            HttpServletResponse response,
            Here here,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String error) {
        Elsewhere door = elsewhere();
        Elsewhere.Journey journey =
                cookies.elsewhere(request).map(Elsewhere.Journey::read).orElse(null);
        cookies.isBack(request, response);
        if (journey == null) {
            return codePage(request, here, "", lost());
        }
        try {
            Vouched vouched = door.back(journey, surroundings.base(request), state, code, error);
            return letIn(request, response, here, vouched, journey);
        } catch (ProblemException known) {
            return codePage(request, here, "", known.problem());
        }
    }

    private ResponseEntity<String> letIn(
            HttpServletRequest request,
            HttpServletResponse response,
            Here here,
            Vouched vouched,
            Elsewhere.Journey journey) {
        Crew.Welcome welcome = studio.crew().welcome(vouched, journey.invitation());
        for (String production : welcome.joined()) {
            studio.activity().note(production, welcome.account(), "joined");
        }
        String to = welcome.joined().size() == 1 ? "/p/" + welcome.joined().getFirst() : DoorPages.own(journey.to());
        if (studio.codes().isWanted(welcome.account())) {
            return codePage(request, here, studio.signIns().awaitCode(welcome.account(), to), null);
        }
        signedIn(request, response, welcome.account());
        return welcome.shutOut() ? page(request, here, "", to, null) : DoorPages.seeOther(to);
    }

    private void signedIn(HttpServletRequest request, HttpServletResponse response, Account account) {
        cookies.signedIn(request, response, studio.signIns().begin(account, DoorPages.visit(request)));
    }

    /** Who has an authenticator shows its code here, too: the issuer's own rules are not known. */
    @PostMapping("/sign-in/code")
    @Needs(Permission.COME_IN)
    ResponseEntity<String> code(
            HttpServletRequest request,
            HttpServletResponse response,
            Here here,
            @RequestParam String awaited,
            @RequestParam String otp) {
        elsewhere();
        try {
            var awaiting = studio.signIns().showCode(awaited, otp, request.getRemoteAddr());
            signedIn(request, response, awaiting.account());
            return DoorPages.seeOther(DoorPages.own(awaiting.to()));
        } catch (ProblemException known) {
            boolean again = known.problem().code().equals("people/wrong-code");
            return codePage(request, here, again ? awaited : "", known.problem());
        }
    }

    private static Problem lost() {
        return new Problem(
                "people/elsewhere-lost",
                "Signing in took too long, or began in another browser.",
                "",
                "",
                "Try again from the beginning.");
    }

    /** @param awaited empty when there is nothing to show a code for */
    private ResponseEntity<String> codePage(
            HttpServletRequest request, Here here, String awaited, @Nullable Problem problem) {
        return page(request, here, awaited, "", problem);
    }

    /** @param on where who is signed in goes on to, after reading that the password of before ended; empty without */
    private ResponseEntity<String> page(
            HttpServletRequest request, Here here, String awaited, String on, @Nullable Problem problem) {
        Map<String, Object> content = new HashMap<>();
        content.put("awaited", awaited);
        content.put("on", on);
        content.put("issuer", surroundings.issuerName());
        content.put("problem", problem);
        return pages.page(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                "elsewhere",
                "Sign in",
                request,
                new Here(null, null, here.role(), null),
                content);
    }
}
