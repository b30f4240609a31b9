package backbeat.engine.interchange;

import backbeat.engine.problem.ProblemException;
import backbeat.engine.problem.ReadingProblems;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML of strangers, piece by piece. No document type is fetched, no entity expanded: a file that declares entities is refused, and so is one that is damaged or
 * deeper than any timeline.
 */
final class XmlCursor implements AutoCloseable {
    private static final int DEEPEST = 150;
    private static final Pattern ENCODING =
            Pattern.compile("\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w.:-]{1,40})[\"']");
    private static final XMLInputFactory FACTORY = factory();

    private final InputStream in;
    private final XMLStreamReader reader;

    private XmlCursor(InputStream in, XMLStreamReader reader) {
        this.in = in;
        this.reader = reader;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((_, _, _, _) -> new ByteArrayInputStream(new byte[0]));
        return factory;
    }

    /** @param beginning of the file as text, to see what its prolog declares */
    static XmlCursor open(Path file, String beginning) throws IOException {
        if (beginning.contains("<!ENTITY")) {
            throw entities();
        }
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            return new XmlCursor(in, FACTORY.createXMLStreamReader(text(in, beginning)));
        } catch (XMLStreamException | RuntimeException e) {
            in.close();
            throw damaged(e);
        }
    }

    /** Decoded here and strictly: of bytes that are no text the parser of the platform complains on standard error, past everybody. */
    private static Reader text(InputStream in, String beginning) throws IOException {
        in.mark(4);
        byte[] first = in.readNBytes(4);
        in.reset();
        int two = first.length < 2 ? 0 : (first[0] & 0xFF) << 8 | (first[1] & 0xFF);
        Charset charset = switch (two) {
            case 0xFFFE, 0x3C00 -> StandardCharsets.UTF_16LE;
            case 0xFEFF, 0x003C -> StandardCharsets.UTF_16BE;
            default -> declared(beginning);
        };
        boolean hasMark = two == 0xFFFE || two == 0xFEFF || (two == 0xEFBB && (first[2] & 0xFF) == 0xBF);
        in.skipNBytes(!hasMark ? 0 : two == 0xEFBB ? 3 : 2);
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static Charset declared(String beginning) {
        Matcher encoding = ENCODING.matcher(beginning);
        try {
            return encoding.lookingAt() ? Charset.forName(encoding.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException e) {
            throw damaged("It says that it is written in an encoding that does not exist.");
        }
    }

    /** To the next start or end of an element, past everything else; false at the end of the document. */
    boolean next() {
        while (true) {
            int event = event();
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return false;
            }
        }
    }

    /** The parser of the platform answers some damage with exceptions of any kind. */
    private int event() {
        try {
            int event = reader.next();
            if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw entities();
            }
            return event;
        } catch (ProblemException e) {
            throw e;
        } catch (XMLStreamException | RuntimeException e) {
            throw damaged(e);
        }
    }

    boolean isStart() {
        return reader.getEventType() == XMLStreamConstants.START_ELEMENT;
    }

    String name() {
        return reader.getLocalName();
    }

    /** The element that begins here, without what it holds. */
    XmlElement head() {
        int count = reader.getAttributeCount();
        String[] attributes = new String[count * 2];
        for (int i = 0; i < count; i++) {
            attributes[2 * i] = reader.getAttributeLocalName(i);
            attributes[2 * i + 1] = reader.getAttributeValue(i);
        }
        return new XmlElement(
                reader.getLocalName(), attributes, reader.getLocation().getLineNumber());
    }

    /** The element that begins here, with everything it holds; the cursor then stands on its end. */
    XmlElement whole() {
        XmlElement top = head();
        Deque<XmlElement> open = new ArrayDeque<>();
        open.push(top);
        while (!open.isEmpty()) {
            switch (event()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    XmlElement child = head();
                    open.element().add(child);
                    open.push(child);
                    if (open.size() > DEEPEST) {
                        throw damaged("Its elements lie too deep.");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!reader.isWhiteSpace()) {
                        open.element().append(reader.getText());
                    }
                }
                default -> {}
            }
        }
        return top;
    }

    private static ProblemException entities() {
        return ReadingProblems.damaged(
                        "xml/entities", "It declares entities of its own, which no editing program does.")
                .asException();
    }

    private static ProblemException damaged(Exception parser) {
        String message = parser instanceof XMLStreamException known && known.getLocation() != null
                ? "The XML breaks off or is wrong in line "
                        + known.getLocation().getLineNumber() + "."
                : "The XML is wrong.";
        return damaged(message);
    }

    private static ProblemException damaged(String cause) {
        return ReadingProblems.damaged("xml/damaged", cause).asException();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
