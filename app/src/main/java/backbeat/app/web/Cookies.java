package backbeat.app.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The cookies of the studio: who is signed in, whether dark or light is wanted, and for minutes where somebody went to sign in. */
final class Cookies {
    private static final String SIGN_IN = "backbeat";
    private static final String THEME = "theme";
    private static final String ELSEWHERE = "backbeat-elsewhere";
    private static final Duration MONTH = Duration.ofDays(30);

    private final boolean encrypted;

    /** @param encrypted whether people reach the studio by https, whatever a single request looks like */
    Cookies(boolean encrypted) {
        this.encrypted = encrypted;
    }

    Optional<String> signIn(HttpServletRequest request) {
        return value(SIGN_IN, request);
    }

    /** {@code dark} or {@code light}; empty when the browser decides. */
    String theme(HttpServletRequest request) {
        return value(THEME, request)
                .filter(theme -> theme.equals("dark") || theme.equals("light"))
                .orElse("");
    }

    private static Optional<String> value(String name, HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    void signedIn(HttpServletRequest request, HttpServletResponse response, String secret) {
        set(request, response, SIGN_IN, secret, MONTH);
    }

    void signedOut(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, SIGN_IN, "", Duration.ZERO);
    }

    /** What the browser keeps while its person is elsewhere to sign in. */
    Optional<String> elsewhere(HttpServletRequest request) {
        return value(ELSEWHERE, request);
    }

    void goesElsewhere(HttpServletRequest request, HttpServletResponse response, String journey) {
        set(request, response, ELSEWHERE, journey, Duration.ofMinutes(10));
    }

    void isBack(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, ELSEWHERE, "", Duration.ZERO);
    }

    void wants(HttpServletRequest request, HttpServletResponse response, String theme) {
        set(request, response, THEME, theme, Duration.ofDays(365));
    }

    private void set(
            HttpServletRequest request, HttpServletResponse response, String name, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .httpOnly(true)
                        .secure(encrypted || request.isSecure())
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
