package backbeat.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code backbeat lyrics}: words with their times. */
@Command(
        name = "lyrics",
        description = "Turns lyrics with times from one format into another, and puts their lines onto the singing.",
        mixinStandardHelpOptions = true,
        subcommands = {LyricsConvertCommand.class, LyricsSnapCommand.class},
        footer = {
            "",
            "Read: .lrc (also with stamps of words), UltraStar .txt. Written: .lrc, .srt, .vtt, .ttml.",
            "",
            "Examples:",
            "  backbeat lyrics convert song.lrc song.srt",
            "  backbeat lyrics snap song.lrc --song song.wav --out snapped.lrc"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the field
final class LyricsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    private final Terminal terminal;

    LyricsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        spec.commandLine().usage(terminal.out());
    }
}
