package backbeat.engine.interchange;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document in the making: indented, escaped by the platform's writer, without characters that XML does not know. */
final class Xml {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter out;
    private int depth;

    Xml(String docType) {
        try {
            out = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            out.writeCharacters("\n");
            out.writeDTD("<!DOCTYPE " + docType + ">");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param attributes names and values in turn */
    Xml open(String name, Object... attributes) {
        return write(() -> {
            newLine();
            out.writeStartElement(name);
            writeAttributes(attributes);
            depth++;
        });
    }

    Xml close() {
        return write(() -> {
            depth--;
            newLine();
            out.writeEndElement();
        });
    }

    Xml empty(String name, Object... attributes) {
        return write(() -> {
            newLine();
            out.writeEmptyElement(name);
            writeAttributes(attributes);
        });
    }

    Xml text(String name, Object content) {
        return write(() -> {
            newLine();
            out.writeStartElement(name);
            out.writeCharacters(clean(content.toString()));
            out.writeEndElement();
        });
    }

    String finished() {
        write(() -> {
            out.writeCharacters("\n");
            out.writeEndDocument();
            out.flush();
        });
        return text.toString();
    }

    private void writeAttributes(Object... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            out.writeAttribute(attributes[i].toString(), clean(attributes[i + 1].toString()));
        }
    }

    private void newLine() throws XMLStreamException {
        out.writeCharacters("\n" + "  ".repeat(depth));
    }

    private static String clean(String value) {
        StringBuilder known = new StringBuilder();
        value.codePoints()
                .map(c -> c == '\t' || c == '\n' ? ' ' : c)
                .filter(c -> c >= 0x20 && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF))
                .forEach(known::appendCodePoint);
        return known.toString();
    }

    private interface Step {
        void run() throws XMLStreamException;
    }

    private Xml write(Step step) {
        try {
            step.run();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }
}
