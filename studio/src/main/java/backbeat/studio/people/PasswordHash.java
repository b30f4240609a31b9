package backbeat.studio.people;

/** How passwords are kept. */
public interface PasswordHash {
    String hash(String password);

    boolean fits(String password, String hash);
}
