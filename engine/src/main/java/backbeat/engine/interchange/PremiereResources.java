package backbeat.engine.interchange;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Files and sequences by their id: the occurrence with content defines it, wherever in the document it stands. */
final class PremiereResources {
    private final Map<String, XmlElement> files = new HashMap<>();
    private final Map<String, XmlElement> sequences = new HashMap<>();

    private PremiereResources() {}

    static PremiereResources of(XmlElement root) {
        PremiereResources resources = new PremiereResources();
        resources.collect(root);
        return resources;
    }

    private void collect(XmlElement element) {
        String id = element.is("file") ? element.attribute("id") : null;
        if (id != null && !element.children().isEmpty()) {
            files.putIfAbsent(id, element);
        }
        String sequence = element.is("sequence") ? element.attribute("id") : null;
        if (sequence != null && element.child("media") != null) {
            sequences.putIfAbsent(sequence, element);
        }
        element.children().forEach(this::collect);
    }

    /** The sequence with its content; null where it is described nowhere. */
    @Nullable
    XmlElement sequence(XmlElement named) {
        if (named.child("media") != null) {
            return named;
        }
        String id = named.attribute("id");
        return id == null ? null : sequences.get(id);
    }

    /** The definition of the file that an element names or holds; null where there is none. */
    @Nullable
    XmlElement file(XmlElement named) {
        String id = named.attribute("id");
        XmlElement defined = id == null ? null : files.get(id);
        return defined != null ? defined : named.children().isEmpty() ? null : named;
    }
}
