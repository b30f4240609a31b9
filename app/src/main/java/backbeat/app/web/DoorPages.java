package backbeat.app.web;

import backbeat.engine.problem.Problem;
import backbeat.engine.problem.ProblemException;
import backbeat.studio.Studio;
import backbeat.studio.people.Account;
import backbeat.studio.people.Permission;
import backbeat.studio.people.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The door: the first owner, signing in and out, dark and light. */
@RestController
class DoorPages {
    private final Studio studio;
    private final Pages pages;
    private final Cookies cookies;
    private final Surroundings surroundings;

    DoorPages(Studio studio, Pages pages, Cookies cookies, Surroundings surroundings) {
        this.studio = studio;
        this.pages = pages;
        this.cookies = cookies;
        this.surroundings = surroundings;
    }

    @GetMapping("/first")
    @Needs(Permission.COME_IN)
    ResponseEntity<String> first(HttpServletRequest request, Here here) {
        return studio.accounts().nobodyIsHere() ? firstPage(request, here, null, "", "") : seeOther("/sign-in");
    }

    @PostMapping("/first")
    @Needs(Permission.COME_IN)
    ResponseEntity<String> becomeOwner(
            HttpServletRequest request,
            HttpServletResponse response,
            Here here,
            @RequestParam String code,
            @RequestParam String name,
            @RequestParam String email,
            @RequestParam String password) {
        try {
            Account owner = studio.accounts().becomeOwner(code, email, name, password, request.getRemoteAddr());
            cookies.signedIn(request, response, studio.signIns().begin(owner, visit(request)));
            return seeOther("/");
        } catch (ProblemException known) {
            return firstPage(request, here, known.problem(), name, email);
        }
    }

    private ResponseEntity<String> firstPage(
            HttpServletRequest request, Here here, @Nullable Problem problem, String name, String email) {
        return form("first", "First start", request, here, problem, Map.of("name", name, "email", email));
    }

    @GetMapping("/sign-in")
    @Needs(Permission.COME_IN)
    ResponseEntity<String> door(HttpServletRequest request, Here here, @RequestParam(defaultValue = "/") String to) {
        if (studio.accounts().nobodyIsHere()) {
            return seeOther("/first");
        }
        return here.visitor() == null ? signInPage(request, here, null, "", to) : seeOther(own(to));
    }

    @PostMapping("/sign-in")
    @Needs(Permission.COME_IN)
    ResponseEntity<String> signIn(
            HttpServletRequest request,
            HttpServletResponse response,
            Here here,
            @RequestParam String email,
            @RequestParam String password,
            @RequestParam(defaultValue = "") String otp,
            @RequestParam(defaultValue = "/") String to) {
        try {
            String secret = studio.signIns().begin(email, password, otp, request.getRemoteAddr(), visit(request));
            cookies.signedIn(request, response, secret);
            return seeOther(own(to));
        } catch (ProblemException known) {
            return signInPage(request, here, known.problem(), email, to);
        }
    }

    private ResponseEntity<String> signInPage(
            HttpServletRequest request, Here here, @Nullable Problem problem, String email, String to) {
        Map<String, Object> said = Map.of(
                "email",
                email,
                "to",
                own(to),
                "letters",
                surroundings.post().isOpen(),
                "issuer",
                surroundings.issuerName());
        return form("sign-in", "Sign in", request, here, problem, said);
    }

    private ResponseEntity<String> form(
            String template,
            String title,
            HttpServletRequest request,
            Here here,
            @Nullable Problem problem,
            Map<String, Object> said) {
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

    /** Only paths of this studio: a link must not lead people elsewhere. */
    static String own(String to) {
        return to.matches("/[A-Za-z0-9/_.-]*") && !to.startsWith("//") ? to : "/";
    }

    static Visit visit(HttpServletRequest request) {
        String told = request.getHeader("User-Agent");
        return Visit.of(told == null ? "" : told, request.getRemoteAddr());
    }

    static ResponseEntity<String> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }

    @PostMapping("/sign-out")
    @Needs(Permission.BE_HERE)
    ResponseEntity<String> signOut(HttpServletRequest request, HttpServletResponse response) {
        cookies.signIn(request).ifPresent(studio.signIns()::end);
        cookies.signedOut(request, response);
        return seeOther("/sign-in");
    }

    @PostMapping("/theme")
    @Needs(Permission.COME_IN)
    ResponseEntity<String> theme(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String theme,
            @RequestParam(defaultValue = "/") String to) {
        cookies.wants(request, response, theme.equals("light") ? "light" : "dark");
        return seeOther(own(to));
    }
}
