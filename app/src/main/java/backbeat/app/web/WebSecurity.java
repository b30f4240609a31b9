package backbeat.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every answer carries and every request must: headers that forbid scripts and frames from elsewhere, a token in every request that changes something, a
 * host name that is ours. Who may do what is not decided here but by {@link Gate}.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {
    static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "media-src 'self'; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain headersAndTokens(HttpSecurity http, Surroundings surroundings, Trouble trouble) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> {
            cookie.httpOnly(true).sameSite("Strict").path("/");
            if (surroundings.isEncrypted()) {
                cookie.secure(true);
            }
        });
        return http.csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler())
                        .ignoringRequestMatchers(request -> Gate.bearer(request).isPresent()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(routes -> routes.anyRequest().permitAll())
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(refused ->
                        refused.accessDeniedHandler((request, response, why) -> trouble.refuse(request, response, 403)))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy -> policy.policy(
                                "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()"))
                        .crossOriginOpenerPolicy(org.springframework.security.config.Customizer.withDefaults())
                        .cacheControl(org.springframework.security.config.Customizer.withDefaults()))
                .addFilterBefore(new OwnHost(surroundings, trouble), SecurityContextHolderFilter.class)
                .build();
    }

    /** Signing in is done by the studio itself; this keeps the framework from making an account of its own. */
    @Bean
    AuthenticationManager noOther() {
        return authentication -> {
            throw new BadCredentialsException("not used");
        };
    }

    /** A page elsewhere may make its own name point at this machine; the browser then takes our answers for that page's. */
    private static final class OwnHost extends OncePerRequestFilter {
        private static final Set<String> OF_THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

        private final Surroundings surroundings;
        private final Trouble trouble;

        OwnHost(Surroundings surroundings, Trouble trouble) {
            this.surroundings = surroundings;
            this.trouble = trouble;
        }

        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, jakarta.servlet.FilterChain chain)
                throws IOException, jakarta.servlet.ServletException {
            if (surroundings.isLoopback()
                    && !OF_THIS_MACHINE.contains(request.getServerName())
                    && !request.getServerName().equals(surroundings.address())
                    && (surroundings.url() == null
                            || !request.getServerName()
                                    .equals(surroundings.url().getHost()))) {
                trouble.refuse(request, response, 403);
                return;
            }
            chain.doFilter(request, response);
        }
    }
}
