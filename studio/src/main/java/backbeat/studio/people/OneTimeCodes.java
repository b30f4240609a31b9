package backbeat.studio.people;

import static backbeat.studio.store.db.Tables.SECOND_FACTOR;

import backbeat.studio.store.Store;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A second factor: codes of six digits that change every 30 seconds, as authenticator programs make them (time-based one-time passwords, RFC 6238, with HMAC-SHA-1 as
 * all of them expect). A code of the step before or after is taken, too, since clocks differ; none is taken twice.
 */
public final class OneTimeCodes {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int KEY_BYTES = 20;
    private static final long STEP_MILLIS = 30_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Store store;
    private final Clock clock;

    public OneTimeCodes(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Whether an account signs in with a code. */
    public boolean isWanted(Account account) {
        return store.sql()
                .fetchExists(
                        SECOND_FACTOR, SECOND_FACTOR.ACCOUNT_ID.eq(account.id()).and(SECOND_FACTOR.CONFIRMED));
    }

    /** The key that waits for its first code; made when there is none. */
    public String prepare(Account account) {
        return waiting(account).orElseGet(() -> {
            byte[] key = new byte[KEY_BYTES];
            RANDOM.nextBytes(key);
            store.change(sql -> {
                sql.deleteFrom(SECOND_FACTOR)
                        .where(SECOND_FACTOR.ACCOUNT_ID.eq(account.id()))
                        .execute();
                sql.insertInto(SECOND_FACTOR)
                        .values(account.id(), base32(key), false, 0L)
                        .execute();
            });
            return base32(key);
        });
    }

    private Optional<String> waiting(Account account) {
        return store.sql()
                .select(SECOND_FACTOR.SECRET)
                .from(SECOND_FACTOR)
                .where(SECOND_FACTOR.ACCOUNT_ID.eq(account.id()))
                .and(SECOND_FACTOR.CONFIRMED.isFalse())
                .fetchOptional(row -> row.value1());
    }

    /** What authenticator programs read. */
    public static String address(Account account, String key) {
        return "otpauth://totp/Backbeat:" + URLEncoder.encode(account.email(), StandardCharsets.UTF_8) + "?secret="
                + key + "&issuer=Backbeat";
    }

    /** From now on the account signs in with codes, since it has just shown one. */
    public void confirm(Account account, String code) {
        if (!fits(account, code)) {
            throw PeopleProblems.wrongCode().asException();
        }
        store.sql()
                .update(SECOND_FACTOR)
                .set(SECOND_FACTOR.CONFIRMED, true)
                .where(SECOND_FACTOR.ACCOUNT_ID.eq(account.id()))
                .execute();
    }

    public void forget(Account account) {
        store.sql()
                .deleteFrom(SECOND_FACTOR)
                .where(SECOND_FACTOR.ACCOUNT_ID.eq(account.id()))
                .execute();
    }

    /** Whether a code is the one of now; it fits once. */
    boolean fits(Account account, String code) {
        String digits = code.replaceAll("\\s", "");
        return store.changed(sql -> {
            var row = sql.selectFrom(SECOND_FACTOR)
                    .where(SECOND_FACTOR.ACCOUNT_ID.eq(account.id()))
                    .fetchOne();
            if (row == null) {
                return false;
            }
            long now = clock.millis() / STEP_MILLIS;
            for (long step = now - 1; step <= now + 1; step++) {
                if (step > row.getLastStep() && code(row.getSecret(), step).equals(digits)) {
                    sql.update(SECOND_FACTOR)
                            .set(SECOND_FACTOR.LAST_STEP, step)
                            .where(SECOND_FACTOR.ACCOUNT_ID.eq(account.id()))
                            .execute();
                    return true;
                }
            }
            return false;
        });
    }

    /** The code of a moment. */
    public static String codeAt(String key, long millis) {
        return code(key, millis / STEP_MILLIS);
    }

    private static String code(String key, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(key), "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int from = hash[hash.length - 1] & 15;
            int number = ByteBuffer.wrap(hash, from, 4).getInt() & 0x7fffffff;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-1", e);
        }
    }

    static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte one : bytes) {
            held = (held << 8) | (one & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(LETTERS.charAt((held >> bits) & 31));
            }
            held &= (1 << bits) - 1;
        }
        return bits == 0
                ? text.toString()
                : text.append(LETTERS.charAt((held << (5 - bits)) & 31)).toString();
    }

    private static byte[] bytes(String base32) {
        ByteBuffer bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
        int held = 0;
        int bits = 0;
        for (int i = 0; i < base32.length(); i++) {
            held = (held << 5) | LETTERS.indexOf(base32.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
                held &= (1 << bits) - 1;
            }
        }
        return bytes.array();
    }
}
