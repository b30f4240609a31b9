package backbeat.engine.interchange;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An element of a file that is read, light enough for many thousands. */
final class XmlElement {
    /** More than is kept of any: what is cut off here is not kept at all. */
    private static final int LONGEST = 1 << 17;

    private final String name;
    private final String[] attributes;
    private final int line;
    private List<XmlElement> children = List.of();
    private String text = "";

    /** @param attributes names and values in turn */
    XmlElement(String name, String[] attributes, int line) {
        this.name = name;
        this.attributes = attributes;
        this.line = line;
    }

    void add(XmlElement child) {
        if (children.isEmpty()) {
            children = new ArrayList<>(2);
        }
        children.add(child);
    }

    void append(String more) {
        text = text.isEmpty() ? more : text + more;
    }

    String name() {
        return name;
    }

    boolean is(String wanted) {
        return name.equals(wanted);
    }

    int line() {
        return line;
    }

    List<XmlElement> children() {
        return children;
    }

    Stream<XmlElement> children(String wanted) {
        return children.stream().filter(child -> child.is(wanted));
    }

    @Nullable
    XmlElement child(String wanted) {
        for (XmlElement child : children) {
            if (child.is(wanted)) {
                return child;
            }
        }
        return null;
    }

    /** Down a path such as {@code file/timecode/frame}. */
    @Nullable
    XmlElement at(String path) {
        XmlElement here = this;
        for (String step : path.split("/", -1)) {
            here = here == null ? null : here.child(step);
        }
        return here;
    }

    @Nullable
    String attribute(String wanted) {
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i].equals(wanted)) {
                return attributes[i + 1];
            }
        }
        return null;
    }

    String attribute(String wanted, String otherwise) {
        String told = attribute(wanted);
        return told == null ? otherwise : told;
    }

    /** Text without the blanks around it. */
    String text() {
        return text.strip();
    }

    /** The element as XML, with everything it holds; what is longer than {@code most} characters breaks off. */
    void write(StringBuilder out, int most) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]))
                    .append('"');
        }
        if (children.isEmpty() && text.isEmpty()) {
            out.append("/>");
            return;
        }
        out.append('>').append(escaped(text));
        for (XmlElement child : children) {
            if (out.length() > most) {
                break;
            }
            child.write(out, most);
        }
        out.append("</").append(name).append('>');
    }

    private static String escaped(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    /** The children that a reader does not know, as XML. */
    String rest(Predicate<XmlElement> isKnown) {
        if (children.stream().allMatch(isKnown)) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        for (XmlElement child : children) {
            if (!isKnown.test(child) && out.length() <= LONGEST) {
                child.write(out, LONGEST);
            }
        }
        return out.toString();
    }

    /** Text of the element at the end of a path; null where there is none. */
    @Nullable
    String text(String path) {
        XmlElement there = at(path);
        return there == null ? null : there.text();
    }

    String text(String path, String otherwise) {
        String told = text(path);
        return told == null || told.isEmpty() ? otherwise : told;
    }
}
