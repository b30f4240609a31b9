package backbeat.engine.song;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A heard song as a file of the vault: numbers in a fixed order, big-endian. Only this class reads it, so that it carries no description of itself. */
final class HeardFile {
    private HeardFile() {}

    static void write(Path file, HeardSong heard) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeDouble(heard.facts().duration());
            out.writeInt(heard.facts().sampleRate());
            out.writeInt(heard.facts().channels());
            SongMap.Loudness loudness = heard.loudness();
            out.writeDouble(loudness.integrated());
            out.writeDouble(loudness.range());
            out.writeDouble(loudness.truePeak());
            out.writeDouble(loudness.maxMomentary());
            out.writeDouble(loudness.maxShortTerm());
            out.writeDouble(heard.energy().step());
            doubles(out, heard.energy().values().stream().mapToDouble(d -> d).toArray());
            doubles(
                    out,
                    heard.energy().momentaryLufs().stream().mapToDouble(d -> d).toArray());
            spectra(out, heard.spectra());
            out.writeInt(heard.paths().size());
            for (BeatPath path : heard.paths()) {
                out.writeDouble(path.score);
                doubles(out, path.times);
            }
        }
    }

    private static void spectra(DataOutputStream out, SongSpectra spectra) throws IOException {
        out.writeDouble(spectra.seconds);
        rows(out, spectra.onsets);
        floats(out, spectra.activation);
        floats(out, spectra.loudest);
        floats(out, spectra.fine);
        floats(out, spectra.chances.beats);
        floats(out, spectra.chances.downbeats);
        for (Averages averages : List.of(spectra.timbre, spectra.levels, spectra.chroma, spectra.bass)) {
            out.writeInt(averages.rows());
            for (int i = 0; i < averages.rows(); i++) {
                floats(out, averages.row(i));
            }
        }
    }

    static HeardSong read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            var facts = new HeardSong.SoundFacts(in.readDouble(), in.readInt(), in.readInt());
            var loudness = new SongMap.Loudness(
                    in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
            var energy = new SongMap.Energy(in.readDouble(), list(doubles(in)), list(doubles(in)));
            SongSpectra spectra = spectra(in);
            List<BeatPath> paths = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                double score = in.readDouble();
                paths.add(new BeatPath(doubles(in), score));
            }
            return new HeardSong(facts, loudness, energy, spectra, List.copyOf(paths));
        }
    }

    private static SongSpectra spectra(DataInputStream in) throws IOException {
        double seconds = in.readDouble();
        float[][] onsets = rows(in);
        float[] activation = floats(in);
        float[] loudest = floats(in);
        float[] fine = floats(in);
        BeatChances chances = new BeatChances(floats(in), floats(in));
        Averages timbre = new Averages(rows(in), SongSpectra.FRAMES_PER_SECOND);
        Averages levels = new Averages(rows(in), SongSpectra.FRAMES_PER_SECOND);
        Averages chroma = new Averages(rows(in), SongSpectra.HARMONY_PER_SECOND);
        Averages bass = new Averages(rows(in), SongSpectra.HARMONY_PER_SECOND);
        return new SongSpectra(seconds, onsets, activation, timbre, levels, chroma, bass, loudest, fine, chances);
    }

    private static void rows(DataOutputStream out, float[][] rows) throws IOException {
        out.writeInt(rows.length);
        for (float[] row : rows) {
            floats(out, row);
        }
    }

    private static float[][] rows(DataInputStream in) throws IOException {
        float[][] rows = new float[in.readInt()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = floats(in);
        }
        return rows;
    }

    private static void floats(DataOutputStream out, float[] values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
        bytes.asFloatBuffer().put(values);
        out.writeInt(values.length);
        out.write(bytes.array());
    }

    private static float[] floats(DataInputStream in) throws IOException {
        float[] values = new float[in.readInt()];
        ByteBuffer.wrap(in.readNBytes(Float.BYTES * values.length))
                .asFloatBuffer()
                .get(values);
        return values;
    }

    private static void doubles(DataOutputStream out, double[] values) throws IOException {
        out.writeInt(values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    private static double[] doubles(DataInputStream in) throws IOException {
        double[] values = new double[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
