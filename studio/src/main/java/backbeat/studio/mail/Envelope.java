package backbeat.studio.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Properties;

/** A letter as mail (RFC 5322) and how it is handed over (RFC 5321). The only place that knows the library of mail. */
final class Envelope {
    private static final String PATIENCE_MILLIS = "15000";

    private Envelope() {}

    static void send(Letter letter, MailServer server) throws MessagingException {
        Session session = Session.getInstance(settings(server));
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(server.from(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setText(letter.text(), StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
        try (Transport transport = session.getTransport("smtp")) {
            boolean named = !server.user().isEmpty();
            transport.connect(
                    server.host(), server.port(), named ? server.user() : null, named ? server.password() : null);
            message.saveChanges();
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private static Properties settings(MailServer server) {
        Properties settings = new Properties();
        MailServer.Encryption encryption = server.encryption();
        settings.setProperty("mail.smtp.auth", Boolean.toString(!server.user().isEmpty()));
        settings.setProperty(
                "mail.smtp.ssl.enable", Boolean.toString(encryption == MailServer.Encryption.FROM_THE_FIRST_BYTE));
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        settings.setProperty("mail.smtp.starttls.enable", Boolean.toString(encryption != MailServer.Encryption.NONE));
        settings.setProperty(
                "mail.smtp.starttls.required", Boolean.toString(encryption == MailServer.Encryption.DEMANDED));
        for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            settings.setProperty("mail.smtp." + wait, PATIENCE_MILLIS);
        }
        return settings;
    }
}
