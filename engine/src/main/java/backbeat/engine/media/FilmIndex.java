package backbeat.engine.media;

import static backbeat.engine.media.BoxWriter.box;
import static backbeat.engine.media.BoxWriter.bytes;
import static backbeat.engine.media.BoxWriter.changed;

import backbeat.engine.media.Encoder.Piece;
import backbeat.engine.time.Rational;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins pieces of one form and a sound into a film by writing one index for all their samples, which are copied as they are.
 *
 * <p>FFmpeg would do it too, but opens every piece and decodes its beginning, which after a small change is half of all work. Times are exact, because they are counted
 * in the pieces' own ticks: a sample is decoded at its number times its length, and shown later by its own delay in its piece, made up to the
 * longest shift between decoding and showing that any of the pieces has. The film's edit list takes that shift away again. Where the sets of parameters of pieces differ, each
 * keeps its own (ISO 14496-12, 8.5.2). After every piece lies the sound that is heard with it.
 */
final class FilmIndex {
    private static final int TRACK_OF_PICTURE = 1;
    private static final int TRACK_OF_SOUND = 2;

    /** Of a visual sample entry before the boxes in it. */
    private static final int ENTRY_BYTES = 78;

    private final List<PieceTrack> pieces;
    private final PieceTrack sound;
    private final String container;
    private final Map<ByteBuffer, Integer> descriptions = new LinkedHashMap<>();
    private final List<Integer> descriptionOf = new ArrayList<>();
    private final List<Integer> soundEnds = new ArrayList<>();
    private final int ticks;

    private FilmIndex(List<PieceTrack> pieces, PieceTrack sound, String container) throws IOException {
        this.pieces = pieces;
        this.sound = sound;
        this.container = container;
        this.ticks = pieces.getFirst().ticksPerSample();
        for (PieceTrack piece : pieces) {
            ByteBuffer description = ByteBuffer.wrap(description(piece));
            descriptions.putIfAbsent(description, descriptions.size() + 1);
            descriptionOf.add(descriptions.getOrDefault(description, 1));
        }
        placeSound();
    }

    /** @throws IOException when the pieces or the sound are not such as can be joined so */
    static FilmIndex of(List<Piece> pieces, PieceTrack sound, String container) throws IOException {
        List<PieceTrack> tracks = new ArrayList<>();
        for (Piece piece : pieces) {
            PieceTrack track = PieceTrack.of(piece.file());
            PieceTrack first = tracks.isEmpty() ? track : tracks.getFirst();
            boolean fits = track.ticksPerSecond() == first.ticksPerSecond()
                    && track.ticksPerSample() == first.ticksPerSample()
                    && track.movieTicksPerSecond() == sound.movieTicksPerSecond()
                    && lengthOf(track).equals(piece.seconds());
            if (!fits) {
                throw new IOException("pieces of other forms");
            }
            tracks.add(track);
        }
        return new FilmIndex(tracks, sound, container);
    }

    private static Rational lengthOf(PieceTrack track) throws IOException {
        return Rational.of((long) track.samples() * track.ticksPerSample(), track.ticksPerSecond());
    }

    /** The sample entry without the rate of bits, which is of the piece and not of the film. */
    private static byte[] description(PieceTrack piece) throws IOException {
        ByteBuffer entries = Box.find(piece.table(), "stsd");
        if (entries.getInt(4) != 1) {
            throw new IOException("several descriptions");
        }
        Box entry = Box.next(entries.slice(8, entries.remaining() - 8));
        byte[] head = bytes(entry.content().slice(0, ENTRY_BYTES));
        List<byte[]> parts = new ArrayList<>(List.of(head));
        for (Box part :
                Box.all(entry.content().slice(ENTRY_BYTES, entry.content().remaining() - ENTRY_BYTES))) {
            if (!part.is("btrt")) {
                parts.add(box(part));
            }
        }
        return box(entry.type(), parts.toArray(byte[][]::new));
    }

    /** Which sample of the sound is the first that is not needed before the next piece. */
    private void placeSound() throws IOException {
        Rational end = Rational.ZERO;
        Rational each = Rational.of(sound.ticksPerSample(), sound.ticksPerSecond());
        Rational ahead = Rational.of(sound.shift(), sound.ticksPerSecond());
        for (PieceTrack piece : pieces) {
            end = end.plus(lengthOf(piece));
            long samples = end.plus(ahead).dividedBy(each).ceiling();
            soundEnds.add((int) Math.min(samples, sound.samples()));
        }
        soundEnds.set(soundEnds.size() - 1, sound.samples());
    }

