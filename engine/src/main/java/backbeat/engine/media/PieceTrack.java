package backbeat.engine.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The only track of a file that we had FFmpeg write, by the tables of its samples (ISO 14496-12, 8.5 to 8.7). Its samples follow each other without a gap and fill the
 * media data box; a file of another kind is refused.
 */
final class PieceTrack {
    private final Path file;
    private final Box.Place data;
    private final ByteBuffer movie;
    private final ByteBuffer track;
    private final ByteBuffer media;
    private final ByteBuffer table;

    private PieceTrack(Path file, Box.Place data, ByteBuffer movie) throws IOException {
        this.file = file;
        this.data = data;
        this.movie = movie;
        this.track = Box.find(movie, "trak");
        this.media = Box.find(track, "mdia");
        this.table = Box.find(media, List.of("minf", "stbl"));
    }

    /** @throws IOException when the file is not as we write them */
    static PieceTrack of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            List<Box.Place> places = Box.placesIn(channel);
            ByteBuffer movie = Box.read(channel, Box.placeOf(places, "moov"));
            PieceTrack track = new PieceTrack(file, Box.placeOf(places, "mdat"), movie);
            track.check();
            return track;
        }
    }

    private void check() throws IOException {
        long tracks = Box.all(movie).stream().filter(box -> box.is("trak")).count();
        boolean isOld = version(Box.find(movie, "mvhd")) == 0
                && version(Box.find(track, "tkhd")) == 0
                && version(Box.find(media, "mdhd")) == 0;
        if (tracks != 1 || !isOld || has("co64")) {
            throw new IOException("not a file of one short track");
        }
        if (firstChunk() != data.start() || bytesOfSamples() != data.bytes()) {
            throw new IOException("samples do not fill the media data");
        }
    }

    Path file() {
        return file;
    }

    Box.Place data() {
        return data;
    }

    /** Boxes of the movie, of the track, of its media, of its table of samples. */
    ByteBuffer movie() {
        return movie;
    }

    ByteBuffer track() {
        return track;
    }

    ByteBuffer media() {
        return media;
    }

    ByteBuffer table() {
        return table;
    }

    long movieTicksPerSecond() throws IOException {
        return Integer.toUnsignedLong(Box.find(movie, "mvhd").getInt(12));
    }

    long ticksPerSecond() throws IOException {
        return Integer.toUnsignedLong(Box.find(media, "mdhd").getInt(12));
    }

    int samples() throws IOException {
        return Box.find(table, "stsz").getInt(8);
    }

    private long bytesOfSamples() throws IOException {
        ByteBuffer sizes = Box.find(table, "stsz");
        int each = sizes.getInt(4);
        return each != 0 ? (long) each * samples() : bytesOfSamples(0, samples());
    }

    long bytesOfSamples(int from, int to) throws IOException {
        ByteBuffer sizes = Box.find(table, "stsz");
        int each = sizes.getInt(4);
        return each != 0
                ? (long) each * (to - from)
                : IntStream.range(from, to)
                        .mapToLong(sample -> Integer.toUnsignedLong(sizes.getInt(12 + 4 * sample)))
                        .sum();
    }

    int bytesOfSample(int sample) throws IOException {
        ByteBuffer sizes = Box.find(table, "stsz");
        return sizes.getInt(4) != 0 ? sizes.getInt(4) : sizes.getInt(12 + 4 * sample);
    }

    private long firstChunk() throws IOException {
        return Integer.toUnsignedLong(Box.find(table, "stco").getInt(8));
    }

    /** How long each sample but perhaps the last one lasts. */
    int ticksPerSample() throws IOException {
        ByteBuffer runs = Box.find(table, "stts");
        if (runs.getInt(4) < 1) {
            throw new EOFException("no samples");
        }
        return runs.getInt(12);
    }

    /** Ticks between the first sample's decoding and the first one's showing. */
    int shift() throws IOException {
        if (Box.all(track).stream().noneMatch(box -> box.is("edts"))) {
            return 0;
        }
        ByteBuffer edits = Box.find(track, List.of("edts", "elst"));
        if (version(edits) != 0 || edits.getInt(4) != 1 || edits.getInt(12) < 0) {
            throw new IOException("an edit list of another kind");
        }
        return edits.getInt(12);
    }

    /** For each sample how many ticks after its decoding it is shown. */
    int[] delays() throws IOException {
        int[] delays = new int[samples()];
        if (!has("ctts")) {
            return delays;
        }
        ByteBuffer runs = Box.find(table, "ctts");
        int sample = 0;
        for (int run = 0; run < runs.getInt(4); run++) {
            for (int k = 0; k < runs.getInt(8 + 8 * run); k++) {
                delays[sample++] = runs.getInt(12 + 8 * run);
            }
        }
        return delays;
    }

    /** Whether key pictures are listed; where they are not, every picture is one. */
    boolean listsKeys() throws IOException {
        return has("stss");
    }

    /** From 0 on. */
    List<Integer> keys() throws IOException {
        if (!listsKeys()) {
            return IntStream.range(0, samples()).boxed().toList();
        }
        ByteBuffer keys = Box.find(table, "stss");
        return IntStream.range(0, keys.getInt(4))
                .mapToObj(i -> keys.getInt(8 + 4 * i) - 1)
                .toList();
    }

    private boolean has(String type) throws IOException {
        return Box.all(table).stream().anyMatch(box -> box.is(type));
    }

    private static int version(ByteBuffer full) {
        return full.get(0);
    }
}
