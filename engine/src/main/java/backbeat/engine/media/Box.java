package backbeat.engine.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A box of an MP4 or MOV file (ISO 14496-12, 4.2): a size, four letters, content.
 *
 * @param content from its first to its last byte; reading moves it
 */
record Box(String type, ByteBuffer content) {
    static final int HEAD_BYTES = 8;

    /**
     * A box of a file that is not read into memory.
     *
     * @param start of its content
     */
    record Place(String type, long start, long bytes) {}

    private static final long MOST_BYTES = 64 << 20;

    /** The boxes that a file consists of, without what they hold. */
    static List<Place> placesIn(FileChannel channel) throws IOException {
        List<Place> places = new ArrayList<>();
        long position = 0;
        while (position < channel.size()) {
            ByteBuffer head = read(channel, position, Math.min(16, channel.size() - position));
            if (head.remaining() < HEAD_BYTES) {
                throw new EOFException("the file is not whole");
            }
            long size = Integer.toUnsignedLong(head.getInt(0));
            boolean isLarge = size == 1 && head.remaining() == 16;
            int headBytes = isLarge ? 16 : HEAD_BYTES;
            size = isLarge ? head.getLong(HEAD_BYTES) : size;
            if (size < headBytes || size > channel.size() - position) {
                throw new EOFException("the file is not whole");
            }
            places.add(new Place(letters(head, 4), position + headBytes, size - headBytes));
            position += size;
        }
        return places;
    }

    static Place placeOf(List<Place> places, String type) throws IOException {
        return places.stream()
                .filter(place -> place.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new IOException("no box " + type));
    }

    static ByteBuffer read(FileChannel channel, Place place) throws IOException {
        return read(channel, place.start(), Math.min(place.bytes(), MOST_BYTES));
    }

    private static ByteBuffer read(FileChannel channel, long position, long bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(bytes));
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException("the file is not whole");
            }
        }
        return buffer.flip();
    }

    static Box next(ByteBuffer boxes) throws IOException {
        int start = boxes.position();
        int size = boxes.remaining() < HEAD_BYTES ? 0 : boxes.getInt(start);
        if (size < HEAD_BYTES || size > boxes.remaining()) {
            throw new EOFException("the file is not whole");
        }
        Box box = new Box(letters(boxes, start + 4), boxes.slice(start + HEAD_BYTES, size - HEAD_BYTES));
        boxes.position(start + size);
        return box;
    }

    /** All boxes that lie one after another. */
    static List<Box> all(ByteBuffer boxes) throws IOException {
        ByteBuffer rest = boxes.slice();
        List<Box> all = new ArrayList<>();
        while (rest.hasRemaining()) {
            all.add(next(rest));
        }
        return all;
    }

    /** The content of the first box of a type. */
    static ByteBuffer find(ByteBuffer boxes, String type) throws IOException {
        for (Box box : all(boxes)) {
            if (box.is(type)) {
                return box.content();
            }
        }
        throw new IOException("no box " + type);
    }

    /** The content of a box within boxes. */
    static ByteBuffer find(ByteBuffer boxes, List<String> path) throws IOException {
        ByteBuffer inner = boxes;
        for (String type : path) {
            inner = find(inner, type);
        }
        return inner;
    }

    boolean is(String name) {
        return type.equals(name);
    }

    static String letters(ByteBuffer buffer, int at) {
        byte[] name = new byte[4];
        buffer.duplicate().position(at).get(name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }
}
