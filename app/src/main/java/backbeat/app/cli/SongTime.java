package backbeat.app.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** A place in the song as people write it: {@code 12.34} seconds or {@code 1:02.5}. */
record SongTime(double seconds) {
    private static final Pattern WRITTEN = Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,5}(?:[.,]\\d+)?)");

    static SongTime parse(String word) {
        Matcher parts = WRITTEN.matcher(word.strip());
        if (!parts.matches()) {
            throw new CommandLine.TypeConversionException(
                    "expected a time such as 12.34 or 1:02.5, not \"" + word + "\"");
        }
        double minutes = parts.group(1) == null ? 0 : Double.parseDouble(parts.group(1));
        return new SongTime(60 * minutes + Double.parseDouble(parts.group(2).replace(',', '.')));
    }

    static final class Reading implements CommandLine.ITypeConverter<SongTime> {
        @Override
        public SongTime convert(String word) {
            return parse(word);
        }
    }
}
