package backbeat.engine.interchange;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes small AAF files for tests: objects with properties in a compound file of 512-byte sectors, everything in its mini stream. */
final class MadeAaf {
    static final String PICTURE = "01030202-0100-0000-060e-2b3404010101";
    static final String SOUND = "01030202-0200-0000-060e-2b3404010101";
    static final String TIMECODE = "01030201-0100-0000-060e-2b3404010101";

    private final int kind;
    private final Map<Integer, Object> properties = new LinkedHashMap<>();

    /** A storage or a stream. */
    private record Part(String name, int type, ByteBuffer classId, ByteBuffer content, List<Part> parts) {}

    private MadeAaf(int kind) {
        this.kind = kind;
    }

    static MadeAaf of(int kind) {
        return new MadeAaf(kind);
    }

    MadeAaf text(int property, String text) {
        return put(property, (text + "\0").getBytes(StandardCharsets.UTF_16LE));
    }

    MadeAaf number(int property, long number, int bytes) {
        byte[] eight = bytes(little(8).putLong(number));
        return put(property, java.util.Arrays.copyOf(eight, bytes));
    }

    MadeAaf fraction(int property, int numerator, int denominator) {
        return put(property, little(8).putInt(numerator).putInt(denominator).array());
    }

    MadeAaf typedFraction(int property, int numerator, int denominator) {
        byte[] type = auid("03010100-0000-0000-060e-2b3401040101");
        return put(
                property,
                little(25)
                        .put((byte) 0x4C)
                        .put(type)
                        .putInt(numerator)
                        .putInt(denominator)
                        .array());
    }

    MadeAaf typedText(int property, String text) {
        byte[] content = (text + "\0").getBytes(StandardCharsets.UTF_16LE);
        byte[] type = auid("01100200-0000-0000-060e-2b3401040101");
        return put(
                property,
                little(17 + content.length)
                        .put((byte) 0x4C)
                        .put(type)
                        .put(content)
                        .array());
    }

    MadeAaf mobId(int property, int number) {
        return put(property, little(32).putInt(28, number).array());
    }

    MadeAaf identity(int property, String auid) {
        return put(property, auid(auid));
    }

    MadeAaf weak(int property, String auid) {
        properties.put(property, new Object[] {
            0x02,
            little(21)
                    .putShort((short) 3)
                    .putShort((short) 0x1B01)
                    .put((byte) 16)
                    .put(auid(auid))
                    .array()
        });
        return this;
    }

    MadeAaf one(int property, MadeAaf owned) {
        properties.put(property, owned);
        return this;
    }

    MadeAaf list(int property, MadeAaf... owned) {
        properties.put(property, List.of(owned));
        return this;
    }

    private MadeAaf put(int property, byte[] data) {
        properties.put(property, new Object[] {0x82, data});
        return this;
    }

    static MadeAaf slot(int id, int track, int numerator, int denominator, MadeAaf segment) {
        return of(AafModel.TIMELINE_SLOT)
                .number(AafModel.SLOT_ID, id, 4)
                .text(AafModel.SLOT_NAME, "T" + id)
                .number(AafModel.PHYSICAL_TRACK, track, 4)
                .fraction(AafModel.EDIT_RATE, numerator, denominator)
                .number(AafModel.ORIGIN, 0, 8)
                .one(AafModel.SEGMENT, segment);
    }

    static MadeAaf component(int kind, String data, long length) {
        return of(kind).weak(AafModel.DATA_DEFINITION, data).number(AafModel.LENGTH, length, 8);
    }

    static MadeAaf clip(String data, long length, int mob, int slot, long start) {
        return component(AafModel.SOURCE_CLIP, data, length)
                .mobId(AafModel.SOURCE_MOB_ID, mob)
                .number(AafModel.SOURCE_SLOT_ID, slot, 4)
                .number(AafModel.START, start, 8);
    }