    /** The files whose samples follow each other in the film. */
    List<PieceTrack> pieces() {
        return pieces;
    }

    PieceTrack sound() {
        return sound;
    }

    /** Bytes of the sound's samples that follow a piece. */
    long soundBytesAfter(int piece) throws IOException {
        return sound.bytesOfSamples(piece == 0 ? 0 : soundEnds.get(piece - 1), soundEnds.get(piece));
    }

    /** @param start of the samples in the film's file */
    byte[] movie(long start) throws IOException {
        List<Long> pictureChunks = new ArrayList<>();
        List<Long> soundChunks = new ArrayList<>();
        long position = start;
        for (int i = 0; i < pieces.size(); i++) {
            pictureChunks.add(position);
            position += pieces.get(i).data().bytes();
            soundChunks.add(position);
            position += soundBytesAfter(i);
        }
        long length = Math.max(shownTicks(), soundTicks());
        byte[] head = changed(bytes(Box.find(pieces.getFirst().movie(), "mvhd")), 16, length);
        head = changed(head, head.length - Integer.BYTES, TRACK_OF_SOUND + 1);
        return box("moov", box("mvhd", head), picture(pictureChunks), sound(soundChunks), mark());
    }

    private long samples() throws IOException {
        long samples = 0;
        for (PieceTrack piece : pieces) {
            samples += piece.samples();
        }
        return samples;
    }

    /** In the film's ticks, of which there are fewer than in the picture's. */
    private long shownTicks() throws IOException {
        PieceTrack first = pieces.getFirst();
        return Rational.of(samples() * ticks * first.movieTicksPerSecond(), first.ticksPerSecond())
                .ceiling();
    }

    private long soundTicks() throws IOException {
        return Integer.toUnsignedLong(Box.find(sound.movie(), "mvhd").getInt(16));
    }

    private int shift() throws IOException {
        int most = 0;
        for (PieceTrack piece : pieces) {
            most = Math.max(most, piece.shift());
        }
        return most;
    }

    private byte[] picture(List<Long> chunks) throws IOException {
        PieceTrack first = pieces.getFirst();
        byte[] head = bytes(Box.find(first.track(), "tkhd"));
        head = changed(changed(head, 12, TRACK_OF_PICTURE), 20, shownTicks());
        byte[] edits = new BoxWriter()
                .number(0)
                .number(1)
                .number(shownTicks())
                .number(shift())
                .number(1 << 16)
                .content();
        byte[] mediaHead = changed(bytes(Box.find(first.media(), "mdhd")), 16, samples() * ticks);
        byte[] table = box(
                "stbl",
                descriptionTable(),
                box("stts", runs(List.of(new long[] {samples(), ticks}))),
                delays(),
                keys(),
                box("stsc", chunkTable(samplesOfPieces(), descriptionOf)),
                sizes(),
                offsets(chunks));
        byte[] media = media(first, mediaHead, table);
        return box("trak", box("tkhd", head), box("edts", box("elst", edits)), media);
    }

    private List<Integer> samplesOfPieces() throws IOException {
        List<Integer> samples = new ArrayList<>();
        for (PieceTrack piece : pieces) {
            samples.add(piece.samples());
        }
        return samples;
    }

    private byte[] descriptionTable() {
        List<byte[]> parts = new ArrayList<>();
        parts.add(new BoxWriter().number(0).number(descriptions.size()).content());
        descriptions.keySet().forEach(description -> parts.add(bytes(description)));
        return box("stsd", parts.toArray(byte[][]::new));
    }

    private byte[] delays() throws IOException {
        List<long[]> runs = new ArrayList<>();
        int shift = shift();
        for (PieceTrack piece : pieces) {
            for (int delay : piece.delays()) {
                long here = (long) delay + shift - piece.shift();
                if (runs.isEmpty() || runs.getLast()[1] != here) {
                    runs.add(new long[] {0, here});
                }
                runs.getLast()[0]++;
            }
        }
        boolean none = runs.stream().allMatch(run -> run[1] == 0);
        return none ? new byte[0] : box("ctts", runs(runs));
    }

    private static byte[] runs(List<long[]> runs) {
        BoxWriter table = new BoxWriter().number(0).number(runs.size());
        runs.forEach(run -> table.number(run[0]).number(run[1]));
        return table.content();
    }

    private byte[] keys() throws IOException {
        boolean isNeeded = false;
        List<Long> keys = new ArrayList<>();
        long before = 0;
        for (PieceTrack piece : pieces) {
            isNeeded |= piece.listsKeys();
            for (int key : piece.keys()) {
                keys.add(before + key + 1);
            }
            before += piece.samples();
        }
        BoxWriter table = new BoxWriter().number(0).number(keys.size());
        keys.forEach(table::number);
        return isNeeded ? box("stss", table.content()) : new byte[0];
    }

