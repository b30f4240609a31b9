package backbeat.engine.song;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The map of one song, contract {@code song-map/1}. Times are seconds of the song file (0 is its first presented sample), rounded to 0.1 ms.
 *
 * @param contract always {@value #CONTRACT}
 * @param steady false when no steady beat was found: then beats, bars, tempo and metre are empty and {@code reason} says why
 */
@JsonPropertyOrder("contract")
public record SongMap(
        String contract,
        double duration,
        int sampleRate,
        int channels,
        boolean steady,
        @Nullable String reason,
        List<Beat> beats,
        List<Bar> bars,
        List<Tempo> tempo,
        List<Metre> metre,
        List<Section> sections,
        List<Hook> hooks,
        Energy energy,
        Loudness loudness,
        @Nullable MusicalKey key,
        List<Alternative> alternatives,
        List<Correction> corrections) {
    public static final String CONTRACT = "song-map/1";

    /** @param bar rises by one; 0 for a pick-up */
    public record Beat(double time, int bar, int beat, double confidence) {}

    public record Bar(
            int index,
            double start,
            double end,
            String metre,
            int beats,
            double confidence,
            @Nullable String chord) {}

    public record Tempo(double start, double end, double bpm, boolean constant, double confidence) {}

    public record Metre(double start, double end, String metre, double confidence) {}

    /** @param role intro, verse, prechorus, chorus, bridge, solo, break, outro or null */
    public record Section(
            double start,
            double end,
            int firstBar,
            int lastBar,
            String label,
            @Nullable String role,
            double confidence) {}

    public record Hook(double start, double end, int firstBar, int lastBar, double score) {}

    /**
     * @param step seconds from value to value
     * @param values 0..1, the loudest passage is near 1
     * @param momentaryLufs momentary loudness at the same steps; silence is -70
     */
    public record Energy(double step, List<Double> values, List<Double> momentaryLufs) {
        /** Energy around a song time, 0..1. */
        public double at(double seconds) {
            return values.isEmpty() ? 0 : values.get(Math.clamp((int) (seconds / step), 0, values.size() - 1));
        }

        /** Mean energy of a stretch, 0..1. */
        public double mean(double from, double to) {
            int first = Math.clamp((int) (from / step), 0, Math.max(0, values.size() - 1));
            int last = Math.clamp((int) (to / step), first, Math.max(first, values.size() - 1));
            double sum = 0;
            for (int i = first; i <= last && i < values.size(); i++) {
                sum += values.get(i);
            }
            return sum / (last - first + 1);
        }
    }

    /** Integrated, range, true peak and maxima by ITU-R BS.1770-5 and EBU Tech 3341/3342, in LUFS, LU and dBTP. */
    public record Loudness(double integrated, double range, double truePeak, double maxMomentary, double maxShortTerm) {
        /** Below this a file holds hiss at most. */
        private static final double SILENT_DBTP = -66;

        @JsonIgnore
        public boolean isSilence() {
            return truePeak < SILENT_DBTP;
        }
    }

    /** Other readings that are what their kind says: a musician who reads "half" expects half, and a reading with two thirds of the beats is another song. */
    @JsonIgnore
    public List<Alternative> soundAlternatives() {
        return tempo.isEmpty()
                ? List.of()
                : alternatives.stream()
                        .filter(other -> other.isOf(tempo.getFirst().bpm()))
                        .toList();
    }

    public record MusicalKey(String name, double confidence, String second) {}

    /** @param kind double, half, offbeat, triple, third, downbeat or metre */
    public record Alternative(
            String kind, double bpm, double score, double shift, int beatsPerBar, double firstDownbeat) {
        private static final double ABOUT = 0.06;

        private boolean isOf(double chosen) {
            double times = switch (kind) {
                case "double" -> 2;
                case "half" -> 1 / 2.0;
                case "triple" -> 3;
                case "third" -> 1 / 3.0;
                default -> 1;
            };
            return Math.abs(bpm / chosen / times - 1) < ABOUT;
        }
    }
}
