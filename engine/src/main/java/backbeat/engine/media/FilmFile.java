package backbeat.engine.media;

import backbeat.engine.derive.Work;
import backbeat.engine.media.Encoder.Piece;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** A film joined of pieces: its index first, so that it plays while it is loaded, then their samples. */
final class FilmFile {
    private static final int HEAD_OF_LARGE_BOX = 16;

    private final byte[] kind;
    private final FilmIndex index;

    private FilmFile(byte[] kind, FilmIndex index) {
        this.kind = kind;
        this.index = index;
    }

    /** Nothing where the files are not such as we know to join. */
    static Optional<FilmFile> of(List<Piece> pieces, Path sound, String container) {
        try {
            FilmIndex index = FilmIndex.of(pieces, PieceTrack.of(sound), container);
            return Optional.of(new FilmFile(kindOf(pieces.getFirst().file()), index));
        } catch (IOException | IndexOutOfBoundsException | ArithmeticException notOurs) {
            return Optional.empty();
        }
    }

    private static byte[] kindOf(Path piece) throws IOException {
        try (FileChannel channel = FileChannel.open(piece, StandardOpenOption.READ)) {
            return BoxWriter.bytes(Box.read(channel, Box.placeOf(Box.placesIn(channel), "ftyp")));
        }
    }

    void write(Path target, Work work) throws IOException {
        byte[] first = BoxWriter.box("ftyp", kind);
        // Where the samples lie is part of the index, whose length does not depend on it below four gigabytes; beyond,
        // a second look does.
        byte[] movie = index.movie(0);
        for (int look = 0; look < 2; look++) {
            movie = index.movie((long) first.length + movie.length + HEAD_OF_LARGE_BOX);
        }
        try (FileChannel film = FileChannel.open(
                target, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)) {
            writeAll(film, ByteBuffer.wrap(first));
            writeAll(film, ByteBuffer.wrap(movie));
            writeAll(film, ByteBuffer.wrap(headOfSamples()));
            copySamples(film, work);
        }
    }

    private byte[] headOfSamples() throws IOException {
        long bytes = HEAD_OF_LARGE_BOX;
        for (int i = 0; i < index.pieces().size(); i++) {
            bytes += index.pieces().get(i).data().bytes() + index.soundBytesAfter(i);
        }
        return new BoxWriter().number(1).letters("mdat").longNumber(bytes).content();
    }

    private void copySamples(FileChannel film, Work work) throws IOException {
        try (FileChannel sound = FileChannel.open(index.sound().file(), StandardOpenOption.READ)) {
            long heard = index.sound().data().start();
            for (int i = 0; i < index.pieces().size(); i++) {
                work.stopIfCancelled();
                PieceTrack piece = index.pieces().get(i);
                try (FileChannel picture = FileChannel.open(piece.file(), StandardOpenOption.READ)) {
                    copy(picture, piece.data().start(), piece.data().bytes(), film);
                }
                long bytes = index.soundBytesAfter(i);
                copy(sound, heard, bytes, film);
                heard += bytes;
            }
        }
    }

    private static void copy(FileChannel from, long start, long bytes, FileChannel to) throws IOException {
        long done = 0;
        while (done < bytes) {
            long more = from.transferTo(start + done, bytes - done, to);
            if (more <= 0) {
                throw new IOException("a piece of the film became shorter while it was joined");
            }
            done += more;
        }
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
