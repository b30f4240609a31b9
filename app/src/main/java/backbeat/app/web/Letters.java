package backbeat.app.web;

import backbeat.studio.mail.Letter;
import backbeat.studio.people.Account;
import backbeat.studio.people.Role;
import backbeat.studio.production.Production;

/** What stands in the letters of the studio. */
final class Letters {
    private final String base;

    /** @param base how links to this studio begin */
    Letters(String base) {
        this.base = base;
    }

    Letter password(Account account, String secret) {
        return letter(account.email(), "A new password for Backbeat", """
                Hello %s,

                somebody, you we hope, asked for a new password. This link sets one; it works once and for an hour:

                %s/password/%s

                If it was not you, do nothing: your password stays as it is.""".formatted(account.name(), base, secret));
    }

    Letter invitation(String to, Account by, Production production, Role role, String secret) {
        return letter(to, "Invitation: " + production.name(), """
                Hello,

                %s invites you to "%s" by %s, as %s. This link holds a week and works once:

                %s/invitation/%s""".formatted(
                        by.name(), production.name(), production.artist(), role.words(), base, secret));
    }

    Letter reviewLink(String to, String guest, Account by, Production production, String secret, int days) {
        return letter(to, "To watch: " + production.name(), """
                Hello %s,

                %s asks you to watch "%s" by %s and to say what you think, on the frame. No account is needed; the link holds %s:

                %s/r/%s""".formatted(
                        guest,
                        by.name(),
                        production.name(),
                        production.artist(),
                        days == 1 ? "a day" : days + " days",
                        base,
                        secret));
    }

    Letter filmWaits(Account to, Account by, Production production, String film) {
        return letter(to.email(), "Your word is waited for: " + production.name(), """
                Hello %s,

                %s of "%s" can be watched, and %s waits for your word on it:

                %s/p/%s/review""".formatted(
                        to.name(), film, production.name(), by.name(), base, production.id()));
    }

    private Letter letter(String to, String subject, String text) {
        return new Letter(to, subject, text + "\n\nBackbeat, the studio at " + base + "\n");
    }
}
