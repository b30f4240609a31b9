package backbeat.engine.playback;

import backbeat.engine.media.MadeMedia;
import backbeat.engine.song.MadeSongMap;
import backbeat.engine.song.SongMap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A small song with its map, and sound files of a day on the set. */
final class SetSound {
    static final int RATE = 48_000;

    private SetSound() {}

    /** Decaying notes over noise bursts, silent before the first note. */
    static float[] song(long seed, int seconds, double firstNote) {
        Random random = new Random(seed);
        float[] sound = new float[seconds * RATE];
        for (int note = 0; note < seconds * 8; note++) {
            double at = note == 0 ? firstNote : firstNote + random.nextDouble() * (seconds - firstNote - 0.5);
            double hertz = 110 * Math.pow(2, random.nextInt(48) / 12.0);
            double noisy = random.nextDouble();
            int start = (int) Math.round(at * RATE);
            for (int i = 0; i < RATE / 2 && start + i < sound.length; i++) {
                double t = (double) i / RATE;
                double tone = Math.cos(2 * Math.PI * hertz * t) + 0.5 * Math.sin(4 * Math.PI * hertz * t);
                double burst = Math.exp(-60 * t) * noisy * random.nextGaussian();
                sound[start + i] += (float) (0.08 * (Math.exp(-8 * t) * tone + 2 * burst));
            }
        }
        return sound;
    }

    /** Steady bars of four beats from a downbeat on. */
    static SongMap map(double seconds, double downbeat, double beat) {
        List<SongMap.Bar> bars = new ArrayList<>();
        for (int bar = 0; downbeat + (bar + 1) * 4 * beat <= seconds; bar++) {
            double start = downbeat + bar * 4 * beat;
            bars.add(new SongMap.Bar(bar + 1, start, start + 4 * beat, "4/4", 4, 1, null));
        }
        return MadeSongMap.ofSeconds(seconds).sound(RATE, 1).bars(bars).map();
    }

    /** A WAV file of 24 bits. */
    static Path write(Path file, float[]... channels) throws IOException {
        ByteBuffer raw = ByteBuffer.allocate(channels.length * channels[0].length * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < channels[0].length; i++) {
            for (float[] channel : channels) {
                raw.putFloat(channel[i]);
            }
        }
        Path samples = Files.write(file.resolveSibling(file.getFileName() + ".raw"), raw.array());
        List<String> input = List.of(
                "-f",
                "f32le",
                "-ar",
                String.valueOf(RATE),
                "-ac",
                String.valueOf(channels.length),
                "-i",
                "file:" + samples);
        MadeMedia.make(file, input, List.of("-c:a", "pcm_s24le"));
        Files.delete(samples);
        return file;
    }
}
