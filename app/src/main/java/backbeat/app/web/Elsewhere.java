package backbeat.app.web;

import backbeat.engine.problem.Problem;
import backbeat.studio.people.Secret;
import backbeat.studio.people.Vouched;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Signing in by an issuer elsewhere: OpenID Connect Core 1.0, code flow with PKCE (RFC 7636), as Spring Security checks it: signature, issuer, audience, times and
 * nonce of the token. The issuer is asked where its doors are when the first person comes, so it need not be there when the studio starts.
 */
final class Elsewhere {
    static final String BACK = "/sign-in/back";

    private static final System.Logger LOG = System.getLogger(Elsewhere.class.getName());
    private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(10).toMillis();
    private static final Duration LEFT_ALONE = Duration.ofSeconds(30);
    private static final int LONGEST_LINE = 200;

    /**
     * What the browser keeps while its person is elsewhere.
     *
     * @param to where in the studio they wanted to
     * @param invitation that they came with; may be empty
     */
    record Journey(String state, String nonce, String verifier, String to, String invitation) {
        static Journey fresh(String to, String invitation) {
            return new Journey(Secret.fresh(), Secret.fresh(), Secret.fresh(), to, invitation);
        }

        /** As a cookie's value. */
        String written() {
            return String.join(".", state, nonce, verifier, hidden(to), hidden(invitation));
        }

        static @Nullable Journey read(String cookie) {
            String[] parts = cookie.split("\\.", -1);
            try {
                return parts.length == 5 && parts[0].length() > 20
                        ? new Journey(parts[0], parts[1], parts[2], shown(parts[3]), shown(parts[4]))
                        : null;
            } catch (IllegalArgumentException e) {
                return null;
            }
        }

        private static String hidden(String text) {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }

        private static String shown(String hidden) {
            return new String(Base64.getUrlDecoder().decode(hidden), StandardCharsets.UTF_8);
        }
    }

    private final Issuer issuer;
    private final InstantSource clock;
    private final Semaphore seekers = new Semaphore(2);
    private Instant leftAloneUntil = Instant.EPOCH;
    private volatile @Nullable ClientRegistration found;
    private volatile @Nullable JwtDecoder tokens;

    Elsewhere(Issuer issuer, InstantSource clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    /** Where the browser is sent. */
    String door(Journey journey, String base) {
        return request(registration(), journey, base).getAuthorizationRequestUri();
    }

    /**
     * Somebody is back.
     *
     * @throws backbeat.engine.problem.ProblemException when anything of it does not hold
     */
    Vouched back(Journey journey, String base, String state, String code, String error) {
        ClientRegistration registration = registration();
        OAuth2AuthorizationRequest asked = request(registration, journey, base);
        OAuth2AuthorizationResponse.Builder answer = code.isEmpty()
                ? OAuth2AuthorizationResponse.error(error.isEmpty() ? "no_code" : error)
                : OAuth2AuthorizationResponse.success(code);
        OAuth2AuthorizationResponse answered =
                answer.redirectUri(base + BACK).state(state).build();
        try {
            var shown =
                    new OAuth2LoginAuthenticationToken(registration, new OAuth2AuthorizationExchange(asked, answered));
            Authentication known = checks().authenticate(shown);
            return vouched(known == null ? null : known.getPrincipal());
        } catch (AuthenticationException | IllegalArgumentException e) {
            LOG.log(System.Logger.Level.WARNING, line("Signing in by " + issuer + " failed: " + e.getMessage()));
            throw failed(issuer.name() + " did not vouch for you.").asException();
        }
    }

    private Vouched vouched(@Nullable Object person) {
        if (!(person instanceof OidcUser user)
                || !Boolean.TRUE.equals(user.getEmailVerified())
                || user.getEmail() == null
                || user.getSubject() == null) {
            throw new Problem(
                            "people/not-verified",
                            issuer.name() + " does not vouch for your e-mail.",
                            "",
                            "People are known here by their address, and it has to be checked.",
                            "Confirm the address there, or sign in with your password.")
                    .asException();
        }
        String name = user.getFullName() == null ? "" : user.getFullName();
        return new Vouched(issuer.address(), user.getSubject(), user.getEmail(), name);
    }

    private OidcAuthorizationCodeAuthenticationProvider checks() {
        var checks = new OidcAuthorizationCodeAuthenticationProvider(tokenClient(), people());
        checks.setJwtDecoderFactory(this::decoder);
        return checks;
    }

    private static RestClientAuthorizationCodeTokenResponseClient tokenClient() {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(patient())
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    private static OidcUserService people() {
        RestTemplate asking = new RestTemplate(patient());
        asking.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        DefaultOAuth2UserService plain = new DefaultOAuth2UserService();
        plain.setRestOperations(asking);
        OidcUserService people = new OidcUserService();
        people.setOauth2UserService(plain);
        return people;
    }

    private static ClientHttpRequestFactory patient() {
        SimpleClientHttpRequestFactory patient = new SimpleClientHttpRequestFactory();
        patient.setConnectTimeout(PATIENCE_MILLIS);
        patient.setReadTimeout(PATIENCE_MILLIS);
        return patient;
    }

    /** The issuer's keys are fetched once, and again when a token names another. */
    private JwtDecoder decoder(ClientRegistration registration) {
        JwtDecoder known = tokens;
        if (known == null) {
            NimbusJwtDecoder fresh = NimbusJwtDecoder.withJwkSetUri(
                            told(registration.getProviderDetails().getJwkSetUri()))
                    .jwsAlgorithms(all -> all.addAll(
                            Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256)))
                    .restOperations(new RestTemplate(patient()))
                    .build();
            fresh.setJwtValidator(new OidcIdTokenValidator(registration));
            tokens = fresh;
            known = fresh;
        }
        return known;
    }

    private OAuth2AuthorizationRequest request(ClientRegistration registration, Journey journey, String base) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(told(registration.getProviderDetails().getAuthorizationUri()))
                .clientId(registration.getClientId())
                .redirectUri(base + BACK)
                .scopes(registration.getScopes())
                .state(journey.state())
                .attributes(Map.of(
                        OAuth2ParameterNames.REGISTRATION_ID,
                        registration.getRegistrationId(),
                        OidcParameterNames.NONCE,
                        journey.nonce(),
                        PkceParameterNames.CODE_VERIFIER,
                        journey.verifier()))
                .additionalParameters(Map.of(
                        OidcParameterNames.NONCE,
                        hash(journey.nonce()),
                        PkceParameterNames.CODE_CHALLENGE,
                        hash(journey.verifier()),
                        PkceParameterNames.CODE_CHALLENGE_METHOD,
                        "S256"))
                .build();
    }

