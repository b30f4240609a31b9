package backbeat.engine.interchange;

import backbeat.engine.time.Rational;
import org.jspecify.annotations.Nullable;

/** Times as FCPXML writes them: {@code 1001/24000s}, {@code 5s}, {@code 1.5s}. */
final class FcpxmlTime {
    private FcpxmlTime() {}

    /** Null where there is none, or none that can be read. */
    static @Nullable Rational of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String number = text.strip();
        if (number.endsWith("s")) {
            number = number.substring(0, number.length() - 1);
        }
        try {
            return number.isEmpty() ? null : Rational.parse(number);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return null;
        }
    }
}
