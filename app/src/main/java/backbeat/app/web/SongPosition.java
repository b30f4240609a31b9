package backbeat.app.web;

import backbeat.engine.problem.Problem;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.song.SongMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Places of the song as people write them: {@code 34}, {@code 34.2} (bar and beat), {@code 1:12.4} (minutes), {@code 72.4 s}. */
final class SongPosition {
    private static final Pattern BAR = Pattern.compile("(\\d{1,5})(?:\\.(\\d{1,2}))?");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,3}):(\\d{1,2}(?:\\.\\d{1,9})?)");
    private static final Pattern SECONDS = Pattern.compile("(-?\\d{1,6}(?:\\.\\d{1,9})?)\\s*s");

    private SongPosition() {}

    /** @return seconds */
    static double parse(String text, @Nullable SongMap map) {
        String plain = text.strip();
        Matcher seconds = SECONDS.matcher(plain);
        if (seconds.matches()) {
            return Double.parseDouble(seconds.group(1));
        }
        Matcher clock = CLOCK.matcher(plain);
        if (clock.matches()) {
            return 60 * Double.parseDouble(clock.group(1)) + Double.parseDouble(clock.group(2));
        }
        Matcher bar = BAR.matcher(plain);
        if (bar.matches() && map != null) {
            int number = Integer.parseInt(bar.group(1));
            int beat = bar.group(2) == null ? 1 : Integer.parseInt(bar.group(2));
            return map.beats().stream()
                    .filter(one -> one.bar() == number && one.beat() == beat)
                    .findFirst()
                    .orElseThrow(() -> refused(plain, "The song has no such bar and beat."))
                    .time();
        }
        throw refused(plain, "It is no place of the song.");
    }

    private static ProblemException refused(String text, String cause) {
        return new Problem(
                        "web/song-position",
                        "\"" + text + "\" cannot be found on the song.",
                        "",
                        cause,
                        "Write a bar and a beat as 34.2, minutes as 1:12.4, or seconds as 72.4 s.")
                .asException();
    }
}
