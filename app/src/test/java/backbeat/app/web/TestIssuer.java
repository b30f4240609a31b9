package backbeat.app.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** An issuer on this machine that vouches for whom a test says, truthfully or not. */
final class TestIssuer implements AutoCloseable {
    static final String CLIENT = "studio";
    static final String SECRET = "a client's secret";

    private final HttpServer server;
    private final RSAKey key;
    private RSAKey signsWith;
    private Map<String, String> lastAsked = Map.of();
    private String challenge = "";
    private String nonce = "";
    private UnaryOperator<JWTClaimsSet.Builder> claims = usual -> usual;

    TestIssuer() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        signsWith = key;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 20);
        server.createContext(
                "/.well-known/openid-configuration", asked -> answer(asked, 200, """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys",
                "response_types_supported":["code"],"subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}
                """.formatted(address())));
        server.createContext("/keys", asked -> answer(asked, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    Issuer issuer() {
        return new Issuer("House account", address(), CLIENT, SECRET);
    }

    /** From now on it says this of people. */
    void vouchesFor(String email, boolean verified) {
        signsWith = key;
        claims = usual -> usual.subject("person " + email.toLowerCase(Locale.ROOT))
                .claim("email", email)
                .claim("email_verified", verified)
                .claim("name", "Petra Person");
    }

    /** One thing in its tokens is different. */
    void but(UnaryOperator<JWTClaimsSet.Builder> different) {
        UnaryOperator<JWTClaimsSet.Builder> before = claims;
        claims = usual -> different.apply(before.apply(usual));
    }

    void signsWithAnotherKey() throws JOSEException {
        signsWith = new RSAKeyGenerator(2048).keyID("one").generate();
    }

    /**
     * A person says yes on its page.
     *
     * @param door where the studio sent them
     * @return the state to come back with
     */
    String agree(String door) {
        Map<String, String> asked = parameters(door.substring(door.indexOf('?') + 1));
        challenge = asked.getOrDefault("code_challenge", "");
        nonce = asked.getOrDefault("nonce", "");
        lastAsked = asked;
        return asked.getOrDefault("state", "");
    }

    Map<String, String> lastAsked() {
        return lastAsked;
    }

    private void token(HttpExchange asked) throws IOException {
        Map<String, String> said =
                parameters(new String(asked.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        boolean holds = Elsewhere.hash(said.getOrDefault("code_verifier", "")).equals(challenge)
                && said.getOrDefault("code", "").equals("the-code")
                && asked.getRequestHeaders().getFirst("Authorization") != null;
        if (!holds) {
            answer(asked, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        answer(
                asked,
                200,
                "{\"access_token\":\"unused\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\"" + signed()
                        + "\"}");
    }

    private String signed() {
        Instant now = Instant.now();
        JWTClaimsSet.Builder usual = new JWTClaimsSet.Builder()
                .issuer(address())
                .subject("person-1")
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .claim("nonce", nonce);
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(),
                    claims.apply(usual).build());
            token.sign(new RSASSASigner(signsWith));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> parameters(String form) {
        return Arrays.stream(form.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange asked, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        asked.getResponseHeaders().set("Content-Type", "application/json");
        asked.sendResponseHeaders(status, bytes.length);
        asked.getResponseBody().write(bytes);
        asked.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
