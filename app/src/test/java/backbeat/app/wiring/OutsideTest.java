package backbeat.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backbeat.app.web.Surroundings;
import backbeat.engine.problem.ProblemException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideTest {
    private static final String MAIL = "smtp://u:hidden@mail.example.org?from=studio@example.org";

    private static Surroundings of(String address, String... settings) {
        Map<String, String> environment = settings.length == 4
                ? Map.of(settings[0], settings[1], settings[2], settings[3])
                : settings.length == 2 ? Map.of(settings[0], settings[1]) : Map.of();
        return Outside.of(environment, address, 8420, Clock.systemUTC());
    }

    private static void refused(String code, Runnable settings) {
        assertThatThrownBy(settings::run).isInstanceOfSatisfying(ProblemException.class, told -> {
            assertThat(told.problem().code()).isEqualTo(code);
            assertThat(told.problem().toString()).doesNotContain("hidden");
        });
    }

    @Test
    void withoutSettingsNoLetterLeaves() {
        assertThat(of("127.0.0.1").post().isOpen()).isFalse();
        assertThat(of("127.0.0.1").url()).isNull();
    }

    @Test
    void lettersFromAStudioThatOthersReachNeedItsAddress() {
        refused("settings/url-missing", () -> of("0.0.0.0", "BACKBEAT_MAIL", MAIL));
        Surroundings told = of("0.0.0.0", "BACKBEAT_MAIL", MAIL, "BACKBEAT_URL", "https://studio.example.org/");
        assertThat(told.url()).isEqualTo(URI.create("https://studio.example.org/"));
        assertThat(told.post().words()).isEqualTo("mail.example.org:587 from studio@example.org");
        told.post().close();
    }

    @Test
    void aStudioBehindAProxyThatListensToOthersIsWarned() {
        assertThat(Outside.warning(of("0.0.0.0", "BACKBEAT_URL", "https://studio.example.org")))
                .hasValueSatisfying(
                        line -> assertThat(line).contains("--address").doesNotContain("\n"));
        assertThat(Outside.warning(of("127.0.0.1", "BACKBEAT_URL", "https://studio.example.org")))
                .isEmpty();
        assertThat(Outside.warning(of("0.0.0.0", "BACKBEAT_URL", "http://studio.example.org")))
                .isEmpty();
    }

    @Test
    void anIssuerNeedsEncryptionAndAClient() {
        refused("settings/issuer", () -> of("127.0.0.1", "BACKBEAT_OIDC_ISSUER", "https://id.example.org"));
        refused(
                "settings/issuer",
                () -> of("127.0.0.1", "BACKBEAT_OIDC_ISSUER", "http://id.example.org", "BACKBEAT_OIDC_CLIENT", "c"));
        assertThat(String.valueOf(
                        of("127.0.0.1", "BACKBEAT_OIDC_ISSUER", "https://id.example.org", "BACKBEAT_OIDC_CLIENT", "c")
                                .issuer()))
                .isEqualTo("id.example.org, https://id.example.org");
        refused(
                "settings/url-missing",
                () -> of("0.0.0.0", "BACKBEAT_OIDC_ISSUER", "https://id.example.org", "BACKBEAT_OIDC_CLIENT", "c"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"studio.example.org", "ftp://a.org", "https://a.org/path", "https://u:p@a.org", "https://a b"})
    void anAddressThatIsNoneIsRefused(String url) {
        refused("settings/url", () -> of("127.0.0.1", "BACKBEAT_URL", url));
    }
}
