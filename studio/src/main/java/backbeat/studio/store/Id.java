package backbeat.studio.store;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Keys of things people can name in an address: 128 random bits, so that none can be guessed. */
public final class Id {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    private Id() {}

    public static String fresh() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** @throws IllegalArgumentException for what is no key, such as a path */
    public static String checked(String text) {
        if (!isOne(text)) {
            throw new IllegalArgumentException("not a key");
        }
        return text;
    }
}
