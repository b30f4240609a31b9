package backbeat.app.web;

import backbeat.studio.Studio;
import backbeat.studio.people.Account;
import backbeat.studio.people.Permission;
import backbeat.studio.people.Permissions;
import backbeat.studio.people.Role;
import backbeat.studio.people.Tokens;
import backbeat.studio.production.Production;
import backbeat.studio.review.ReviewLinks;
import backbeat.studio.store.Id;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Asks for every route whether who asks may use it. What is not somebody's looks as if it were not there: a production, a link or a route.
 */
final class Gate implements HandlerInterceptor {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<Permission> NOT_BY_TOKEN =
            Set.of(Permission.OWN_ACCOUNT, Permission.MANAGE_PEOPLE, Permission.INVITE, Permission.COME_IN);

    private final Studio studio;
    private final Cookies cookies;

    Gate(Studio studio, Cookies cookies) {
        this.studio = studio;
        this.cookies = cookies;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (handler instanceof ResourceHttpRequestHandler) {
            return true;
        }
        Needs needs = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Needs.class) : null;
        if (needs == null) {
            throw new Refused(404);
        }
        Account visitor = visitor(needs.value(), request).orElse(null);
        Here here = here(needs.value(), visitor, request);
        if (here == null) {
            sendToTheDoor(request, response);
            return false;
        }
        if (!Permissions.allows(here.role(), needs.value())) {
            throw new Refused(403);
        }
        request.setAttribute(Here.ATTRIBUTE, here);
        return true;
    }

    private Optional<Account> visitor(Permission asked, HttpServletRequest request) {
        Optional<String> token = bearer(request);
        return token.isPresent()
                ? token.flatMap(studio.tokens()::whose)
                        .filter(granted -> mayByToken(granted, asked, request))
                        .map(Tokens.Granted::account)
                : cookies.signIn(request).flatMap(studio.signIns()::whose);
    }

    /** A program's token: the header is never sent by a browser on its own, so requests that carry it need no other proof. */
    static Optional<String> bearer(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return Optional.ofNullable(header)
                .filter(told -> told.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(told -> told.substring(7).strip());
    }

    /** A token that got into wrong hands must not make another, or change who may come in. */
    private static boolean mayByToken(Tokens.Granted granted, Permission asked, HttpServletRequest request) {
        boolean reads = READING.contains(request.getMethod());
        if ((!reads && !granted.writes()) || NOT_BY_TOKEN.contains(asked)) {
            throw new Refused(403);
        }
        return true;
    }

    /** Null where somebody must sign in first. */
    private @Nullable Here here(Permission asked, @Nullable Account visitor, HttpServletRequest request) {
        return switch (asked.scope()) {
            case ANYONE -> new Here(visitor, null, Role.GUEST, null);
            case LINK -> new Here(visitor, null, Role.GUEST, link(request));
            case STUDIO -> visitor == null ? null : new Here(visitor, null, roleInStudio(visitor), null);
            case PRODUCTION -> visitor == null ? null : inProduction(visitor, request);
        };
    }

    private static Role roleInStudio(Account visitor) {
        return visitor.studioOwner() ? Role.OWNER : Role.CREW;
    }

    private Here inProduction(Account visitor, HttpServletRequest request) {
        String id = named("production", request);
        Production production = Id.isOne(id) ? studio.productions().byId(id).orElse(null) : null;
        Role role = production == null
                ? null
                : studio.crew().roleOf(visitor, production.id()).orElse(null);
        if (production == null || role == null) {
            throw new Refused(404);
        }
        return new Here(visitor, production, role, null);
    }

    private ReviewLinks.Link link(HttpServletRequest request) {
        return studio.links().open(named("secret", request)).orElseThrow(() -> new Refused(410));
    }

    private static String named(String variable, HttpServletRequest request) {
        Object all = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        Object value = all instanceof Map<?, ?> variables ? variables.get(variable) : null;
        return value instanceof String text ? text : "";
    }

    private void sendToTheDoor(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean page = request.getMethod().equals("GET")
                && String.valueOf(request.getHeader("Accept")).contains("text/html");
        if (!page) {
            throw new Refused(401);
        }
        String door = studio.accounts().nobodyIsHere()
                ? "/first"
                : "/sign-in?to=" + URLEncoder.encode(request.getRequestURI(), StandardCharsets.UTF_8);
        response.sendRedirect(door);
    }

    /** A route is not for who asks. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int status;

        Refused(int status) {
            super(null, null, false, false);
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
