package backbeat.engine.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes boxes of an MP4 or MOV file, from the inner to the outer. */
final class BoxWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    static byte[] box(String type, byte[]... contents) {
        BoxWriter box = new BoxWriter();
        int size = Box.HEAD_BYTES;
        for (byte[] content : contents) {
            size = Math.addExact(size, content.length);
        }
        box.number(size).letters(type);
        for (byte[] content : contents) {
            box.bytes.writeBytes(content);
        }
        return box.content();
    }

    static byte[] box(Box copied) {
        return box(copied.type(), bytes(copied.content()));
    }

    static byte[] bytes(ByteBuffer buffer) {
        byte[] copy = new byte[buffer.slice().remaining()];
        buffer.slice().get(copy);
        return copy;
    }

    /** A copy in which one number stands elsewise. */
    static byte[] changed(byte[] content, int at, long number) {
        return ByteBuffer.wrap(content.clone()).putInt(at, fitting(number)).array();
    }

    BoxWriter number(long number) {
        bytes.writeBytes(
                ByteBuffer.allocate(Integer.BYTES).putInt(fitting(number)).array());
        return this;
    }

    BoxWriter longNumber(long number) {
        bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        return this;
    }

    BoxWriter letters(String letters) {
        bytes.writeBytes(letters.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    byte[] content() {
        return bytes.toByteArray();
    }

    private static int fitting(long number) {
        if (number < 0 || number > 0xffff_ffffL) {
            throw new ArithmeticException("does not fit into 32 bits: " + number);
        }
        return (int) number;
    }
}