    static MadeAaf timecode(long start, int rate, boolean drop) {
        return component(AafModel.TIMECODE, TIMECODE, 10_000)
                .number(AafModel.TIMECODE_START, start, 8)
                .number(AafModel.TIMECODE_RATE, rate, 2)
                .number(AafModel.TIMECODE_DROP, drop ? 1 : 0, 1);
    }

    static MadeAaf mob(int kind, int number, String name, MadeAaf... slots) {
        return of(kind).mobId(AafModel.MOB_ID, number)
                .text(AafModel.MOB_NAME, name)
                .list(AafModel.SLOTS, slots);
    }

    static MadeAaf definition(String id, String name) {
        return of(0x1C00).identity(AafModel.DEFINITION_ID, id).text(AafModel.DEFINITION_NAME, name);
    }

    /** The whole file. */
    static byte[] file(String writer, List<MadeAaf> definitions, MadeAaf... mobs) {
        MadeAaf header = of(0x2F00)
                .one(AafModel.CONTENT, of(0x1800).list(AafModel.MOBS, mobs))
                .one(
                        AafModel.DICTIONARY,
                        of(0x2200).list(AafModel.OPERATION_DEFINITIONS, definitions.toArray(MadeAaf[]::new)))
                .list(AafModel.IDENTIFICATIONS, of(0x3000).text(AafModel.PRODUCT_NAME, writer));
        return compound(of(0).one(AafModel.HEADER, header).part("Root Entry", 5));
    }

    private Part part(String name, int type) {
        List<Part> parts = new ArrayList<>();
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        ByteBuffer table = little(4 + 6 * properties.size()).put((byte) 0x4C).put((byte) 0x20);
        table.putShort((short) properties.size());
        properties.forEach((number, value) -> {
            String part = "P-%x".formatted(number);
            byte[] data = (part + "\0").getBytes(StandardCharsets.UTF_16LE);
            int form = 0x82;
            if (value instanceof MadeAaf owned) {
                form = 0x22;
                parts.add(owned.part(part, 1));
            } else if (value instanceof List<?> owned) {
                form = 0x32;
                ByteBuffer index = little(12 + 4 * owned.size())
                        .putInt(owned.size())
                        .putInt(owned.size())
                        .putInt(-1);
                for (int i = 0; i < owned.size(); i++) {
                    index.putInt(i);
                    parts.add(((MadeAaf) owned.get(i)).part(part + "{" + Integer.toHexString(i) + "}", 1));
                }
                parts.add(new Part(part + " index", 2, little(16), index.flip(), List.of()));
            } else if (value instanceof Object[] raw) {
                form = (int) raw[0];
                data = (byte[]) raw[1];
            }
            table.putShort(number.shortValue()).putShort((short) form).putShort((short) data.length);
            values.writeBytes(data);
        });
        byte[] stream = little(table.limit() + values.size())
                .put(bytes(table))
                .put(values.toByteArray())
                .array();
        parts.add(new Part("properties", 2, little(16), ByteBuffer.wrap(stream), List.of()));
        byte[] classId = auid("0d010101-0101-%04x-060e-2b3402060101".formatted(kind));
        return new Part(name, type, ByteBuffer.wrap(classId), little(0), parts);
    }

