package backbeat.app.cli;

import backbeat.engine.song.SongMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** A place of the song as people say it: bar 34 ({@code 34}), its second beat ({@code 34.2}), or a time ({@code 1:02.5}, {@code 62.5s}). */
record SongPlace(String written) {
    private static final Pattern BAR = Pattern.compile("(\\d{1,4})(?:\\.(\\d{1,2}))?");
    private static final Pattern TIME = Pattern.compile("\\d{1,3}:\\d{1,2}(?:[.,]\\d+)?|\\d{1,5}(?:[.,]\\d+)?s");

    /** @throws CommandLine.TypeConversionException when it is none */
    static SongPlace parse(String word) {
        String stripped = word.strip();
        if (!BAR.matcher(stripped).matches() && !TIME.matcher(stripped).matches()) {
            throw new CommandLine.TypeConversionException(
                    "expected a place of the song such as 34 (bar), 34.2 (bar and beat), 1:02.5 or 62.5s, not \"" + word
                            + "\"");
        }
        return new SongPlace(stripped);
    }

    /** Seconds of the song at which the place begins. */
    double start(SongMap map) {
        Matcher bar = BAR.matcher(written);
        if (!bar.matches()) {
            return SongTime.parse(written.replace("s", "")).seconds();
        }
        int beat = bar.group(2) == null ? 1 : Integer.parseInt(bar.group(2));
        return beatAt(map, Integer.parseInt(bar.group(1)), beat);
    }

    /** Seconds of the song at which the place ends: a bar where it is a bar, else where it begins. */
    double end(SongMap map) {
        Matcher bar = BAR.matcher(written);
        boolean wholeBar = bar.matches() && bar.group(2) == null;
        if (!wholeBar) {
            return start(map);
        }
        int index = Integer.parseInt(written);
        return map.bars().stream()
                .filter(b -> b.index() == index)
                .findFirst()
                .orElseThrow(() -> notThere(map))
                .end();
    }

    private double beatAt(SongMap map, int bar, int beat) {
        return map.beats().stream()
                .filter(b -> b.bar() == bar && b.beat() == beat)
                .findFirst()
                .orElseThrow(() -> notThere(map))
                .time();
    }

    private CommandLine.TypeConversionException notThere(SongMap map) {
        return new CommandLine.TypeConversionException(
                map.bars().isEmpty()
                        ? "the song has no bars: say \"" + written + "\" as a time such as 1:02.5"
                        : "the song has no bar and beat " + written + ": its bars go from "
                                + map.bars().getFirst().index() + " to "
                                + map.bars().getLast().index());
    }

    @Override
    public String toString() {
        return written;
    }
}
