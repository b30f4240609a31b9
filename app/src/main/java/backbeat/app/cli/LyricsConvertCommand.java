package backbeat.app.cli;

import backbeat.engine.lyrics.LyricsFormat;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code backbeat lyrics convert}. */
@Command(
        name = "convert",
        description = "Turns lyrics into another format; the endings say which.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  backbeat lyrics convert song.lrc song.srt",
            "  backbeat lyrics convert ultrastar.txt song.lrc --words"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class LyricsConvertCommand implements Runnable {
    @Parameters(index = "0", paramLabel = "IN", description = "LRC, or UltraStar text.")
    private Path in;

    @Parameters(index = "1", paramLabel = "OUT", description = "The file to write: .lrc, .srt, .vtt, .ttml.")
    private Path out;

    @Mixin
    private LyricsTarget target;

    private final Terminal terminal;

    LyricsConvertCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Path source = NamedFile.file(in, "the lyrics");
        LyricsFormat format = target.prepare(source, out);
        target.write(LyricsTarget.read(source, terminal), format, out, terminal);
    }
}
