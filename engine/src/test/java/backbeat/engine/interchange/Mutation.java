package backbeat.engine.interchange;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changed copies of files, the same ones in every run. */
final class Mutation {
    private static final String[] WORDS = {
        "-1",
        "0",
        "99999999999999999999",
        "9223372036854775807",
        "1/0s",
        "1e99",
        "1e300",
        "0.000000000000000001",
        "7/9223372036854775783",
        "9223372036854775807/2s",
        "",
        "\"",
        "<",
        ">",
        "&x;",
        "/",
        "NaN",
        "::",
        "\t",
        "\n",
        "s"
    };
    /** So many of the words are numbers, and stand first. */
    private static final int NUMBER_WORDS = 10;

    private static final int[] NUMBERS = {0, -1, -2, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, 512, 1 << 20};

    private final List<byte[]> seeds;
    private final Random random;

    Mutation(List<byte[]> seeds, long seed) {
        this.seeds = seeds;
        this.random = new Random(seed);
    }

    byte[] next() {
        byte[] input = seeds.get(random.nextInt(seeds.size())).clone();
        boolean onlyNumbers = random.nextBoolean();
        for (int n = 1 + random.nextInt(4); n > 0 && input.length > 20; n--) {
            input = onlyNumbers ? number(input, random.nextInt(input.length)) : changed(input);
        }
        return input;
    }

    private byte[] changed(byte[] input) {
        int at = random.nextInt(input.length);
        int to = Math.min(input.length, at + random.nextInt(40));
        byte[] nothing = {};
        switch (random.nextInt(10)) {
            case 0 -> input[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> input[at] = (byte) random.nextInt(256);
            case 2 -> putNumber(input, at);
            case 3 -> {
                return replaced(input, at, to, nothing);
            }
            case 4 -> {
                return replaced(input, at, at, word(WORDS.length));
            }
            case 5, 6 -> {
                return digit(input, at);
            }
            case 7 -> {
                return replaced(input, at, at, part(random.nextInt(2000)));
            }
            case 8 -> {
                return replaced(input, at, to, part(to - at));
            }
            default -> {
                return random.nextInt(6) > 0 ? input : nested(input, at);
            }
        }
        return input;
    }

    /** Lengths and places are where reading goes astray. */
    private void putNumber(byte[] input, int at) {
        int aligned = at & ~3;
        int number = NUMBERS[random.nextInt(NUMBERS.length)];
        for (int i = 0; i < 4 && aligned + i < input.length; i++) {
            input[aligned + i] = (byte) (number >>> (8 * i));
        }
    }

    private byte[] digit(byte[] input, int from) {
        for (int i = from; i < input.length; i++) {
            if (Character.isDigit(input[i])) {
                return replaced(input, i, i + 1, word(NUMBER_WORDS));
            }
        }
        return input;
    }

    /** What is still well-formed gets further than what is broken. */
    private byte[] number(byte[] input, int after) {
        int from = after;
        while (from < input.length && !Character.isDigit(input[from])) {
            from++;
        }
        int to = from;
        while (to < input.length && Character.isDigit(input[to])) {
            to++;
        }
        return replaced(input, from, to, word(NUMBER_WORDS));
    }

    private byte[] part(int length) {
        byte[] other = seeds.get(random.nextInt(seeds.size()));
        int from = random.nextInt(other.length);
        return Arrays.copyOfRange(other, from, Math.min(other.length, from + length));
    }

    /** Cut off, or the same piece a thousand times: that is also how things get deep. */
    private byte[] nested(byte[] input, int at) {
        if (random.nextBoolean()) {
            return Arrays.copyOf(input, at);
        }
        String piece = new String(part(30), StandardCharsets.ISO_8859_1);
        return replaced(input, at, at, piece.repeat(1000).getBytes(StandardCharsets.ISO_8859_1));
    }

    private byte[] word(int ofTheFirst) {
        return WORDS[random.nextInt(ofTheFirst)].getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] replaced(byte[] input, int from, int to, byte[] with) {
        byte[] output = new byte[input.length - (to - from) + with.length];
        System.arraycopy(input, 0, output, 0, from);
        System.arraycopy(with, 0, output, from, with.length);
        System.arraycopy(input, to, output, from + with.length, input.length - to);
        return output;
    }
}
