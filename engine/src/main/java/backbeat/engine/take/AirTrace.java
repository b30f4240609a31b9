package backbeat.engine.take;

import backbeat.engine.derive.Derivation;
import backbeat.engine.derive.Key;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Clip;
import backbeat.engine.media.Media;
import backbeat.engine.media.SoundReader;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is kept of a clip's sound to compare it with that of other cameras, four kilobytes a second. Read in stretches: memory does not grow with the clip. */
record AirTrace(Clip clip, Media media) implements Derivation<Air.Trace> {
    private static final int VERSION = 1;
    private static final int MIX = -1;
    /** A minute, a whole number of frames. */
    private static final int STRETCH = 1875 * Air.HOP;

    private static final int MOST_BYTES = 1 << 30;

    @Override
    public Key key() {
        return Key.of("air", VERSION).with("clip", clip.fingerprint()).with("ffmpeg", media.version());
    }

    @Override
    public void derive(Path target, Work work) throws IOException {
        ByteArrayOutputStream samples = new ByteArrayOutputStream();
        List<Air.Landmark> landmarks = new ArrayList<>();
        Air air = new Air();
        try (SoundReader reader = media.sound(clip.facts(), Air.RATE, MIX)) {
            float[] stretch = new float[Air.MARGIN + STRETCH + Air.MARGIN];
            int filled = Air.MARGIN + fill(reader, stretch, Air.MARGIN);
            while (filled > Air.MARGIN && samples.size() < MOST_BYTES - STRETCH) {
                work.stopIfCancelled();
                int length = Math.min(STRETCH, filled - Air.MARGIN);
                Arrays.fill(stretch, filled, stretch.length, 0);
                byte[] whitened = air.whitened(Arrays.copyOf(stretch, length + 2 * Air.MARGIN));
                landmarks.addAll(air.landmarks(whitened, samples.size() / Air.HOP));
                samples.write(whitened);
                int kept = Math.max(Air.MARGIN, filled - STRETCH);
                System.arraycopy(stretch, STRETCH, stretch, 0, stretch.length - STRETCH);
                filled = length < STRETCH ? 0 : kept + fill(reader, stretch, kept);
            }
        }
        write(target, samples.toByteArray(), landmarks);
    }

    private static int fill(SoundReader reader, float[] stretch, int from) {
        float[] rest = new float[stretch.length - from];
        int count = reader.readFully(rest);
        System.arraycopy(rest, 0, stretch, from, count);
        return count;
    }

    private static void write(Path target, byte[] samples, List<Air.Landmark> landmarks) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(target)))) {
            out.writeInt(landmarks.size());
            for (Air.Landmark landmark : landmarks) {
                out.writeInt(landmark.hash());
                out.writeInt(landmark.frame());
            }
            out.writeInt(samples.length);
            out.write(samples);
        }
    }

    @Override
    public Air.Trace read(Path kept) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(kept), 1 << 16))) {
            int[] hashes = new int[in.readInt()];
            int[] frames = new int[hashes.length];
            for (int i = 0; i < hashes.length; i++) {
                hashes[i] = in.readInt();
                frames[i] = in.readInt();
            }
            byte[] samples = new byte[in.readInt()];
            in.readFully(samples);
            return new Air.Trace(samples, hashes, frames);
        }
    }
}
