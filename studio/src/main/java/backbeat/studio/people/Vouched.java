package backbeat.studio.people;

/**
 * Whom somebody trusted vouches for.
 *
 * @param subject the issuer's own name for them, which it never gives to another; an address it may
 * @param email that is surely theirs now
 * @param name to call them by; may be empty
 */
public record Vouched(String issuer, String subject, String email, String name) {}
