package backbeat.engine.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * The list of pictures of an MP4 or MOV file that we wrote (ISO 14496-12, 8.6): how many there are, and whether each is shown equally long. Read straight from the file's
 * boxes, because asking ffprobe costs a process for every piece.
 *
 * @param frames of the picture track
 * @param isEven whether all of them last equally long; the last one may be rounded
 */
public record SampleTable(long frames, boolean isEven) {
    static final SampleTable EMPTY = new SampleTable(0, true);

    /** @throws IOException when the file is not whole, or has no picture */
    public static SampleTable of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer movie = Box.read(channel, Box.placeOf(Box.placesIn(channel), "moov"));
            for (Box box : Box.all(movie)) {
                if (box.is("trak")) {
                    Optional<SampleTable> table = picture(box.content());
                    if (table.isPresent()) {
                        return table.get();
                    }
                }
            }
            throw new IOException("no picture in " + file);
        }
    }

    private static Optional<SampleTable> picture(ByteBuffer track) throws IOException {
        ByteBuffer media = Box.find(track, "mdia");
        boolean isPicture = Box.letters(Box.find(media, "hdlr"), 8).equals("vide");
        if (!isPicture) {
            return Optional.empty();
        }
        ByteBuffer table = Box.find(media, List.of("minf", "stbl"));
        long frames = Integer.toUnsignedLong(Box.find(table, "stsz").getInt(8));
        return Optional.of(new SampleTable(frames, isEven(Box.find(table, "stts"))));
    }

    /** Runs of equally long samples: one, or a second one of the single last sample. */
    private static boolean isEven(ByteBuffer runs) {
        int count = runs.getInt(4);
        boolean lastAlone = count == 2 && runs.getInt(16) == 1;
        return count == 1 || lastAlone;
    }
}
