package backbeat.engine.song;

import java.util.ArrayList;
import java.util.List;

/** Beats and bars of the map from beat times and positions in the bar. */
final class Bars {
    private static final double EIGHTH_OF_FIVE_SECONDS = 0.3;
    private static final double EIGHTH_OF_SEVEN_SECONDS = 0.37;

    final List<SongMap.Beat> beats = new ArrayList<>();
    final List<SongMap.Bar> bars = new ArrayList<>();

    private final SongSpectra spectra;
    private final double[] times;
    private final Downbeats downbeats;
    private final int firstBeat;
    private final int endBeat;
    private final Confidence confidence;

    /**
     * @param times refined, one for each beat of {@code downbeats}
     * @param firstBeat first of them that is heard
     * @param endBeat after the last one that is heard
     */
    Bars(SongSpectra spectra, double[] times, Downbeats downbeats, int firstBeat, int endBeat, Confidence confidence) {
        this.spectra = spectra;
        this.times = times;
        this.downbeats = downbeats;
        this.firstBeat = firstBeat;
        this.endBeat = endBeat;
        this.confidence = confidence;
        fill();
    }

    private void fill() {
        boolean triple = isTriple();
        int bar = 0;
        for (int i = firstBeat; i < endBeat; i++) {
            if (downbeats.position[i] == 0) {
                bar++;
                addBar(bar, i, triple);
            }
            beats.add(new SongMap.Beat(times[i], bar, downbeats.position[i] + 1, rounded(confidence.ofBeat(i))));
        }
    }

    private void addBar(int bar, int first, boolean triple) {
        int next = first + 1;
        while (next < endBeat && downbeats.position[next] != 0) {
            next++;
        }
        int metre = downbeats.metre[first];
        double interval = first + 1 < times.length ? times[first + 1] - times[first] : times[first] - times[first - 1];
        double end = next < endBeat
                ? times[next]
                : Math.min(spectra.seconds, times[first] + Math.max(metre, next - first) * interval);
        bars.add(new SongMap.Bar(
                bar,
                times[first],
                Math.max(end, times[first] + 0.01),
                name(metre, triple),
                metre,
                rounded(confidence.ofDownbeat(first)),
                Harmony.chord(spectra, times[first], end)));
    }

    /** Five and seven in a bar are counted in eighths where they are too fast for quarters. */
    private String name(int metre, boolean triple) {
        double interval = 60 / new BeatPath(times, 0).bpm();
        return switch (metre) {
            case 2 -> triple ? "6/8" : "2/4";
            case 4 -> triple ? "12/8" : "4/4";
            case 5 -> interval < EIGHTH_OF_FIVE_SECONDS ? "5/8" : "5/4";
            case 7 -> interval < EIGHTH_OF_SEVEN_SECONDS ? "7/8" : "7/4";
            default -> metre + "/4";
        };
    }

    /** Whether beats divide in three: both thirds are played, and the half is not. */
    private boolean isTriple() {
        double first = 0;
        double second = 0;
        double half = 0;
        for (int i = firstBeat; i + 1 < endBeat; i++) {
            double interval = times[i + 1] - times[i];
            first += spectra.activationNear(times[i] + interval / 3, 3);
            second += spectra.activationNear(times[i] + interval * 2 / 3, 3);
            half += spectra.activationNear(times[i] + interval / 2, 3);
        }
        return Math.min(first, second) > 1.3 * half && first + second > 0.2 * (endBeat - firstBeat);
    }

    /** Stretches of one metre. */
    List<SongMap.Metre> metres(double duration) {
        List<SongMap.Metre> metres = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            if (i > 0 && bars.get(i).metre().equals(bars.get(i - 1).metre())) {
                continue;
            }
            int next = i + 1;
            while (next < bars.size()
                    && bars.get(next).metre().equals(bars.get(i).metre())) {
                next++;
            }
            double end = next < bars.size() ? bars.get(next).start() : duration;
            metres.add(new SongMap.Metre(
                    bars.get(i).start(), end, bars.get(i).metre(), bars.get(i).confidence()));
        }
        return metres;
    }

    private static double rounded(double value) {
        return Math.round(Math.clamp(value, 0, 1) * 100) / 100.0;
    }
}
