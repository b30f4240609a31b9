package backbeat.engine.song;

import backbeat.engine.song.VersionAlignment.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A song map taken over to another version of the song, as something that is said of that version, with an account of what became of everything.
 *
 * @param corrections what the new version's analysis holds to: the bars and sections of the stretches that both have
 * @param stretches what both have, in the order of the new version
 * @param sections what became of each section of the old map
 */
public record CarriedMap(Corrections corrections, List<Same> stretches, List<Moved> sections) {
    private static final double SURE_INSIDE = 0.06;
    private static final double CUT_NEAR_BAR = 1.2;

    /** @param speed old seconds for each new one */
    public record Same(double from, double to, double oldFrom, double oldTo, double speed) {}

    /**
     * @param name role and label
     * @param newStart first place where it is; null when it is not in the new version
     * @param part how much of it is there, 0 to 1; more where it is repeated
     */
    public record Moved(
            String name,
            double oldStart,
            double oldEnd,
            @Nullable Double newStart,
            double part) {}

    static CarriedMap of(SongMap old, List<Stretch> found, double newSeconds, String by) {
        List<Stretch> stretches = onBars(old, found, newSeconds);
        List<Correction> said = new ArrayList<>();
        List<Correction.SaidBar> bars = bars(old, stretches);
        if (!bars.isEmpty()) {
            said.add(new Correction.TempoMap(bars, by));
        }
        for (Stretch stretch : stretches) {
            said.add(new Correction.Kept(rounded(stretch.from()), rounded(stretch.to()), by));
            for (SongMap.Section section : old.sections()) {
                double start = Math.max(stretch.from(), stretch.newTime(section.start()));
                double end = Math.min(stretch.to(), stretch.newTime(section.end()));
                if (end - start > 1) {
                    said.add(new Correction.Border(rounded(start), by));
                    said.add(new Correction.Named(rounded((start + end) / 2), section.role(), section.label(), by));
                }
            }
        }
        return new CarriedMap(
                Corrections.of(said),
                stretches.stream()
                        .map(s -> new Same(
                                rounded(s.from()),
                                rounded(s.to()),
                                rounded(s.oldTime(s.from())),
                                rounded(s.oldTime(s.to())),
                                s.speed()))
                        .toList(),
                old.sections().stream()
                        .map(section -> moved(section, stretches))
                        .toList());
    }

    /** People cut on bar lines: an end that lies near one is put there, so that neither half a bar nor its neighbour is lost. */
    private static List<Stretch> onBars(SongMap old, List<Stretch> found, double newSeconds) {
        List<Stretch> result = new ArrayList<>();
        double free = 0;
        for (int i = 0; i < found.size(); i++) {
            Stretch stretch = found.get(i);
            double from = stretch.from() < 1 ? Math.max(0, stretch.newTime(0)) : onBar(old, stretch, stretch.from());
            boolean last = i == found.size() - 1 && newSeconds - stretch.to() < 1;
            double to = last ? newSeconds : onBar(old, stretch, stretch.to());
            double begin = Math.max(free, from);
            if (to - begin > 1) {
                result.add(new Stretch(begin, to, stretch.oldAtZero(), stretch.speed()));
                free = to;
            }
        }
        return result;
    }

    private static double onBar(SongMap old, Stretch stretch, double newTime) {
        double oldTime = stretch.oldTime(newTime);
        return old.bars().stream()
                .map(SongMap.Bar::start)
                .min(Comparator.comparingDouble(start -> Math.abs(start - oldTime)))
                .filter(start -> Math.abs(start - oldTime) < CUT_NEAR_BAR)
                .map(stretch::newTime)
                .orElse(newTime);
    }

    private static List<Correction.SaidBar> bars(SongMap old, List<Stretch> stretches) {
        List<Correction.SaidBar> bars = new ArrayList<>();
        double last = -1;
        for (Stretch stretch : stretches) {
            for (SongMap.Bar bar : old.bars()) {
                List<Double> beats = new ArrayList<>();
                for (SongMap.Beat beat : old.beats()) {
                    double time = rounded(stretch.newTime(beat.time()));
                    boolean inside =
                            time >= Math.max(0, stretch.from() - SURE_INSIDE) && time < stretch.to() - SURE_INSIDE;
                    if (beat.bar() == bar.index() && inside && time > last + 0.05) {
                        beats.add(time);
                        last = time;
                    }
                }
                if (!beats.isEmpty()) {
                    bars.add(new Correction.SaidBar(bar.metre(), beats));
                }
            }
        }
        return bars;
    }

    private static Moved moved(SongMap.Section section, List<Stretch> stretches) {
        double there = 0;
        Double first = null;
        for (Stretch stretch : stretches) {
            double start = Math.max(stretch.from(), stretch.newTime(section.start()));
            double end = Math.min(stretch.to(), stretch.newTime(section.end()));
            if (end - start > 0.25) {
                there += (end - start) * stretch.speed();
                first = first == null ? Double.valueOf(rounded(start)) : first;
            }
        }
        String role = section.role();
        return new Moved(
                role == null ? section.label() : role + " " + section.label(),
                section.start(),
                section.end(),
                first,
                Math.round(100 * there / Math.max(0.01, section.end() - section.start())) / 100.0);
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 1e4) / 1e4;
    }
}