    private static byte[] compound(Part root) {
        List<ByteBuffer> entries = new ArrayList<>();
        ByteArrayOutputStream mini = new ByteArrayOutputStream();
        List<Integer> miniFat = new ArrayList<>();
        enter(root, entries, mini, miniFat);
        byte[] directory = new byte[padded(entries.size() * 128)];
        for (int i = 0; i < entries.size(); i++) {
            System.arraycopy(bytes(entries.get(i)), 0, directory, 128 * i, 128);
        }
        byte[] miniTable = numbers(miniFat);
        byte[] miniStream = java.util.Arrays.copyOf(mini.toByteArray(), padded(mini.size()));
        int content = (directory.length + miniTable.length + miniStream.length) / 512;
        int fatSectors = 1;
        while (fatSectors * 128 < content + fatSectors) {
            fatSectors++;
        }
        List<Integer> fat = new ArrayList<>();
        for (int i = 0; i < fatSectors; i++) {
            fat.add(-3);
        }
        int directoryAt = chain(fat, directory.length / 512);
        int miniTableAt = chain(fat, miniTable.length / 512);
        int miniStreamAt = chain(fat, miniStream.length / 512);
        ByteBuffer.wrap(directory)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(116, miniStreamAt)
                .putLong(120, mini.size());
        ByteBuffer header = little(512).putLong(CompoundFile.MAGIC);
        header.putShort(24, (short) 62).putShort(26, (short) 3).putShort(28, (short) 0xFFFE);
        header.putShort(30, (short) 9)
                .putShort(32, (short) 6)
                .putInt(44, fatSectors)
                .putInt(48, directoryAt);
        header.putInt(56, 4096)
                .putInt(60, miniTableAt)
                .putInt(64, miniTable.length / 512)
                .putInt(68, -2);
        for (int i = 0; i < 109; i++) {
            header.putInt(76 + 4 * i, i < fatSectors ? i : -1);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(bytes(header));
        file.writeBytes(numbers(fat));
        file.writeBytes(directory);
        file.writeBytes(miniTable);
        file.writeBytes(miniStream);
        return file.toByteArray();
    }

    /** Children hang on each other as a list: a tree that leans, but a tree. */
    private static int enter(Part part, List<ByteBuffer> entries, ByteArrayOutputStream mini, List<Integer> miniFat) {
        int id = entries.size();
        ByteBuffer entry = little(128);
        entries.add(entry);
        byte[] name = part.name().getBytes(StandardCharsets.UTF_16LE);
        entry.put(0, name).putShort(64, (short) (name.length + 2)).put(66, (byte) part.type());
        entry.putInt(68, -1)
                .putInt(72, -1)
                .putInt(76, -1)
                .put(80, bytes(part.classId()))
                .putInt(116, -2);
        if (part.type() == 2) {
            int first = mini.size() / 64;
            int size = part.content().limit();
            int sectors = Math.ceilDiv(size, 64);
            mini.writeBytes(java.util.Arrays.copyOf(bytes(part.content()), sectors * 64));
            for (int i = 1; i <= sectors; i++) {
                miniFat.add(i == sectors ? -2 : first + i);
            }
            entry.putInt(116, sectors == 0 ? -2 : first).putLong(120, size);
        }
        int before = -1;
        for (Part child : part.parts()) {
            int there = enter(child, entries, mini, miniFat);
            if (before < 0) {
                entry.putInt(76, there);
            } else {
                entries.get(before).putInt(72, there);
            }
            before = there;
        }
        return id;
    }

    private static int chain(List<Integer> fat, int sectors) {
        int first = fat.size();
        for (int i = 1; i <= sectors; i++) {
            fat.add(i == sectors ? -2 : first + i);
        }
        return first;
    }

    private static byte[] numbers(List<Integer> numbers) {
        ByteBuffer table = little(Math.max(512, padded(numbers.size() * 4)));
        numbers.forEach(table::putInt);
        while (table.hasRemaining()) {
            table.putInt(-1);
        }
        return bytes(table);
    }

    private static int padded(int bytes) {
        return Math.ceilDiv(bytes, 512) * 512;
    }

    private static byte[] auid(String text) {
        UUID id = UUID.fromString(text);
        long high = id.getMostSignificantBits();
        ByteBuffer out = little(16)
                .putInt((int) (high >>> 32))
                .putShort((short) (high >>> 16))
                .putShort((short) high);
        return bytes(out.put(HexFormat.of().parseHex(text.replace("-", "").substring(16))));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.limit()];
        buffer.get(0, bytes);
        return bytes;
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
