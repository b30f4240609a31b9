package backbeat.engine.song;

import backbeat.engine.song.CandidateChoice.Ranked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * The candidates that agree with what was said of the beats, best first. What is said chooses among the candidates that were heard; where none of them agrees, one is
 * made from them: every second beat, twice as many, moved by a part of a beat. A tempo, a tempo map or taps put a candidate of their own in the place of all.
 */
final class AgreedBeats {
    private static final double SAME_TEMPO = Math.log(1.12);
    /** Parts of the interval between two beats. */
    private static final double ON_THE_BEAT = 0.2;

    private final SongSpectra spectra;
    private List<Ranked> heard;
    private List<Ranked> agreed;
    private boolean exact;

    private AgreedBeats(SongSpectra spectra, List<Ranked> heard) {
        this.spectra = spectra;
        this.heard = heard;
        agreed = heard;
    }

    /** @param heard best first */
    static AgreedBeats of(SongSpectra spectra, List<Ranked> heard, Corrections said) {
        AgreedBeats beats = new AgreedBeats(spectra, heard);
        said.all().forEach(beats::hold);
        return beats;
    }

    List<Ranked> ranked() {
        return agreed;
    }

    /** Whether the beats stand where they were said to be, and not on onsets beside it. */
    boolean areExact() {
        return exact;
    }

    private void hold(Correction said) {
        switch (said) {
            case Correction.TempoMap map -> startFrom(SaidBeats.of(map, spectra.seconds), true);
            case Correction.Tempo tempo -> startFrom(SaidBeats.of(tempo, spectra.seconds), true);
            case Correction.Taps taps -> startFrom(SaidBeats.tapped(taps, spectra), false);
            case Correction.Level level -> agreed = atTempo(heard, level.bpm());
            case Correction.Phase phase -> agreed = onBeat(atTempo(heard, phase.bpm()), phase.at());
            case Correction.Downbeat one -> agreed = withBeatAt(one.at());
            case Correction.Metre _,
                    Correction.Border _,
                    Correction.NoBorder _,
                    Correction.Kept _,
                    Correction.Named _ -> {}
        }
    }

    private void startFrom(double[] times, boolean asSaid) {
        if (times.length < 2) {
            return;
        }
        heard = List.of(new Ranked(Candidate.of(spectra, new BeatPath(times, 0)), 0));
        agreed = heard;
        exact = asSaid;
    }

    /**
     * Who halves the beats that were found wants every second of them: so what can be made of the best candidate comes before what else was heard at that tempo.
     */
    private List<Ranked> atTempo(List<Ranked> from, double bpm) {
        Predicate<BeatPath> fits = path -> Math.abs(Math.log(path.bpm() / bpm)) < SAME_TEMPO;
        if (from.isEmpty() || fits.test(from.getFirst().candidate().path)) {
            return from.stream().filter(r -> fits.test(r.candidate().path)).toList();
        }
        List<BeatPath> made = otherLevels(from.getFirst().candidate().path, fits);
        if (made.isEmpty()) {
            made = from.stream().map(r -> r.candidate().path).filter(fits).toList();
        }
        return orIfNone(rankedAnew(made), from);
    }

    /** The one may be half a beat beside the beats that were chosen: then beats of the same tempo that have it are taken. */
    private List<Ranked> withBeatAt(double at) {
        if (agreed.isEmpty()) {
            return agreed;
        }
        BeatPath best = agreed.getFirst().candidate().path;
        return Math.abs(offset(best, at)) < ON_THE_BEAT ? agreed : onBeat(atTempo(agreed, best.bpm()), at);
    }

    private List<Ranked> onBeat(List<Ranked> from, double at) {
        List<Ranked> fitting = from.stream()
                .filter(r -> Math.abs(offset(r.candidate().path, at)) < ON_THE_BEAT)
                .toList();
        if (!fitting.isEmpty()) {
            return fitting;
        }
        return orIfNone(
                rankedAnew(from.stream()
                        .map(r -> r.candidate().path)
                        .map(path -> moved(path, offset(path, at)))
                        .toList()),
                from);
    }

    private static List<Ranked> orIfNone(List<Ranked> some, List<Ranked> others) {
        return some.isEmpty() ? others : some;
    }

    private List<Ranked> rankedAnew(List<BeatPath> paths) {
        List<Candidate> candidates = new ArrayList<>();
        for (BeatPath path : paths) {
            if (candidates.stream().noneMatch(known -> path.sameAs(known.path))) {
                candidates.add(Candidate.of(spectra, path));
            }
        }
        return CandidateChoice.ranked(candidates);
    }

    private static List<BeatPath> otherLevels(BeatPath path, Predicate<BeatPath> fits) {
        List<BeatPath> paths = new ArrayList<>();
        for (int factor = 2; factor <= 3; factor++) {
            paths.add(divided(path, factor));
            for (int first = 0; first < factor; first++) {
                paths.add(thinned(path, factor, first));
            }
        }
        return paths.stream()
                .filter(other -> other.times.length > 1)
                .filter(fits)
                .toList();
    }

    private static BeatPath divided(BeatPath path, int parts) {
        double[] times = new double[path.times.length * parts];
        for (int i = 0; i < times.length; i++) {
            times[i] = path.between(i / parts, (double) (i % parts) / parts);
        }
        return new BeatPath(times, path.score);
    }

    private static BeatPath thinned(BeatPath path, int every, int first) {
        int count = Math.max(0, Math.ceilDiv(path.times.length - first, every));
        double[] times = new double[count];
        for (int i = 0; i < count; i++) {
            times[i] = path.times[first + i * every];
        }
        return new BeatPath(times, path.score);
    }

    private static BeatPath moved(BeatPath path, double part) {
        double[] times = new double[path.times.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = path.between(i, part);
        }
        return new BeatPath(Arrays.stream(times).filter(t -> t >= 0).toArray(), path.score);
    }

    /** How far a time lies after the nearest beat, as part of the interval: -0.5 to 0.5. */
    private static double offset(BeatPath path, double time) {
        int after = Arrays.binarySearch(path.times, time);
        int index = after >= 0 ? after : -after - 2;
        double start = path.between(index, 0);
        double part = (time - start) / (path.between(index + 1, 0) - start);
        return part - Math.round(part);
    }
}
