package backbeat.engine.song;

import backbeat.engine.problem.SongProblems;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place of the song as people say it: bar 34 ({@code 34}), its second beat ({@code 34.2}), or a time ({@code 1:02.5}, {@code 62.5s}). */
public record SongPlace(String written) {
    private static final Pattern BAR = Pattern.compile("(\\d{1,4})(?:\\.(\\d{1,2}))?");
    private static final Pattern TIME =
            Pattern.compile("(?:(\\d{1,3}):(\\d{1,2}(?:[.,]\\d+)?))|(\\d{1,5}(?:[.,]\\d+)?)s");

    /** Empty when it is none. */
    public static Optional<SongPlace> of(String word) {
        String stripped = word.strip();
        boolean known =
                BAR.matcher(stripped).matches() || TIME.matcher(stripped).matches();
        return known ? Optional.of(new SongPlace(stripped)) : Optional.empty();
    }

    /** @throws backbeat.engine.problem.ProblemException when it is none */
    public static SongPlace parse(String word) {
        return of(word).orElseThrow(() -> SongProblems.noPlace(word).asException());
    }

    /**
     * Seconds of the song at which the place begins.
     *
     * @throws backbeat.engine.problem.ProblemException when the song has no such bar or beat
     */
    public double start(SongMap map) {
        Matcher time = TIME.matcher(written);
        if (time.matches()) {
            return time.group(3) != null
                    ? seconds(time.group(3))
                    : 60 * Double.parseDouble(time.group(1)) + seconds(time.group(2));
        }
        Matcher bar = BAR.matcher(written);
        if (!bar.matches()) {
            throw SongProblems.noPlace(written).asException();
        }
        int beat = bar.group(2) == null ? 1 : Integer.parseInt(bar.group(2));
        return beatAt(map, Integer.parseInt(bar.group(1)), beat);
    }

    private static double seconds(String text) {
        return Double.parseDouble(text.replace(',', '.'));
    }

    /**
     * Seconds of the song at which the place ends: a bar where it is a bar, else where it begins.
     *
     * @throws backbeat.engine.problem.ProblemException when the song has no such bar or beat
     */
    public double end(SongMap map) {
        Matcher bar = BAR.matcher(written);
        boolean wholeBar = bar.matches() && bar.group(2) == null;
        if (!wholeBar) {
            return start(map);
        }
        int index = Integer.parseInt(written);
        return map.bars().stream()
                .filter(b -> b.index() == index)
                .findFirst()
                .orElseThrow(() -> SongProblems.notInSong(written, bars(map)).asException())
                .end();
    }

    private double beatAt(SongMap map, int bar, int beat) {
        return map.beats().stream()
                .filter(b -> b.bar() == bar && b.beat() == beat)
                .findFirst()
                .orElseThrow(() -> SongProblems.notInSong(written, bars(map)).asException())
                .time();
    }

    private static String bars(SongMap map) {
        return map.bars().isEmpty()
                ? ""
                : map.bars().getFirst().index() + " to " + map.bars().getLast().index();
    }

    @Override
    public String toString() {
        return written;
    }
}
