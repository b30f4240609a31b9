package backbeat.engine.sync;

import backbeat.engine.signal.Fft;
import java.util.ArrayList;
import java.util.List;

/** The onset bands of the whole song as spectra of overlapping partitions, with which short pieces of clips are correlated. Made once for all clips. */
final class SongOnsets {
    static final int FFT = 2048;
    /** Frames that a piece of a clip may have. */
    static final int LONGEST_PIECE = 800;

    static final int HOP = FFT - LONGEST_PIECE;

    /** All bands of one partition: real and imaginary parts. */
    @SuppressWarnings("ArrayRecordComponent")
    record Partition(float[][] re, float[][] im) {}

    private final List<Partition> partitions = new ArrayList<>();

    SongOnsets(Sound song) {
        OnsetBands bands = OnsetBands.of(song.wide(), 1);
        Fft fft = new Fft(FFT);
        for (int start = -HOP; start < bands.frames(); start += HOP) {
            Partition partition =
                    new Partition(new float[OnsetBands.BANDS][fft.bins()], new float[OnsetBands.BANDS][fft.bins()]);
            for (int band = 0; band < OnsetBands.BANDS; band++) {
                float[] frames = new float[FFT];
                int from = Math.max(0, start);
                int to = Math.min(bands.frames(), start + FFT);
                System.arraycopy(bands.band(band), from, frames, from - start, to - from);
                fft.forward(frames, 0, partition.re()[band], partition.im()[band]);
            }
            partitions.add(partition);
        }
    }

    List<Partition> partitions() {
        return partitions;
    }

    /** Places of a piece's first frame that a correlation tells, the first one {@link #HOP} frames before the song. */
    int places() {
        return partitions.size() * HOP;
    }
}
