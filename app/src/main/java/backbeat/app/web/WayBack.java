package backbeat.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where somebody was before a request went wrong. */
final class WayBack {
    /** Pages of a production, and those of a guest's link. */
    private static final Pattern HOME = Pattern.compile("(/[pr]/[^/]+)/.+");

    private WayBack() {}

    /** The page that the request came from, else the home of its production or link; empty where neither is known. */
    static String from(HttpServletRequest request) {
        return page(request).or(() -> home(request.getRequestURI())).orElse("");
    }

    /** Only a page of this studio: what stands in the header is anybody's word. */
    private static Optional<String> page(HttpServletRequest request) {
        String told = request.getHeader("Referer");
        if (told == null) {
            return Optional.empty();
        }
        URI page;
        try {
            page = URI.create(told);
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
        String path = page.getRawPath();
        if (path == null
                || !path.matches("/[^/\\\\].*")
                || !request.getServerName().equalsIgnoreCase(page.getHost())
                || (isRead(request) && path.equals(request.getRequestURI()))) {
            return Optional.empty();
        }
        return Optional.of(page.getRawQuery() == null ? path : path + "?" + page.getRawQuery());
    }

    private static Optional<String> home(String address) {
        Matcher parts = HOME.matcher(address);
        return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
    }

    private static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET");
    }
}
