package backbeat.app.web;

import backbeat.studio.people.PasswordHash;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Passwords by bcrypt. */
public final class BcryptPasswords implements PasswordHash {
    private final BCryptPasswordEncoder encoder;

    public BcryptPasswords() {
        this(12);
    }

    /** @param strength each more doubles the cost */
    BcryptPasswords(int strength) {
        this.encoder = new BCryptPasswordEncoder(strength);
    }

    @Override
    public String hash(String password) {
        return String.valueOf(encoder.encode(password));
    }

    @Override
    public boolean fits(String password, String hash) {
        return password.length() <= 72 && encoder.matches(password, hash);
    }
}