    private byte[] sizes() throws IOException {
        BoxWriter table = new BoxWriter().number(0).number(0).number(samples());
        for (PieceTrack piece : pieces) {
            for (int sample = 0; sample < piece.samples(); sample++) {
                table.number(Integer.toUnsignedLong(piece.bytesOfSample(sample)));
            }
        }
        return box("stsz", table.content());
    }

    private static byte[] chunkTable(List<Integer> samples, List<Integer> descriptions) {
        BoxWriter table = new BoxWriter();
        int entries = 0;
        for (int i = 0; i < samples.size(); i++) {
            boolean isSame = i > 0
                    && samples.get(i).equals(samples.get(i - 1))
                    && descriptions.get(i).equals(descriptions.get(i - 1));
            if (!isSame) {
                table.number(i + 1).number(samples.get(i)).number(descriptions.get(i));
                entries++;
            }
        }
        byte[] head = new BoxWriter().number(0).number(entries).content();
        byte[] whole = Arrays.copyOf(head, head.length + table.content().length);
        System.arraycopy(table.content(), 0, whole, head.length, whole.length - head.length);
        return whole;
    }

    private static byte[] offsets(List<Long> chunks) {
        boolean isShort = chunks.getLast() <= 0xffff_ffffL;
        BoxWriter table = new BoxWriter().number(0).number(chunks.size());
        chunks.forEach(isShort ? table::number : table::longNumber);
        return box(isShort ? "stco" : "co64", table.content());
    }

    private byte[] sound(List<Long> positions) throws IOException {
        List<Long> chunks = new ArrayList<>();
        List<Integer> samples = new ArrayList<>();
        for (int i = 0; i < positions.size(); i++) {
            int count = soundEnds.get(i) - (i == 0 ? 0 : soundEnds.get(i - 1));
            if (count > 0) {
                chunks.add(positions.get(i));
                samples.add(count);
            }
        }
        List<byte[]> table = new ArrayList<>();
        for (Box box : Box.all(sound.table())) {
            switch (box.type()) {
                case "stsc" ->
                    table.add(box(
                            "stsc",
                            chunkTable(samples, samples.stream().map(_ -> 1).toList())));
                case "stco" -> table.add(offsets(chunks));
                default -> table.add(box(box));
            }
        }
        byte[] media = media(sound, bytes(Box.find(sound.media(), "mdhd")), box("stbl", table.toArray(byte[][]::new)));
        List<byte[]> track = new ArrayList<>();
        for (Box box : Box.all(sound.track())) {
            switch (box.type()) {
                case "tkhd" -> track.add(box("tkhd", changed(bytes(box.content()), 12, TRACK_OF_SOUND)));
                case "mdia" -> track.add(media);
                default -> track.add(box(box));
            }
        }
        return box("trak", track.toArray(byte[][]::new));
    }

    /** A track's media with another head and another table of samples. */
    private static byte[] media(PieceTrack track, byte[] head, byte[] table) throws IOException {
        List<byte[]> information = new ArrayList<>();
        for (Box box : Box.all(Box.find(track.media(), "minf"))) {
            information.add(box.is("stbl") ? table : box(box));
        }
        List<byte[]> media = new ArrayList<>();
        for (Box box : Box.all(track.media())) {
            switch (box.type()) {
                case "mdhd" -> media.add(box("mdhd", head));
                case "minf" -> media.add(box("minf", information.toArray(byte[][]::new)));
                default -> media.add(box(box));
            }
        }
        return box("mdia", media.toArray(byte[][]::new));
    }

    /** A comment, in the words of either container. */
    private byte[] mark() {
        byte[] text = Encoder.FILM_MARK.getBytes(StandardCharsets.US_ASCII);
        if (container.equals("mov")) {
            int undetermined = 0x55c4;
            byte[] head = new BoxWriter()
                    .number(((long) text.length << 16) + undetermined)
                    .content();
            return box("udta", box("\u00a9cmt", head, text));
        }
        byte[] kind = new BoxWriter()
                .number(0)
                .number(0)
                .letters("mdirappl")
                .number(0)
                .number(0)
                .letters("\0")
                .content();
        byte[] head = new BoxWriter().number(1).number(0).content();
        byte[] comment = box("ilst", box("\u00a9cmt", box("data", head, text)));
        return box("udta", box("meta", new byte[Integer.BYTES], box("hdlr", kind), comment));
    }
}
