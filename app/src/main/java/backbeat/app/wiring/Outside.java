package backbeat.app.wiring;

import backbeat.app.web.Issuer;
import backbeat.app.web.Surroundings;
import backbeat.engine.problem.Problem;
import backbeat.studio.mail.MailServer;
import backbeat.studio.mail.Post;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a served studio is told of the world around it, from the environment, since passwords in it must stand in no list of processes: the address it is reached
 * under, by whom letters leave, and who vouches for people.
 */
final class Outside {
    private Outside() {}

    /** @throws backbeat.engine.problem.ProblemException when a setting cannot be understood */
    static Surroundings of(Map<String, String> environment, String address, int port, Clock clock) {
        URI url = url(environment.getOrDefault("BACKBEAT_URL", "").strip());
        String mail = environment.getOrDefault("BACKBEAT_MAIL", "").strip();
        Surroundings plain = Surroundings.at(address, port);
        Issuer issuer = issuer(environment);
        if (mail.isEmpty() && issuer == null) {
            return new Surroundings(address, port, url, plain.post(), null);
        }
        if (url == null && !plain.isLoopback()) {
            throw new Problem(
                            "settings/url-missing",
                            "Letters and sign-ins elsewhere need to know where this studio is.",
                            "",
                            "The name in a request is what the sender wrote there, and must not get into links.",
                            "Set BACKBEAT_URL to the address that people open, such as https://studio.example.org")
                    .asException();
        }
        Post post = mail.isEmpty() ? plain.post() : Post.by(MailServer.of(mail), clock);
        return new Surroundings(address, port, url, post, issuer);
    }

    /** What is seldom meant, in a line. */
    static Optional<String> warning(Surroundings surroundings) {
        return surroundings.isEncrypted() && !surroundings.isLoopback()
                ? Optional.of(
                        "Warning: it listens to other machines, too, without encryption. Only a proxy on this machine is"
                                + " believed for whom it asks: let it run here, and leave --address out.")
                : Optional.empty();
    }

    private static @Nullable Issuer issuer(Map<String, String> environment) {
        String address = environment.getOrDefault("BACKBEAT_OIDC_ISSUER", "").strip();
        String client = environment.getOrDefault("BACKBEAT_OIDC_CLIENT", "").strip();
        if (address.isEmpty()) {
            return null;
        }
        boolean here = address.matches("http://(localhost|127\\.0\\.0\\.1)(:\\d+)?(/.*)?");
        if ((!address.startsWith("https://") && !here) || client.isEmpty()) {
            throw new Problem(
                            "settings/issuer",
                            "The issuer that vouches for people cannot be understood.",
                            "",
                            client.isEmpty()
                                    ? "BACKBEAT_OIDC_CLIENT is missing."
                                    : "Its address does not begin with https://",
                            "Set BACKBEAT_OIDC_ISSUER to its address, BACKBEAT_OIDC_CLIENT and BACKBEAT_OIDC_SECRET to what it gave you.")
                    .asException();
        }
        String secret = environment.getOrDefault("BACKBEAT_OIDC_SECRET", "").strip();
        String name = environment.getOrDefault("BACKBEAT_OIDC_NAME", "").strip();
        return new Issuer(name.isEmpty() ? URI.create(address).getHost() : name, address, client, secret);
    }

    private static @Nullable URI url(String written) {
        if (written.isEmpty()) {
            return null;
        }
        try {
            URI url = new URI(written);
            boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            boolean bare = url.getRawQuery() == null && url.getRawFragment() == null && url.getRawUserInfo() == null;
            if (web && bare && url.getHost() != null && url.getRawPath().matches("/?")) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw unclear(e.getReason());
        }
        throw unclear("It is \"" + written + "\".");
    }

    private static RuntimeException unclear(String cause) {
        return new Problem(
                        "settings/url",
                        "BACKBEAT_URL is no address of a studio.",
                        "",
                        cause,
                        "Set it to the address that people open, such as https://studio.example.org, without a path.")
                .asException();
    }
}
