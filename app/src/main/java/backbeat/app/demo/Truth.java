package backbeat.app.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is really so in the demo: {@code truth.json}, in the clock of {@code sync/1}: song time = songStart + speed * (1 + driftPpm * 1e-6) * (clip time -
 * clipStart). Times are seconds.
 *
 * @param beats song times of all beats, the first of bar 1 first
 */
public record Truth(
        String contract,
        Song song,
        double tempo,
        String meter,
        List<Double> beats,
        List<Double> downbeats,
        List<Section> sections,
        List<Clip> clips) {
    public static final String CONTRACT = "demo-truth/1";

    public record Song(String path, double seconds, int sampleRate) {}

    public record Section(String label, double start, double end, int firstBar) {}

    /**
     * @param path relative to the footage folder
     * @param verdict {@code matched} or {@code unmatched}
     * @param reason why not: {@code silent}, {@code other-song} or {@code broken}
     */
    public record Clip(
            String path,
            String camera,
            @Nullable Double seconds,
            String verdict,
            @Nullable String reason,
            List<Match> matches) {}

    public record Match(
            double clipStart,
            double clipEnd,
            double songStart,
            double songEnd,
            double speed,
            String speedFraction,
            double driftPpm,
            double signalToNoiseDb) {
        public double songTimeOf(double clipTime) {
            return songStart + speed * (1 + driftPpm * 1e-6) * (clipTime - clipStart);
        }
    }
}
