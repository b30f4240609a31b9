package backbeat.engine.derive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The name of a computed result: a hash of what it is made of.
 *
 * <p>{@code Key.of("peaks", 1).with("song", fingerprint).with("columns", 1200)}. Each part is hashed with its name and length, so that no two lists of parts look
 * alike. Raise the version when the function changes its result.
 *
 * @param name of the derivation, for people who look into the vault; lower-case letters and hyphens
 * @param hash 64 hexadecimal digits
 */
public record Key(String name, String hash) {
    public Key {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("a key's name holds lower-case letters, digits and hyphens: " + name);
        }
    }

    public static Key of(String name, int version) {
        return new Key(name, digest("", "version", Integer.toString(version)));
    }

    public Key with(String part, Object value) {
        return new Key(name, digest(hash, part, value.toString()));
    }

    private static String digest(String before, String part, String value) {
        MessageDigest sha = sha256();
        for (String text : new String[] {before, part, value}) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            sha.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            sha.update(bytes);
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return name + "-" + hash;
    }
}
