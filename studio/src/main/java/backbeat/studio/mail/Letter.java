package backbeat.studio.mail;

/**
 * A letter in plain words.
 *
 * @param to one address
 */
public record Letter(String to, String subject, String text) {
    public Letter {
        subject = subject.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
