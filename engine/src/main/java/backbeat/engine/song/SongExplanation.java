package backbeat.engine.song;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Why a song has the map it has: what was heard, which readings were weighed, which was chosen. Contract {@code song-explanation/1}.
 *
 * @param onsets how strongly something begins, 0 to 1
 * @param beatChances how likely a beat is, 0 to 1
 * @param peaks tempi that stand out, strongest first
 * @param readings best first
 * @param why sentences
 * @param map what came of it
 */
@JsonPropertyOrder("contract")
public record SongExplanation(
        String contract,
        Curve onsets,
        Curve beatChances,
        Plane tempogram,
        List<Peak> peaks,
        List<Reading> readings,
        List<String> why,
        SongMap map) {
    public static final String CONTRACT = "song-explanation/1";
    private static final double STEP = 0.05;

    /** @param step seconds from value to value */
    public record Curve(double step, List<Double> values) {}

    /**
     * @param step seconds from column to column
     * @param slowest bpm of the first value of a column; each one is higher by the same factor
     * @param columns values 0 to 1
     */
    public record Plane(double step, double slowest, double fastest, List<List<Double>> columns) {}

    public record Peak(double bpm, double strength) {}

    /**
     * A candidate.
     *
     * @param score the logarithm of the odds between two readings is the difference of their scores
     * @param kind what it is to the chosen one: double, half, offbeat ...; chosen for itself
     * @param atBeats mean chance of a beat where it has beats
     * @param between the same, halfway between
     * @param beatsPerBar most frequent
     */
    public record Reading(
            String kind,
            double bpm,
            double score,
            double atBeats,
            double between,
            int beatsPerBar,
            double firstDownbeat) {}

    static SongExplanation of(HeardSong heard, Corrections said, List<CandidateChoice.Ranked> ranked, SongMap map) {
        SongSpectra spectra = heard.spectra();
        List<List<Double>> columns = Tempogram.of(spectra);
        List<Reading> readings = readings(spectra, ranked, map);
        return new SongExplanation(
                CONTRACT,
                largest(spectra.activation, SongSpectra.FRAMES_PER_SECOND, spectra.seconds),
                largest(spectra.chances.beats, RhythmFrames.PER_SECOND, spectra.seconds),
                new Plane(Tempogram.step(spectra.seconds), Tempogram.SLOWEST_BPM, Tempogram.FASTEST_BPM, columns),
                Tempogram.peaks(columns),
                readings,
                why(said, readings, map),
                map);
    }

    /** The largest value of each step: what stands out must not be averaged away. */
    private static Curve largest(float[] values, double perSecond, double seconds) {
        List<Double> result = new ArrayList<>();
        for (double time = 0; time < seconds; time += STEP) {
            double most = 0;
            for (int i = (int) (time * perSecond); i < (time + STEP) * perSecond && i < values.length; i++) {
                most = Math.max(most, values[i]);
            }
            result.add(Math.round(1000 * most) / 1000.0);
        }
        return new Curve(STEP, result);
    }

    private static List<Reading> readings(SongSpectra spectra, List<CandidateChoice.Ranked> ranked, SongMap map) {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            Candidate candidate = ranked.get(i).candidate();
            double first = map.bars().isEmpty() ? 0 : map.bars().getFirst().start();
            SongMap.Alternative told = Alternatives.between(ranked.getFirst(), ranked.get(i));
            readings.add(new Reading(
                    i == 0 ? "chosen" : told.kind(),
                    hundredths(candidate.path.bpm()),
                    hundredths(ranked.get(i).score()),
                    chance(spectra, candidate.path, 0),
                    chance(spectra, candidate.path, 0.5),
                    candidate.bars().metre[candidate.path.times.length / 2],
                    i == 0 ? first : Rounding.time(told.firstDownbeat())));
        }
        return readings;
    }

    private static double chance(SongSpectra spectra, BeatPath path, double part) {
        double sum = 0;
        for (int i = 0; i < path.times.length; i++) {
            sum += spectra.chances.beatAt(path.between(i, part));
        }
        return hundredths(sum / path.times.length);
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static List<String> why(Corrections said, List<Reading> readings, SongMap map) {
        List<String> why = new ArrayList<>();
        String reason = map.reason();
        if (reason != null) {
            why.add(reason);
        }
        if (said.tellOfBeats()) {
            why.add("Somebody said where beats or bars are; readings that disagree were left out.");
        }
        if (readings.isEmpty()) {
            return List.copyOf(why);
        }
        Reading best = readings.getFirst();
        why.add(String.format(
                Locale.ROOT,
                "On the beats of the best reading a beat is heard with a chance of %.2f, halfway between them of %.2f.",
                best.atBeats(),
                best.between()));
        if (readings.size() > 1) {
            Reading second = readings.get(1);
            double odds = Math.exp(Math.min(20, best.score() - second.score()));
            why.add(String.format(
                    Locale.ROOT,
                    "The next reading, %s bpm (%s), is behind by %.2f: %s.",
                    second.bpm(),
                    second.kind(),
                    best.score() - second.score(),
                    odds < 1.5
                            ? "as good as even, so ask"
                            : odds > 1000
                                    ? "more than 1000 to 1"
                                    : String.format(Locale.ROOT, "odds of %.1f to 1", odds)));
        }
        return List.copyOf(why);
    }
}
