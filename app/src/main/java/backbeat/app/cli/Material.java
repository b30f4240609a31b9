package backbeat.app.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options {@code --song} and {@code --footage}: what a director brings. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class Material {
    @Option(names = "--song", required = true, paramLabel = "FILE", description = "The song: WAV, FLAC, MP3, M4A ...")
    private Path song;

    @Option(
            names = "--footage",
            required = true,
            paramLabel = "DIR",
            description = "Folder with cards or clips; only read.")
    private Path footage;

    Path song() {
        return NamedFile.file(song, "the song");
    }

    Path footage() {
        return NamedFile.folder(footage, "the footage");
    }
}
