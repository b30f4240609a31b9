package backbeat.engine.interchange;

import backbeat.engine.problem.ProblemException;
import backbeat.engine.problem.ReadingProblems;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A compound file as Microsoft's [MS-CFB] describes it: a file system within a file, of storages (folders) and streams. Sectors are chained by a table (FAT); streams
 * below 4096 bytes lie in a stream of their own with smaller sectors and a second table.
 *
 * <p>Nothing it says of itself is believed: chains are as long as the stream they hold and no longer, an entry has one parent only, streams are read on demand with
 * a limit, and together they hold no more than the file, however often they name the same sectors. So neither loops nor sizes can harm. What breaks these rules is refused as {@code aaf/damaged}.
 */
final class CompoundFile {
    static final long MAGIC = 0xE11AB1A1E011CFD0L;

    private static final int ENTRY = 128;
    private static final int MOST_SECTORS = 1 << 24;
    private static final int MOST_ENTRIES = 1 << 21;
    /** So often what a file holds may be read. */
    private static final int READINGS = 20;

    private static final long READ_AT_LEAST = 16L << 20;
    private static final int NONE = -1;
    private static final int END = -2;
    private static final int ROOT = 0;

    private final Pages file;
    private final int sectorShift;
    private final int miniShift;
    private final long miniCutoff;
    private final int[] fat;
    private final int[] miniFat;
    private final int[] miniStream;
    private final int[] directory;
    private final int[] parents;
    private final BitSet opened = new BitSet();
    private long unopened;
    private long unread;

    private CompoundFile(SeekableByteChannel channel) throws IOException {
        file = new Pages(channel);
        unopened = file.size();
        unread = READ_AT_LEAST + READINGS * file.size();
        ByteBuffer header = file.read(0, 512);
        sectorShift = header.getShort(30);
        miniShift = header.getShort(32);
        if (header.getLong(0) != MAGIC || (sectorShift != 9 && sectorShift != 12) || miniShift != 6) {
            throw damaged("It does not begin as a compound file.");
        }
        miniCutoff = Integer.toUnsignedLong(header.getInt(56));
        fat = table(tableSectors(header));
        int inFile = (int) Math.min(fat.length, file.size() >> sectorShift);
        directory = chain(header.getInt(48), Math.min(inFile, (MOST_ENTRIES * ENTRY) >> sectorShift));
        parents = new int[directory.length * entriesASector()];
        if (parents.length == 0) {
            throw damaged("It has no folders.");
        }
        parents[ROOT] = NONE;
        miniFat = table(chain(header.getInt(60), inFile));
        miniStream = chain(entry(ROOT).getInt(116), inFile);
    }

    static CompoundFile open(SeekableByteChannel channel) throws IOException {
        return new CompoundFile(channel);
    }

    static ProblemException damaged(String cause) {
        return ReadingProblems.damaged("aaf/damaged", cause).asException();
    }

    /** How many storages and streams there may be. */
    int entries() {
        return parents.length;
    }

    int root() {
        return ROOT;
    }

    /** The storages and streams in a storage, by their names. */
    Map<String, Integer> children(int storage) throws IOException {
        Map<String, Integer> found = new HashMap<>();
        List<Integer> open = new ArrayList<>();
        open.add(entry(storage).getInt(76));
        while (!open.isEmpty()) {
            int id = open.removeLast();
            if (id == NONE) {
                continue;
            }
            ByteBuffer entry = entry(id);
            if ((parents[id] != 0 && parents[id] != storage + 1) || found.put(name(entry), id) != null) {
                throw damaged("Its folders lead back into each other.");
            }
            parents[id] = storage + 1;
            open.add(entry.getInt(68));
            open.add(entry.getInt(72));
        }
        return found;
    }

    /** The 16 bytes that tell what kind of object a storage is. */
    byte[] classId(int storage) throws IOException {
        byte[] id = new byte[16];
        entry(storage).get(80, id);
        return id;
    }

    ByteBuffer stream(int id, int mostBytes) throws IOException {
        ByteBuffer entry = entry(id);
        long size = sectorShift == 9 ? Integer.toUnsignedLong(entry.getInt(120)) : entry.getLong(120);
        if (size < 0 || size > mostBytes) {
            throw damaged("A part of it is larger than such a part can be.");
        }
        account(id, size);
        boolean small = size < miniCutoff;
        ByteBuffer content = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
        int sector = entry.getInt(116);
        while (content.hasRemaining()) {
            int length = Math.min(content.remaining(), small ? 1 << miniShift : 1 << sectorShift);
            content.put(file.read(small ? miniOffset(sector) : offset(sector), length));
            sector = next(small ? miniFat : fat, sector);
        }
        return content.flip();
    }

