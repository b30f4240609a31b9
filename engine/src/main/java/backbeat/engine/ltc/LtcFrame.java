package backbeat.engine.ltc;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Timecode;
import java.util.BitSet;
import java.util.Optional;

/**
 * What one frame of linear timecode carries: 80 bits, sent bit 0 first. A label alone does not tell its rate.
 *
 * @param userBits eight digits of four bits, the first in the lowest
 */
public record LtcFrame(int hours, int minutes, int seconds, int frames, boolean dropFrame, int userBits) {
    /** Bits of a frame. */
    public static final int BITS = 80;

    static final int SYNC_FROM = 64;
    /** Bits 64 to 79 in the order they are sent. */
    static final String SYNC_WORD = "0011111111111101";

    private static final int DROP_FLAG = 10;
    private static final int CORRECTION_AT_25 = 59;
    private static final int CORRECTION_ELSE = 27;

    public static LtcFrame of(Timecode timecode, int userBits) {
        String[] parts = timecode.toString().split("[:;]", -1);
        return new LtcFrame(
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]),
                Integer.parseInt(parts[3]),
                timecode.dropFrame(),
                userBits);
    }

    /** The bits as they are sent; the polarity correction makes the number of zeros even, so that each frame begins with the same edge. */
    public BitSet bits(Rate rate) {
        BitSet bits = new BitSet(BITS);
        put(bits, 0, 4, frames % 10);
        put(bits, 8, 2, frames / 10);
        put(bits, 16, 4, seconds % 10);
        put(bits, 24, 3, seconds / 10);
        put(bits, 32, 4, minutes % 10);
        put(bits, 40, 3, minutes / 10);
        put(bits, 48, 4, hours % 10);
        put(bits, 56, 2, hours / 10);
        bits.set(DROP_FLAG, dropFrame);
        for (int digit = 0; digit < 8; digit++) {
            put(bits, 4 + 8 * digit, 4, (userBits >>> (4 * digit)) & 15);
        }
        for (int i = SYNC_FROM; i < BITS; i++) {
            bits.set(i, SYNC_WORD.charAt(i - SYNC_FROM) == '1');
        }
        boolean oddZeros = bits.cardinality() % 2 == 1;
        bits.set(rate.nominal() == 25 ? CORRECTION_AT_25 : CORRECTION_ELSE, oddZeros);
        return bits;
    }

    /** What the bits say; nothing when they are no label, such as a digit above nine. The sync word is not looked at. */
    static Optional<LtcFrame> read(BitSet bits) {
        int frames = twoDigits(bits, 0, 8, 2);
        int seconds = twoDigits(bits, 16, 24, 3);
        int minutes = twoDigits(bits, 32, 40, 3);
        int hours = twoDigits(bits, 48, 56, 2);
        boolean inRange = frames >= 0 && frames < 30 && seconds >= 0 && seconds < 60;
        inRange &= minutes >= 0 && minutes < 60 && hours >= 0 && hours < 24;
        boolean drop = bits.get(DROP_FLAG);
        boolean leftOut = drop && seconds == 0 && frames >= 0 && frames < 2 && minutes % 10 != 0;
        if (!inRange || leftOut) {
            return Optional.empty();
        }
        int user = 0;
        for (int digit = 0; digit < 8; digit++) {
            user |= number(bits, 4 + 8 * digit, 4) << (4 * digit);
        }
        return Optional.of(new LtcFrame(hours, minutes, seconds, frames, drop, user));
    }

    private static void put(BitSet bits, int from, int count, int value) {
        for (int i = 0; i < count; i++) {
            bits.set(from + i, ((value >> i) & 1) == 1);
        }
    }

    private static int number(BitSet bits, int from, int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value |= bits.get(from + i) ? 1 << i : 0;
        }
        return value;
    }

    /** -1 when the units are no digit. */
    private static int twoDigits(BitSet bits, int units, int tens, int tensBits) {
        int low = number(bits, units, 4);
        return low > 9 ? -1 : 10 * number(bits, tens, tensBits) + low;
    }

    /** Frames since midnight, if a second has so many labels. */
    long count(int nominal) {
        long totalMinutes = hours * 60L + minutes;
        long dropped = dropFrame ? 2 * (totalMinutes - totalMinutes / 10) : 0;
        return (totalMinutes * 60 + seconds) * nominal + frames - dropped;
    }

    boolean fits(int nominal) {
        return frames < nominal && (!dropFrame || nominal == 30);
    }

    Timecode timecode(Rate rate) {
        return Timecode.of(hours, minutes, seconds, frames, rate, dropFrame);
    }
}
