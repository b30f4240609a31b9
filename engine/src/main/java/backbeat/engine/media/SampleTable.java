package backbeat.engine.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The list of pictures of an MP4 or MOV file that we wrote (ISO 14496-12, 8.6): how many there are, and whether each is shown equally long. Read straight from the file's
 * boxes, because asking ffprobe costs a process for every piece.
 *
 * @param frames of the picture track
 * @param isEven whether all of them last equally long; the last one may be rounded
 */
public record SampleTable(long frames, boolean isEven) {
    static final SampleTable EMPTY = new SampleTable(0, true);

    private static final long MOST_BYTES = 64 << 20;

    /** @throws IOException when the file is not whole, or has no picture */
    public static SampleTable of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer movie = movie(channel);
            while (movie.hasRemaining()) {
                Box box = Box.next(movie);
                if (box.is("trak")) {
                    Optional<SampleTable> table = picture(box.content());
                    if (table.isPresent()) {
                        return table.get();
                    }
                }
            }
            throw new IOException("no picture in " + file);
        }
    }

    /** The content of the one box that describes everything; media data before it is stepped over. */
    private static ByteBuffer movie(FileChannel channel) throws IOException {
        long position = 0;
        while (true) {
            ByteBuffer head = read(channel, position, 16);
            long size = Integer.toUnsignedLong(head.getInt(0));
            String type = type(head, 4);
            int headBytes = size == 1 ? 16 : 8;
            size = size == 1 ? head.getLong(8) : size;
            if (size < headBytes) {
                throw new IOException("a box without an end");
            }
            if (type.equals("moov")) {
                return read(channel, position + headBytes, Math.min(size - headBytes, MOST_BYTES));
            }
            position += size;
        }
    }

    private static ByteBuffer read(FileChannel channel, long position, long bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(bytes));
        while (buffer.hasRemaining()) {
            int count = channel.read(buffer, position + buffer.position());
            if (count < 0 && buffer.position() >= 8) {
                break;
            }
            if (count < 0) {
                throw new EOFException("the file is not whole");
            }
        }
        return buffer.flip();
    }

    private static Optional<SampleTable> picture(ByteBuffer track) throws IOException {
        ByteBuffer media = Box.find(track, "mdia");
        boolean isPicture = type(Box.find(media.duplicate(), "hdlr"), 8).equals("vide");
        if (!isPicture) {
            return Optional.empty();
        }
        ByteBuffer table = Box.find(Box.find(media, "minf"), "stbl");
        long frames = Integer.toUnsignedLong(Box.find(table.duplicate(), "stsz").getInt(8));
        return Optional.of(new SampleTable(frames, isEven(Box.find(table, "stts"))));
    }

    /** Runs of equally long samples: one, or a second one of the single last sample. */
    private static boolean isEven(ByteBuffer runs) {
        int count = runs.getInt(4);
        boolean lastAlone = count == 2 && runs.getInt(16) == 1;
        return count == 1 || lastAlone;
    }

    private static String type(ByteBuffer buffer, int at) {
        byte[] name = new byte[4];
        buffer.duplicate().position(at).get(name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    private record Box(String type, ByteBuffer content) {
        static Box next(ByteBuffer boxes) throws IOException {
            if (boxes.remaining() < 8) {
                throw new EOFException("the file is not whole");
            }
            int start = boxes.position();
            int size = boxes.getInt(start);
            if (size < 8 || size > boxes.remaining()) {
                throw new EOFException("the file is not whole");
            }
            Box box = new Box(SampleTable.type(boxes, start + 4), boxes.slice(start + 8, size - 8));
            boxes.position(start + size);
            return box;
        }

        boolean is(String name) {
            return type.equals(name);
        }

        static ByteBuffer find(ByteBuffer boxes, String name) throws IOException {
            while (boxes.hasRemaining()) {
                Box box = next(boxes);
                if (box.is(name)) {
                    return box.content();
                }
            }
            throw new IOException("no box " + name);
        }
    }
}
