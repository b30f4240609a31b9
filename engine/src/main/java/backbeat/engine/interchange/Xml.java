package backbeat.engine.interchange;

import java.io.StringReader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** An XML document in the making: indented, escaped by the platform's writer, without characters that XML does not know. */
final class Xml {
    private static final XMLInputFactory READERS = XMLInputFactory.newDefaultFactory();

    static {
        READERS.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        READERS.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        READERS.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        READERS.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    private final XMLStreamWriter out;
    private final List<String> indents = new ArrayList<>();
    private int depth;

    Xml(String docType, Writer text) {
        try {
            out = XMLOutputFactory.newInstance().createXMLStreamWriter(new Plain(text));
            out.writeStartDocument("UTF-8", "1.0");
            out.writeCharacters("\n");
            out.writeDTD("<!DOCTYPE " + docType + ">");
            out.writeCharacters("\n");
            out.writeComment(Seal.OPEN);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param attributes names and values in turn; what has no value is left out */
    Xml open(String name, @Nullable Object... attributes) {
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

    Xml empty(String name, @Nullable Object... attributes) {
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

    /** An element of words and attributes. */
    Xml words(String name, String content, @Nullable Object... attributes) {
        return write(() -> {
            newLine();
            out.writeStartElement(name);
            writeAttributes(attributes);
            out.writeCharacters(clean(content));
            out.writeEndElement();
        });
    }

    /** Elements that another program wrote, written again; what is no XML is left out. */
    Xml kept(String elements) {
        return kept(elements, name -> true);
    }

    /** @param which of them, by name */
    Xml kept(String elements, Predicate<String> which) {
        try {
            XMLStreamReader in = READERS.createXMLStreamReader(new StringReader("<kept>" + elements + "</kept>"));
            List<Step> steps = new ArrayList<>();
            int deep = 0;
            boolean wanted = false;
            while (in.hasNext()) {
                switch (in.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        wanted = deep == 1 ? which.test(in.getLocalName()) : wanted;
                        if (deep++ > 0 && wanted) {
                            steps.add(started(in, deep == 2));
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (--deep > 0 && wanted) {
                            steps.add(out::writeEndElement);
                        }
                    }
                    case XMLStreamConstants.CHARACTERS -> {
                        String text = clean(in.getText());
                        if (wanted && deep > 1 && !text.isBlank()) {
                            steps.add(() -> out.writeCharacters(text));
                        }
                    }
                    default -> {}
                }
            }
            steps.forEach(this::write);
            return this;
        } catch (XMLStreamException e) {
            return this;
        }
    }

    private Step started(XMLStreamReader in, boolean outermost) {
        String name = in.getLocalName();
        List<String> attributes = new ArrayList<>();
        for (int i = 0; i < in.getAttributeCount(); i++) {
            attributes.add(in.getAttributeLocalName(i));
            attributes.add(in.getAttributeValue(i));
        }
        return () -> {
            if (outermost) {
                newLine();
            }
            out.writeStartElement(name);
            writeAttributes(attributes.toArray());
        };
    }

    void finish() {
        write(() -> {
            out.writeCharacters("\n");
            out.writeEndDocument();
            out.flush();
        });
    }

    private void writeAttributes(@Nullable Object... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            if (value != null) {
                out.writeAttribute(String.valueOf(attributes[i]), clean(value.toString()));
            }
        }
    }

    private void newLine() throws XMLStreamException {
        while (indents.size() <= depth) {
            indents.add("\n" + "  ".repeat(indents.size()));
        }
        out.writeCharacters(indents.get(depth));
    }

    private static String clean(String value) {
        if (isClean(value)) {
            return value;
        }
        StringBuilder known = new StringBuilder();
        value.codePoints()
                .map(c -> c == '\t' || c == '\n' ? ' ' : c)
                .filter(c -> c >= 0x20 && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF))
                .forEach(known::appendCodePoint);
        return known.toString();
    }

    private static boolean isClean(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x20 || c >= 0xD800) {
                return false;
            }
        }
        return true;
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
