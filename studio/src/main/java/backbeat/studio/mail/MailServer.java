package backbeat.studio.mail;

import backbeat.engine.problem.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where letters are handed over.
 *
 * @param user empty where none is asked for
 * @param from the address that letters come from
 */
public record MailServer(String host, int port, Encryption encryption, String user, String password, String from) {
    /** How what is said to the server is kept from others. */
    public enum Encryption {
        FROM_THE_FIRST_BYTE,
        /** Asked for before anything is told (STARTTLS); without it nothing is sent. */
        DEMANDED,
        WHEN_OFFERED,
        NONE
    }

    private static final int PORT_OF_SUBMISSION = 587;
    private static final int PORT_OF_TLS = 465;

    /**
     * From {@code smtp://user:password@host:port?from=address}, or {@code smtps} for encryption from the first byte. A server elsewhere must encrypt, unless
     * {@code &tls=none} says that it is asked without, which no password survives.
     *
     * @throws backbeat.engine.problem.ProblemException when it cannot be understood; it never tells the password
     */
    public static MailServer of(String setting) {
        try {
            return of(new URI(setting.strip()));
        } catch (URISyntaxException e) {
            throw unclear("It is no address.");
        }
    }

    private static MailServer of(URI address) {
        boolean tls = "smtps".equals(address.getScheme());
        if (!tls && !"smtp".equals(address.getScheme())) {
            throw unclear("It begins neither with smtp:// nor with smtps://");
        }
        String host = address.getHost();
        if (host == null) {
            throw unclear("It names no server.");
        }
        Map<String, String> said = said(address.getRawQuery() == null ? "" : address.getRawQuery());
        String from = said.getOrDefault("from", "");
        if (!from.matches("[^@\\s<>\"]+@[^@\\s<>\"]+")) {
            throw unclear("It does not say from which address letters come.");
        }
        String[] who = (address.getRawUserInfo() == null ? "" : address.getRawUserInfo()).split(":", 2);
        Encryption encryption = tls ? Encryption.FROM_THE_FIRST_BYTE : encryption(host, said);
        if (encryption == Encryption.NONE && !who[0].isEmpty()) {
            throw unclear("A password is not told to a server without encryption.");
        }
        int port = address.getPort() > 0 ? address.getPort() : tls ? PORT_OF_TLS : PORT_OF_SUBMISSION;
        return new MailServer(host, port, encryption, plain(who[0]), who.length > 1 ? plain(who[1]) : "", from);
    }

    private static Encryption encryption(String host, Map<String, String> said) {
        if ("none".equals(said.get("tls"))) {
            return Encryption.NONE;
        }
        boolean here = host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
        return here ? Encryption.WHEN_OFFERED : Encryption.DEMANDED;
    }

    private static Map<String, String> said(String query) {
        return Arrays.stream(query.split("&"))
                .map(part -> part.split("=", 2))
                .filter(part -> part.length == 2)
                .collect(Collectors.toMap(part -> part[0], part -> plain(part[1]), (first, second) -> first));
    }

    private static String plain(String encoded) {
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static RuntimeException unclear(String cause) {
        return new Problem(
                        "settings/mail",
                        "BACKBEAT_MAIL cannot be understood.",
                        "",
                        cause,
                        "Write it as smtp://user:password@host:587?from=studio@example.org (smtps:// for port 465; @ and / in a password as %40 and %2F), or leave it away.")
                .asException();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return host + ":" + port + " from " + from;
    }
}
