package backbeat.engine.interchange;

import backbeat.engine.time.Rational;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An object of an AAF file: a storage with its class, its values in the stream {@code properties} (number, form and size of each, then the values), and other storages
 * for what it owns. Numbers of properties and classes are those of the AAF Object Specification.
 */
final class AafObject {
    private static final int LARGEST = 16 << 20;
    private static final int LONGEST_LIST = 1 << 20;
    private static final int OWNS_ONE = 0x22;
    private static final int OWNS_VECTOR = 0x32;
    private static final int OWNS_SET = 0x3A;

    /** The properties of an object that has none. */
    private static final ByteBuffer NONE =
            ByteBuffer.wrap(new byte[] {0x4C, 0x20, 0, 0}).order(ByteOrder.LITTLE_ENDIAN);

    /** Byte order and identity of the type that stand before such a value. */
    private static final int TYPE = 17;

    private static final int TYPE_INT = 0x01010700;
    private static final int TYPE_UNSIGNED = 0x01010300;
    private static final int TYPE_FRACTION = 0x03010100;
    private static final int TYPE_TEXT = 0x01100200;

    private static final int MOST_PROPERTIES = 2000;

    private record Property(int form, ByteBuffer data) {}

    private final AafFile file;
    private final String classId;

    /** As they are in the file: an object takes no more memory than there. */
    private final ByteBuffer values;

    private final Map<Integer, String> texts = new HashMap<>(2);
    private final Map<String, Integer> parts;
    private final Map<Integer, List<Integer>> lists = new HashMap<>(2);

    AafObject(AafFile file, int entry) throws IOException {
        this.file = file;
        this.classId = auid(ByteBuffer.wrap(file.container().classId(entry)), 0);
        this.parts = file.container().children(entry);
        Integer stream = parts.get("properties");
        this.values = stream == null ? NONE : file.container().stream(stream, LARGEST);
        check();
    }

    private void check() {
        if (values.limit() < 4 || values.get(0) != 0x4C) {
            throw CompoundFile.damaged("An object's properties are not in a form that is known.");
        }
        if (count() > MOST_PROPERTIES || at(count()) > values.limit()) {
            throw CompoundFile.damaged("An object's properties break off.");
        }
    }

    private int count() {
        return Short.toUnsignedInt(values.getShort(2));
    }

    private int id(int index) {
        return Short.toUnsignedInt(values.getShort(4 + 6 * index));
    }

    private int size(int index) {
        return Short.toUnsignedInt(values.getShort(8 + 6 * index));
    }

    /** Where the value of the property of that index begins: behind the table and those before it. */
    private int at(int index) {
        int at = 4 + 6 * count();
        for (int i = 0; i < index && 10 + 6 * i <= values.limit(); i++) {
            at += size(i);
        }
        return at;
    }

    private @Nullable Property property(int id) {
        for (int i = 0; i < count(); i++) {
            if (id(i) == id) {
                int form = Short.toUnsignedInt(values.getShort(6 + 6 * i));
                return new Property(form, values.slice(at(i), size(i)).order(ByteOrder.LITTLE_ENDIAN));
            }
        }
        return null;
    }

    /** What tells the standard classes apart; 0 for others. */
    int kind() {
        boolean standard = classId.startsWith("0d010101-0101-") && classId.endsWith("-060e-2b3402060101");
        return standard ? Integer.parseInt(classId.substring(14, 18), 16) : 0;
    }

    boolean has(int property) {
        return property(property) != null;
    }

    /** The numbers of what an object has beyond the standard. */
    List<Integer> extensions() {
        return IntStream.range(0, count())
                .map(this::id)
                .filter(property -> property >= 0x8000)
                .sorted()
                .boxed()
                .toList();
    }

    private @Nullable ByteBuffer data(int property, int atLeast) {
        Property found = property(property);
        return found == null || found.data().limit() < atLeast ? null : found.data();
    }

    /** Made once: what a thousand clips refer to has one name, not a thousand. */
    String text(int property) {
        return texts.computeIfAbsent(property, _ -> {
            ByteBuffer data = data(property, 2);
            return data == null ? "" : utf16(data, 0);
        });
    }

