package backbeat.engine.song;

import backbeat.engine.derive.Work;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes what the analysis hears of training pieces, for the fitting scripts in {@code bench/song_training}: {@code DumpForTraining SOUNDS OUT}. SOUNDS holds
 * {@code .f32} files (mono floats, 44.1 kHz) with their {@code .truth.json}. For each it writes {@code .feat} (what the beat network hears), {@code .bars} (the values of the true
 * beats), {@code .paths} (the true beats and the candidates, with what the bar network hears of them) and {@code .cand} (the candidates with their values and bars).
 */
final class DumpForTraining {
    private static final Pattern BEATS = Pattern.compile("\"beats\":\\s*\\[([^\\]]*)\\]");

    private DumpForTraining() {}

    public static void main(String[] arguments) throws IOException {
        Path out = Files.createDirectories(Path.of(arguments[1]));
        List<Path> sounds;
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            sounds = files.filter(f -> f.toString().endsWith(".f32")).sorted().toList();
        }
        for (Path sound : sounds) {
            String name = sound.getFileName().toString().replace(".f32", "");
            String truth = Files.readString(sound.resolveSibling(name + ".truth.json"));
            float[][][] rows = new float[1][][];
            SongSpectra spectra = SongSpectra.of(MeasureSongs.read(sound), heard -> rows[0] = heard, Work.quiet());
            Files.write(out.resolve(name + ".feat"), bytes(rows[0]));
            double[] beats = beats(truth);
            if (SteadyBeat.reasonBefore(spectra) == null) {
                List<BeatPath> paths = BeatCandidates.of(spectra, Work.quiet());
                write(out.resolve(name + ".cand"), candidates(spectra, paths));
                if (beats.length > 7) {
                    write(out.resolve(name + ".bars"), bars(spectra, new BeatPath(beats, 0)));
                    writePaths(out.resolve(name + ".paths"), spectra, new BeatPath(beats, 0), paths);
                }
            }
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(float[][] rows) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * rows.length * RhythmFrames.VALUES)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (float[] row : rows) {
            for (float value : row) {
                bytes.putFloat(value);
            }
        }
        return bytes.array();
    }

    private static double[] beats(String truth) {
        Matcher matcher = BEATS.matcher(truth);
        return !matcher.find() || matcher.group(1).isBlank()
                ? new double[0]
                : Arrays.stream(matcher.group(1).strip().split("\\s*,\\s*", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
    }

    private static String bars(SongSpectra spectra, BeatPath beats) {
        double[][] values = BarGuess.standardised(BarGuess.values(spectra, beats));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            text.append((float) beats.times[i]).append(' ').append(joined(values[i]));
            text.append(' ').append((float) BeatChances.odds(spectra.chances.downbeatAt(beats.times[i])));
            text.append(' ').append((float) BeatChances.odds(spectra.chances.beatAt(beats.times[i])));
            text.append('\n');
        }
        return text.toString();
    }

    private static void writePaths(Path file, SongSpectra spectra, BeatPath truth, List<BeatPath> paths)
            throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(paths.size() + 1);
            for (BeatPath path : Stream.concat(Stream.of(truth), paths.stream()).toList()) {
                float[][] rows = BarFrames.of(spectra, path);
                out.writeInt(rows.length);
                out.writeInt(rows[0].length);
                for (double time : path.times) {
                    out.writeFloat((float) time);
                }
                for (float[] row : rows) {
                    for (float value : row) {
                        out.writeFloat(value);
                    }
                }
            }
        }
    }

    private static String candidates(SongSpectra spectra, List<BeatPath> paths) {
        StringBuilder text = new StringBuilder("s ");
        float[] chances = spectra.chances.beatsAt(SongSpectra.FRAMES_PER_SECOND, spectra.activation.length);
        text.append(joined(new double[] {
                    SteadyBeat.mean(spectra.activation),
                    SteadyBeat.periodicity(spectra.activation),
                    SteadyBeat.mean(spectra.chances.beats),
                    SteadyBeat.periodicity(chances)
                }))
                .append('\n');
        for (BeatPath path : paths) {
            Candidate candidate = Candidate.of(spectra, path);
            text.append("v ").append(joined(candidate.values)).append('\n');
            text.append("t ").append(joined(path.times)).append('\n');
            text.append("d ").append(joined(candidate.guess.position)).append('\n');
            text.append("m ").append(joined(candidate.guess.metre)).append('\n');
        }
        return text.toString();
    }

    private static String joined(double[] values) {
        return Arrays.stream(values).mapToObj(v -> Float.toString((float) v)).collect(Collectors.joining(" "));
    }

    private static String joined(int[] values) {
        return Arrays.stream(values).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }
}
