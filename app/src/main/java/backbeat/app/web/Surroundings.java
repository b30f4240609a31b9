package backbeat.app.web;

import backbeat.studio.mail.Post;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a studio is served.
 *
 * @param address of this machine to listen at
 * @param port 0 for any that is free
 * @param url under which others reach it, behind a proxy; null when they come directly
 * @param post by which letters leave; it belongs to who made it
 * @param issuer who vouches for people; null when they show a password
 */
public record Surroundings(
        String address,
        int port,
        @Nullable URI url,
        Post post,
        @Nullable Issuer issuer) {
    /** Without a proxy, and without letters. */
    public static Surroundings at(String address, int port) {
        return new Surroundings(address, port, null, Post.closed(), null);
    }

    /** Whether this machine alone is listened to. */
    public boolean isLoopback() {
        return address.equals("localhost") || address.startsWith("127.") || address.equals("::1");
    }

    /** For the button; empty without. */
    String issuerName() {
        return issuer == null ? "" : issuer.name();
    }

    /** A proxy on this machine tells for whom it asks; whoever else could come says of themselves what they like. */
    boolean isBehindProxy() {
        return url != null && isLoopback();
    }

    /** Whether people reach it by https. */
    public boolean isEncrypted() {
        return url != null && "https".equals(url.getScheme());
    }

    /** How links to this studio begin: as the settings say, else as who asks sees it. */
    String base(HttpServletRequest request) {
        if (url != null) {
            return url.toString().replaceFirst("/+$", "");
        }
        int itsPort = request.getServerPort();
        boolean usual = itsPort == (request.isSecure() ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + itsPort);
    }
}
