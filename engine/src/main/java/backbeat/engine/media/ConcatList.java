package backbeat.engine.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A list of pieces for FFmpeg's {@code concat}, in a folder of its own, where the pieces stand under plain names: no name from outside can be read as a word of
 * the list. Each piece's length is written down, because the headers round it to milliseconds and the error would add up at each join.
 */
final class ConcatList implements AutoCloseable {
    private final Path folder;
    private final Path list;

    private ConcatList(Path folder) {
        this.folder = folder;
        this.list = folder.resolve("list.ffconcat");
    }

    /** @param folder an empty folder, which goes when this is closed */
    static ConcatList of(List<Encoder.Piece> pieces, Path folder) throws IOException {
        ConcatList concat = new ConcatList(folder);
        StringBuilder lines = new StringBuilder("ffconcat version 1.0\n");
        for (int i = 0; i < pieces.size(); i++) {
            String name = "piece" + i;
            stand(folder.resolve(name), pieces.get(i).file().toAbsolutePath());
            lines.append("file ").append(name).append('\n');
            lines.append("duration ")
                    .append(Encoder.seconds(pieces.get(i).seconds()))
                    .append('\n');
        }
        Files.writeString(concat.list, lines);
        return concat;
    }

    /** A link where the system has them, else a copy. */
    private static void stand(Path name, Path file) throws IOException {
        try {
            Files.createSymbolicLink(name, file);
        } catch (IOException | UnsupportedOperationException noLinksHere) {
            Files.copy(file, name);
        }
    }

    FfmpegCommand asInput(FfmpegCommand command) {
        return command.with(
                        "-protocol_whitelist", "file", "-format_whitelist", "concat,mov,mpegts,matroska,mpeg,mxf,avi")
                .with("-f", "concat", "-safe", "1", "-i", "file:" + list);
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
