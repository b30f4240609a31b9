package backbeat.app.cli;

import backbeat.engine.sync.SongAt;
import picocli.CommandLine;

/** Reads the timecode of a song's start; a slip is told with what is wrong. */
final class SongTimecode implements CommandLine.ITypeConverter<SongAt> {
    @Override
    public SongAt convert(String word) {
        try {
            return SongAt.parse(word.strip());
        } catch (IllegalArgumentException slip) {
            throw new CommandLine.TypeConversionException(
                    slip.getMessage() + "; write it like 01:00:00:00@25, and x1.2 behind it for a song at 120 %");
        }
    }
}
