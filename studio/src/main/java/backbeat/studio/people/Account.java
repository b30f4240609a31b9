package backbeat.studio.people;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A person with a password.
 *
 * @param email empty when the owner freed it for another person
 * @param studioOwner may do everything in every production
 */
public record Account(String id, String email, String name, boolean studioOwner) {
    private static final Pattern WORD = Pattern.compile("\\S+");

    public boolean hasAddress() {
        return !email.isEmpty();
    }

    /** Two letters for a small round picture. */
    public String initials() {
        StringBuilder letters = new StringBuilder();
        for (Matcher word = WORD.matcher(name); letters.length() < 2 && word.find(); ) {
            letters.appendCodePoint(Character.toUpperCase(word.group().codePointAt(0)));
        }
        return letters.toString();
    }
}
