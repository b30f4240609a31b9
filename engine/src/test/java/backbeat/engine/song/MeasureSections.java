package backbeat.engine.song;

import backbeat.engine.derive.JsonFile;
import backbeat.engine.derive.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes what {@code bench/song_training/fit_sections.py} fits and scores: {@code MeasureSections OUT TRUTHS SOUNDS}. For each {@code ITEM.truth.json} that knows
 * sections, and {@code ITEM.f32} (raw mono little-endian floats at 44.1 kHz), bar lines with their border curves, once on the beats of the truth and once on our own.
 */
final class MeasureSections {
    private MeasureSections() {}

    record Truth(
            String item,
            String group,
            List<Double> beats,
            List<Double> downbeats,
            @Nullable List<Part> sections) {}

    record Part(
            double start,
            double end,
            String label,
            @Nullable String role) {}

    public static void main(String[] arguments) throws IOException {
        Path out = Files.createDirectories(Path.of(arguments[0]));
        List<Path> truths;
        try (Stream<Path> files = Files.list(Path.of(arguments[1]))) {
            truths = files.filter(f -> f.toString().endsWith(".truth.json"))
                    .sorted()
                    .toList();
        }
        for (Path file : truths) {
            Truth truth = JsonFile.read(file, Truth.class);
            Path sound = Path.of(arguments[2]).resolve(truth.item() + ".f32");
            if (truth.sections() != null && Files.exists(sound)) {
                HeardSong heard = MeasureSongs.heard(MeasureSongs.read(sound));
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("item", truth.item());
                row.put("group", truth.group());
                row.put("truth", truth.sections());
                row.put("own", told(heard, Corrections.none()));
                row.put("true", told(heard, Corrections.none().with(bars(truth))));
                JsonFile.write(out.resolve(truth.item() + ".json"), row);
            }
        }
    }

    static Map<String, Object> told(HeardSong heard, Corrections said) {
        SongMap map = new SongMapper(heard, said).map(Work.quiet());
        Map<String, Object> row = new LinkedHashMap<>();
        BarFeatures features = BarFeatures.of(heard.spectra(), map.bars(), map.energy());
        row.put("starts", map.bars().stream().map(SongMap.Bar::start).toList());
        row.put("curves", Arrays.asList(BorderCurves.of(features).rows));
        row.put("sections", map.sections());
        return row;
    }

    static Correction.TempoMap bars(Truth truth) {
        List<Correction.SaidBar> bars = new ArrayList<>();
        for (int i = 0; i < truth.downbeats().size(); i++) {
            double from = truth.downbeats().get(i) - 0.02;
            double to = i + 1 < truth.downbeats().size() ? truth.downbeats().get(i + 1) - 0.02 : Double.MAX_VALUE;
            List<Double> beats = truth.beats().stream()
                    .filter(beat -> beat >= from && beat < to)
                    .limit(12)
                    .toList();
            if (!beats.isEmpty()) {
                bars.add(new Correction.SaidBar(beats.size() + "/4", beats));
            }
        }
        return new Correction.TempoMap(bars, "truth");
    }
}
