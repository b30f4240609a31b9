package backbeat.engine.interchange;

import java.io.IOException;
import java.io.Writer;

/** Gathers characters before they go on: the platform's XML writer gives them one word at a time, and each costs a lock further down. */
final class Plain extends Writer {
    private final char[] buffer = new char[1 << 13];
    private final Writer out;
    private int filled;

    Plain(Writer out) {
        this.out = out;
    }

    @Override
    public void write(int character) throws IOException {
        if (filled == buffer.length) {
            empty();
        }
        buffer[filled++] = (char) character;
    }

    @Override
    public void write(char[] characters, int from, int length) throws IOException {
        if (length > buffer.length - filled) {
            empty();
        }
        if (length > buffer.length) {
            out.write(characters, from, length);
        } else {
            System.arraycopy(characters, from, buffer, filled, length);
            filled += length;
        }
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        if (length > buffer.length - filled) {
            empty();
        }
        if (length > buffer.length) {
            out.write(text, from, length);
        } else {
            text.getChars(from, from + length, buffer, filled);
            filled += length;
        }
    }

    private void empty() throws IOException {
        out.write(buffer, 0, filled);
        filled = 0;
    }

    @Override
    public void flush() throws IOException {
        empty();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
    }
}