    /** What an issuer must tell of itself. */
    private String told(@Nullable String address) {
        return Optional.ofNullable(address)
                .orElseThrow(() -> failed(issuer.name() + " does not tell all that is needed.")
                        .asException());
    }

    static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private ClientRegistration registration() {
        ClientRegistration known = found;
        return known == null ? found() : known;
    }

    /** Nobody else is kept waiting while an issuer does not answer: two wait for it, and after a failure it is left alone for a while. */
    private ClientRegistration found() {
        if (!seekers.tryAcquire()) {
            throw failed(issuer.name() + " keeps people waiting.").asException();
        }
        try {
            return foundByOne();
        } finally {
            seekers.release();
        }
    }

    private synchronized ClientRegistration foundByOne() {
        ClientRegistration known = found;
        if (known != null) {
            return known;
        }
        if (clock.instant().isBefore(leftAloneUntil)) {
            throw failed(issuer.name() + " does not answer.").asException();
        }
        try {
            ClientRegistration fresh = sought();
            found = fresh;
            return fresh;
        } catch (IllegalArgumentException | IllegalStateException e) {
            leftAloneUntil = clock.instant().plus(LEFT_ALONE);
            LOG.log(System.Logger.Level.WARNING, line("The issuer " + issuer + " was not found: " + e.getMessage()));
            throw failed(issuer.name() + " does not answer.").asException();
        }
    }

    private ClientRegistration sought() {
        ClientRegistration.Builder builder = ClientRegistrations.fromOidcIssuerLocation(issuer.address())
                .registrationId("elsewhere")
                .clientId(issuer.client())
                .clientSecret(issuer.secret())
                .scope("openid", "email", "profile");
        return issuer.secret().isEmpty()
                ? builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                        .build()
                : builder.build();
    }

    /** For the log: whoever answers could write lines of their own into it. */
    static String line(String words) {
        String plain = words.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
        return plain.length() > LONGEST_LINE ? plain.substring(0, LONGEST_LINE) : plain;
    }

    private static Problem failed(String what) {
        return new Problem(
                "people/elsewhere",
                what,
                "",
                "",
                "Try again; if it stays, sign in with your password, or tell the owner.");
    }
}