    private void account(int id, long size) {
        unread -= size;
        if (!opened.get(id)) {
            opened.set(id);
            unopened -= size;
        }
        if (unopened < 0 || unread < 0) {
            throw damaged("Its parts together are larger than the file.");
        }
    }

    private static String name(ByteBuffer entry) {
        int length = Math.clamp(entry.getShort(64) / 2 - 1, 0, 31);
        StringBuilder name = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            name.append(entry.getChar(2 * i));
        }
        return name.toString();
    }

    private ByteBuffer entry(int id) throws IOException {
        if (id < 0 || id >= parents.length) {
            throw damaged("A folder names a part that is not there.");
        }
        long within = (long) (id % entriesASector()) * ENTRY;
        return file.read(offset(directory[id / entriesASector()]) + within, ENTRY);
    }

    private int entriesASector() {
        return (1 << sectorShift) / ENTRY;
    }

    private long offset(int sector) {
        if (sector < 0) {
            throw damaged("A part of it ends too early.");
        }
        return (sector + 1L) << sectorShift;
    }

    private long miniOffset(int sector) {
        int perSector = sectorShift - miniShift;
        if (sector < 0 || sector >> perSector >= miniStream.length) {
            throw damaged("A part of it ends too early.");
        }
        long within = (sector & ((1L << perSector) - 1)) << miniShift;
        return offset(miniStream[sector >> perSector]) + within;
    }

    private static int next(int[] table, int sector) {
        if (sector < 0 || sector >= table.length) {
            throw damaged("A part of it leads out of the file.");
        }
        return table[sector];
    }

    private int[] chain(int first, int most) {
        int[] sectors = new int[16];
        int count = 0;
        for (int sector = first; sector != END && sector != NONE; sector = next(fat, sector)) {
            if (count == most) {
                throw damaged("A part of it leads back into itself.");
            }
            if (count == sectors.length) {
                sectors = java.util.Arrays.copyOf(sectors, Math.min(most, count * 2));
            }
            sectors[count++] = sector;
        }
        return java.util.Arrays.copyOf(sectors, count);
    }

    /** Where the table of sectors lies: 109 places are told in the header, the others in sectors that are chained by their last number. */
    private int[] tableSectors(ByteBuffer header) throws IOException {
        int count = header.getInt(44);
        int numbers = (1 << sectorShift) / 4;
        if (count < 0 || (long) count * numbers > MOST_SECTORS || (long) count << sectorShift > file.size()) {
            throw damaged("Its table of contents is larger than the file.");
        }
        int[] sectors = new int[count];
        for (int i = 0; i < Math.min(count, 109); i++) {
            sectors[i] = header.getInt(76 + 4 * i);
        }
        int more = header.getInt(68);
        for (int i = 109; i < count; i += numbers - 1) {
            ByteBuffer part = file.read(offset(more), 1 << sectorShift);
            for (int k = 0; k < Math.min(count - i, numbers - 1); k++) {
                sectors[i + k] = part.getInt(4 * k);
            }
            more = part.getInt(4 * (numbers - 1));
        }
        return sectors;
    }

    private int[] table(int[] sectors) throws IOException {
        int numbers = (1 << sectorShift) / 4;
        int[] table = new int[sectors.length * numbers];
        for (int i = 0; i < sectors.length; i++) {
            file.read(offset(sectors[i]), 1 << sectorShift).asIntBuffer().get(table, i * numbers, numbers);
        }
        return table;
    }

    /** The last read parts of the file: many small reads lie close to each other. */
    private static final class Pages {
        private static final int SHIFT = 16;
        private static final int MOST = 256;

        private final SeekableByteChannel channel;
        private final long size;
        private final Map<Long, ByteBuffer> kept = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, ByteBuffer> eldest) {
                return size() > MOST;
            }
        };

        Pages(SeekableByteChannel channel) throws IOException {
            this.channel = channel;
            this.size = channel.size();
        }

        long size() {
            return size;
        }

        /** A copy of at most a sector; it never crosses a page as sectors begin at multiples of their size. */
        ByteBuffer read(long offset, int length) throws IOException {
            if (offset + length > size) {
                throw damaged("It breaks off.");
            }
            ByteBuffer page = page(offset >> SHIFT);
            int within = (int) (offset & ((1 << SHIFT) - 1));
            if (within + length > page.limit()) {
                throw damaged("It breaks off.");
            }
            return page.slice(within, length).order(ByteOrder.LITTLE_ENDIAN);
        }

        private ByteBuffer page(long number) throws IOException {
            ByteBuffer known = kept.get(number);
            if (known != null) {
                return known;
            }
            long from = number << SHIFT;
            ByteBuffer page = ByteBuffer.allocate((int) Math.min(1L << SHIFT, size - from));
            channel.position(from);
            while (page.hasRemaining() && channel.read(page) >= 0) {}
            page.flip();
            kept.put(number, page);
            return page;
        }
    }
}
