package backbeat.engine.interchange;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The objects of an AAF file: its mobs by their id, and the names of its definitions. Of the others those that were used last are kept; how often a file may have one
 * read again is bounded by its size, so that one which leads to the same places on thousands of ways is refused.
 */
final class AafFile {
    private static final int MOST_KEPT = 1 << 14;
    private static final int READS_AN_ENTRY = 20;
    private static final int READS_AT_LEAST = 100_000;
    private static final int MOST_STEPS = 20_000_000;

    private final CompoundFile file;
    private final Map<Integer, AafObject> objects = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, AafObject> eldest) {
            return size() > MOST_KEPT;
        }
    };
    private long readsLeft;
    private int stepsLeft = MOST_STEPS;
    private final Map<String, AafObject> mobs = new LinkedHashMap<>();
    private final Map<String, AafObject> definitions = new HashMap<>();
    private final String writer;

    AafFile(SeekableByteChannel channel) throws IOException {
        file = CompoundFile.open(channel);
        readsLeft = READS_AT_LEAST + (long) READS_AN_ENTRY * file.entries();
        AafObject header = object(file.root()).object(AafModel.HEADER);
        AafObject content = header == null ? null : header.object(AafModel.CONTENT);
        if (header == null || content == null) {
            throw CompoundFile.damaged("It has no list of clips and sequences.");
        }
        for (AafObject mob : content.objects(AafModel.MOBS)) {
            String id = mob.mobId(AafModel.MOB_ID);
            if (id != null) {
                mobs.put(id, mob);
            }
        }
        AafObject dictionary = header.object(AafModel.DICTIONARY);
        if (dictionary != null) {
            define(dictionary.objects(AafModel.OPERATION_DEFINITIONS));
            define(dictionary.objects(AafModel.PARAMETER_DEFINITIONS));
            define(dictionary.objects(AafModel.DATA_DEFINITIONS));
        }
        List<AafObject> writers = header.objects(AafModel.IDENTIFICATIONS);
        writer = writers.isEmpty() ? "" : writers.getLast().text(AafModel.PRODUCT_NAME);
    }

    private void define(List<AafObject> found) {
        for (AafObject definition : found) {
            String id = definition.identity(AafModel.DEFINITION_ID);
            if (id != null) {
                definitions.put(id, definition);
            }
        }
    }

    CompoundFile container() {
        return file;
    }

    AafObject object(int entry) throws IOException {
        AafObject known = objects.get(entry);
        if (stepsLeft-- <= 0 || (known == null && readsLeft-- <= 0)) {
            throw CompoundFile.damaged("It leads to the same places over and over.");
        }
        if (known != null) {
            return known;
        }
        AafObject read = new AafObject(this, entry);
        objects.put(entry, read);
        return read;
    }

    /** The program that wrote the file last. */
    String writer() {
        return writer;
    }

    Iterable<AafObject> mobs() {
        return mobs.values();
    }

    @Nullable
    AafObject mob(@Nullable String id) {
        return id == null ? null : mobs.get(id);
    }

    /** What a property of an object names; null where the file does not define it. */
    @Nullable
    AafObject definition(AafObject object, int property) {
        String id = object.identity(property);
        return id == null ? null : definitions.get(id);
    }

    String definitionName(AafObject object, int property) {
        AafObject definition = definition(object, property);
        return definition == null ? "" : definition.text(AafModel.DEFINITION_NAME);
    }
}
