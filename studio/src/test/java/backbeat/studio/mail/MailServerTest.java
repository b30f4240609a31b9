package backbeat.studio.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backbeat.engine.problem.ProblemException;
import backbeat.studio.Told;
import backbeat.studio.mail.MailServer.Encryption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailServerTest {
    @Test
    void aServerElsewhereMustEncrypt() {
        MailServer server = MailServer.of("smtp://me%40house:p%2Fw+1@mail.example.org?from=studio@example.org");
        assertThat(server)
                .isEqualTo(new MailServer(
                        "mail.example.org", 587, Encryption.DEMANDED, "me@house", "p/w+1", "studio@example.org"));
        assertThat(MailServer.of("smtps://mail.example.org?from=a@b.org"))
                .isEqualTo(new MailServer("mail.example.org", 465, Encryption.FROM_THE_FIRST_BYTE, "", "", "a@b.org"));
        assertThat(MailServer.of("smtp://127.0.0.1:2525?from=a@b.org").encryption())
                .isEqualTo(Encryption.WHEN_OFFERED);
        assertThat(MailServer.of("smtp://relay:25?from=a@b.org&tls=none").encryption())
                .isEqualTo(Encryption.NONE);
    }

    @Test
    void thePasswordIsNeverTold() {
        assertThat(MailServer.of("smtp://u:hidden@mail.example.org?from=a@b.org")
                        .toString())
                .doesNotContain("hidden");
        assertThatThrownBy(() -> MailServer.of("smtp://u:hidden@mail.example.org"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        told -> assertThat(told.problem().toString()).doesNotContain("hidden"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.example.org",
                "http://mail.example.org?from=a@b.org",
                "smtp://mail.example.org",
                "smtp://mail.example.org?from=nobody",
                "smtp://u:p@relay:25?from=a@b.org&tls=none",
                "smtp:// ?from=a@b.org",
                "smtp:nothing"
            })
    void whatCannotBeUnderstoodIsRefused(String setting) {
        assertThatThrownBy(() -> MailServer.of(setting)).satisfies(Told.problem("settings/mail"));
    }
}
