package backbeat.engine.take;

import backbeat.engine.sync.SyncResult.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a clip that has no place of its own saw of the song, by what other cameras heard at the same time. */
final class SisterPlace {
    private static final double LEAST_SECONDS = 0.5;
    private static final double SAME_LINE_SECONDS = 0.25;
    private static final double UNKNOWN_DRIFT_PPM = 40;
    private static final double MOST_CONFIDENCE = 0.98;
    private static final double MOST_CONFIDENCE_BY_SOUND = 0.995;
    /** The clip has sound, but the song was not heard in it: something may be wrong. */
    private static final double UNHEARD = 0.9;

    /** A playback on the clock of the clip to be placed. */
    private record Playback(Roll sister, Match match, double sisterStart, double gain, double from, double to) {
        double songTimeOf(double clipTime) {
            return match.songTimeOf(clipTime * (1 - gain) - sisterStart);
        }

        boolean isSameAs(Playback other) {
            double at = Math.max(from, other.from);
            return Matches.sameSpeed(match, other.match)
                    && Math.abs(songTimeOf(at) - other.songTimeOf(at)) < SAME_LINE_SECONDS * match.speed();
        }

        Playback joinedWith(Playback other) {
            return new Playback(sister, match, sisterStart, gain, Math.min(from, other.from), Math.max(to, other.to));
        }
    }

    /** @param start of the sister on the clip's own clock */
    record Sister(Roll roll, double start) {}

    /**
     * How a clip is tied to its sisters.
     *
     * @param uncertainty of its start against theirs
     * @param chance that they did not run together
     * @param gain what its clock gains on theirs in a second
     * @param certain whether that is as sure as a place by sound
     */
    record Tie(double uncertainty, double chance, double gain, double gainUncertaintyPpm, boolean certain) {
        static Tie of(Link link, Roll clip) {
            boolean heard = link.evidence() == Link.Evidence.AIR;
            return new Tie(
                    heard ? link.uncertainty() : Math.hypot(link.uncertainty(), SharedSong.FLIGHT_SECONDS),
                    link.chance(),
                    link.gainOf(clip),
                    link.driftUncertaintyPpm(),
                    heard);
        }

        static Tie of(DayClock.Between own) {
            return new Tie(
                    Math.hypot(own.uncertainty(), SharedSong.FLIGHT_SECONDS),
                    own.chance(),
                    0,
                    UNKNOWN_DRIFT_PPM,
                    false);
        }
    }

    private SisterPlace() {}

    /** @param sisters placed clips, the best tied first */
    static List<Match> matches(Roll clip, List<Sister> sisters, Tie tie, Map<String, Object> evidence) {
        List<Match> matches = new ArrayList<>();
        double heard = tie.certain() || Words.isSilent(clip.sync()) ? 1 : UNHEARD;
        for (Playback playback : playbacks(sisters, tie)) {
            double from = Math.max(
                    playback.from(), matches.isEmpty() ? 0 : matches.getLast().clipEnd());
            double to = Math.min(playback.to(), clip.seconds());
            if (to - from >= LEAST_SECONDS) {
                matches.add(match(playback, from, to, tie, (1 - tie.chance()) * heard, evidence));
            }
        }
        return matches;
    }

    private static List<Playback> playbacks(List<Sister> sisters, Tie tie) {
        List<Playback> all = new ArrayList<>();
        for (Sister sister : sisters) {
            for (Match match : sister.roll().sync().matches()) {
                if (match.sure()) {
                    add(
                            all,
                            new Playback(
                                    sister.roll(),
                                    match,
                                    sister.start(),
                                    tie.gain(),
                                    match.clipStart() + sister.start(),
                                    match.clipEnd() + sister.start()));
                }
            }
        }
        all.sort(Comparator.comparingDouble(Playback::from));
        return all;
    }

    private static void add(List<Playback> all, Playback next) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isSameAs(next)) {
                all.set(i, all.get(i).joinedWith(next));
                return;
            }
        }
        all.add(next);
    }

    private static Match match(
            Playback playback, double from, double to, Tie tie, double likely, Map<String, Object> evidence) {
        Match line = playback.match();
        Map<String, Object> told = new TreeMap<>(evidence);
        told.put("sister", playback.sister().path());
        double whole = Math.hypot(line.uncertaintySeconds(), tie.uncertainty() * line.speed());
        return new Match(
                from,
                to,
                playback.songTimeOf(from),
                playback.songTimeOf(to),
                line.speed(),
                line.speedFraction(),
                line.mode(),
                line.driftPpm() - tie.gain() * 1e6,
                Math.hypot(tie.gainUncertaintyPpm(), line.driftUncertaintyPpm()),
                whole,
                Math.min(tie.certain() ? MOST_CONFIDENCE_BY_SOUND : MOST_CONFIDENCE, likely * line.confidence()),
                List.of(),
                told);
    }
}