    private static String utf16(ByteBuffer data, int from) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i + 1 < data.limit() && data.getChar(i) != 0; i += 2) {
            text.append(data.getChar(i));
        }
        return text.toString();
    }

    /** A whole number of one to eight bytes. */
    @Nullable
    Long number(int property) {
        ByteBuffer data = data(property, 1);
        if (data == null) {
            return null;
        }
        return switch (data.limit()) {
            case 1 -> Long.valueOf(data.get(0));
            case 2 -> Long.valueOf(Short.toUnsignedInt(data.getShort(0)));
            case 4 -> Long.valueOf(data.getInt(0));
            case 8 -> Long.valueOf(data.getLong(0));
            default -> null;
        };
    }

    long number(int property, long otherwise) {
        Long told = number(property);
        return told == null ? otherwise : told;
    }

    /** Two numbers of 32 bits; null where the lower is 0. */
    @Nullable
    Rational fraction(int property) {
        ByteBuffer data = data(property, 8);
        return data == null || data.getInt(4) == 0 ? null : Rational.of(data.getInt(0), data.getInt(4));
    }

    /** The number in a value that carries its type before it, as parameters do: a fraction, a whole number or a real one. Null where it is none. */
    @Nullable
    Rational typedNumber(int property) {
        ByteBuffer data = data(property, TYPE + 4);
        if (data == null) {
            return null;
        }
        return switch (data.getInt(1)) {
            case TYPE_FRACTION ->
                data.limit() < TYPE + 8 || data.getInt(TYPE + 4) == 0
                        ? null
                        : Rational.of(data.getInt(TYPE), data.getInt(TYPE + 4));
            case TYPE_INT, TYPE_UNSIGNED -> Rational.of(data.getInt(TYPE));
            default -> null;
        };
    }

    /** The text in a value that carries its type before it. */
    String typedText(int property) {
        ByteBuffer data = data(property, TYPE);
        return data == null || data.getInt(1) != TYPE_TEXT ? "" : utf16(data, TYPE);
    }

    /** An identity of 16 bytes: of a definition, or what a weak reference names. */
    @Nullable
    String identity(int property) {
        Property found = property(property);
        if (found == null) {
            return null;
        }
        int from = found.form() == 0x02 ? 5 : 0;
        return found.data().limit() < from + 16 ? null : auid(found.data(), from);
    }

    /** The 32 bytes that name a mob. */
    @Nullable
    String mobId(int property) {
        ByteBuffer data = data(property, 32);
        if (data == null) {
            return null;
        }
        byte[] id = new byte[32];
        data.get(0, id);
        return HexFormat.of().formatHex(id);
    }

    private static String auid(ByteBuffer data, int from) {
        ByteBuffer in = data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        long low = in.order(ByteOrder.BIG_ENDIAN).getLong(from + 8);
        in.order(ByteOrder.LITTLE_ENDIAN);
        return "%08x-%04x-%04x-%04x-%012x"
                .formatted(
                        in.getInt(from),
                        in.getShort(from + 4),
                        in.getShort(from + 6),
                        low >>> 48,
                        low & 0xFFFFFFFFFFFFL);
    }

    /** The object that a property owns. */
    @Nullable
    AafObject object(int property) throws IOException {
        Property found = property(property);
        if (found == null || found.form() != OWNS_ONE) {
            return null;
        }
        Integer part = parts.get(utf16(found.data(), 0));
        return part == null ? null : file.object(part);
    }

    /** The objects that a property owns, in their order. */
    List<AafObject> objects(int property) throws IOException {
        Property found = property(property);
        if (found == null || (found.form() != OWNS_VECTOR && found.form() != OWNS_SET)) {
            return List.of();
        }
        String name = utf16(found.data(), 0);
        Integer index = parts.get(name + " index");
        if (index == null) {
            throw CompoundFile.damaged("A list of objects is missing.");
        }
        List<AafObject> objects = new ArrayList<>();
        List<Integer> entries = lists.get(property);
        if (entries == null) {
            entries = entries(name, file.container().stream(index, LARGEST), found.form() == OWNS_SET);
            lists.put(property, entries);
        }
        for (int owned : entries) {
            objects.add(file.object(owned));
        }
        return objects;
    }

    /** What the keys of the list name and is there. */
    private List<Integer> entries(String name, ByteBuffer index, boolean isSet) {
        int count = index.limit() < 12 ? -1 : index.getInt(0);
        int from = isSet ? 15 : 12;
        int step = isSet && index.limit() >= 15 ? 8 + Byte.toUnsignedInt(index.get(14)) : 4;
        if (count < 0 || count > LONGEST_LIST || (count > 0 && from + (long) step * count > index.limit())) {
            throw CompoundFile.damaged("A list of objects breaks off.");
        }
        Set<Integer> entries = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            Integer entry = parts.get(name + "{" + Integer.toHexString(index.getInt(from + step * i)) + "}");
            if (entry != null) {
                entries.add(entry);
            }
        }
        return List.copyOf(entries);
    }
}
