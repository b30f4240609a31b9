package backbeat.engine.song;

import backbeat.engine.derive.JsonFile;
import backbeat.engine.derive.Work;
import backbeat.engine.signal.Loudness;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the maps of a folder of songs for the benchmark's scorer: {@code MeasureSongs SOUNDS MAPS}. SOUNDS holds raw mono little-endian floats at 44.1 kHz, one
 * {@code .f32} for each song.
 */
final class MeasureSongs {
    private MeasureSongs() {}

    public static void main(String[] arguments) throws IOException {
        Path maps = Files.createDirectories(Path.of(arguments[1]));
        List<Path> sounds;
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            sounds = files.filter(f -> f.toString().endsWith(".f32")).sorted().toList();
        }
        double minutes = 0;
        long start = System.nanoTime();
        for (Path sound : sounds) {
            float[] mono = read(sound);
            minutes += mono.length / 44_100.0 / 60;
            String name = sound.getFileName().toString().replace(".f32", ".json");
            JsonFile.write(maps.resolve(name), map(mono));
        }
        System.out.println((System.nanoTime() - start) * 1e-9 / minutes + " s for a minute of music");
    }

    static SongMap map(float[] mono) {
        return new SongMapper(heard(mono), Corrections.none()).map(Work.quiet());
    }

    static HeardSong heard(float[] mono) {
        Loudness loudness = new Loudness(44_100, 1);
        loudness.add(mono, mono.length);
        HeardSong.SoundFacts facts = new HeardSong.SoundFacts(mono.length / 44_100.0, 44_100, 1);
        return HeardSong.of(mono, facts, loudness, Work.quiet());
    }

    static float[] read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        float[] samples = new float[bytes.remaining() / 4];
        bytes.asFloatBuffer().get(samples);
        return samples;
    }
}
